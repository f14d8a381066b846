-- Centres are set up by administrators.

-- fields: columns of registers.centre; seen_version null: a new row.
create function registers.put_centre(centre uuid, seen_version integer, fields jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  given constant registers.centre := jsonb_populate_record(null::registers.centre, fields);
begin
  if seen_version is null then
    insert into registers.centre (insurer_id, id, name, short_name, kind, parent_id, operation, organisation_id, office_number,
      phone, address, valid_from)
    values (insurer, centre, given.name, given.short_name, given.kind, given.parent_id, given.operation, given.organisation_id,
      given.office_number, given.phone, given.address, given.valid_from);
    return true;
  end if;
  update registers.centre c set name = given.name, short_name = given.short_name, kind = given.kind,
      parent_id = given.parent_id, operation = given.operation, organisation_id = given.organisation_id,
      office_number = given.office_number, phone = given.phone, address = given.address, valid_from = given.valid_from
    where c.insurer_id = insurer and c.id = centre and c.version = seen_version;
  return found;
end $$;
comment on function registers.put_centre is 'door: adds or changes a centre; its last day is end_centre''s';

-- The second lock behind the list of what depends on a centre: nothing of the registers may outlive it.
create function registers.end_centre(centre uuid, seen_version integer, last_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  if exists (select from registers.post p where p.insurer_id = insurer and p.centre_id = centre
      and (p.valid_to is null or p.valid_to > last_day))
    or exists (select from registers.centre_area a where a.insurer_id = insurer and a.centre_id = centre
      and (a.valid_to is null or a.valid_to > last_day))
    or exists (select from registers.centre c where c.insurer_id = insurer and c.parent_id = centre
      and (c.valid_to is null or c.valid_to > last_day)) then
    raise exception 'posts, areas or branches outlive the centre' using errcode = 'restrict_violation';
  end if;
  update registers.centre c set valid_to = last_day
    where c.insurer_id = insurer and c.id = centre and c.version = seen_version;
  return found;
end $$;
comment on function registers.end_centre is 'door: last day of a centre, null opens it again; false when the version is another';

do $$
declare
  door regprocedure;
begin
  foreach door in array array['registers.put_centre(uuid,integer,jsonb)', 'registers.end_centre(uuid,integer,date)']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
