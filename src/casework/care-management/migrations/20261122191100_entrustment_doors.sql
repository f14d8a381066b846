-- Doors of 委託: what gives and takes access to a person is written here and nowhere else. Insurer, actor and day come from
-- the settings of the transaction, never from arguments; each door has its own right and audit word in the route.

/*
 The worker to whom a task of a course goes at its centre: the responsible one, else the person's 主担当, else the manager,
 else anybody who works with people there. Null: nobody has a post there today.
*/
create function casework.worker_of_centre(insurer integer, centre uuid, first uuid, second uuid, today date) returns uuid
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select o.staff_id from registers.post o
  where o.insurer_id = $1 and o.centre_id = $2 and o.valid_from <= $5 and (o.valid_to is null or o.valid_to >= $5)
    and (o.staff_id in ($3, $4) or o.role in ('centreManager', 'centreStaff', 'coreCentreStaff', 'planner'))
  order by (o.staff_id = $3) desc nulls last, (o.staff_id = $4) desc nulls last, (o.role = 'centreManager') desc, o.staff_id
  limit 1
$$;
comment on function casework.worker_of_centre is 'staff of a centre to whom a task of a course goes today';
revoke execute on function casework.worker_of_centre from public;
grant execute on function casework.worker_of_centre to meguri_app, meguri_doors;

-- Whether the session may give a course away: the centre that looks after it, or the insurer. A grant is not enough.
create function casework.may_entrust(centre uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select current_setting('meguri.scope', true)) = 'insurer'
    or ((select current_setting('meguri.scope', true)) = 'centre'
      and centre = any ((select nullif(current_setting('meguri.centres', true), ''))::uuid[])), false)
$$;
comment on function casework.may_entrust is 'true for the insurer and for the centre itself';
revoke execute on function casework.may_entrust from public;
grant execute on function casework.may_entrust to meguri_app, meguri_doors;

-- Tasks of a course whose holder follows the entrustment; contract and 確認 stay with the centre.
create function casework.contractor_tasks() returns text[] language sql immutable as $$
  select array['care-management.first-visit', 'care-management.visit', 'care-management.span', 'care-management.contact',
    'care-management.evaluation', 'care-management.change']
$$;
comment on function casework.contractor_tasks() is 'kinds of task that a contractor does';

/*
 Entrusts a course: the contract, the access from its first day, and the sender's 回答待ち.
 Returns null when the course is absent or not the session's to give, else {outcome: 'done' | 'conflict' | 'ended' |
 'overlap' | 'no-such-office' | 'no-such-staff'}.
*/
create function casework.entrust_course(
  course uuid, expected_version integer, entrustment uuid, organisation uuid, contractor uuid,
  from_day date, to_day date, hand_over text, committee date, at timestamptz
) returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  given casework.care_management;
  office registers.organisation;
  access uuid;
  waiting uuid := uuidv7();
begin
  select * into given from casework.care_management c where c.insurer_id = insurer and c.id = course for update;
  if given.id is null or not casework.may_entrust(given.centre_id) then
    return null;
  end if;
  if exists (select from casework.entrustment e where e.insurer_id = insurer and e.id = entrustment) then
    return jsonb_build_object('outcome', 'done', 'repeated', true);
  end if;
  if given.version <> expected_version then return jsonb_build_object('outcome', 'conflict'); end if;
  if given.state = 'ended' then return jsonb_build_object('outcome', 'ended'); end if;
  select * into office from registers.organisation o
    where o.insurer_id = insurer and o.id = organisation and o.kind = 'care-office';
  if office.id is null then return jsonb_build_object('outcome', 'no-such-office'); end if;
  if not exists (select from registers.post o where o.insurer_id = insurer and o.organisation_id = organisation
    and o.role = 'contractedCareManager' and (contractor is null or o.staff_id = contractor)
    and (o.valid_to is null or o.valid_to >= greatest(from_day, today))) then
    return jsonb_build_object('outcome', 'no-such-staff');
  end if;
  if exists (select from casework.entrustment e where e.insurer_id = insurer and e.course_id = course
    and e.declined_at is null and (e.valid_to is null or e.valid_to >= from_day)
    and (to_day is null or e.valid_from <= to_day)) then
    return jsonb_build_object('outcome', 'overlap');
  end if;
  insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to, reason, granted_by)
    values (insurer, given.person_id, organisation, 'assignment', from_day, to_day,
      '介護予防支援・介護予防ケアマネジメントの委託', staff)
    returning id into access;
  insert into casework.entrustment (insurer_id, id, course_id, person_id, centre_id, organisation_id, contractor_staff_id,
    valid_from, valid_to, hand_over, committee_on, sent_at, sent_by, task_id, access_id)
  values (insurer, entrustment, course, given.person_id, given.centre_id, organisation, contractor,
    from_day, to_day, hand_over, committee, at, staff, waiting, access);
  insert into platform.task (insurer_id, id, person_id, centre_id, holder_id, kind, title, due_on, state, source_type,
    source_id, created_by, created_at)
  values (insurer, waiting, given.person_id, given.centre_id, staff, 'care-management.receipt',
    office.name || 'の受領', greatest(from_day, today), 'waiting', 'care-management', course, staff, at);
  return jsonb_build_object('outcome', 'done', 'personId', given.person_id);
