-- An event of a record that was merged away is one of the record that goes on: its 取消 has to reach both.
create or replace function casework.cancel_person_event(event_id uuid, expected integer, why text, by_core boolean)
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
      and x.insurer_id = insurer and x.id in (r.row_id, event.person_id);
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
