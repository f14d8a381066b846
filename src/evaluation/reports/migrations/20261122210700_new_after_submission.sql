-- A row made in the very millisecond in which the version's transaction began came before it: the transaction read it already,
-- or its request had ended. What is new was made in a later one.
create or replace function evaluation.late_entry_traces(version uuid, journal_rows uuid[])
  returns table (journal_id uuid, at timestamptz, staff_name text, now_day date, is_withdrawn boolean, is_new boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  scope constant text := coalesce(current_setting('meguri.scope', true), '');
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '')::uuid[];
  submitted evaluation.monthly_report_version;
begin
  select * into submitted from evaluation.monthly_report_version v where v.insurer_id = insurer and v.id = version
    and (scope = 'insurer' or (scope = 'centre' and v.centre_id = any (centres)));
  if submitted.id is null then
    return;
  end if;
  return query
    with gone as (
      select distinct on (h.row_id) h.row_id, h.row from platform.history h
      where h.insurer_id = insurer and h.table_name = 'platform.journal' and h.row_id = any (journal_rows)
        and h.operation = 'delete'
      order by h.row_id, h.changed_at desc
    ), wanted (id, day, source_id, person_id, centre_id, staff_id) as (
      select j.id, j.day, j.source_id, j.person_id, j.centre_id, j.staff_id from platform.journal j
        where j.insurer_id = insurer and j.id = any (journal_rows)
      union all
      select g.row_id, null::date, (g.row ->> 'source_id')::uuid, (g.row ->> 'person_id')::uuid, (g.row ->> 'centre_id')::uuid,
        (g.row ->> 'staff_id')::uuid
      from gone g where not exists (select from platform.journal j where j.insurer_id = insurer and j.id = g.row_id)
    )
    select w.id, coalesce(last.changed_at, uuid_extract_timestamp(w.id)), f.name, w.day, c.withdrawn_at is not null,
      uuid_extract_timestamp(w.id) > date_trunc('milliseconds', submitted.stored_at)
    from wanted w
    left join lateral (
      select h.changed_at, h.changed_by from (
        select h.changed_at, h.changed_by from platform.history h where h.insurer_id = insurer
          and h.table_name = 'platform.journal' and h.row_id = w.id and h.changed_at > submitted.stored_at
        union all
        select h.changed_at, h.changed_by from platform.history h where h.insurer_id = insurer
          and h.table_name = 'casework.consultation' and h.row_id = w.source_id and h.changed_at > submitted.stored_at
        union all
        select h.changed_at, h.changed_by from platform.history h where h.insurer_id = insurer
          and h.table_name = 'casework.person' and h.row_id = w.person_id and h.changed_at > submitted.stored_at) h
      order by h.changed_at desc limit 1) last on true
    left join casework.consultation c on c.insurer_id = insurer and c.id = w.source_id
    left join registers.staff f on f.insurer_id = insurer
      and f.id = case when last.changed_at is null then w.staff_id else last.changed_by end
    where submitted.centre_id is null or w.centre_id = submitted.centre_id or position(w.id::text in submitted.facts) > 0;
end $$;
