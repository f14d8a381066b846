-- 日常生活圏域, 町, and who belongs where from which day on, set up by administrators.

create function registers.put_area(area uuid, seen_version integer, area_code text, area_name text, from_day date)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  if seen_version is null then
    insert into registers.daily_life_area (insurer_id, id, code, name, valid_from)
    values (insurer, area, area_code, area_name, from_day);
    return true;
  end if;
  update registers.daily_life_area a set code = area_code, name = area_name, valid_from = from_day
    where a.insurer_id = insurer and a.id = area and a.version = seen_version;
  return found;
end $$;
comment on function registers.put_area is 'door: adds or changes an area; false when the version is another';

-- Towns must have left before; the centre's answering for the area ends with it.
create function registers.end_area(area uuid, seen_version integer, last_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  if exists (select from registers.area_town t where t.insurer_id = insurer and t.area_id = area
      and (t.valid_to is null or t.valid_to > last_day)) then
    raise exception 'towns outlive the area' using errcode = 'restrict_violation';
  end if;
  update registers.daily_life_area a set valid_to = last_day
    where a.insurer_id = insurer and a.id = area and a.version = seen_version;
  if not found then
    return false;
  end if;
  delete from registers.centre_area c where c.insurer_id = insurer and c.area_id = area and c.valid_from > last_day;
  update registers.centre_area c set valid_to = last_day
    where c.insurer_id = insurer and c.area_id = area and (c.valid_to is null or c.valid_to > last_day);
  return true;
end $$;
comment on function registers.end_area is 'door: last day of an area, and of the centre that answers for it';

create function registers.put_town(town uuid, seen_version integer, town_name text, town_kana text, town_fold text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
begin
  if seen_version is null then
    insert into registers.town (insurer_id, id, name, kana, fold) values (insurer, town, town_name, town_kana, town_fold);
    return true;
  end if;
  update registers.town t set name = town_name, kana = town_kana, fold = town_fold
    where t.insurer_id = insurer and t.id = town and t.version = seen_version;
  return found;
end $$;
comment on function registers.put_town is 'door: adds or changes a town; false when the version is another';

/*
 From a day on a town belongs to another area (null: to none), until the next change that is already known. Neighbouring rows
 that say the same become one, so that giving back the former area takes a change away again.
 @returns false: it belongs there already
*/
create function registers.assign_town(town uuid, area uuid, from_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  held registers.area_town;
  earlier registers.area_town;
  later registers.area_town;
  until_day date;
begin
  perform from registers.town t where t.insurer_id = insurer and t.id = town for update;
  if not found then
    raise exception 'no such town' using errcode = 'no_data_found';
  end if;
  select * into held from registers.area_town r where r.insurer_id = insurer and r.town_id = town
    and r.valid_from <= from_day and (r.valid_to is null or r.valid_to >= from_day);
  if held.area_id is not distinct from area then
    return false;
  end if;
  if held.id is null then
    select min(r.valid_from) - 1 into until_day from registers.area_town r
      where r.insurer_id = insurer and r.town_id = town and r.valid_from > from_day;
  else
    until_day := held.valid_to;
    if held.valid_from = from_day then
      delete from registers.area_town r where r.insurer_id = insurer and r.id = held.id;
    else
      update registers.area_town r set valid_to = from_day - 1 where r.insurer_id = insurer and r.id = held.id;
    end if;
  end if;
  if area is null then
    return true;
  end if;
  select * into later from registers.area_town r where r.insurer_id = insurer and r.town_id = town
    and r.area_id = area and r.valid_from = until_day + 1;
  if later.id is not null then
    delete from registers.area_town r where r.insurer_id = insurer and r.id = later.id;
    until_day := later.valid_to;
  end if;
  select * into earlier from registers.area_town r where r.insurer_id = insurer and r.town_id = town
    and r.area_id = area and r.valid_to = from_day - 1;
  if earlier.id is not null then
    update registers.area_town r set valid_to = until_day where r.insurer_id = insurer and r.id = earlier.id;
  else
    insert into registers.area_town (insurer_id, area_id, town_id, valid_from, valid_to)
    values (insurer, area, town, from_day, until_day);
  end if;
  return true;
end $$;
comment on function registers.assign_town is 'door: moves a town to another area from a day on';

/* The same for the centre that answers for an area. */
create function registers.assign_area(area uuid, centre uuid, from_day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := registers.need_administrator();
  held registers.centre_area;
  earlier registers.centre_area;
  later registers.centre_area;
  until_day date;
begin
  perform from registers.daily_life_area a where a.insurer_id = insurer and a.id = area for update;
  if not found then
    raise exception 'no such area' using errcode = 'no_data_found';
  end if;
  select * into held from registers.centre_area r where r.insurer_id = insurer and r.area_id = area
    and r.valid_from <= from_day and (r.valid_to is null or r.valid_to >= from_day);
  if held.centre_id is not distinct from centre then
    return false;
  end if;
  if held.id is null then
    select min(r.valid_from) - 1 into until_day from registers.centre_area r
      where r.insurer_id = insurer and r.area_id = area and r.valid_from > from_day;
  else
    until_day := held.valid_to;
    if held.valid_from = from_day then
      delete from registers.centre_area r where r.insurer_id = insurer and r.id = held.id;
    else
      update registers.centre_area r set valid_to = from_day - 1 where r.insurer_id = insurer and r.id = held.id;
    end if;
  end if;
  if centre is null then
    return true;
  end if;
  select * into later from registers.centre_area r where r.insurer_id = insurer and r.area_id = area
    and r.centre_id = centre and r.valid_from = until_day + 1;
  if later.id is not null then
    delete from registers.centre_area r where r.insurer_id = insurer and r.id = later.id;
    until_day := later.valid_to;
  end if;
  select * into earlier from registers.centre_area r where r.insurer_id = insurer and r.area_id = area
    and r.centre_id = centre and r.valid_to = from_day - 1;
  if earlier.id is not null then
    update registers.centre_area r set valid_to = until_day where r.insurer_id = insurer and r.id = earlier.id;
  else
    insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from, valid_to)
    values (insurer, centre, area, from_day, until_day);
  end if;
  return true;
end $$;
comment on function registers.assign_area is 'door: another centre answers for an area from a day on';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'registers.put_area(uuid,integer,text,text,date)',
    'registers.end_area(uuid,integer,date)',
    'registers.put_town(uuid,integer,text,text,text)',
    'registers.assign_town(uuid,uuid,date)',
    'registers.assign_area(uuid,uuid,date)']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
