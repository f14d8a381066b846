/*
 A post that reaches the whole insurer, the post of an administrator, or any post for oneself takes effect only when another
 administrator or an officer has confirmed it. Where nobody else could, as at the very first set-up, it holds at once and says so.
*/
alter table registers.post
  add constraint post_once_a_day exclude using gist (insurer_id with =, staff_id with =, role with =,
    coalesce(centre_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
    coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
    daterange(valid_from, valid_to, '[]') with &&);

create table registers.post_request (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  role text not null,
  centre_id uuid,
  organisation_id uuid,
  valid_from date not null,
  valid_to date,
  reason text not null check (reason in ('own', 'insurer', 'administrator')),
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('confirmed', 'refused', 'withdrawn')),
  version integer not null default 1,
  primary key (insurer_id, id),
  check (valid_to is null or valid_to >= valid_from),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (decision is distinct from 'confirmed' or (decided_by <> requested_by and decided_by <> staff_id))
);
alter table registers.post_request add foreign key (insurer_id, staff_id) references registers.staff;
alter table registers.post_request add foreign key (insurer_id, centre_id) references registers.centre;
alter table registers.post_request add foreign key (insurer_id, organisation_id) references registers.organisation;
create index post_request_open on registers.post_request (insurer_id, requested_at) where decision is null;
comment on table registers.post_request is '確認を待つ職: asked for by an administrator, a post only once a second person has confirmed it';
comment on column registers.post_request.staff_id is 'for whom';
comment on column registers.post_request.role is 'a role of src/platform/access/roles.ts';
comment on column registers.post_request.reason is 'own: for oneself · insurer: the role reaches the whole insurer · administrator: it manages staff';
comment on column registers.post_request.requested_by is 'the administrator who asked';
comment on column registers.post_request.decided_by is 'who confirmed or refused; never the one who asked nor the one it is for';
comment on column registers.post_request.decision is 'null: waiting · confirmed · refused · withdrawn by an administrator';
select platform.tenant_table('registers.post_request', written_by => 'nobody');

-- Why a post needs a second person; null: it does not. The roles are those whose reach is 'insurer' (a test compares them).
create function registers.why_second(target uuid, post_role text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when target = nullif(current_setting('meguri.staff', true), '')::uuid then 'own'
    when post_role in ('officer', 'districtNurse', 'certificationOfficer') then 'insurer'
    when post_role = 'administrator' then 'administrator' end
$$;
comment on function registers.why_second is 'own · insurer · administrator: why the post needs a second person; null: it needs none';

create function registers.has_second(target uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from registers.post p
    where p.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer and p.role in ('administrator', 'officer')
      and p.staff_id <> nullif(current_setting('meguri.staff', true), '')::uuid and p.staff_id <> target
      and p.valid_from <= nullif(current_setting('meguri.today', true), '')::date
      and (p.valid_to is null or p.valid_to >= nullif(current_setting('meguri.today', true), '')::date))
$$;
comment on function registers.has_second is 'whether anybody besides the session''s staff and the target could confirm a post today';

drop function registers.add_post(uuid, uuid, text, uuid, uuid, date, date);
create function registers.add_post(
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
    return 'waiting';
  end if;
  insert into registers.post (insurer_id, id, staff_id, role, centre_id, organisation_id, valid_from, valid_to)
  values (insurer, post, staff, post_role, centre, organisation, from_day, to_day);
  return case when why is null then 'added' else 'added-alone' end;
end $$;
comment on function registers.add_post is 'door: gives a post (added), asks for a second person (waiting), or gives it where there is none (added-alone)';

-- A later last day is a post given anew: where that would need a second person, it goes by add_post.
create or replace function registers.end_post(post uuid, seen_version integer, last_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  if exists (select from registers.post p where p.insurer_id = insurer and p.id = post and p.valid_to < last_day
    and registers.why_second(p.staff_id, p.role) is not null and registers.has_second(p.staff_id)) then
    raise exception 'a longer post needs a second person' using errcode = 'restrict_violation';
  end if;
  update registers.post p set valid_to = last_day where p.insurer_id = insurer and p.id = post and p.version = seen_version;
  return found;
end $$;

/*
 Confirms or refuses a waiting post; an administrator may also withdraw it. Officers come through this door too.
 @returns null: no such request · decided · own: asked by oneself or for oneself · confirmed · refused · withdrawn
*/
create function registers.decide_post(request uuid, wanted text) returns text
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
comment on function registers.decide_post is 'door: a second person confirms or refuses a post; who asked may withdraw it';

-- Staff numbers are unique over all insurers of the installation: which of these are somebody else's.
create function registers.staff_numbers_elsewhere(numbers text[]) returns table (number text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  return query select n from unnest(numbers) n
    where exists (select from registers.staff f where lower(f.staff_number) = lower(n) and f.insurer_id <> insurer)
      or exists (select from identity.login l where l.username = lower(normalize(n, nfkc)) and l.insurer_id <> insurer);
end $$;
comment on function registers.staff_numbers_elsewhere is 'door: of these staff numbers, those another insurer of the installation has';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'registers.add_post(uuid,uuid,text,uuid,uuid,date,date)',
    'registers.decide_post(uuid,text)',
    'registers.staff_numbers_elsewhere(text[])']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
  revoke execute on function registers.why_second, registers.has_second from public;
  grant execute on function registers.why_second, registers.has_second to meguri_app, meguri_doors;
end $$;
