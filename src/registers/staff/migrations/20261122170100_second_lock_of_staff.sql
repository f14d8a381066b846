-- Staff, posts and the settings of an insurer are written by doors and commands only: with the insurer's reach alone nobody
-- gives himself a post or switches the second factor off.
do $$
declare
  target text;
begin
  foreach target in array array['registers.staff', 'registers.post', 'registers.insurer'] loop
    execute format('revoke insert, update, delete on %s from meguri_app', target);
    execute format('drop policy added on %s', target);
    execute format('drop policy changed on %s', target);
    execute format('drop policy removed on %s', target);
    update platform.tenant_table_register set written_by = 'nobody' where table_name = target;
  end loop;
end $$;

-- The door of auditors, now with its own lock beside the route's right: who the staff of the session is today.
-- @throws insufficient_privilege unless auditor or administrator of the session's insurer
create function registers.need_auditor() returns integer language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  staff constant uuid := nullif(current_setting('meguri.staff', true), '')::uuid;
  today constant date := nullif(current_setting('meguri.today', true), '')::date;
begin
  if not exists (select from registers.post p where p.insurer_id = insurer and p.staff_id = staff
    and p.role in ('auditor', 'administrator') and p.valid_from <= today and (p.valid_to is null or p.valid_to >= today)) then
    raise exception 'only an auditor does this' using errcode = 'insufficient_privilege';
  end if;
  return insurer;
end $$;
alter function registers.need_auditor owner to meguri_doors;
revoke execute on function registers.need_auditor from public;

create or replace function audit.lines_of(
  person uuid default null, staff uuid default null, action_word text default null,
  from_at timestamptz default null, until_at timestamptz default null,
  before_at timestamptz default null, before_id uuid default null, row_limit integer default 50
) returns table (
  id uuid, at timestamptz, staff_id uuid, post_id uuid, role text, request_id text, action text, outcome text,
  record_type text, record_id uuid, person_ids uuid[], detail jsonb
) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  insurer constant integer := registers.need_auditor();
begin
  return query
    select l.id, l.at, l.staff_id, l.post_id, l.role, l.request_id, l.action, l.outcome,
      l.record_type, l.record_id, l.person_ids, l.detail
    from audit.line l
    where l.insurer_id = insurer
      and (person is null or l.person_ids @> array[person])
      and (staff is null or l.staff_id = staff)
      and (action_word is null or l.action = action_word)
      and (from_at is null or l.at >= from_at)
      and (until_at is null or l.at < until_at)
      and (before_at is null or (l.at, l.id) < (before_at, before_id))
    order by l.at desc, l.id desc
    limit least(greatest(coalesce(row_limit, 50), 1), 200);
end $$;
