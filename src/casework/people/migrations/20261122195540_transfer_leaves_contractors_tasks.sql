-- A hand-over between centres gives the receiver the centre's open tasks; what a contractor does goes on while its contract does, so
-- that no due date leaves the Today of the one who has to keep it.
create or replace function casework.transfer_person(person uuid, expected_version integer, to_centre uuid, to_staff uuid, reason text)
  returns jsonb language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '');
  staff constant uuid := nullif(current_setting('meguri.staff', true), '');
  today constant date := nullif(current_setting('meguri.today', true), '');
  before casework.person;
  receiver uuid;
  moved record;
begin
  if coalesce(current_setting('meguri.scope', true), '') not in ('insurer', 'centre')
    or not casework.person_in_reach(person) then
    return null;
  end if;
  select * into before from casework.person p where p.insurer_id = insurer and p.id = person for update;
  if before.version <> expected_version then
    return jsonb_build_object('outcome', 'conflict');
  elsif before.centre_id is not distinct from to_centre then
    return jsonb_build_object('outcome', 'same-centre');
  elsif not exists (select 1 from registers.centre c where c.insurer_id = insurer and c.id = to_centre
    and c.valid_from <= today and (c.valid_to is null or c.valid_to >= today)) then
    return jsonb_build_object('outcome', 'no-such-centre');
  end if;
  select o.staff_id into receiver from registers.post o
    where o.insurer_id = insurer and o.centre_id = to_centre and o.valid_from <= today
      and (o.valid_to is null or o.valid_to >= today) and (to_staff is null or o.staff_id = to_staff)
      and o.role in ('centreManager', 'centreStaff', 'coreCentreStaff', 'planner')
    order by (o.role = 'centreManager') desc, o.staff_id limit 1;
  if receiver is null then
    return jsonb_build_object('outcome', 'no-receiver');
  end if;

  update casework.person p set centre_id = to_centre, staff_id = to_staff, updated_at = now()
    where p.insurer_id = insurer and p.id = person;
  update platform.task t set holder_id = receiver, is_new = true, handed_by = staff, handed_at = now(), received_at = null
    where t.insurer_id = insurer and t.person_id = person and t.state in ('open', 'waiting')
      and t.centre_id is not distinct from before.centre_id
      and not exists (select from registers.post o
        join platform.person_access a on a.insurer_id = insurer and a.person_id = transfer_person.person and a.kind = 'assignment'
          and a.holder_id in (o.organisation_id, o.staff_id) and a.valid_from <= today and (a.valid_to is null or a.valid_to >= today)
        where o.insurer_id = insurer and o.staff_id = t.holder_id and o.role = 'contractedCareManager'
          and o.valid_from <= today and (o.valid_to is null or o.valid_to >= today));
  -- history last: the updates before it have just written rows of their own
  for moved in
    select r.table_name, r.person_column, r.centre_column from platform.tenant_table_register r
    where r.person_column is not null and r.centre_column is not null
      and r.table_name not in ('casework.person', 'platform.journal')
    order by (r.table_name = 'platform.history'), r.table_name
  loop
    execute format('update %s set %I = $1 where insurer_id = $2 and %I = $3 and %I is distinct from $1',
      moved.table_name::regclass, moved.centre_column, moved.person_column, moved.centre_column)
      using to_centre, insurer, person;
  end loop;
  insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, handed_by, handed_at,
    source_type, source_id, created_by)
  values (insurer, person, to_centre, receiver, 'person.transfer-receipt', '引き継ぎの受領: ' || reason, today, true, staff,
    now(), 'person', person, staff);
  return jsonb_build_object('outcome', 'done', 'fromCentreId', before.centre_id, 'receiverId', receiver);
end $$;
