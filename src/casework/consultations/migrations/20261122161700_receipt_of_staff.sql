-- The receipt also takes the addressee's own task out of 新規担当: what is left of it is the work itself.
create or replace function casework.receive_referral(referral_id uuid, at timestamptz) returns table (
  id uuid, version integer, received_at timestamptz, received_by uuid
) language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '')::uuid[];
begin
  update casework.referral r set received_at = at, received_by = staff
  where r.insurer_id = insurer and r.id = referral_id and r.received_at is null
    and (r.to_staff_id = staff or r.to_centre_id = any (centres));
  if found then
    update platform.task t set state = 'done', is_new = false, done_at = at, done_by = staff
    from casework.referral r
    where r.insurer_id = insurer and r.id = referral_id and t.insurer_id = insurer and t.id = r.task_id
      and t.state in ('open', 'waiting');
    update platform.task t set is_new = false, received_at = at
    where t.insurer_id = insurer and t.source_id = referral_id and t.holder_id = staff and t.state in ('open', 'waiting');
  end if;
  return query select r.id, r.version, r.received_at, r.received_by from casework.referral r
    where r.insurer_id = insurer and r.id = referral_id and (r.to_staff_id = staff or r.to_centre_id = any (centres));
end $$;
