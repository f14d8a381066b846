create table platform.job (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  kind text not null,
  title text not null,
  input jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done_units bigint not null default 0,
  total_units bigint,
  message text,
  result jsonb,
  is_cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  primary key (insurer_id, id)
);
create index job_of_staff on platform.job (insurer_id, staff_id, created_at desc);
comment on table platform.job is 'long work of one member of staff: its progress, its end, and the wish to cancel it; the queue itself is schema jobs';
comment on column platform.job.total_units is 'null: not known yet';
comment on column platform.job.result is 'what the page shows at the end; identifiers and counts';
select platform.tenant_table('platform.job', written_by => 'author', history => false);
