-- 利用状況: figures for administrators. No name, no record, no person: counts by month and centre.

create index line_of_sign_in on audit.line (insurer_id, at) where action in ('session.signed-in', 'session.refused');

/*
 centre null: posts of the whole insurer and of offices. A sign-in counts for the centre in which the staff held a post that day.
   first_month, last_month  first days of months, both included
*/
create function registers.usage_of(first_month date, last_month date) returns table (
  month date, centre_id uuid, centre_name text, staff_count integer, record_count integer, sign_in_count integer,
  refused_count integer, job_count integer
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  insurer constant integer := registers.need_administrator();
  until_day constant date := (last_month + interval '1 month')::date;
begin
  return query
    with months as (
      select m::date as month, (m + interval '1 month - 1 day')::date as last_day
      from generate_series(first_month::timestamp, last_month::timestamp, interval '1 month') m
    ), places as (
      select c.id, c.name from registers.centre c where c.insurer_id = insurer
      union all select null::uuid, '市（保険者）全体・事業所'
    ), staff as (
      select m.month, p.centre_id, count(distinct p.staff_id)::integer as n
      from months m join registers.post p on p.insurer_id = insurer and p.valid_from <= m.last_day
        and (p.valid_to is null or p.valid_to >= m.month)
      group by 1, 2
    ), records as (
      select date_trunc('month', j.day)::date as month, j.centre_id, count(*)::integer as n
      from platform.journal j
      where j.insurer_id = insurer and j.day >= first_month and j.day < until_day group by 1, 2
    ), signed as (
      select l.at, l.action, l.staff_id, (l.at at time zone 'Asia/Tokyo')::date as day
      from audit.line l
      where l.insurer_id = insurer and l.action in ('session.signed-in', 'session.refused')
        and l.at >= (first_month::timestamp at time zone 'Asia/Tokyo') and l.at < (until_day::timestamp at time zone 'Asia/Tokyo')
    ), signs as (
      select date_trunc('month', s.day)::date as month, p.centre_id,
        count(*) filter (where s.action = 'session.signed-in')::integer as good,
        count(*) filter (where s.action = 'session.refused')::integer as bad
      from signed s left join lateral (
        select p.centre_id from registers.post p where p.insurer_id = insurer and p.staff_id = s.staff_id
          and p.valid_from <= s.day and (p.valid_to is null or p.valid_to >= s.day)
        order by p.centre_id nulls last, p.id limit 1) p on true
      group by 1, 2
    ), jobs as (
      select date_trunc('month', j.created_at at time zone 'Asia/Tokyo')::date as month, p.centre_id, count(*)::integer as n
      from platform.job j left join lateral (
        select p.centre_id from registers.post p where p.insurer_id = insurer and p.staff_id = j.staff_id
        order by p.centre_id nulls last, p.id limit 1) p on true
      where j.insurer_id = insurer
        and j.created_at >= (first_month::timestamp at time zone 'Asia/Tokyo')
        and j.created_at < (until_day::timestamp at time zone 'Asia/Tokyo')
      group by 1, 2
    )
    select m.month, c.id, c.name, coalesce(st.n, 0), coalesce(r.n, 0), coalesce(si.good, 0), coalesce(si.bad, 0),
      coalesce(jo.n, 0)
    from months m cross join places c
    left join staff st on st.month = m.month and st.centre_id is not distinct from c.id
    left join records r on r.month = m.month and r.centre_id is not distinct from c.id
    left join signs si on si.month = m.month and si.centre_id is not distinct from c.id
    left join jobs jo on jo.month = m.month and jo.centre_id is not distinct from c.id
    order by m.month, c.name, c.id;
end $$;
comment on function registers.usage_of is 'door of administrators: staff, records, sign-ins, refusals and jobs by month and centre; figures only';

create function registers.database_bytes() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform registers.need_administrator();
  -- the sum of what is stored; pg_database_size() asks for a right that the owner of doors has no other use for
  return (select sum(pg_total_relation_size(c.oid))::bigint from pg_class c where c.relkind in ('r', 'm'));
end $$;
comment on function registers.database_bytes is 'door of administrators: bytes of the whole installation''s database';

do $$
declare
  door regprocedure;
begin
  foreach door in array array['registers.usage_of(date,date)', 'registers.database_bytes()']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
