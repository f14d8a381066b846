/*
 Two ways round the second pair of eyes are closed. Who could have confirmed still counts for 30 days after the very person who
 now asks has ended that post; and an account whose password or second factor an administrator has reset decides nothing for 24 hours.
*/
alter table registers.post add column ended_by uuid, add column ended_on date;
comment on column registers.post.ended_by is 'who last shortened the post; null: nobody did';
comment on column registers.post.ended_on is 'the day on which it was last shortened, whatever last day it was given';

create table registers.access_reset (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  kind text not null check (kind in ('password', 'second-factor')),
  reset_by uuid not null,
  reset_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (insurer_id, id)
);
alter table registers.access_reset add foreign key (insurer_id, staff_id) references registers.staff;
create index access_reset_of_staff on registers.access_reset (insurer_id, staff_id, reset_at);
comment on table registers.access_reset is '出し直し: an administrator reset the password or the second factor of an account; noted before it is done';
comment on column registers.access_reset.staff_id is 'whose account';
comment on column registers.access_reset.kind is 'password · second-factor';
comment on column registers.access_reset.reset_by is 'the administrator who did it';
select platform.tenant_table('registers.access_reset', written_by => 'nobody');

create function registers.note_reset(staff uuid, what text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  insert into registers.access_reset (insurer_id, staff_id, kind, reset_by)
  values (insurer, staff, what, nullif(current_setting('meguri.staff', true), '')::uuid);
end $$;
comment on function registers.note_reset is 'door: notes that the session''s administrator resets the password or second factor of a member of staff';

create function registers.is_lately_reset(staff uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from registers.access_reset r
    where r.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer and r.staff_id = staff
      and r.reset_at > now() - interval '24 hours')
$$;
comment on function registers.is_lately_reset is 'whether an administrator reset this account within the last 24 hours';

create function registers.has_second_today(target uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from registers.post p
    where p.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer and p.role in ('administrator', 'officer')
      and p.staff_id <> nullif(current_setting('meguri.staff', true), '')::uuid and p.staff_id <> target
      and p.valid_from <= nullif(current_setting('meguri.today', true), '')::date
      and (p.valid_to is null or p.valid_to >= nullif(current_setting('meguri.today', true), '')::date))
$$;
comment on function registers.has_second_today is 'whether anybody besides the session''s staff and the target could confirm a post today';

create or replace function registers.has_second(target uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select registers.has_second_today(target) or exists (select from registers.post p
    where p.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer and p.role in ('administrator', 'officer')
      and p.staff_id <> nullif(current_setting('meguri.staff', true), '')::uuid and p.staff_id <> target
      and p.ended_by = nullif(current_setting('meguri.staff', true), '')::uuid
      and greatest(p.ended_on, p.valid_to) >= nullif(current_setting('meguri.today', true), '')::date - 30)
$$;
comment on function registers.has_second is 'whether a post needs confirming: somebody could today, or could until the session''s staff ended that post (30 days)';

create or replace function registers.add_post(
  post uuid, staff uuid, post_role text, centre uuid, organisation uuid, from_day date, to_day date
) returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  why constant text := registers.why_second(staff, post_role);
begin
  if why is not null and registers.has_second(staff) then
    insert into registers.post_request
      (insurer_id, id, staff_id, role, centre_id, organisation_id, valid_from, valid_to, reason, requested_by)
    values (insurer, post, staff, post_role, centre, organisation, from_day, to_day, why,
      nullif(current_setting('meguri.staff', true), '')::uuid);
    return case when registers.has_second_today(staff) then 'waiting' else 'waiting-for-nobody' end;
  end if;
  insert into registers.post (insurer_id, id, staff_id, role, centre_id, organisation_id, valid_from, valid_to)
  values (insurer, post, staff, post_role, centre, organisation, from_day, to_day);
  return case when why is null then 'added' else 'added-alone' end;
end $$;
comment on function registers.add_post is 'door: gives a post (added), asks for a second person (waiting; waiting-for-nobody: there is none today), or gives it where there never was one (added-alone)';

create or replace function registers.end_post(post uuid, seen_version integer, last_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  today constant date := nullif(current_setting('meguri.today', true), '')::date;
begin
  if exists (select from registers.post p where p.insurer_id = insurer and p.id = post
    and p.valid_to < coalesce(last_day, 'infinity'::date)
    and registers.why_second(p.staff_id, p.role) is not null and registers.has_second(p.staff_id)) then
    raise exception 'a longer post needs a second person' using errcode = 'restrict_violation';
  end if;
  update registers.post p set valid_to = last_day,
      ended_by = case when last_day < coalesce(p.valid_to, 'infinity'::date) then staff else p.ended_by end,
      ended_on = case when last_day < coalesce(p.valid_to, 'infinity'::date) then today else p.ended_on end
    where p.insurer_id = insurer and p.id = post and p.version = seen_version;
  return found;
end $$;

-- @returns as before, and reset: an administrator reset this account within 24 hours; what one asked for may still be withdrawn
create or replace function registers.decide_post(request uuid, wanted text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  today constant date := nullif(current_setting('meguri.today', true), '')::date;
  asked registers.post_request;
begin
  if not exists (select from registers.post p where p.insurer_id = insurer and p.staff_id = staff
    and p.role in ('administrator', 'officer') and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)) then
    raise exception 'only an administrator or officer does this' using errcode = 'insufficient_privilege';
  end if;
  select * into asked from registers.post_request r where r.insurer_id = insurer and r.id = request for update;
  if asked.id is null then
    return null;
  elsif asked.decision is not null then
    return 'decided';
  elsif wanted <> 'withdrawn' and (asked.requested_by = staff or asked.staff_id = staff) then
    return 'own';
  elsif wanted = 'withdrawn' and asked.requested_by <> staff then
    return 'own';
  elsif wanted <> 'withdrawn' and registers.is_lately_reset(staff) then
    return 'reset';
  end if;
  if wanted = 'confirmed' then
    insert into registers.post (insurer_id, id, staff_id, role, centre_id, organisation_id, valid_from, valid_to)
    values (insurer, asked.id, asked.staff_id, asked.role, asked.centre_id, asked.organisation_id, asked.valid_from,
      asked.valid_to);
  end if;
  update registers.post_request r set decision = wanted, decided_by = staff, decided_at = now()
    where r.insurer_id = insurer and r.id = request;
  return wanted;
end $$;

alter function registers.note_reset owner to meguri_doors;
revoke execute on function registers.note_reset, registers.is_lately_reset, registers.has_second_today from public;
grant execute on function registers.note_reset to meguri_app;
grant execute on function registers.is_lately_reset, registers.has_second_today to meguri_app, meguri_doors;
