-- The preview shows the first differences; here are all of them, in parts, so that none is out of reach.
create table platform.import_difference (
  insurer_id integer not null,
  run_id uuid not null,
  state text not null check (state in ('added', 'changed', 'removed')),
  part integer not null check (part > 0),
  staff_id uuid not null,
  content bytea not null,
  primary key (insurer_id, run_id, state, part)
);
comment on table platform.import_difference is 'all differences of a run by screen, as its last reading found them; seen by its author';
comment on column platform.import_difference.insurer_id is 'insurer of the author';
comment on column platform.import_difference.run_id is 'the run';
comment on column platform.import_difference.state is 'a part holds one state';
comment on column platform.import_difference.part is 'counted from 1 in each state, ordered by key';
comment on column platform.import_difference.staff_id is 'the author';
comment on column platform.import_difference.content is 'a JSON list, compressed (gzip)';
select platform.tenant_table('platform.import_difference', written_by => 'author', history => false);

create or replace function platform.purge_import_files() returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  emptied integer;
begin
  delete from platform.import_difference d using platform.import_run r
    where r.insurer_id = d.insurer_id and r.id = d.run_id and r.created_at < now() - interval '7 days';
  update platform.import_file f set content = ''
    from platform.import_run r
    where r.insurer_id = f.insurer_id and r.id = f.run_id and r.created_at < now() - interval '7 days'
      and octet_length(f.content) > 0;
  get diagnostics emptied = row_count;
  return emptied;
end $$;
comment on function platform.purge_import_files() is 'empties uploaded files of all insurers after seven days, and their differences; returns how many files';
