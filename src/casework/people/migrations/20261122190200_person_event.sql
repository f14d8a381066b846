/*
 死亡・転出, known by hand before the core system says it, or by its import; with what follows, kept row by row, so that the
 取消 (wrong person, came back) puts it back.
*/
create table casework.person_event (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  kind text not null check (kind in ('died', 'moved-out')),
  happened_on date not null,
  origin text not null check (origin in ('hand', 'core-system')),
  information_source text,
  confirmed_by uuid,
  moved_to text,
  note text,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  core_confirmed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancelled_reason text,
  primary key (insurer_id, id),
  check (origin = 'core-system' or (information_source is not null and confirmed_by is not null))
);
alter table casework.person_event add foreign key (insurer_id, person_id) references casework.person;
create unique index person_event_open on casework.person_event (insurer_id, person_id, kind) where cancelled_at is null;
comment on table casework.person_event is '死亡・転出 of a person: day, how it is known, who confirmed it; cancelled_at: 取消';
comment on column casework.person_event.insurer_id is 'insurer';
comment on column casework.person_event.id is 'given by the database';
comment on column casework.person_event.version is 'optimistic lock';
comment on column casework.person_event.person_id is 'whom it happened to';
comment on column casework.person_event.centre_id is 'centre that looks after the person';
comment on column casework.person_event.kind is 'died 死亡 · moved-out 転出';
comment on column casework.person_event.happened_on is 'day of it';
comment on column casework.person_event.origin is 'hand: known here before the notification · core-system: by its file';
comment on column casework.person_event.information_source is '情報源: code; null: the core system';
comment on column casework.person_event.confirmed_by is '確認者: staff who made sure; null: the core system';
comment on column casework.person_event.moved_to is '転出先, as far as known';
comment on column casework.person_event.note is 'what else was said';
comment on column casework.person_event.recorded_by is 'staff who recorded it';
comment on column casework.person_event.recorded_at is 'when it was recorded';
comment on column casework.person_event.core_confirmed_at is 'when the core system said the same of what was known by hand; null: not yet';
comment on column casework.person_event.cancelled_at is '取消; null: holds';
comment on column casework.person_event.cancelled_by is 'staff who took it back; null: the core system';
comment on column casework.person_event.cancelled_reason is 'why';
select platform.tenant_table('casework.person_event', person => 'person_id', centre => 'centre_id', written_by => 'nobody');

create table casework.person_event_row (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  event_id uuid not null,
  table_name text not null check (table_name in ('platform.task', 'platform.person_access', 'casework.person')),
  row_id uuid not null,
  before jsonb,
  after jsonb not null,
  primary key (insurer_id, id)
);
alter table casework.person_event_row add foreign key (insurer_id, event_id) references casework.person_event;
create index person_event_row_of_event on casework.person_event_row (insurer_id, event_id);
comment on table casework.person_event_row is 'what an event changed, row by row, for its 取消; read by the doors only';
comment on column casework.person_event_row.insurer_id is 'insurer';
comment on column casework.person_event_row.id is 'given by the database';
comment on column casework.person_event_row.event_id is 'the event';
comment on column casework.person_event_row.table_name is 'schema and table';
comment on column casework.person_event_row.row_id is 'id of the row';
comment on column casework.person_event_row.before is 'columns as they were; null: the event made the row';
comment on column casework.person_event_row.after is 'the same columns as the event left them';
select platform.tenant_table('casework.person_event_row', written_by => 'nobody', history => false);
revoke select on casework.person_event_row from meguri_app;

/*
 Records a death or moving away and what follows at once: open tasks withdrawn (not the first response to abuse, which goes on),
 accesses ended on the day, telephone and letters stopped, tasks for who looks after the person.
   expected  version of the person; null: not asked (import)
   tasks     [{title, due_on}] for the person's worker
 Returns null out of reach, else {outcome: 'done' | 'conflict' | 'merged' | 'already' | 'confirmed', eventId, withdrawn, ended, added, held}.
*/
create function casework.record_person_event(
  person uuid, expected integer, kind text, happened date, from_core boolean, information text, confirmer uuid,
  moved text, said text, tasks jsonb
) returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  p casework.person;
  event casework.person_event;
  receiver uuid;
  withdrawn integer;
  ended integer;
  added integer := 0;
  word constant text := case kind when 'died' then '死亡のため' else '転出のため' end;
