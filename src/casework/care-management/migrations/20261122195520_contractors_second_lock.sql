-- 取消 of a death or moving away gives back what the event ended, but never a contract that was ended in the meantime.
create function casework.end_stays_ended() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update casework.person_event_row r set before = jsonb_build_object('valid_to', new.valid_to)
    from platform.person_access a
    where r.insurer_id = new.insurer_id and r.table_name = 'platform.person_access'
      and a.insurer_id = new.insurer_id and a.id = r.row_id and a.person_id = new.person_id
      and a.holder_id = new.organisation_id and a.kind = 'assignment' and a.valid_from <= new.valid_to
      and coalesce((r.before ->> 'valid_to')::date, 'infinity'::date) > new.valid_to;
  return null;
end $$;
comment on function casework.end_stays_ended is 'trigger: what a 取消 would give back of an ended contract ends on its last day';
alter function casework.end_stays_ended() owner to meguri_doors;
revoke execute on function casework.end_stays_ended() from public;
create trigger end_stays_ended after update of valid_to on casework.entrustment
  for each row when (new.valid_to is not null and old.valid_to is distinct from new.valid_to)
  execute function casework.end_stays_ended();

-- A contractor's record says whose it is, so that the centre confirms it (CPM-05 a) and no centre counts it, and it stands in a
-- course of the same person.
create policy of_own_office on casework.monitoring as restrictive for insert to meguri_app with check (
  current_setting('meguri.scope', true) <> 'assignment'
  or (organisation_id = any (nullif(current_setting('meguri.holders', true), '')::uuid[]) and recorded_centre_id is null
    and exists (select from casework.care_management c
      where c.insurer_id = monitoring.insurer_id and c.id = monitoring.course_id and c.person_id = monitoring.person_id)));
create policy of_own_office_changed on casework.monitoring as restrictive for update to meguri_app using (true) with check (
  current_setting('meguri.scope', true) <> 'assignment'
  or (staff_id = nullif(current_setting('meguri.staff', true), '')::uuid and recorded_centre_id is null
    and organisation_id = any (nullif(current_setting('meguri.holders', true), '')::uuid[])
    and exists (select from casework.care_management c
      where c.insurer_id = monitoring.insurer_id and c.id = monitoring.course_id and c.person_id = monitoring.person_id)));

-- What the centre arranges with other offices, and what the insurer is asked, is not the contractor's to read: the titles name the
-- office, its reason for declining, and why two records may be one person.
create policy arrangements_not_shared on platform.task as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment'
  or holder_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[])
  or kind not in ('care-management.receipt', 'care-management.declined', 'care-management.hand-back', 'person.merge-request',
    'person.transfer-receipt', 'person.unmerged-rows'));
