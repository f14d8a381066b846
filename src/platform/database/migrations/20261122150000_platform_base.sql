-- The platform's own ground: schemas, the one switch for tenant tables, history.

create schema if not exists registers;
create schema if not exists casework;
create schema if not exists evaluation;
create schema if not exists audit;
comment on schema platform is 'tenancy, access, history, journal, tasks, trace, drafts';
comment on schema registers is 'what all floors refer to: insurers, centres, areas, staff';
comment on schema casework is 'records of one person';
comment on schema evaluation is 'published statistics and indicators';
comment on schema audit is 'append-only audit lines and their seals';

grant usage on schema platform, registers, casework, evaluation to meguri_app, meguri_doors;
grant usage on schema evaluation to meguri_readonly, meguri_reference;
grant create on schema platform, registers, casework, evaluation to meguri_doors;

create table platform.tenant_table_register (
  table_name text primary key,
  person_column text,
  centre_column text,
  written_by text not null check (written_by in ('scope', 'insurer', 'author', 'nobody')),
  has_history boolean not null
);
comment on table platform.tenant_table_register is 'what platform.tenant_table() was called with; the catalogue test and transfer_person read it';

create table platform.history (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  table_name text not null,
  row_id uuid not null,
  version integer,
  person_id uuid,
  centre_id uuid,
  operation text not null check (operation in ('update', 'delete')),
  row jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (insurer_id, id)
);
create index history_of_row on platform.history (insurer_id, table_name, row_id, changed_at);
create index history_of_person on platform.history (insurer_id, person_id, changed_at) where person_id is not null;
comment on table platform.history is 'the previous state of a row, written by trigger at every update and delete';
comment on column platform.history.row is 'the whole row before the change';
comment on column platform.history.changed_by is 'staff who changed it, from the session; null for commands of the operator';

-- Keeps the previous row. Runs as its owner so that nobody needs the right to write history.
create function platform.keep_history() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  old_row jsonb := to_jsonb(old);
  person text := tg_argv[0];
  centre text := tg_argv[1];
begin
  if tg_op = 'UPDATE' and old is not distinct from new then
    return new;
  end if;
  insert into platform.history (insurer_id, table_name, row_id, version, person_id, centre_id, operation, row, changed_by)
  values (
    old.insurer_id, tg_table_schema || '.' || tg_table_name,
    coalesce((old_row ->> 'id')::uuid, (old_row ->> person)::uuid, '00000000-0000-0000-0000-000000000000'),
    (old_row ->> 'version')::integer, (old_row ->> person)::uuid, (old_row ->> centre)::uuid, lower(tg_op), old_row,
    (select nullif(current_setting('meguri.staff', true), '')::uuid));
  return coalesce(new, old);
end $$;
alter function platform.keep_history() owner to meguri_doors;
grant insert on platform.history to meguri_doors;

-- Optimistic locking: every update raises the version by one, whoever writes.
create function platform.next_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

