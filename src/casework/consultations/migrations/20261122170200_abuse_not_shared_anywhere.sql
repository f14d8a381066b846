-- What speaks of abuse is kept from 委託先 in the side tables too: the task 「虐待の疑い」 on the face sheet, the journal row and
-- the earlier rows told what the consultation itself no longer showed (虐待防止法 第8条). What a worker hands over stays visible.
-- For reading, changing and removing; a new row of one's own needs no such check, and preparing it costs every insert.
create policy abuse_not_shared on platform.task as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment' or person_id is null
  or holder_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[])
  or (kind <> 'abuse-first-response' and (source_type <> 'consultation'
    or exists (select from casework.consultation c where c.insurer_id = task.insurer_id and c.id = task.source_id))));
create policy abuse_not_shared_update on platform.task as restrictive for update to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment' or person_id is null
  or holder_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[])
  or (kind <> 'abuse-first-response' and (source_type <> 'consultation'
    or exists (select from casework.consultation c where c.insurer_id = task.insurer_id and c.id = task.source_id))));
create policy abuse_not_shared_delete on platform.task as restrictive for delete to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment' or person_id is null
  or holder_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[])
  or (kind <> 'abuse-first-response' and (source_type <> 'consultation'
    or exists (select from casework.consultation c where c.insurer_id = task.insurer_id and c.id = task.source_id))));
create policy abuse_not_shared on platform.journal as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment' or person_id is null
  or staff_id = (select nullif(current_setting('meguri.staff', true), '')::uuid)
  or source_type <> 'consultation'
  or exists (select from casework.consultation c where c.insurer_id = journal.insurer_id and c.id = journal.source_id));
create policy abuse_not_shared_update on platform.journal as restrictive for update to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment' or person_id is null
  or staff_id = (select nullif(current_setting('meguri.staff', true), '')::uuid)
  or source_type <> 'consultation'
  or exists (select from casework.consultation c where c.insurer_id = journal.insurer_id and c.id = journal.source_id));
create policy abuse_not_shared_delete on platform.journal as restrictive for delete to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment' or person_id is null
  or staff_id = (select nullif(current_setting('meguri.staff', true), '')::uuid)
  or source_type <> 'consultation'
  or exists (select from casework.consultation c where c.insurer_id = journal.insurer_id and c.id = journal.source_id));
create policy abuse_not_shared on platform.history as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment'
  or table_name in ('casework.person', 'casework.contact')
  or (table_name = 'casework.consultation' and not ((history.row -> 'topics') ? 'abuse')
    and exists (select from casework.consultation c where c.insurer_id = history.insurer_id and c.id = history.row_id))
  or (table_name = 'platform.task'
    and exists (select from platform.task t where t.insurer_id = history.insurer_id and t.id = history.row_id)));

-- The inbox names people: audit_id goes into the audit line only, as in casework.duplicate_candidates.
drop function casework.referrals_to_me(integer);
create function casework.referrals_to_me(row_limit integer) returns table (
  id uuid, version integer, sent_on date, reply_due_on date, from_centre text, from_staff text, to_name text,
  content text, audit_id uuid, person_name text, person_kana text, received_at timestamptz, result text
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id, r.version, r.sent_on, r.reply_due_on, k.name, s.name, r.to_name, r.content, r.person_id,
    case when r.consent or c.consent = 'emergency' then p.name end,
    case when r.consent or c.consent = 'emergency' then p.kana end, r.received_at, r.result
  from casework.referral r
  join casework.consultation c on c.insurer_id = r.insurer_id and c.id = r.consultation_id
  left join casework.person p on p.insurer_id = r.insurer_id and p.id = r.person_id
  left join registers.centre k on k.insurer_id = r.insurer_id and k.id = c.recorded_centre_id
  left join registers.staff s on s.insurer_id = r.insurer_id and s.id = c.staff_id
  where r.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer
    and (r.to_staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
      or r.to_centre_id = any (nullif(current_setting('meguri.centres', true), '')::uuid[]))
    and c.withdrawn_at is null
  order by r.received_at is not null, r.sent_on desc, r.id
  limit least(greatest(coalesce(row_limit, 50), 1), 200)
$$;
alter function casework.referrals_to_me owner to meguri_doors;
revoke execute on function casework.referrals_to_me from public;
grant execute on function casework.referrals_to_me to meguri_app;
