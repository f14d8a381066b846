-- The session's own new tasks are looked up once, not again for each referral: with sixty waiting the bell read the insurer's open
-- tasks sixty times.
create or replace function casework.referrals_waiting() returns table (count integer, told integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer, count(*) filter (where r.id in (
      select t.source_id from platform.task t where t.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer
        and t.holder_id = nullif(current_setting('meguri.staff', true), '')::uuid and t.source_type = 'referral' and t.is_new
        and t.state in ('open', 'waiting')))::integer
  from casework.referral r
  join casework.consultation c on c.insurer_id = r.insurer_id and c.id = r.consultation_id
  where r.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer
    and (r.to_staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
      or r.to_centre_id = any (nullif(current_setting('meguri.centres', true), '')::uuid[]))
    and r.received_at is null and c.withdrawn_at is null
$$;
