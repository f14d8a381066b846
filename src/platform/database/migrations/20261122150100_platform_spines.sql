-- The spines every floor writes to: journal, tasks, trace; and drafts.

create table platform.journal (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  day date not null,
  centre_id uuid,
  area_id uuid,
  staff_id uuid not null,
  kind text not null,
  person_id uuid,
  minutes integer check (minutes >= 0),
  unit text not null check (unit in ('回', '件', '人', '分')),
  count integer not null check (count >= 0),
  source_type text not null,
  source_id uuid not null,
  primary key (insurer_id, id)
);
create index journal_of_day on platform.journal (insurer_id, centre_id, day, kind);
create index journal_of_source on platform.journal (insurer_id, source_id);
comment on table platform.journal is '業務記録: one row per piece of work, written in the transaction of its source; every count is read from here';
comment on column platform.journal.centre_id is 'the centre that did the work; stays when the person moves to another centre';
comment on column platform.journal.minutes is 'null: not recorded, never zero';
comment on column platform.journal.unit is 'what count counts: 実人数, 延べ and 回数 are never mixed';
select platform.tenant_table('platform.journal', person => 'person_id', centre => 'centre_id');

create table platform.task (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid,
  centre_id uuid,
  holder_id uuid not null,
  kind text not null,
  title text not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'waiting', 'done', 'withdrawn')),
  is_new boolean not null default false,
  postponed_from date,
  postponed_reason text,
  handed_by uuid,
  handed_at timestamptz,
  received_at timestamptz,
  source_type text not null,
  source_id uuid not null,
  done_at timestamptz,
  done_by uuid,
  done_note text,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (insurer_id, id)
);
create index task_of_holder on platform.task (insurer_id, holder_id, due_on, id) where state in ('open', 'waiting');
create index task_of_person on platform.task (insurer_id, person_id) where person_id is not null;
create index task_of_source on platform.task (insurer_id, source_id);
comment on table platform.task is 'what has to be done by someone until a day, from any floor; Today reads only this';
comment on column platform.task.holder_id is 'staff who has to do it';
comment on column platform.task.state is 'open: to be done · waiting: 回答待ち, somebody else has to answer · done · withdrawn: its source ended it';
comment on column platform.task.is_new is '新規担当: newly given to the holder and not yet taken note of';
comment on column platform.task.received_at is 'when the person it was handed to confirmed the receipt';
select platform.tenant_table('platform.task', person => 'person_id', centre => 'centre_id');

create table platform.link (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  from_type text not null,
  from_id uuid not null,
  to_type text not null,
  to_id uuid not null,
  kind text not null,
  person_id uuid,
  centre_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (insurer_id, id),
  unique (insurer_id, from_type, from_id, to_type, to_id, kind)
);
create index link_back on platform.link (insurer_id, to_type, to_id);
comment on table platform.link is 'trace: joins records of all floors, readable both ways';
select platform.tenant_table('platform.link', person => 'person_id', centre => 'centre_id');

create table platform.draft (
  insurer_id integer not null,
  staff_id uuid not null,
  key text not null,
  content jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (insurer_id, staff_id, key)
);
comment on table platform.draft is 'unsaved input under the rights of its author, kept for 14 days';
select platform.tenant_table('platform.draft', written_by => 'author', history => false);

-- For doors that serve the people who work with records: the route checks the right, this the reach, so that no statement of
-- another post gets through them.
create function platform.need_casework_reach() returns void
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(current_setting('meguri.scope', true), '') not in ('insurer', 'centre') then
    raise exception 'this post does not reach records of people' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function platform.need_casework_reach() is 'refuses sessions whose post reaches neither a centre nor the insurer';
revoke execute on function platform.need_casework_reach() from public;
grant execute on function platform.need_casework_reach() to meguri_app, meguri_doors;