/*
 The one switch that makes a table a tenant's table: row-level security enabled and forced, policies, grants, history.
   person  column that holds the person's id, when rows belong to a person
   centre  column that holds the centre that looks after the row
   written_by 'scope' who can see it · 'insurer' only posts with the insurer's scope · 'author' the staff in staff_id
           · 'nobody' only through a door
 Who sees a row: the insurer's scope sees all of its insurer; the centre's scope its centres' rows; and whoever
 holds an access (assignment, grant) to the person today. Settings are read as init plans, once a statement.
*/
create function platform.tenant_table(
  target regclass, person text default null, centre text default null,
  written_by text default 'scope', history boolean default true
) returns void language plpgsql as $$
declare
  insurer constant text := 'insurer_id = (select nullif(current_setting(''meguri.insurer'', true), '''')::int)';
  scope constant text := '(select current_setting(''meguri.scope'', true))';
  staff constant text := '(select nullif(current_setting(''meguri.staff'', true), '''')::uuid)';
  centres constant text := '(select nullif(current_setting(''meguri.centres'', true), ''''))::uuid[]';
  holders constant text := '(select nullif(current_setting(''meguri.holders'', true), ''''))::uuid[]';
  today constant text := '(select nullif(current_setting(''meguri.today'', true), '''')::date)';
  -- what is written is checked row by row, mostly one row: a plain setting costs less than preparing an init plan for it
  at_insurer constant text := 'insurer_id = nullif(current_setting(''meguri.insurer'', true), '''')::int';
  at_scope constant text := 'current_setting(''meguri.scope'', true)';
  at_centres constant text := 'nullif(current_setting(''meguri.centres'', true), '''')::uuid[]';
  name constant text := (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target);
  seen text := insurer;
  writable text := at_insurer;
  reach text[] := '{}';
  at_reach text[] := '{}';
begin
  if person is not null or centre is not null then
    reach := reach || format('%s = ''insurer''', scope);
    at_reach := at_reach || format('%s = ''insurer''', at_scope);
    if centre is not null then
      at_reach := at_reach || format('(%s = ''centre'' and %I = any (%s))', at_scope, centre, at_centres);
      reach := reach || format('(%s = ''centre'' and %I = any (%s))', scope, centre, centres);
    end if;
    if person is not null then
      reach := reach || format(
        'exists (select 1 from platform.person_access a where a.insurer_id = %s.insurer_id and a.person_id = %s.%I
           and a.holder_id = any (%s) and a.valid_from <= %s and (a.valid_to is null or a.valid_to >= %s))',
        target, target, person, holders, today, today);
    end if;
    if person is not null then
      at_reach := at_reach || format('platform.holds_access(%I)', person);
    end if;
    seen := insurer || ' and (' || array_to_string(reach, ' or ') || ')';
    writable := at_insurer || ' and (' || array_to_string(at_reach, ' or ') || ')';
  end if;
  if written_by = 'author' then
    seen := insurer || ' and staff_id = ' || staff;
    writable := seen;
  elsif written_by = 'insurer' then
    writable := at_insurer || ' and ' || at_scope || ' = ''insurer''';
  end if;

  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy seen on %s for select to meguri_app using (%s)', target, seen);
  execute format('create policy doors on %s for all to meguri_doors using (true) with check (true)', target);
  execute format('grant select on %s to meguri_app', target);
  execute format('grant select, insert, update, delete on %s to meguri_doors', target);
  if written_by <> 'nobody' then
    execute format('create policy added on %s for insert to meguri_app with check (%s)', target, writable);
    execute format('create policy changed on %s for update to meguri_app using (%s) with check (%s)', target, writable, writable);
    execute format('create policy removed on %s for delete to meguri_app using (%s)', target, writable);
    execute format('grant insert, update, delete on %s to meguri_app', target);
  end if;
  -- the owner runs migrations and commands of the operator: it may do data changes, never the application role
  execute format('create policy owner on %s for all to meguri_owner using (true) with check (true)', target);

  if history then
    execute format('create trigger keep_history before update or delete on %s for each row execute function platform.keep_history(%L, %L)',
      target, coalesce(person, ''), coalesce(centre, ''));
  end if;
  if exists (select 1 from pg_attribute where attrelid = target and attname = 'version' and not attisdropped) then
    execute format('create trigger next_version before update on %s for each row execute function platform.next_version()', target);
  end if;
  if exists (select 1 from pg_extension where extname = 'citus') then
    perform create_distributed_table(target, 'insurer_id');
  end if;
  insert into platform.tenant_table_register values (name, person, centre, tenant_table.written_by, history);
end $$;

-- Whether the session's staff or organisation holds an access to the person today; for the checks of what is written.
create function platform.holds_access(person uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return exists (select from platform.person_access a
    where a.insurer_id = nullif(current_setting('meguri.insurer', true), '')::int and a.person_id = person
      and a.holder_id = any (nullif(current_setting('meguri.holders', true), '')::uuid[])
      and a.valid_from <= nullif(current_setting('meguri.today', true), '')::date
      and (a.valid_to is null or a.valid_to >= nullif(current_setting('meguri.today', true), '')::date));
end $$;
alter function platform.holds_access(uuid) owner to meguri_doors;
revoke execute on function platform.holds_access(uuid) from public;
grant execute on function platform.holds_access(uuid) to meguri_app;

create table platform.person_access (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  holder_id uuid not null,
  kind text not null check (kind in ('assignment', 'grant', 'break-glass')),
  valid_from date not null,
  valid_to date,
  reason text,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  primary key (insurer_id, id),
  check (valid_to is null or valid_to >= valid_from)
);
create index person_access_of_holder on platform.person_access (insurer_id, holder_id, person_id);
create index person_access_of_person on platform.person_access (insurer_id, person_id);
comment on table platform.person_access is 'who may see a person besides its centre: assignment of a contractor, explicit grant, break-glass';
comment on column platform.person_access.holder_id is 'a staff id or an organisation id';
comment on column platform.person_access.valid_to is 'last day on which it holds; null: open';

select platform.tenant_table('platform.person_access', written_by => 'nobody');
select platform.tenant_table('platform.history', person => 'person_id', centre => 'centre_id', written_by => 'nobody', history => false);
-- person_access itself: one's own holdings, or all within the insurer's or centre's scope
drop policy seen on platform.person_access;
create policy seen on platform.person_access for select to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and ((select current_setting('meguri.scope', true)) in ('insurer', 'centre')
    or holder_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[])));
