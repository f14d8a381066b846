/*
 同一人物の統合. One record survives; every row of the other that names the person is re-pointed, and what was changed is kept row
 by row, so that 統合の取消 puts back exactly that. Rows written afterwards stay with the survivor and are listed.
*/
create table casework.person_merge (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  merged_id uuid not null,
  reason text not null,
  taken text[] not null,
  row_count integer not null default 0,
  merged_at timestamptz not null default clock_timestamp(),
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text,
  primary key (insurer_id, id)
);
alter table casework.person_merge add foreign key (insurer_id, person_id) references casework.person;
alter table casework.person_merge add foreign key (insurer_id, merged_id) references casework.person;
create unique index person_merge_open on casework.person_merge (insurer_id, merged_id) where undone_at is null;
create index person_merge_of_person on casework.person_merge (insurer_id, person_id, merged_at);
comment on table casework.person_merge is '統合: two records of one human being became one; undone_at: taken back';
comment on column casework.person_merge.insurer_id is 'insurer';
comment on column casework.person_merge.id is 'given by the database';
comment on column casework.person_merge.version is 'optimistic lock';
comment on column casework.person_merge.person_id is 'the record that goes on';
comment on column casework.person_merge.centre_id is 'centre that looks after the person';
comment on column casework.person_merge.merged_id is 'the record that was merged away';
comment on column casework.person_merge.reason is 'why it is the same person';
comment on column casework.person_merge.taken is 'columns whose value came from the record merged away';
comment on column casework.person_merge.row_count is 'rows that were re-pointed';
comment on column casework.person_merge.merged_at is 'instant of the merge';
comment on column casework.person_merge.merged_by is 'staff';
comment on column casework.person_merge.undone_at is '取消; null: holds';
comment on column casework.person_merge.undone_by is 'staff who took it back';
comment on column casework.person_merge.undone_reason is 'why it was taken back';
select platform.tenant_table('casework.person_merge', person => 'person_id', centre => 'centre_id', written_by => 'nobody');

create table casework.person_merge_row (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  merge_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  primary key (insurer_id, id)
);
alter table casework.person_merge_row add foreign key (insurer_id, merge_id) references casework.person_merge;
create index person_merge_row_of_merge on casework.person_merge_row (insurer_id, merge_id, table_name);
create index person_merge_row_of_row on casework.person_merge_row (insurer_id, row_id);
comment on table casework.person_merge_row is 'what a merge changed, row by row; read by the doors only: it holds two whole records of people';
comment on column casework.person_merge_row.insurer_id is 'insurer';
comment on column casework.person_merge_row.id is 'given by the database';
comment on column casework.person_merge_row.merge_id is 'the merge';
comment on column casework.person_merge_row.table_name is 'schema and table; casework.person_key: the search keys of the survivor, as a list';
comment on column casework.person_merge_row.row_id is 'id of the row';
comment on column casework.person_merge_row.before is 'columns that the merge changed, as they were; of casework.person the whole row';
comment on column casework.person_merge_row.after is 'the same columns as the merge left them';
select platform.tenant_table('casework.person_merge_row', written_by => 'nobody', history => false);
revoke select on casework.person_merge_row from meguri_app;

-- Whoever becomes protected later is forgotten here too.
create or replace function casework.forget_address() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hidden constant text[] := array['postal_code', 'town_id', 'address_rest', 'building', 'phone', 'address_fold', 'phone_fold'];
begin
  update platform.history set row = row - hidden
    where insurer_id = new.insurer_id and table_name = 'casework.person' and row_id = new.id and row ?| hidden;
  update casework.person_merge_row set before = before - hidden, after = after - hidden
    where insurer_id = new.insurer_id and row_id = new.id and table_name = 'casework.person' and before ?| hidden;
  return null;
end $$;

