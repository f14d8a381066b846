-- The bell asks each minute: what waits is few, whatever has come in over the years.
create index referral_waiting_for_centre on casework.referral (insurer_id, to_centre_id)
  where received_at is null and to_centre_id is not null;
create index referral_waiting_for_staff on casework.referral (insurer_id, to_staff_id)
  where received_at is null and to_staff_id is not null;

create function casework.referrals_waiting() returns table (count integer, told integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::integer, count(*) filter (where exists (
      select from platform.task t where t.insurer_id = r.insurer_id and t.source_type = 'referral' and t.source_id = r.id
        and t.holder_id = nullif(current_setting('meguri.staff', true), '')::uuid and t.is_new
        and t.state in ('open', 'waiting')))::integer
  from casework.referral r
  join casework.consultation c on c.insurer_id = r.insurer_id and c.id = r.consultation_id
  where r.insurer_id = nullif(current_setting('meguri.insurer', true), '')::integer
    and (r.to_staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
      or r.to_centre_id = any (nullif(current_setting('meguri.centres', true), '')::uuid[]))
    and r.received_at is null and c.withdrawn_at is null
$$;
comment on function casework.referrals_waiting is 'door of the bell: how many referrals to the session''s staff or centres have no receipt, and how many of them a new task of the session''s already says';
alter function casework.referrals_waiting owner to meguri_doors;
revoke execute on function casework.referrals_waiting from public;
grant execute on function casework.referrals_waiting to meguri_app;
