-- Figures of towns are read by everybody, also by other insurers and without sign-in, while how small a count may be shown is
-- decided by the insurer of the towns. So this one number, and which towns lie together, is told to all; nothing else.
create function evaluation.small_counts(on_day date) returns table (municipality_code text, small_count jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (m.municipality_code, m.insurer_id) m.municipality_code, s.value
  from registers.member_municipality m
  join registers.local_setting s on s.insurer_id = m.insurer_id and s.key = 'indicators.small-count' and s.valid_from <= on_day
  where m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
  order by m.municipality_code, m.insurer_id, s.valid_from desc
$$;
comment on function evaluation.small_counts is 'smallest count that may be shown, of every municipality whose insurer set one; a municipality of several insurers stands several times';

create function evaluation.areas_of_towns(of_municipality text, on_day date)
  returns table (insurer_id integer, town_name text, town_fold text, area_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as (
    select distinct m.insurer_id from registers.member_municipality m
    where m.municipality_code = of_municipality and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day))
  select t.insurer_id, t.town_name, null, t.area_id from evaluation.town_of_area t join own using (insurer_id)
  where t.municipality_code = of_municipality and t.valid_from <= on_day and (t.valid_to is null or t.valid_to >= on_day)
  union all
  select t.insurer_id, null, t.fold, a.area_id from registers.town t join own using (insurer_id)
  join registers.area_town a on a.insurer_id = t.insurer_id and a.town_id = t.id
    and a.valid_from <= on_day and (a.valid_to is null or a.valid_to >= on_day)
$$;
comment on function evaluation.areas_of_towns is 'which towns of a municipality lie in one 日常生活圏域: by published name, else by folded name of the register of towns';

alter function evaluation.small_counts(date) owner to meguri_doors;
alter function evaluation.areas_of_towns(text, date) owner to meguri_doors;
revoke execute on function evaluation.small_counts(date), evaluation.areas_of_towns(text, date) from public;
grant execute on function evaluation.small_counts(date), evaluation.areas_of_towns(text, date) to meguri_app;
