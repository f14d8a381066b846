-- Runs that brought in published files, for everyone; and what the newest ones replaced, so that they can be undone exactly.
create table platform.reference_run (
  id uuid primary key default uuidv7(),
  place bigint generated always as identity unique,
  kind text not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  loader_insurer integer,
  attribution text,
  sources text[] not null default '{}',
  files jsonb not null,
  read_rows bigint not null,
  added bigint not null,
  changed bigint not null,
  removed bigint not null,
  unchanged bigint not null,
  kept_tables jsonb,
  undone_at timestamptz,
  undone_by text,
  undone_insurer integer,
  check ((undone_at is null) = (undone_by is null))
);
create index reference_run_of_kind on platform.reference_run (kind, place desc);
comment on table platform.reference_run is 'one taking in of published files: what, when, by whom, with which result; and whether it was undone';
comment on column platform.reference_run.id is 'for the screen';
comment on column platform.reference_run.place is 'order in which the runs were stored';
comment on column platform.reference_run.kind is 'kind of import';
comment on column platform.reference_run.loaded_at is 'when, by the clock of the server';
comment on column platform.reference_run.loaded_by is 'staff id, command or sample';
comment on column platform.reference_run.loader_insurer is 'insurer of that staff; null: command or sample';
comment on column platform.reference_run.attribution is '出典 as the loader stated it; null: not stated';
comment on column platform.reference_run.sources is 'lines of 出典 of the files';
comment on column platform.reference_run.files is 'name and SHA-256 of each file';
comment on column platform.reference_run.read_rows is 'rows read';
comment on column platform.reference_run.added is 'records that were new';
comment on column platform.reference_run.changed is 'records that changed';
comment on column platform.reference_run.removed is 'records that vanished';
comment on column platform.reference_run.unchanged is 'records that stayed as they were';
comment on column platform.reference_run.kept_tables is 'tables whose replaced rows are in reference_kept, with their columns at that time, those that others refer to first; null: nothing is kept, the run cannot be undone';
comment on column platform.reference_run.undone_at is 'when it was undone; null: it stands';
comment on column platform.reference_run.undone_by is 'staff id or command';
comment on column platform.reference_run.undone_insurer is 'insurer of that staff; null: command';

create table platform.reference_kept (
  run_id uuid not null references platform.reference_run on delete cascade,
  table_name text not null,
  side text not null check (side in ('before', 'after')),
  place bigint not null,
  content text not null,
  primary key (run_id, table_name, side, place)
);
comment on table platform.reference_kept is 'rows that a run replaced, to be put back by an undo';
comment on column platform.reference_kept.run_id is 'the run';
comment on column platform.reference_kept.table_name is 'the table, with its schema';
comment on column platform.reference_kept.side is 'before: a row the run changed or removed · after: a row it left changed or new';
comment on column platform.reference_kept.place is 'counted from 1';
comment on column platform.reference_kept.content is 'before: the row as PostgreSQL writes it · after: MD5 of that, to see that nobody changed it since';

grant select on platform.reference_run to meguri_app, meguri_doors, meguri_readonly;
grant select, insert, update, delete on platform.reference_run, platform.reference_kept to meguri_reference;

-- Rows as text are compared between sessions: whatever changes how a value is written is fixed here.
create function platform.keep_rows(source regclass, target text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD'
  set extra_float_digits = '1' set bytea_output = 'hex' set intervalstyle = 'iso_8601' as $$
begin
  execute format('create temporary table %I on commit drop as select md5(t::text) as hash, t::text as content from %s t', target, source);
end $$;
comment on function platform.keep_rows(regclass, text) is 'copies all rows of a table as text into a temporary table';

create function platform.layout_of(source regclass) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum)
  from pg_attribute where attrelid = source and attnum > 0 and not attisdropped
$$;
comment on function platform.layout_of(regclass) is 'names and types of the columns of a table';

create function platform.put_back(run uuid) returns bigint
  language plpgsql set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD'
  set extra_float_digits = '1' set bytea_output = 'hex' set intervalstyle = 'iso_8601' as $$
declare
  names text[] := array(select t ->> 'table' from platform.reference_run r, jsonb_array_elements(r.kept_tables) with ordinality as e (t, n)
    where r.id = run order by n);
  is_leaf boolean[] := '{}';
  expected bigint;
  found bigint;
  total bigint := 0;