begin
  if coalesce(current_setting('meguri.scope', true), '') not in ('insurer', 'centre') or not casework.person_in_reach(person)
    or (from_core and current_setting('meguri.scope', true) <> 'insurer') then
    return null;
  end if;
  select * into p from casework.person x where x.insurer_id = insurer and x.id = person for update;
  if p.merged_into is not null then
    return jsonb_build_object('outcome', 'merged');
  elsif expected is not null and p.version <> expected then
    return jsonb_build_object('outcome', 'conflict');
  end if;
  select * into event from casework.person_event e
    where e.insurer_id = insurer and e.person_id = person and e.kind = kind and e.cancelled_at is null;
  if found and from_core then
    update casework.person_event e set core_confirmed_at = coalesce(e.core_confirmed_at, now()), happened_on = happened
      where e.insurer_id = insurer and e.id = event.id;
    return jsonb_build_object('outcome', 'confirmed', 'eventId', event.id);
  elsif found or (not from_core and case kind when 'died' then p.died_on else p.moved_out_on end is not null) then
    return jsonb_build_object('outcome', 'already');
  end if;
  insert into casework.person_event (insurer_id, person_id, centre_id, kind, happened_on, origin, information_source,
      confirmed_by, moved_to, note, recorded_by, core_confirmed_at)
    values (insurer, person, p.centre_id, kind, happened, case when from_core then 'core-system' else 'hand' end, information,
      confirmer, moved, said, staff, case when from_core then now() end) returning * into event;

  insert into casework.person_event_row (insurer_id, event_id, table_name, row_id, before, after)
    select insurer, event.id, 'casework.person', person,
      jsonb_build_object('died_on', p.died_on, 'moved_out_on', p.moved_out_on, 'stops_contact', p.stops_contact),
      jsonb_build_object('died_on', case kind when 'died' then happened else p.died_on end,
        'moved_out_on', case kind when 'moved-out' then happened else p.moved_out_on end, 'stops_contact', true);
  update casework.person x set stops_contact = true, updated_at = now(),
      died_on = case kind when 'died' then happened else x.died_on end,
      moved_out_on = case kind when 'moved-out' then happened else x.moved_out_on end
    where x.insurer_id = insurer and x.id = person;

  with old as (
    select t.id, t.state, t.is_new, t.done_at, t.done_by, t.done_note from platform.task t
    where t.insurer_id = insurer and t.person_id = person and t.state in ('open', 'waiting')
      and t.kind not in ('abuse-first-response', 'person.closing', 'person.merge-request') for update
  ), new as (
    update platform.task t set state = 'withdrawn', is_new = false, done_at = now(), done_by = staff, done_note = word
    from old where t.insurer_id = insurer and t.id = old.id returning t.id, t.done_at, t.done_by
  ) insert into casework.person_event_row (insurer_id, event_id, table_name, row_id, before, after)
    select insurer, event.id, 'platform.task', old.id, to_jsonb(old) - 'id',
      jsonb_build_object('state', 'withdrawn', 'is_new', false, 'done_at', new.done_at, 'done_by', new.done_by, 'done_note', word)
    from old join new on new.id = old.id;
  get diagnostics withdrawn = row_count;

  with old as (
    select a.id, a.valid_to, greatest(a.valid_from, happened) as ends from platform.person_access a
    where a.insurer_id = insurer and a.person_id = person and (a.valid_to is null or a.valid_to > greatest(a.valid_from, happened))
    for update
  ), new as (
    update platform.person_access a set valid_to = old.ends from old where a.insurer_id = insurer and a.id = old.id returning a.id
  ) insert into casework.person_event_row (insurer_id, event_id, table_name, row_id, before, after)
    select insurer, event.id, 'platform.person_access', old.id, jsonb_build_object('valid_to', old.valid_to),
      jsonb_build_object('valid_to', old.ends) from old join new on new.id = old.id;
  get diagnostics ended = row_count;

  receiver := coalesce(casework.who_receives(person), case when not from_core then staff end);
  -- the core system speaks of everybody: who has nothing open and nobody in charge leaves nothing to close
  if receiver is not null and (not from_core or withdrawn > 0 or ended > 0 or p.staff_id is not null) then
    with new as (
      insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, source_type, source_id, created_by)
      select insurer, person, p.centre_id, receiver, 'person.closing', t.title, t.due_on, receiver is distinct from staff, 'person', person, staff
      from jsonb_to_recordset(tasks) as t (title text, due_on date)
      returning id
    ) insert into casework.person_event_row (insurer_id, event_id, table_name, row_id, before, after)
      select insurer, event.id, 'platform.task', new.id, null, '{}' from new;
    get diagnostics added = row_count;
  end if;
  return jsonb_build_object('outcome', 'done', 'eventId', event.id, 'withdrawn', withdrawn, 'ended', ended, 'added', added);
