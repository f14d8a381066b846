-- Rows that nobody refers to go and come whole; rows that others refer to are changed in place. What others refer to comes back
-- before they do and goes after them; only where a file has replaced a set under the same key, what the run left has to go first.
create or replace function platform.put_back(run uuid) returns bigint
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
    is_leaf := is_leaf || not exists (select from pg_constraint where contype = 'f' and confrelid = names[i]::regclass);
    execute format('create temporary table %I on commit drop as select %s from %s t where md5(t::text) in
      (select k.content from platform.reference_kept k where k.run_id = $1 and k.table_name = $2 and k.side = ''after'')',
      'undo_after_' || i, platform.key_of(names[i]::regclass, 't') || ' as key', names[i]) using run, names[i];
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
  for i in reverse cardinality(names) .. 1 loop
    if is_leaf[i] then perform platform.put_back_step(names[i]::regclass, i, 'delete all'); end if;
  end loop;
  begin
    perform platform.put_back_steps(names, is_leaf, array['insert', 'update'], false);
    perform platform.put_back_steps(names, is_leaf, array['delete'], true);
  exception when unique_violation then
    perform platform.put_back_steps(names, is_leaf, array['delete'], true);
    perform platform.put_back_steps(names, is_leaf, array['update', 'insert'], false);
  end;
  for i in 1 .. cardinality(names) loop
    if is_leaf[i] then perform platform.put_back_step(names[i]::regclass, i, 'insert all'); end if;
  end loop;
  -- whatever order it took: every row is as it was, or nothing is done
  for i in 1 .. cardinality(names) loop
    execute format('select count(*) from %s t where md5(t::text) in
      (select md5(k.content) from platform.reference_kept k where k.run_id = $1 and k.table_name = $2 and k.side = ''before'')', names[i])
      using run, names[i] into found;
    select count(*) into expected from platform.reference_kept k where k.run_id = run and k.table_name = names[i] and k.side = 'before';
    if found <> expected then
      raise exception '% of % rows of % came back', found, expected, names[i] using errcode = 'MG003';
    end if;
  end loop;
  return total;
end $$;

create function platform.put_back_steps(names text[], is_leaf boolean[], steps text[], is_reverse boolean) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  n integer;
  step text;
begin
  for i in 1 .. cardinality(names) loop
    n := case when is_reverse then cardinality(names) + 1 - i else i end;
    if not is_leaf[n] then
      foreach step in array steps loop perform platform.put_back_step(names[n]::regclass, n, step); end loop;
    end if;
  end loop;
end $$;
comment on function platform.put_back_steps(text[], boolean[], text[], boolean) is 'steps of put_back for the tables that others refer to, in their order or in reverse';
revoke execute on function platform.put_back_steps(text[], boolean[], text[], boolean) from public;
grant execute on function platform.put_back_steps(text[], boolean[], text[], boolean) to meguri_reference;

create or replace function platform.put_back_step(target regclass, n integer, step text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  key_of_row text := platform.key_of(target, 't');
  same_key text := platform.key_of(target, 'b') || ' = a.key';
  columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '');
  changes text := (select string_agg(format('%I = b.%I', a.attname, a.attname), ', ') from pg_attribute a
    where a.attrelid = target and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '');
  inserted text := format('insert into %s (%s) overriding system value select %s from %I b', target, columns, columns, 'undo_before_' || n);
  deleted text := format('delete from %s t using %I a where %s = a.key', target, 'undo_after_' || n, key_of_row);
begin
  case step
    when 'delete all' then execute deleted;
    when 'insert all' then execute inserted;
    when 'delete' then
      execute deleted || format(' and not exists (select from %I b where %s)', 'undo_before_' || n, same_key);
    when 'insert' then
      execute inserted || format(' where not exists (select from %I a where %s)', 'undo_after_' || n, same_key);
    when 'update' then
      execute format('update %s t set %s from %I b join %I a on %s where %s = a.key',
        target, changes, 'undo_before_' || n, 'undo_after_' || n, same_key, key_of_row);
  end case;
end $$;

-- The primary key, else a unique key that tells rows apart also where a column of it is null.
create or replace function platform.key_of(source regclass, alias text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select format('md5(row(%s)::text)', string_agg(format('%I.%I', alias, a.attname), ', ' order by a.attnum))
  from (select k.indkey from pg_index k where k.indrelid = source and k.indisunique and k.indpred is null and k.indexprs is null
      and (k.indnullsnotdistinct or not exists (select from pg_attribute n where n.attrelid = source and n.attnum = any (k.indkey) and not n.attnotnull))
    order by k.indisprimary desc, k.indexrelid limit 1) i
  join pg_attribute a on a.attrelid = source and a.attnum = any (i.indkey)
$$;
comment on function platform.key_of(regclass, text) is 'what tells the rows of a table apart, as an expression over an alias; null: nothing does';