begin
  for i in 1 .. cardinality(names) loop
    if platform.layout_of(names[i]::regclass) <> (select t ->> 'layout' from platform.reference_run r,
         jsonb_array_elements(r.kept_tables) t where r.id = run and t ->> 'table' = names[i]) then
      raise exception 'columns of % have changed', names[i] using errcode = 'MG002';
    end if;
    is_leaf := is_leaf || not exists (select from pg_constraint where contype = 'f' and confrelid = names[i]::regclass and conrelid <> confrelid);
    execute format('create temporary table %I on commit drop as select %s from %s t where md5(t::text) in
      (select k.content from platform.reference_kept k where k.run_id = $1 and k.table_name = $2 and k.side = ''after'')',
      'undo_after_' || i, platform.key_of(names[i]::regclass, 't'), names[i]) using run, names[i];
    execute format('select count(*) from %I', 'undo_after_' || i) into found;
    select count(*) into expected from platform.reference_kept k where k.run_id = run and k.table_name = names[i] and k.side = 'after';
    if found <> expected then
      raise exception '% rows of % are as the run left them, not %', found, names[i], expected using errcode = 'MG001';
    end if;
    execute format('create temporary table %I on commit drop as select (x.r).* from platform.reference_kept k
      cross join lateral (select k.content::%s as r offset 0) x where k.run_id = $1 and k.table_name = $2 and k.side = ''before''',
      'undo_before_' || i, names[i]) using run, names[i];
    execute format('select count(*) from %I', 'undo_before_' || i) into found;
    total := total + found + expected;
  end loop;
  -- what others refer to comes back first and goes last
  for i in 1 .. cardinality(names) loop
    if not is_leaf[i] then
      perform platform.put_back_step(names[i]::regclass, i, 'insert');
      perform platform.put_back_step(names[i]::regclass, i, 'update');
    end if;
  end loop;
  for i in 1 .. cardinality(names) loop
    if is_leaf[i] then
      perform platform.put_back_step(names[i]::regclass, i, 'delete');
      perform platform.put_back_step(names[i]::regclass, i, 'update');
      perform platform.put_back_step(names[i]::regclass, i, 'insert');
    end if;
  end loop;
  for i in reverse cardinality(names) .. 1 loop
    if not is_leaf[i] then perform platform.put_back_step(names[i]::regclass, i, 'delete'); end if;
  end loop;
  return total;
end $$;
comment on function platform.put_back(uuid) is 'puts back what a run replaced; stops when anything of it was changed since (MG001) or has other columns now (MG002)';

create function platform.key_of(source regclass, alias text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select string_agg(format('%I.%I', alias, a.attname), ', ' order by array_position(i.indkey::int2[], a.attnum))
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = source and i.indisprimary
$$;
comment on function platform.key_of(regclass, text) is 'columns of the primary key with an alias before them; null: the table has none';

create function platform.put_back_step(target regclass, n integer, step text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  same_key text := format('(%s) = (%s)', platform.key_of(target, 'b'), platform.key_of(target, 'a'));
  columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '');
  changes text := (select string_agg(format('%I = b.%I', a.attname, a.attname), ', ') from pg_attribute a
    where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
      and not exists (select from pg_index i where i.indrelid = target and i.indisprimary and a.attnum = any (i.indkey)));
begin
  case step
    when 'insert' then
      execute format('insert into %s (%s) overriding system value select %s from %I b where not exists (select from %I a where %s)',
        target, columns, columns, 'undo_before_' || n, 'undo_after_' || n, same_key);
    when 'update' then
      if changes is not null then
        execute format('update %s t set %s from %I b join %I a on %s where (%s) = (%s)',
          target, changes, 'undo_before_' || n, 'undo_after_' || n, same_key, platform.key_of(target, 't'), platform.key_of(target, 'b'));
      end if;
    when 'delete' then
      execute format('delete from %s t using %I a where (%s) = (%s) and not exists (select from %I b where %s)',
        target, 'undo_after_' || n, platform.key_of(target, 't'), platform.key_of(target, 'a'), 'undo_before_' || n, same_key);
  end case;
end $$;
comment on function platform.put_back_step(regclass, integer, text) is 'one step of put_back for one of its tables';

revoke execute on function platform.keep_rows(regclass, text), platform.layout_of(regclass), platform.put_back(uuid),
  platform.key_of(regclass, text), platform.put_back_step(regclass, integer, text) from public;
grant execute on function platform.keep_rows(regclass, text), platform.layout_of(regclass), platform.put_back(uuid),
  platform.key_of(regclass, text), platform.put_back_step(regclass, integer, text) to meguri_reference;
