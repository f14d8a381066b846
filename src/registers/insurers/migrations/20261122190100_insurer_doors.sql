-- What an administrator sets up about the insurer itself: its name, its member municipalities, its partner organisations.

alter table registers.member_municipality
  add column id uuid not null default uuidv7(),
  add column version integer not null default 1,
  add unique (insurer_id, id),
  add constraint member_ends_after_it_begins check (valid_to is null or valid_to >= valid_from),
  add constraint member_once_a_day exclude using gist
    (insurer_id with =, municipality_code with =, daterange(valid_from, valid_to, '[]') with &&);
comment on column registers.member_municipality.id is 'names the row in routes and in platform.history';
comment on column registers.member_municipality.version is 'raised by every update';
create trigger next_version before update on registers.member_municipality
  for each row execute function platform.next_version();

alter table registers.organisation
  add column corporate_number text check (corporate_number ~ '^[0-9]{13}$'),
  add column address text,
  add column valid_to date;
comment on column registers.organisation.corporate_number is '法人番号, thirteen digits; a check digit that does not fit is a warning only';
comment on column registers.organisation.address is '所在地, as one line';
comment on column registers.organisation.valid_to is 'last day on which we work with it; null: open';

create function registers.change_insurer(seen_version integer, new_number text, new_name text, new_kind text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  update registers.insurer i set insurer_number = new_number, name = new_name, kind = new_kind
    where i.insurer_id = insurer and i.version = seen_version;
  return found;
end $$;
comment on function registers.change_insurer is 'door: name, number and kind of the session''s insurer; false when the version is another';

-- seen_version null: a new row.
create function registers.put_member(
  member uuid, seen_version integer, code text, member_name text, from_day date, to_day date
) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  if seen_version is null then
    insert into registers.member_municipality (insurer_id, id, municipality_code, name, valid_from, valid_to)
    values (insurer, member, code, member_name, from_day, to_day);
    return true;
  end if;
  update registers.member_municipality m
    set municipality_code = code, name = member_name, valid_from = from_day, valid_to = to_day
    where m.insurer_id = insurer and m.id = member and m.version = seen_version;
  return found;
end $$;
comment on function registers.put_member is 'door: adds or changes a member municipality with its days; false when the version is another';

create function registers.remove_member(member uuid, seen_version integer) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  delete from registers.member_municipality m
    where m.insurer_id = insurer and m.id = member and m.version = seen_version;
  return found;
end $$;
comment on function registers.remove_member is 'door: takes out a member entered by mistake; platform.history keeps it';

-- fields: columns of registers.organisation; seen_version null: a new row.
create function registers.put_organisation(organisation uuid, seen_version integer, fields jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  given constant registers.organisation := jsonb_populate_record(null::registers.organisation, fields);
begin
  if seen_version is null then
    insert into registers.organisation
      (insurer_id, id, name, kind, office_number, corporate_number, phone, address, valid_to)
    values (insurer, organisation, given.name, given.kind, given.office_number, given.corporate_number, given.phone,
      given.address, given.valid_to);
    return true;
  end if;
  update registers.organisation o set name = given.name, kind = given.kind, office_number = given.office_number,
      corporate_number = given.corporate_number, phone = given.phone, address = given.address, valid_to = given.valid_to
    where o.insurer_id = insurer and o.id = organisation and o.version = seen_version;
  return found;
end $$;
comment on function registers.put_organisation is 'door: adds or changes an organisation; false when the version is another';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'registers.change_insurer(integer,text,text,text)',
    'registers.put_member(uuid,integer,text,text,date,date)',
    'registers.remove_member(uuid,integer)',
    'registers.put_organisation(uuid,integer,jsonb)']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;

-- How many people are entrusted to an organisation past a day: a count, for whoever ends it and may not see them.
create function registers.count_assignments(organisation uuid, last_day date) returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  return (select count(distinct a.person_id) from platform.person_access a where a.insurer_id = insurer
    and a.holder_id = organisation and (a.valid_to is null or a.valid_to > last_day));
end $$;
comment on function registers.count_assignments is 'door: people entrusted to an organisation after a day, counted';
alter function registers.count_assignments owner to meguri_doors;
revoke execute on function registers.count_assignments from public;
grant execute on function registers.count_assignments to meguri_app;
