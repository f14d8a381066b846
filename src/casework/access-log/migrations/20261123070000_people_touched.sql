-- When an account was misused, everyone it touched has to be found at once: the law asks to tell them.

create function casework.touch_of(action text) returns text language sql immutable set search_path = pg_catalog as $$
  select case
    when action ~ '[.-](exported|downloaded)$' then 'exported'
    when action ~ '[.-]printed$' then 'printed'
    when action ~ '[.-](viewed|listed|searched|found|read|previewed|inquired|asked|counted)$' then 'viewed'
    when action in ('registration.listed-of-person', 'monthly-report.opened', 'task.load-opened') then 'viewed'
    else 'written'
  end
$$;
comment on function casework.touch_of is 'what an audit word did to the record of whom it names: viewed · exported · printed · written, which is also said of a word that is not known';

create function casework.touched_between(insurer integer, staff uuid, from_at timestamptz, until_at timestamptz) returns table (
  person_id uuid, name text, kana text, birth_on date, insured_number text,
  first_at timestamptz, last_at timestamptz, viewed bigint, written bigint, exported bigint, printed bigint
) language sql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
  with line as materialized (
    select l.at, l.action, l.person_ids from audit.line l
    where l.insurer_id = insurer and l.staff_id = staff and l.at >= from_at and l.at < until_at
      and l.outcome <> 'refused' and l.person_ids <> '{}'
  ), word as materialized (
    select w.action, casework.touch_of(w.action) as touch from (select distinct line.action from line) w
  ), touched as (
    select p.person, min(l.at) as first_at, max(l.at) as last_at,
      count(*) filter (where w.touch = 'viewed') as viewed, count(*) filter (where w.touch = 'written') as written,
      count(*) filter (where w.touch = 'exported') as exported, count(*) filter (where w.touch = 'printed') as printed
    from line l join word w on w.action = l.action cross join lateral unnest(l.person_ids) as p (person)
    group by p.person
  )
  select t.person, p.name, p.kana, p.birth_on, p.insured_number,
    t.first_at, t.last_at, t.viewed, t.written, t.exported, t.printed
  from touched t left join casework.person p on p.insurer_id = insurer and p.id = t.person
  order by t.last_at desc, t.person
$$;
comment on function casework.touched_between is 'everyone in the audit lines of one member of staff in [from_at, until_at), the latest first; a refused request showed nothing, a failed one may have; no name: the record is no longer kept. For the operator''s command: auditors come by people_touched';

create function casework.people_touched(
  staff uuid, from_at timestamptz, until_at timestamptz, row_limit integer default 200
) returns table (
  person_id uuid, name text, kana text, birth_on date, insured_number text,
  first_at timestamptz, last_at timestamptz, viewed bigint, written bigint, exported bigint, printed bigint, total bigint
) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  insurer constant integer := casework.need_auditor();
begin
  return query
    select t.*, count(*) over () from casework.touched_between(insurer, staff, from_at, until_at) t limit row_limit;
end $$;
comment on function casework.people_touched is 'touched_between for an auditor, within the insurer of the session, with how many there are in all';

alter function casework.touch_of owner to meguri_doors;
alter function casework.touched_between owner to meguri_doors;
alter function casework.people_touched owner to meguri_doors;
revoke execute on function casework.touch_of, casework.touched_between, casework.people_touched from public;
grant execute on function casework.people_touched to meguri_app;