end $$;
comment on function casework.record_person_event is 'door: death or moving away with what follows at once';

/*
 取消: what the event changed goes back, except where it was changed since; tasks that it made end, unless they are done.
   by_core  the core system says that it does not hold: also for an event of its own
 Returns null when absent or out of reach, else {outcome: 'done' | 'cancelled' | 'of-core' | 'conflict', …}.
*/
create function casework.cancel_person_event(event_id uuid, expected integer, why text, by_core boolean)
  returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  event casework.person_event;
  reopened integer;
  removed integer;
  restored integer;
begin
  select * into event from casework.person_event e where e.insurer_id = insurer and e.id = event_id;
  if not found or coalesce(current_setting('meguri.scope', true), '') not in ('insurer', 'centre')
    or not casework.person_in_reach(event.person_id) or (by_core and current_setting('meguri.scope', true) <> 'insurer') then
    return null;
  end if;
  perform 1 from casework.person x where x.insurer_id = insurer and x.id = event.person_id for update;
  select * into event from casework.person_event e where e.insurer_id = insurer and e.id = event_id for update;
  if event.cancelled_at is not null then
    return jsonb_build_object('outcome', 'cancelled');
  elsif expected is not null and event.version <> expected then
    return jsonb_build_object('outcome', 'conflict');
  elsif event.core_confirmed_at is not null and not by_core then
    return jsonb_build_object('outcome', 'of-core');
  end if;
  update casework.person x set updated_at = now(),
      died_on = case when to_jsonb(x.died_on) is not distinct from nullif(r.after -> 'died_on', 'null') then (r.before ->> 'died_on')::date else x.died_on end,
      moved_out_on = case when to_jsonb(x.moved_out_on) is not distinct from nullif(r.after -> 'moved_out_on', 'null')
        then (r.before ->> 'moved_out_on')::date else x.moved_out_on end,
      stops_contact = (r.before ->> 'stops_contact')::boolean
        or exists (select from casework.person_event o where o.insurer_id = insurer and o.person_id = x.id
          and o.cancelled_at is null and o.id <> event.id)
    from casework.person_event_row r
    where r.insurer_id = insurer and r.event_id = event.id and r.table_name = 'casework.person'
      and x.insurer_id = insurer and x.id = r.row_id;
  update platform.task t set state = r.before ->> 'state', is_new = (r.before ->> 'is_new')::boolean, done_at = null, done_by = null, done_note = null
    from casework.person_event_row r
    where r.insurer_id = insurer and r.event_id = event.id and r.table_name = 'platform.task' and r.before is not null
      and t.insurer_id = insurer and t.id = r.row_id and t.state = 'withdrawn' and t.done_note is not distinct from r.after ->> 'done_note';
  get diagnostics reopened = row_count;
  update platform.task t set state = 'withdrawn', is_new = false, done_at = now(), done_by = staff, done_note = '取消のため'
    from casework.person_event_row r
    where r.insurer_id = insurer and r.event_id = event.id and r.table_name = 'platform.task' and r.before is null
      and t.insurer_id = insurer and t.id = r.row_id and t.state in ('open', 'waiting');
  get diagnostics removed = row_count;
  update platform.person_access a set valid_to = (r.before ->> 'valid_to')::date from casework.person_event_row r
    where r.insurer_id = insurer and r.event_id = event.id and r.table_name = 'platform.person_access'
      and a.insurer_id = insurer and a.id = r.row_id and a.valid_to = (r.after ->> 'valid_to')::date;
  get diagnostics restored = row_count;
  update casework.person_event e set cancelled_at = now(), cancelled_by = case when not by_core then staff end, cancelled_reason = why
    where e.insurer_id = insurer and e.id = event.id;
  return jsonb_build_object('outcome', 'done', 'personId', event.person_id, 'kind', event.kind, 'happenedOn', event.happened_on,
    'reopened', reopened, 'removed', removed, 'restored', restored);
end $$;
comment on function casework.cancel_person_event is 'door: takes a death or moving away back';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'casework.record_person_event(uuid,integer,text,date,boolean,text,uuid,text,text,jsonb)',
    'casework.cancel_person_event(uuid,integer,text,boolean)']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
