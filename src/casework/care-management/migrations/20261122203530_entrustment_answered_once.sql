-- Two answers to one contract at once: the second waits for the first and sees what it wrote, so that a receipt leaves one hand-back
-- task and nobody declines what was just received.
create or replace function casework.receive_entrustment(entrustment uuid, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  given casework.entrustment := casework.entrustment_to_me(entrustment);
  course casework.care_management;
  holder uuid;
begin
  if given.id is null then return null; end if;
  perform from casework.entrustment e where e.insurer_id = insurer and e.id = entrustment for update;
  given := casework.entrustment_to_me(entrustment);
  if given.id is null then return null; end if;
  if given.received_at is not null then
    return jsonb_build_object('outcome', 'done', 'personId', given.person_id, 'courseId', given.course_id);
  end if;
  holder := coalesce(given.contractor_staff_id, staff);
  update casework.entrustment e set received_at = at, received_by = staff, contractor_staff_id = holder
    where e.insurer_id = insurer and e.id = entrustment;
  update platform.task t set state = 'done', is_new = false, done_at = at, done_by = staff
    where t.insurer_id = insurer and t.id = given.task_id and t.state in ('open', 'waiting');
  update platform.task t set holder_id = holder, is_new = true, handed_by = given.sent_by, handed_at = at,
      received_at = null, handed_reason = '委託'
    where t.insurer_id = insurer and t.source_id = given.course_id and t.state in ('open', 'waiting')
      and t.kind = any (casework.contractor_tasks()) and t.holder_id <> holder
      and greatest(t.due_on, today) >= given.valid_from
      and (given.valid_to is null or greatest(t.due_on, today) <= given.valid_to);
  if given.valid_to is not null then
    select * into course from casework.care_management c where c.insurer_id = insurer and c.id = given.course_id;
    perform casework.add_hand_back(given.course_id, given.person_id, given.centre_id,
      coalesce(casework.worker_of_centre(insurer, given.centre_id, course.staff_id, given.sent_by, today), given.sent_by),
      given.valid_to, at);
  end if;
  return jsonb_build_object('outcome', 'done', 'personId', given.person_id, 'courseId', given.course_id);
end $$;

create or replace function casework.decline_entrustment(entrustment uuid, reason text, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  given casework.entrustment := casework.entrustment_to_me(entrustment);
  course casework.care_management;
begin
  if given.id is null then return null; end if;
  perform from casework.entrustment e where e.insurer_id = insurer and e.id = entrustment for update;
  given := casework.entrustment_to_me(entrustment);
  if given.id is null then return null; end if;
  if given.received_at is not null then return jsonb_build_object('outcome', 'received'); end if;
  select * into course from casework.care_management c where c.insurer_id = insurer and c.id = given.course_id;
  update casework.entrustment e set declined_at = at, declined_by = staff, decline_reason = reason, access_id = null
    where e.insurer_id = insurer and e.id = entrustment;
  delete from platform.person_access a where a.insurer_id = insurer and a.id = given.access_id;
  update platform.task t set state = 'done', is_new = false, done_at = at, done_by = staff
    where t.insurer_id = insurer and t.id = given.task_id and t.state in ('open', 'waiting');
  insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, source_type, source_id,
    created_by, created_at)
  select insurer, given.person_id, given.centre_id,
    coalesce(casework.worker_of_centre(insurer, given.centre_id, given.sent_by, course.staff_id, today), given.sent_by),
    'care-management.declined', '委託の辞退: ' || o.name || '（' || reason || '）', today, true, 'care-management',
    given.course_id, staff, at
  from registers.organisation o where o.insurer_id = insurer and o.id = given.organisation_id;
  return jsonb_build_object('outcome', 'done', 'personId', given.person_id);
end $$;
