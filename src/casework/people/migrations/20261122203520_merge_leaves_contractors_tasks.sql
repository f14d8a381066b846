-- As a hand-over does: what a contractor has to do goes on while its contract does, also when a merge brings the person to another
-- centre.
create or replace function casework.merge_person(
  person uuid, person_version integer, merged uuid, merged_version integer, taken text[], why text
) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  scope constant text := coalesce(current_setting('meguri.scope', true), '');
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '');
  allowed constant text[] := array['name', 'kana', 'name_fold', 'kana_fold', 'alias', 'alias_fold', 'birth_on',
    'birth_uncertainty', 'sex', 'relationship', 'insured_number', 'household_number', 'postal_code', 'town_id', 'area_id',
    'address_rest', 'building', 'address_fold', 'phone', 'phone_fold', 'staff_id', 'note', 'note+', 'resident_number',
    'resident_history_number', 'insured_from', 'insured_to', 'is_resident_exception', 'last_event', 'last_event_on',
    'moved_out_on', 'died_on', 'source', 'core_updated_at'];
  kept casework.person;
  gone casework.person;
  merge uuid;
  receiver uuid;
  owned record;
  moved integer;
  total integer := 0;
  sets text;
begin
  if scope not in ('insurer', 'centre') or not (casework.person_in_reach(person) and casework.person_in_reach(merged)) then
    return null;
  elsif person = merged then
    return jsonb_build_object('outcome', 'same-person');
  elsif not taken <@ allowed then
    raise exception 'not to be taken over: %', taken using errcode = 'check_violation';
  end if;
  -- always in one order: two merges of the same people wait for each other
  perform 1 from casework.person p where p.insurer_id = insurer and p.id in (person, merged) order by p.id for update;
  select * into kept from casework.person p where p.insurer_id = insurer and p.id = person;
  select * into gone from casework.person p where p.insurer_id = insurer and p.id = merged;
  if kept.merged_into is not null or gone.merged_into is not null then
    return jsonb_build_object('outcome', 'merged');
  elsif kept.version <> person_version or gone.version <> merged_version then
    return jsonb_build_object('outcome', 'conflict');
  elsif scope = 'centre' and not coalesce(kept.centre_id = any (centres) and gone.centre_id = any (centres), false) then
    return jsonb_build_object('outcome', 'other-centre');
  elsif kept.is_protected <> gone.is_protected then
    return jsonb_build_object('outcome', 'protection-differs');
  end if;

  insert into casework.person_merge (insurer_id, person_id, centre_id, merged_id, reason, taken, merged_by)
    values (insurer, person, coalesce(kept.centre_id, gone.centre_id), merged, why, taken, staff) returning id into merge;
  insert into casework.person_merge_row (insurer_id, merge_id, table_name, row_id, before, after)
    select insurer, merge, 'casework.person_key', person, coalesce(jsonb_agg(k.key order by k.key), '[]'), '[]'
    from casework.person_key k where k.insurer_id = insurer and k.person_id = person and 'kana' = any (taken)
    having 'kana' = any (taken);

  -- the two records; 宛名番号 is unique, so that it leaves the one before the other takes it
  update casework.person p set resident_number = null, merged_into = person where p.insurer_id = insurer and p.id = merged;
  select string_agg(format('%I = g.%I', c, c), ', ') into sets
    from unnest(taken) c where c not in ('note+', 'resident_number');
  if sets is not null then
    execute format('update casework.person p set %s from jsonb_populate_record(null::casework.person, $1) g
      where p.insurer_id = $2 and p.id = $3', sets) using to_jsonb(gone), insurer, person;
  end if;
  update casework.person p set
      resident_number = case when 'resident_number' = any (taken) then gone.resident_number else p.resident_number end,
      note = case when 'note+' = any (taken) then concat_ws(E'\n', kept.note, gone.note) else p.note end,
      centre_id = coalesce(kept.centre_id, gone.centre_id),
      is_locked = kept.is_locked or gone.is_locked, stops_contact = kept.stops_contact or gone.stops_contact, updated_at = now()
    where p.insurer_id = insurer and p.id = person;
  update casework.person p set
      resident_number = case when 'resident_number' = any (taken) then kept.resident_number else gone.resident_number end
    where p.insurer_id = insurer and p.id = merged;
  update casework.core_row c set person_id = p.id from casework.person p
    where c.insurer_id = insurer and c.resident_number in (kept.resident_number, gone.resident_number)
      and p.insurer_id = insurer and p.resident_number = c.resident_number and c.person_id <> p.id;
  if 'kana' = any (taken) then
    delete from casework.person_key k where k.insurer_id = insurer and k.person_id = person;
    insert into casework.person_key (insurer_id, person_id, key)
      select insurer, person, k.key from casework.person_key k where k.insurer_id = insurer and k.person_id = merged;
  end if;

  -- every row that names the person; the journal keeps the centre that did the work
  for owned in select * from casework.tables_of_people() loop
    begin
      execute format('with old as (
          select t.id, jsonb_build_object(%1$L, t.%1$I) %2$s as before from %3$s t
          where t.insurer_id = $1 and t.%1$I = $2 for update
        ), new as (
          update %3$s t set %1$I = $3 %4$s from old where t.insurer_id = $1 and t.id = old.id
          returning t.id, jsonb_build_object(%1$L, t.%1$I) %5$s as after
        ) insert into casework.person_merge_row (insurer_id, merge_id, table_name, row_id, before, after)
          select $1, $5, %6$L, new.id, old.before, new.after from new join old on old.id = new.id',
        owned.person_column,
        case when owned.centre_column is not null and owned.table_name <> 'platform.journal'
          then format('|| jsonb_build_object(%1$L, t.%1$I)', owned.centre_column) else '' end,
        owned.table_name::regclass,
        case when owned.centre_column is not null and owned.table_name <> 'platform.journal'
          then format(', %I = $4', owned.centre_column) else '' end,
        case when owned.centre_column is not null and owned.table_name <> 'platform.journal'
          then format('|| jsonb_build_object(%1$L, t.%1$I)', owned.centre_column) else '' end,
        owned.table_name)
        using insurer, merged, person, coalesce(kept.centre_id, gone.centre_id), merge;
      get diagnostics moved = row_count;
      total := total + moved;
    exception when integrity_constraint_violation then
      raise exception '%', owned.table_name using errcode = 'MG409';
    end;
  end loop;

  -- across centres: the earlier rows follow, and open tasks go to who looks after the person now, but those of a contractor whose
  -- entrustment runs (it was re-pointed above)
  if gone.centre_id is distinct from coalesce(kept.centre_id, gone.centre_id) then
    update platform.history h set centre_id = kept.centre_id from casework.person_merge_row r
      where r.insurer_id = insurer and r.merge_id = merge and h.insurer_id = insurer and h.table_name = r.table_name
        and h.row_id = r.row_id and h.table_name not in ('casework.person', 'platform.journal');
    receiver := casework.who_receives(person);
    if receiver is not null then
      update casework.person_merge_row r set
          before = r.before || jsonb_build_object('holder_id', t.holder_id, 'is_new', t.is_new),
          after = r.after || jsonb_build_object('holder_id', receiver, 'is_new', true)
        from platform.task t
        where r.insurer_id = insurer and r.merge_id = merge and r.table_name = 'platform.task'
          and t.insurer_id = insurer and t.id = r.row_id and t.state in ('open', 'waiting')
          and not exists (select from registers.post o
            join platform.person_access a on a.insurer_id = insurer and a.person_id = person and a.kind = 'assignment'
              and a.holder_id in (o.organisation_id, o.staff_id) and a.valid_from <= today and (a.valid_to is null or a.valid_to >= today)
            where o.insurer_id = insurer and o.staff_id = t.holder_id and o.role = 'contractedCareManager'
              and o.valid_from <= today and (o.valid_to is null or o.valid_to >= today));
      update platform.task t set holder_id = receiver, is_new = true from casework.person_merge_row r
        where r.insurer_id = insurer and r.merge_id = merge and r.table_name = 'platform.task' and r.after ? 'holder_id'
          and t.insurer_id = insurer and t.id = r.row_id;
    end if;
  end if;

  insert into casework.person_merge_row (insurer_id, merge_id, table_name, row_id, before, after)
    select insurer, merge, 'casework.person', p.id,
      case p.id when person then to_jsonb(kept) else to_jsonb(gone) end - 'version', to_jsonb(p) - 'version'
    from casework.person p where p.insurer_id = insurer and p.id in (person, merged);
  update casework.person_merge m set row_count = total where m.insurer_id = insurer and m.id = merge;
  return jsonb_build_object('outcome', 'done', 'mergeId', merge, 'rows', total);
end $$;
