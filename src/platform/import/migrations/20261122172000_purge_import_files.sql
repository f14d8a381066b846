-- A file of the core system holds everybody's addresses: its content goes as soon as it is applied or refused (jobs.ts), and
-- after seven days in any case. Name and checksum stay with the run.
create function platform.purge_import_files() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  emptied integer;
begin
  update platform.import_file f set content = ''
    from platform.import_run r
    where r.insurer_id = f.insurer_id and r.id = f.run_id and r.created_at < now() - interval '7 days'
      and octet_length(f.content) > 0;
  get diagnostics emptied = row_count;
  return emptied;
end $$;
comment on function platform.purge_import_files() is 'empties uploaded files of all insurers after seven days; returns how many';
alter function platform.purge_import_files() owner to meguri_doors;
revoke execute on function platform.purge_import_files() from public;
grant execute on function platform.purge_import_files() to meguri_app;
