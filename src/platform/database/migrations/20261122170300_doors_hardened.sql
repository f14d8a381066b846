-- Temporary objects of the caller come last in the search path of a door: else a type or table of theirs, named like ours,
-- would be used with the rights of the doors. And no definer's function is anybody's to call or to hang on a temporary table.
do $$
declare
  door record;
begin
  for door in
    select p.oid::regprocedure as name, p.prorettype = 'trigger'::regtype as is_trigger,
      (select substr(s, length('search_path=') + 1) from unnest(p.proconfig) s where s like 'search\_path=%') as path
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ('platform', 'registers', 'casework', 'evaluation', 'audit', 'identity')
  loop
    if door.path not like '%pg_temp' then
      execute format('alter function %s set search_path = %s, pg_temp', door.name, door.path);
    end if;
    execute format('revoke execute on function %s from public', door.name);
  end loop;
end $$;
revoke execute on function platform.tenant_table from public;