-- The record that goes on: the id itself, or what it was merged into, however often.
create function casework.surviving_person(person uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive chain (id, merged_into, step) as (
    select p.id, p.merged_into, 1 from casework.person p
      where p.insurer_id = nullif(current_setting('meguri.insurer', true), '')::int and p.id = person
    union all
    select p.id, p.merged_into, c.step + 1 from chain c join casework.person p
      on p.insurer_id = nullif(current_setting('meguri.insurer', true), '')::int and p.id = c.merged_into
      where c.step < 20)
  select c.id from chain c where c.merged_into is null
$$;
comment on function casework.surviving_person is 'door: the id of the record that a merged record became; null: no such person. Tells an id only to who knows one of it';

-- Tables whose rows name a person: what tenant_table() was told, and the two that say it otherwise.
create function casework.tables_of_people() returns table (table_name text, person_column text, centre_column text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.table_name, r.person_column, r.centre_column from platform.tenant_table_register r
    where r.person_column is not null
      and r.table_name not in ('casework.person', 'casework.person_merge', 'platform.history')
  union all select 'platform.person_access', 'person_id', null
  order by 1
$$;
comment on function casework.tables_of_people is 'tables that a merge re-points; every one has an id';

/*
 Merges `merged` into `person`, in one transaction or not at all.
   taken  columns of casework.person whose value comes from `merged`; 'note+' joins both notes
 Returns null when one of them is absent or out of reach, else {outcome: 'done' | 'conflict' | 'same-person' | 'merged' |
 'other-centre' | 'protection-differs', …}. A row that cannot be re-pointed raises MG409 with the table's name.
*/
create function casework.merge_person(
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

  -- across centres: the earlier rows follow, and open tasks go to who looks after the person now
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
          and t.insurer_id = insurer and t.id = r.row_id and t.state in ('open', 'waiting');
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
comment on function casework.merge_person is 'door: merges two records of one person, keeping what it changed row by row';

-- Who receives what has to be done for a person: 主担当 while at the centre, else the centre's manager, else anybody of it.
create function casework.who_receives(person uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.staff_id from casework.person p
  join registers.post o on o.insurer_id = p.insurer_id and o.centre_id = p.centre_id
    and o.valid_from <= nullif(current_setting('meguri.today', true), '')::date
    and (o.valid_to is null or o.valid_to >= nullif(current_setting('meguri.today', true), '')::date)
    and (o.staff_id = p.staff_id or o.role in ('centreManager', 'centreStaff', 'coreCentreStaff', 'planner'))
  where p.insurer_id = nullif(current_setting('meguri.insurer', true), '')::int and p.id = person
  order by (o.staff_id = p.staff_id) desc nulls last, (o.role = 'centreManager') desc, o.staff_id limit 1
$$;
comment on function casework.who_receives is 'staff of the person''s centre who gets its tasks; null: the centre has nobody today. For the doors';

-- How many rows of each table name a person: what a merge would move, or what hangs on the record.
create function casework.count_rows_of(person uuid) returns table (table_name text, label text, row_count integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  owned record;
begin
  if coalesce(current_setting('meguri.scope', true), '') not in ('insurer', 'centre') or not casework.person_in_reach(person) then
    return;
  end if;
  for owned in select t.table_name, t.person_column from casework.tables_of_people() t loop
    table_name := owned.table_name;
    label := obj_description(owned.table_name::regclass, 'pg_class');
    execute format('select count(*)::int from %s t where t.insurer_id = $1 and t.%I = $2',
      owned.table_name::regclass, owned.person_column) into row_count using insurer, person;
    if row_count > 0 then
      return next;
    end if;
  end loop;
end $$;
comment on function casework.count_rows_of is 'door: rows that name a person within reach, by table';

/*
 Takes a merge back: the rows that it moved go back, the two records regain what it changed, except where somebody changed the
 same value since. What was written to the survivor afterwards stays there.
   only_look  tells what would happen and changes nothing
 Returns null out of reach, else {outcome: 'done' | 'undone' | 'merged' | 'not-last', moved, missing, kept: columns, since: [{table, id, at}]}.
*/
create function casework.unmerge_person(merge uuid, why text, only_look boolean) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  m casework.person_merge;
  kept casework.person;
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
  if not found or coalesce(current_setting('meguri.scope', true), '') not in ('insurer', 'centre')
    or not (casework.person_in_reach(m.person_id) and casework.person_in_reach(m.merged_id)) then
    return null;
  end if;
  perform 1 from casework.person p where p.insurer_id = insurer and p.id in (m.person_id, m.merged_id) order by p.id for update;
  select * into m from casework.person_merge x where x.insurer_id = insurer and x.id = merge for update;
  select * into kept from casework.person p where p.insurer_id = insurer and p.id = m.person_id;
  if m.undone_at is not null then
    return jsonb_build_object('outcome', 'undone');
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
comment on function casework.unmerge_person is 'door: takes a merge back, or says what that would do';

/* 統合の依頼 to the insurer, by who may not merge: a task for an officer. Returns {outcome: 'asked' | 'already-asked' | 'no-receiver'}; null out of reach. */
create function casework.request_merge(person uuid, due date, why text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  receiver uuid;
begin
  perform platform.need_casework_reach();
  if not casework.person_in_reach(person) then
    return null;
  elsif exists (select from platform.task t where t.insurer_id = insurer and t.person_id = person
    and t.kind = 'person.merge-request' and t.state in ('open', 'waiting')) then
    return jsonb_build_object('outcome', 'already-asked');
  end if;
  select o.staff_id into receiver from registers.post o
    where o.insurer_id = insurer and o.role = 'officer' and o.valid_from <= today and (o.valid_to is null or o.valid_to >= today)
    order by (select count(*) from platform.task t where t.insurer_id = insurer and t.holder_id = o.staff_id
      and t.kind = 'person.merge-request' and t.state in ('open', 'waiting')), o.staff_id limit 1;
  if receiver is null then
    return jsonb_build_object('outcome', 'no-receiver');
  end if;
  insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, handed_by, handed_at,
    source_type, source_id, created_by)
  select insurer, person, p.centre_id, receiver, 'person.merge-request', '二重登録の確認と統合: ' || why, due, true, staff, now(),
    'person-merge', person, staff
  from casework.person p where p.insurer_id = insurer and p.id = person;
  return jsonb_build_object('outcome', 'asked');
end $$;
comment on function casework.request_merge is 'door: asks the insurer to merge a person with another record that the asker may not see';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'casework.surviving_person(uuid)',
    'casework.merge_person(uuid,integer,uuid,integer,text[],text)',
    'casework.who_receives(uuid)',
    'casework.count_rows_of(uuid)',
    'casework.unmerge_person(uuid,text,boolean)',
    'casework.request_merge(uuid,date,text)']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
revoke execute on function casework.who_receives(uuid) from meguri_app;
grant execute on function casework.tables_of_people() to meguri_doors;
