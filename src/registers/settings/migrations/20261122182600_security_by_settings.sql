-- Two factors and the idle time become dated settings of the insurer like all others; the columns that held them go.

-- One statement on the hot path: session → login → staff → post → centres below. No row: no such session, or no such staff today.
create or replace function identity.find_session(session_token text, today date) returns table (
  session_id uuid, login_id uuid, insurer_id integer, staff_id uuid, expires_at timestamptz, last_used_at timestamptz,
  must_change_password boolean, two_factor_enabled boolean, two_factors_required boolean, is_sample boolean,
  idle_minutes integer, profession text, post_id uuid, role text, centre_id uuid, organisation_id uuid, centre_ids uuid[]
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select s.id, l.id, l.insurer_id, l.staff_id, s.expires_at, s.last_used_at,
      l.must_change_password, coalesce(l.two_factor_enabled, false), coalesce((registers.setting_value(i.insurer_id, 'security.two-factors', today))::boolean, true), i.is_sample,
      coalesce((registers.setting_value(i.insurer_id, 'security.idle-minutes', today))::integer, 30), f.profession, p.id, p.role, p.centre_id, p.organisation_id,
      array(
        with recursive below (id) as (
          select p.centre_id where p.centre_id is not null
          union
          select c.id from registers.centre c join below b on c.parent_id = b.id where c.insurer_id = l.insurer_id)
        select below.id from below)
    from identity.session s
    join identity.login l on l.id = s.login_id
    join registers.insurer i on i.insurer_id = l.insurer_id
    join registers.staff f on f.insurer_id = l.insurer_id and f.id = l.staff_id
      and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today)
    left join registers.post p on p.insurer_id = l.insurer_id and p.id = s.post_id and p.staff_id = l.staff_id
      and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)
    where s.token = session_token;
end $$;
comment on function identity.find_session is 'a session by its token, with the post if it holds today (else post_id is null) and the post''s centre with all below it';

-- Everything the sign-in and the page head say about a member of staff. Null: not working here today.
create or replace function identity.staff_sheet(insurer integer, staff uuid, today date) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'staff', jsonb_build_object('id', f.id, 'name', f.name, 'staffNumber', f.staff_number),
      'insurer', jsonb_build_object('id', i.insurer_id, 'name', i.name, 'isSample', i.is_sample,
        'twoFactorsRequired', coalesce((registers.setting_value(i.insurer_id, 'security.two-factors', today))::boolean, true),
        'idleMinutes', coalesce((registers.setting_value(i.insurer_id, 'security.idle-minutes', today))::integer, 30)),
      'posts', coalesce((
        select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'centreId', p.centre_id, 'centreName', c.name,
          'organisationName', o.name) order by p.valid_from, p.id)
        from registers.post p
        left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
        left join registers.organisation o on o.insurer_id = p.insurer_id and o.id = p.organisation_id
        where p.insurer_id = f.insurer_id and p.staff_id = f.id
          and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)), '[]'))
    from registers.staff f join registers.insurer i on i.insurer_id = f.insurer_id
    where f.insurer_id = insurer and f.id = staff
      and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today));
end $$;
comment on function identity.staff_sheet is 'name, insurer and the posts that hold today, as one JSON value';

alter table registers.insurer drop column two_factors_required, drop column idle_minutes;
