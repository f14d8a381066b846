-- What identity may ask the registers (by doors: a session has no tenant settings yet), and what an administrator does.

alter table registers.insurer
  add column idle_minutes integer not null default 30 check (idle_minutes between 5 and 240);
comment on column registers.insurer.two_factors_required is 'a session without a second factor may do nothing but set one up';
comment on column registers.insurer.idle_minutes is 'a session unused for so long ends';

grant create on schema identity to meguri_doors;

-- One statement on the hot path: session → login → staff → post → centres below. No row: no such session, or no such staff today.
create function identity.find_session(session_token text, today date) returns table (
  session_id uuid, login_id uuid, insurer_id integer, staff_id uuid, expires_at timestamptz, last_used_at timestamptz,
  must_change_password boolean, two_factor_enabled boolean, two_factors_required boolean, is_sample boolean,
  idle_minutes integer, profession text, post_id uuid, role text, centre_id uuid, organisation_id uuid, centre_ids uuid[]
) language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
    select s.id, l.id, l.insurer_id, l.staff_id, s.expires_at, s.last_used_at,
      l.must_change_password, coalesce(l.two_factor_enabled, false), i.two_factors_required, i.is_sample,
      i.idle_minutes, f.profession, p.id, p.role, p.centre_id, p.organisation_id,
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
create function identity.staff_sheet(insurer integer, staff uuid, today date) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (
    select jsonb_build_object(
      'staff', jsonb_build_object('id', f.id, 'name', f.name, 'staffNumber', f.staff_number),
      'insurer', jsonb_build_object('id', i.insurer_id, 'name', i.name, 'isSample', i.is_sample,
        'twoFactorsRequired', i.two_factors_required, 'idleMinutes', i.idle_minutes),
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

alter function identity.find_session owner to meguri_doors;
alter function identity.staff_sheet owner to meguri_doors;
revoke create on schema identity from meguri_doors;
revoke execute on function identity.find_session, identity.staff_sheet from public;
grant execute on function identity.find_session, identity.staff_sheet to meguri_identity;

create function registers.announce_staff() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('meguri_session', 'staff ' || (to_jsonb(old) ->> tg_argv[0]));
  return null;
end $$;
comment on function registers.announce_staff() is 'trigger: posts or validity of a member of staff changed, so sessions are looked up anew';
create trigger announce after update or delete on registers.staff
  for each row execute function registers.announce_staff('id');
create trigger announce after update or delete on registers.post
  for each row execute function registers.announce_staff('staff_id');

-- An administrator's post has no reach over records, so these writes go through doors. The second lock of staff.manage:
-- @throws insufficient_privilege unless the session's staff is administrator of the session's insurer today
create function registers.need_administrator() returns integer language plpgsql stable set search_path = pg_catalog as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  today constant date := nullif(current_setting('meguri.today', true), '')::date;
begin
  if not exists (select from registers.post p where p.insurer_id = insurer and p.staff_id = staff
    and p.role = 'administrator' and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)) then
    raise exception 'only an administrator does this' using errcode = 'insufficient_privilege';
  end if;
  return insurer;
end $$;
comment on function registers.need_administrator() is 'insurer of the session, if its staff is administrator there today';

create function registers.add_staff(
  staff uuid, staff_number text, staff_name text, staff_kana text, staff_profession text, from_day date, hash text, made_at timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  insert into registers.staff (insurer_id, id, staff_number, name, kana, profession, valid_from)
  values (insurer, staff, add_staff.staff_number, staff_name, staff_kana, staff_profession, from_day);
  perform identity.add_login(insurer, staff, add_staff.staff_number, staff_name, hash, true, made_at);
end $$;
comment on function registers.add_staff is 'adds a member of staff with an account whose first password must be changed';

create function registers.add_post(
  post uuid, staff uuid, post_role text, centre uuid, organisation uuid, from_day date, to_day date
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  insert into registers.post (insurer_id, id, staff_id, role, centre_id, organisation_id, valid_from, valid_to)
  values (insurer, post, staff, post_role, centre, organisation, from_day, to_day);
end $$;
comment on function registers.add_post is 'gives a member of staff a post from a day on';

create function registers.end_post(post uuid, seen_version integer, last_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  update registers.post p set valid_to = last_day where p.insurer_id = insurer and p.id = post and p.version = seen_version;
  return found;
end $$;
comment on function registers.end_post is 'sets the last day of a post; false when it is not there in this version';

alter function registers.need_administrator owner to meguri_doors;
alter function registers.add_staff owner to meguri_doors;
alter function registers.add_post owner to meguri_doors;
alter function registers.end_post owner to meguri_doors;
revoke execute on function registers.need_administrator, registers.add_staff, registers.add_post, registers.end_post from public;
grant execute on function registers.add_staff, registers.add_post, registers.end_post to meguri_app;
