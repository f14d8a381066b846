-- What the person in charge of personal data asks of the audit: who looked at whom. An auditor's post has no reach over
-- records, so the names beside the lines come by doors that give a name and nothing else.

create function casework.need_auditor() returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
begin
  if insurer is null or not exists (
    select from registers.post p
    where p.insurer_id = insurer and p.staff_id = nullif(current_setting('meguri.staff', true), '')::uuid
      and p.role = 'auditor' and p.valid_from <= nullif(current_setting('meguri.today', true), '')::date
      and (p.valid_to is null or p.valid_to >= nullif(current_setting('meguri.today', true), '')::date)
  ) then
    raise exception 'only an auditor does this' using errcode = 'insufficient_privilege';
  end if;
  return insurer;
end $$;
comment on function casework.need_auditor is 'insurer of the session when its staff is auditor there today; else insufficient_privilege';

create function casework.names_for_audit(ids uuid[]) returns table (id uuid, name text, kana text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := casework.need_auditor();
begin
  return query select p.id, p.name, p.kana from casework.person p
    where p.insurer_id = insurer and p.id = any (ids) limit 2000;
end $$;
comment on function casework.names_for_audit is 'name and kana of the people in audit lines that the auditor is shown; at most 2000';

create function casework.person_for_audit(number text) returns table (id uuid, name text, kana text, birth_on date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := casework.need_auditor();
begin
  return query select p.id, p.name, p.kana, p.birth_on from casework.person p
    where p.insurer_id = insurer and (p.insured_number = number or p.resident_number = number) order by p.id limit 5;
end $$;
comment on function casework.person_for_audit is 'the person of a 被保険者番号 or 宛名番号, exactly as written: an auditor asks about one person, never browses';

-- Who worked how much, by day: the unusual stands out by comparison. Hours are those of Tokyo.
create function casework.looks_by_staff(from_at timestamptz, until_at timestamptz) returns table (
  staff_id uuid, lines bigint, people bigint, most_people_a_day bigint, outside_hours bigint, refused bigint, exported bigint
) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  insurer constant integer := casework.need_auditor();
begin
  return query
    with line as (
      select l.id, l.staff_id, l.outcome, l.action, l.person_ids, l.at at time zone 'Asia/Tokyo' as local
      from audit.line l
      where l.insurer_id = insurer and l.at >= from_at and l.at < until_at and l.staff_id is not null
    ), daily as (
      select l.staff_id, l.local::date as day, count(distinct p.person) as people
      from line l cross join lateral unnest(l.person_ids) as p (person) group by 1, 2
    ), seen as (
      select l.staff_id, count(distinct p.person) as people
      from line l cross join lateral unnest(l.person_ids) as p (person) group by 1
    )
    select l.staff_id, count(*), coalesce(max(s.people), 0), coalesce(max(d.most), 0),
      count(*) filter (where extract(isodow from l.local) > 5 or extract(hour from l.local) not between 7 and 19),
      count(*) filter (where l.outcome = 'refused'),
      count(*) filter (where l.action like '%exported' or l.action like '%printed')
    from line l
    left join seen s on s.staff_id = l.staff_id
    left join (select daily.staff_id, max(daily.people) as most from daily group by 1) d on d.staff_id = l.staff_id
    group by l.staff_id;
end $$;
comment on function casework.looks_by_staff is 'per member of staff in [from_at, until_at): lines, distinct people, most people in one day, lines outside 7–20 h and at weekends, refusals, exports and prints';

alter function casework.need_auditor owner to meguri_doors;
alter function casework.names_for_audit owner to meguri_doors;
alter function casework.person_for_audit owner to meguri_doors;
alter function casework.looks_by_staff owner to meguri_doors;
revoke execute on function casework.need_auditor, casework.names_for_audit, casework.person_for_audit, casework.looks_by_staff from public;
grant execute on function casework.names_for_audit, casework.person_for_audit, casework.looks_by_staff to meguri_app;
