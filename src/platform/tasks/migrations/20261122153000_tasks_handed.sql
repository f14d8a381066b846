-- Why a task changed hands, for the receiver to read.
alter table platform.task add column handed_reason text;
comment on column platform.task.handed_reason is '引き継ぎの理由 of the last hand-over';

-- What a worker handed over and nobody has confirmed yet: the giver's 回答待ち.
create index task_handed_by on platform.task (insurer_id, handed_by, due_on, id)
  where handed_by is not null and received_at is null and state in ('open', 'waiting');

-- A task without a person belongs to its holder and, until it is received, to who handed it over; whatever the post.
create policy own on platform.task for all to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and person_id is null
  and (select nullif(current_setting('meguri.staff', true), '')::uuid) in (holder_id, handed_by)
) with check (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and person_id is null
  and (select nullif(current_setting('meguri.staff', true), '')::uuid) in (holder_id, handed_by)
);

-- 元に戻す reads the previous row of such a task.
create policy own_tasks on platform.history for select to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and table_name = 'platform.task' and person_id is null
  and changed_by = (select nullif(current_setting('meguri.staff', true), '')::uuid)
);
