-- Who may not merge across centres may not take such a merge back either: both records have to lie in the manager's centres, as for
-- merge_person. The insurer takes back any.
create or replace function casework.unmerge_person(merge uuid, why text, only_look boolean) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  scope constant text := coalesce(current_setting('meguri.scope', true), '');
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '');
  m casework.person_merge;
  kept casework.person;
  gone casework.person;
  owned record;
  image record;
  now_row jsonb;
  back jsonb;
  sets text;
  n integer;
  moved integer := 0;
  stays jsonb := '[]';
  since jsonb := '[]';
  part jsonb;
begin
  select * into m from casework.person_merge x where x.insurer_id = insurer and x.id = merge;
  if not found or scope not in ('insurer', 'centre')
    or not (casework.person_in_reach(m.person_id) and casework.person_in_reach(m.merged_id)) then
    return null;
  end if;
  perform 1 from casework.person p where p.insurer_id = insurer and p.id in (m.person_id, m.merged_id) order by p.id for update;
  select * into m from casework.person_merge x where x.insurer_id = insurer and x.id = merge for update;
  select * into kept from casework.person p where p.insurer_id = insurer and p.id = m.person_id;
  select * into gone from casework.person p where p.insurer_id = insurer and p.id = m.merged_id;
  if m.undone_at is not null then
    return jsonb_build_object('outcome', 'undone');
  elsif scope = 'centre' and not coalesce(kept.centre_id = any (centres) and gone.centre_id = any (centres), false) then
    return jsonb_build_object('outcome', 'other-centre');
  elsif kept.merged_into is not null then
    return jsonb_build_object('outcome', 'merged');
  elsif exists (select from casework.person_merge x where x.insurer_id = insurer and x.person_id = m.person_id
      and x.undone_at is null and x.merged_at > m.merged_at) then
    return jsonb_build_object('outcome', 'not-last');
  end if;

  -- what was written to the survivor since: made after the merge, and none of the rows that it moved
  for owned in select * from casework.tables_of_people() loop
    execute format('select coalesce(jsonb_agg(jsonb_build_object(''table'', $4::text, ''id'', x.id, ''at'', x.at) order by x.at), ''[]'')
      from (select t.id, %s as at from %s t where t.insurer_id = $1 and t.%I = $2) x
      where x.at > $3 and not exists (select from casework.person_merge_row r
        where r.insurer_id = $1 and r.merge_id = $5 and r.table_name = $4 and r.row_id = x.id)',
      case when exists (select from pg_attribute a where a.attrelid = owned.table_name::regclass and a.attname = 'created_at'
          and not a.attisdropped) then 't.created_at' else 'uuid_extract_timestamp(t.id)' end,
      owned.table_name::regclass, owned.person_column)
      into part using insurer, m.person_id, m.merged_at, owned.table_name, merge;
    since := since || part;
  end loop;

  for image in select r.row_id, r.before, r.after, to_jsonb(p) as present from casework.person_merge_row r
    join casework.person p on p.insurer_id = insurer and p.id = r.row_id
    where r.insurer_id = insurer and r.merge_id = merge and r.table_name = 'casework.person' loop
    select stays || coalesce(jsonb_agg(k order by k), '[]') into stays from jsonb_object_keys(image.before) k
      where image.before -> k is distinct from image.after -> k and image.present -> k is distinct from image.after -> k
        and k <> 'updated_at';
  end loop;
  select count(*) into n from casework.person_merge_row r where r.insurer_id = insurer and r.merge_id = merge
    and r.table_name not in ('casework.person', 'casework.person_key');
  if only_look then
    return jsonb_build_object('outcome', 'done', 'moved', n, 'kept', stays, 'since', since);
  end if;

  for owned in select * from casework.tables_of_people() loop
    begin
      execute format('update %s t set %I = $1 %s from casework.person_merge_row r
          where r.insurer_id = $2 and r.merge_id = $3 and r.table_name = $4 and t.insurer_id = $2 and t.id = r.row_id
            and t.%I = $5',
        owned.table_name::regclass, owned.person_column,
        case when owned.centre_column is not null and owned.table_name <> 'platform.journal'
          then format(', %I = (r.before ->> %L)::uuid', owned.centre_column, owned.centre_column) else '' end,
        owned.person_column)
        using m.merged_id, insurer, merge, owned.table_name, m.person_id;
      get diagnostics n = row_count;
      moved := moved + n;
    exception when integrity_constraint_violation then
      raise exception '%', owned.table_name using errcode = 'MG409';
    end;
  end loop;
  update platform.task t set holder_id = (r.before ->> 'holder_id')::uuid, is_new = (r.before ->> 'is_new')::boolean
    from casework.person_merge_row r
    where r.insurer_id = insurer and r.merge_id = merge and r.table_name = 'platform.task' and r.after ? 'holder_id'
      and t.insurer_id = insurer and t.id = r.row_id and t.holder_id = (r.after ->> 'holder_id')::uuid;
  update platform.history h set centre_id = (r.before ->> 'centre_id')::uuid from casework.person_merge_row r
    where r.insurer_id = insurer and r.merge_id = merge and r.before ? 'centre_id' and r.before -> 'centre_id' <> r.after -> 'centre_id'
      and h.insurer_id = insurer and h.table_name = r.table_name and h.row_id = r.row_id and h.table_name <> 'casework.person';

  update casework.person p set resident_number = null where p.insurer_id = insurer and p.id in (m.person_id, m.merged_id)
    and exists (select from casework.person_merge_row r where r.insurer_id = insurer and r.merge_id = merge
      and r.table_name = 'casework.person' and r.row_id = p.id and r.before -> 'resident_number' <> r.after -> 'resident_number');
  for image in select r.row_id, r.before, r.after from casework.person_merge_row r
    where r.insurer_id = insurer and r.merge_id = merge and r.table_name = 'casework.person' order by r.row_id loop
    select to_jsonb(p) into now_row from casework.person p where p.insurer_id = insurer and p.id = image.row_id;
    select string_agg(format('%I = b.%I', k, k), ', ') into sets from jsonb_object_keys(image.before) k
      where (image.before -> k is distinct from image.after -> k)
        and (now_row -> k is not distinct from image.after -> k or k = 'resident_number');
    if sets is not null then
      execute format('update casework.person p set %s from jsonb_populate_record(null::casework.person, $1) b
        where p.insurer_id = $2 and p.id = $3', sets) using image.before, insurer, image.row_id;
    end if;
  end loop;
  -- protected meanwhile: so is the record that comes back
  update casework.person p set is_protected = true where p.insurer_id = insurer and p.id = m.merged_id
    and kept.is_protected and not p.is_protected;
  update casework.core_row c set person_id = p.id from casework.person p
    where c.insurer_id = insurer and p.insurer_id = insurer and p.id in (m.person_id, m.merged_id)
      and c.resident_number = p.resident_number and c.person_id <> p.id;
  select r.before into back from casework.person_merge_row r
    where r.insurer_id = insurer and r.merge_id = merge and r.table_name = 'casework.person_key';
  if back is not null and not stays ? 'kana' then
    delete from casework.person_key k where k.insurer_id = insurer and k.person_id = m.person_id;
    insert into casework.person_key (insurer_id, person_id, key)
      select insurer, m.person_id, k from jsonb_array_elements_text(back) k;
  end if;
  update casework.person_merge x set undone_at = now(), undone_by = staff, undone_reason = why
    where x.insurer_id = insurer and x.id = merge;
  return jsonb_build_object('outcome', 'done', 'moved', moved, 'kept', stays, 'since', since,
    'personId', m.person_id, 'mergedId', m.merged_id);
end $$;
comment on function casework.unmerge_person is 'door: takes a merge back, or says what that would do; a centre only within its own';