end $$;
comment on function casework.entrust_course is 'door: entrusts a course to a care office, with the access from its first day';

/* 受領待ち of the session's office: also before the first day, so that it can be prepared or declined. */
create function casework.entrustments_to_me(row_limit integer) returns table (
  id uuid, version integer, audit_id uuid, person_name text, person_kana text, valid_from date, valid_to date,
  hand_over text, sent_at timestamptz, centre_name text, centre_phone text, sender_name text, contractor_name text, mine boolean
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.id, e.version, e.person_id, p.name, p.kana, e.valid_from, e.valid_to, e.hand_over, e.sent_at,
    k.name, k.phone, s.name, m.name,
    coalesce(e.contractor_staff_id = nullif(current_setting('meguri.staff', true), '')::uuid, false)
  from casework.entrustment e
  join casework.person p on p.insurer_id = e.insurer_id and p.id = e.person_id
  left join registers.centre k on k.insurer_id = e.insurer_id and k.id = e.centre_id
  left join registers.staff s on s.insurer_id = e.insurer_id and s.id = e.sent_by
  left join registers.staff m on m.insurer_id = e.insurer_id and m.id = e.contractor_staff_id
  where e.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer
    and current_setting('meguri.scope', true) = 'assignment'
    and e.organisation_id = any (nullif(current_setting('meguri.holders', true), '')::uuid[])
    and e.received_at is null and e.declined_at is null and e.ended_at is null
    and (e.valid_to is null or e.valid_to >= nullif(current_setting('meguri.today', true), '')::date)
  order by e.valid_from, e.id
  limit least(greatest(coalesce(row_limit, 50), 1), 200)
$$;
comment on function casework.entrustments_to_me is 'door: contracts of the session''s office that nobody has received; audit_id goes into the audit line only';

create function casework.entrustments_waiting() returns table (count integer, told integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer, 0 from casework.entrustments_to_me(200)
$$;
comment on function casework.entrustments_waiting is 'door of the bell: how many contracts of the session''s office wait for a receipt';

/* The contract that the session's office may answer. */
create function casework.entrustment_to_me(entrustment uuid) returns casework.entrustment
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e from casework.entrustment e
  where e.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer and e.id = entrustment
    and current_setting('meguri.scope', true) = 'assignment'
    and e.organisation_id = any (nullif(current_setting('meguri.holders', true), '')::uuid[])
    and e.declined_at is null
    and (e.valid_to is null or e.valid_to >= nullif(current_setting('meguri.today', true), '')::date)
$$;
comment on function casework.entrustment_to_me is 'door: a contract of the session''s office that runs or will run; null: none';

-- What a contractor leaves open on its last day must be seen by somebody: a task of the centre for the day after.
create function casework.add_hand_back(course uuid, person uuid, centre uuid, holder uuid, last_day date, at timestamptz)
  returns void language sql set search_path = pg_catalog, public, pg_temp as $$
  insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, source_type, source_id,
    created_by, created_at)
  values (nullif(current_setting('meguri.insurer', true), '')::integer, $2, $3, $4, 'care-management.hand-back',
    '委託の終了後: 残った予定を引き受ける', $5 + 1, $4 <> nullif(current_setting('meguri.staff', true), '')::uuid,
    'care-management', $1, nullif(current_setting('meguri.staff', true), '')::uuid, $6)
$$;
comment on function casework.add_hand_back is 'part of the doors: the centre''s task for the day after a contract''s last day';
revoke execute on function casework.add_hand_back from public;
grant execute on function casework.add_hand_back to meguri_doors;

/* 受領: ends the sender's 回答待ち and gives the receiver the open tasks of the contract's time. Null: not the session's. */
create function casework.receive_entrustment(entrustment uuid, at timestamptz) returns jsonb
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
comment on function casework.receive_entrustment is 'door: receipt of a contract by the office it was sent to; a repeated call changes nothing';

/* 辞退: the access ends at once, and the centre gets a task. Null: not the session's, or received already. */
create function casework.decline_entrustment(entrustment uuid, reason text, at timestamptz) returns jsonb
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
comment on function casework.decline_entrustment is 'door: an office declines a contract it has not received; it sees the person no longer';

/*
 Sets the last day of a contract; the day after, the contractor sees nothing. Its open tasks go back to the centre: those due
 after the last day at once, and for what may be left over on that day the centre gets a task for the day after.
 Returns null when absent or not the session's to end, else {outcome: 'done' | 'conflict' | 'not-running' | 'overlap'}.
*/
create function casework.end_entrustment(
  entrustment uuid, expected_version integer, last_day date, reason text, at timestamptz
) returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_variable
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  given casework.entrustment;
  course casework.care_management;
  holder uuid;
begin
  select * into given from casework.entrustment e where e.insurer_id = insurer and e.id = entrustment for update;
  if given.id is null or not casework.may_entrust(given.centre_id) then return null; end if;
  if given.version <> expected_version then return jsonb_build_object('outcome', 'conflict'); end if;
  if given.declined_at is not null or (given.ended_at is not null and given.valid_to < today) then
    return jsonb_build_object('outcome', 'not-running');
  end if;
  if exists (select from casework.entrustment e where e.insurer_id = insurer and e.course_id = given.course_id
    and e.id <> given.id and e.declined_at is null and e.valid_from > given.valid_from and e.valid_from <= last_day) then
    return jsonb_build_object('outcome', 'overlap');
  end if;
  select * into course from casework.care_management c where c.insurer_id = insurer and c.id = given.course_id;
  holder := coalesce(casework.worker_of_centre(insurer, given.centre_id, course.staff_id,
    (select p.staff_id from casework.person p where p.insurer_id = insurer and p.id = given.person_id), today), staff);
  update casework.entrustment e set valid_to = last_day, ended_at = at, ended_by = staff, end_reason = reason
    where e.insurer_id = insurer and e.id = entrustment;
  -- every assignment of the office to this person, whoever wrote it, but those of a later contract
  delete from platform.person_access a
    where a.insurer_id = insurer and a.person_id = given.person_id and a.holder_id = given.organisation_id
      and a.kind = 'assignment' and a.valid_from > last_day
      and not exists (select from casework.entrustment e where e.insurer_id = insurer and e.access_id = a.id and e.id <> given.id);
  update platform.person_access a set valid_to = last_day
    where a.insurer_id = insurer and a.person_id = given.person_id and a.holder_id = given.organisation_id
      and a.kind = 'assignment' and a.valid_from <= last_day
      and (a.id = given.access_id or a.valid_to is null or a.valid_to > last_day);
  update platform.task t set state = 'withdrawn', is_new = false, done_at = at, done_by = staff
    where t.insurer_id = insurer and t.id = given.task_id and t.state in ('open', 'waiting');
  update platform.task t set state = 'withdrawn', is_new = false, done_at = at, done_by = staff
    where t.insurer_id = insurer and t.source_id = given.course_id and t.kind = 'care-management.hand-back'
      and t.state in ('open', 'waiting');
  update platform.task t set holder_id = holder, is_new = holder <> staff, handed_by = staff, handed_at = at,
      received_at = null, handed_reason = '委託の終了: ' || reason
    where t.insurer_id = insurer and t.person_id = given.person_id and t.state in ('open', 'waiting')
      and exists (select from registers.post o where o.insurer_id = insurer and o.staff_id = t.holder_id
        and o.organisation_id = given.organisation_id)
      and greatest(t.due_on, today) > last_day;
  if last_day >= today then
    perform casework.add_hand_back(given.course_id, given.person_id, given.centre_id, holder, last_day, at);
  end if;
  return jsonb_build_object('outcome', 'done', 'personId', given.person_id, 'courseId', given.course_id);
end $$;
comment on function casework.end_entrustment is 'door: sets the last day of a contract, ends its access and gives its tasks back to the centre';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'casework.entrust_course(uuid,integer,uuid,uuid,uuid,date,date,text,date,timestamptz)',
    'casework.entrustments_to_me(integer)',
    'casework.entrustments_waiting()',
    'casework.receive_entrustment(uuid,timestamptz)',
    'casework.decline_entrustment(uuid,text,timestamptz)',
    'casework.end_entrustment(uuid,integer,date,text,timestamptz)']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
  execute 'alter function casework.entrustment_to_me(uuid) owner to meguri_doors';
  execute 'revoke execute on function casework.entrustment_to_me(uuid) from public';
end $$;
