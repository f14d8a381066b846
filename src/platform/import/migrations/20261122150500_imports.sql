create table platform.import_run (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  kind text not null,
  state text not null default 'stored' check (state in ('stored', 'refused', 'previewed', 'applied')),
  report jsonb,
  created_at timestamptz not null default now(),
  applied_at timestamptz,
  primary key (insurer_id, id)
);
create index import_run_of_staff on platform.import_run (insurer_id, staff_id, created_at desc);
comment on table platform.import_run is 'one reading of files by screen: stored whole, previewed, then applied; seen by its author';
comment on column platform.import_run.report is 'counts, refusals and the first differences';
select platform.tenant_table('platform.import_run', written_by => 'author', history => false);

create table platform.import_file (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  run_id uuid not null,
  name text not null,
  sha256 text not null,
  content bytea not null check (octet_length(content) <= 20971520),
  primary key (insurer_id, id)
);
create index import_file_of_run on platform.import_file (insurer_id, run_id);
comment on table platform.import_file is 'the file as it came, kept whole before anything of it is applied';
select platform.tenant_table('platform.import_file', written_by => 'author', history => false);
