/*
 Whoever works in a centre sees what stands below it. So nobody moves an existing centre below one in which, or above which, he
 has a post himself today: another administrator does.
*/
create or replace function registers.put_centre(centre uuid, seen_version integer, fields jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  today constant date := nullif(current_setting('meguri.today', true), '')::date;
  given constant registers.centre := jsonb_populate_record(null::registers.centre, fields);
begin
  if seen_version is null then
    insert into registers.centre (insurer_id, id, name, short_name, kind, parent_id, operation, organisation_id, office_number,
      phone, address, valid_from)
    values (insurer, centre, given.name, given.short_name, given.kind, given.parent_id, given.operation, given.organisation_id,
      given.office_number, given.phone, given.address, given.valid_from);
    return true;
  end if;
  if exists (
    with recursive above (id) as (
      select given.parent_id
      union
      select c.parent_id from registers.centre c join above a on c.id = a.id where c.insurer_id = insurer)
    select from above a
    join registers.post p on p.insurer_id = insurer and p.centre_id = a.id and p.staff_id = staff
      and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)
    where exists (select from registers.centre c where c.insurer_id = insurer and c.id = centre
      and c.parent_id is distinct from given.parent_id)) then
    raise exception 'another administrator moves a centre below one''s own' using errcode = 'restrict_violation';
  end if;
  update registers.centre c set name = given.name, short_name = given.short_name, kind = given.kind,
      parent_id = given.parent_id, operation = given.operation, organisation_id = given.organisation_id,
      office_number = given.office_number, phone = given.phone, address = given.address, valid_from = given.valid_from
    where c.insurer_id = insurer and c.id = centre and c.version = seen_version;
  return found;
end $$;
comment on function registers.put_centre is 'door: adds or changes a centre, not its place below a centre of one''s own; its last day is end_centre''s';
