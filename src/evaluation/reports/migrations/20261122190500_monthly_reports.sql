create table evaluation.monthly_report (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  centre_id uuid,
  month date not null check (month = date_trunc('month', month)::date),
  state text not null default 'draft' check (state in ('draft', 'confirmed', 'accepted', 'returned')),
  last_number integer not null default 0 check (last_number >= 0),
  last_version_id uuid,
  created_at timestamptz not null default now(),
  primary key (insurer_id, id),
  unique nulls not distinct (insurer_id, centre_id, month),
  check ((last_number = 0) = (last_version_id is null)),
  check (state = 'draft' or last_number > 0)
);
select platform.tenant_table('evaluation.monthly_report', centre => 'centre_id');
alter table evaluation.monthly_report add foreign key (insurer_id, centre_id) references registers.centre;
comment on table evaluation.monthly_report is '月報 of one centre and month, or of the insurer: where its closing stands';
comment on column evaluation.monthly_report.version is 'raised at every change; who sends another one is told that somebody was first';
comment on column evaluation.monthly_report.centre_id is 'the centre whose work is counted; null: the insurer over all centres';
comment on column evaluation.monthly_report.month is 'first day of the month';
comment on column evaluation.monthly_report.state is 'draft 下書き · confirmed センター確定 · accepted 市受理 · returned 差戻し';
comment on column evaluation.monthly_report.last_number is 'number of the newest version; 0: never confirmed';
comment on column evaluation.monthly_report.last_version_id is 'the newest version';
comment on column evaluation.monthly_report.created_at is 'when the row was made: by a reminder or by the first confirmation';

create table evaluation.monthly_report_version (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  report_id uuid not null,
  centre_id uuid,
  number integer not null check (number > 0),
  step text not null check (step in ('confirmed', 'corrected')),
  reason text,
  definition integer not null,
  figures text not null,
  facts text not null,
  sha256 text not null,
  fact_count integer not null check (fact_count >= 0),
  confirmed_at timestamptz not null,
  confirmed_by uuid not null,
  stored_at timestamptz not null default now(),
  primary key (insurer_id, id),
  unique (insurer_id, report_id, number),
  check (sha256 = encode(sha256(convert_to(figures || facts, 'UTF8')), 'hex')),
  check (step = 'confirmed' or length(trim(reason)) > 0)
);
select platform.tenant_table('evaluation.monthly_report_version', centre => 'centre_id', history => false);
alter table evaluation.monthly_report_version add foreign key (insurer_id, report_id) references evaluation.monthly_report;
alter table evaluation.monthly_report_version add foreign key (insurer_id, confirmed_by) references registers.staff;
comment on table evaluation.monthly_report_version is '確定値: what was submitted, never changed; a correction is a new version';
comment on column evaluation.monthly_report_version.centre_id is 'as in the report';
comment on column evaluation.monthly_report_version.number is '1 for the first submission';
comment on column evaluation.monthly_report_version.step is 'confirmed: first, or after 差戻し · corrected: 訂正版 of a submitted report';
comment on column evaluation.monthly_report_version.reason is 'why it was corrected; null for a plain confirmation';
comment on column evaluation.monthly_report_version.definition is 'edition of the sections by which it was counted (rules/sections.ts)';
comment on column evaluation.monthly_report_version.figures is 'JSON text: every section, row and figure as submitted, with what they were compared with';
comment on column evaluation.monthly_report_version.facts is 'JSON text: ids and values of the journal rows they were made from (rules/fact.ts)';
comment on column evaluation.monthly_report_version.sha256 is 'of figures and facts together, checked by the database';
comment on column evaluation.monthly_report_version.fact_count is 'how many journal rows it was made from';
comment on column evaluation.monthly_report_version.confirmed_at is 'instant of the confirmation';
comment on column evaluation.monthly_report_version.confirmed_by is 'who confirmed it';
comment on column evaluation.monthly_report_version.stored_at is 'the same by the clock of the database, which also writes history: later changes are told by it';

create table evaluation.monthly_report_step (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  report_id uuid not null,
  centre_id uuid,
  version_id uuid not null,
  step text not null check (step in ('confirmed', 'corrected', 'accepted', 'returned')),
  at timestamptz not null,
  staff_id uuid not null,
  reason text,
  primary key (insurer_id, id),
  check (step not in ('corrected', 'returned') or length(trim(reason)) > 0)
);
select platform.tenant_table('evaluation.monthly_report_step', centre => 'centre_id', history => false);
alter table evaluation.monthly_report_step add foreign key (insurer_id, report_id) references evaluation.monthly_report;
alter table evaluation.monthly_report_step add foreign key (insurer_id, version_id) references evaluation.monthly_report_version;
create index monthly_report_step_of_report on evaluation.monthly_report_step (insurer_id, report_id, id);
comment on table evaluation.monthly_report_step is 'who did what with a report, when and why; only added to';
comment on column evaluation.monthly_report_step.centre_id is 'as in the report';
comment on column evaluation.monthly_report_step.version_id is 'the version it was done to';
comment on column evaluation.monthly_report_step.step is 'confirmed 確定 · corrected 訂正版 · accepted 受理 · returned 差戻し';
comment on column evaluation.monthly_report_step.at is 'instant';
comment on column evaluation.monthly_report_step.staff_id is 'who';
comment on column evaluation.monthly_report_step.reason is 'why; required for 訂正版 and 差戻し';

-- Whoever writes: what was submitted stays as it was submitted.
create function evaluation.submitted_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a submitted monthly report never changes' using errcode = 'restrict_violation';
end $$;
comment on function evaluation.submitted_stays() is 'trigger: refuses every change and removal';
create trigger submitted_stays before update or delete on evaluation.monthly_report_version
  for each row execute function evaluation.submitted_stays();
create trigger submitted_stays before update or delete on evaluation.monthly_report_step
  for each row execute function evaluation.submitted_stays();

-- The second lock of the way a report goes: 受理 and 差戻し are the insurer's, and answer a confirmation only.
create function evaluation.check_report_step() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' and current_setting('meguri.scope', true) = 'centre' then
      raise exception 'a monthly report begins as a draft' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  if new.centre_id is distinct from old.centre_id or new.month <> old.month then
    raise exception 'a monthly report stays of its centre and month' using errcode = 'restrict_violation';
  end if;
  if new.state is distinct from old.state and new.state in ('accepted', 'returned') and (old.state <> 'confirmed'
    or current_setting('meguri.scope', true) is distinct from 'insurer') then
    raise exception 'only the insurer answers a confirmed monthly report' using errcode = 'insufficient_privilege';
  end if;
  if new.last_number < old.last_number then
    raise exception 'versions only grow' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function evaluation.check_report_step() is 'trigger: which changes of a report the session may make';
create trigger check_report_step before insert or update on evaluation.monthly_report
  for each row execute function evaluation.check_report_step();

-- Residents by town: counted through the doors, for no centre sees all people of a town.
create index person_residents on casework.person (insurer_id, town_id, birth_on, died_on, moved_out_on, insured_from)
  where merged_into is null and town_id is not null;

/*
 The pieces of work of some days as text: a record for each in the order of rules/fact.ts, fields separated by U+001F, records by
 U+001E, lists by a comma; absent is empty. Written by hand because a month of a city is 12,000 of them, and as JSON it takes three
 times as long. A door, because the centre that did the work counts it also when the person has moved to another centre since.
 It gives no name and no text. What was withdrawn counts nowhere; a merged person counts as the one that is left.
   centre  null: all centres and the insurer's own work, for the insurer only
*/
create function evaluation.report_facts(centre uuid, from_day date, until_day date) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
  scope constant text := coalesce(current_setting('meguri.scope', true), '');
  centres constant uuid[] := nullif(current_setting('meguri.centres', true), '')::uuid[];
  f constant text := chr(31);
begin
  if scope <> 'insurer' and not (scope = 'centre' and centre is not null and centre = any (centres)) then
    raise exception 'this post does not reach the report' using errcode = 'insufficient_privilege';
  end if;
  return (
    select coalesce(string_agg(concat(j.id, f, j.day, f, j.kind, f, j.unit, f, j.count, f, j.minutes, f, j.centre_id, f, j.area_id,
        f, coalesce(m.town_id, p.town_id), f, coalesce(m.id, j.person_id), f, coalesce(c.profession, s.profession, 'other'), f,
        j.staff_id, f, j.source_type, f, j.source_id, case when c.id is not null then concat(f, c.channel, f, c.caller, f,
          c.continuity, f, c.urgency, f, array_to_string(c.topics, ','), f, array_to_string(c.responses, ','), f,
          (select string_agg(distinct r.to_kind, ',') from casework.referral r
            where r.insurer_id = insurer and r.consultation_id = c.id), f,
          -- Japan has no summer time: nine hours after UTC
          (extract(epoch from c.received_at)::bigint / 60 + 540) % 1440) end), chr(30)), '')
    from platform.journal j
    left join casework.consultation c on j.source_type = 'consultation' and c.insurer_id = insurer and c.id = j.source_id
    left join casework.person p on p.insurer_id = insurer and p.id = j.person_id
    left join casework.person m on m.insurer_id = insurer and m.id = p.merged_into
    left join registers.staff s on s.insurer_id = insurer and s.id = j.staff_id
    where j.insurer_id = insurer and j.day between from_day and until_day and c.withdrawn_at is null
      and (centre is null or j.centre_id = centre));
end $$;
comment on function evaluation.report_facts is 'door: work of some days as the monthly report counts it, within the reach of the session';

/*
 Residents aged 65 and over by town on a day, as the register of people has them: born at least 65 years before (an age is reached
 the day before the birthday), not dead, not moved out, insured since before. People under 支援措置 have no town here.
*/
create function evaluation.residents_65(on_day date, towns uuid[]) returns table (town_id uuid, residents integer)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
begin
  perform platform.need_casework_reach();
  return query
    select p.town_id, count(*)::integer from casework.person p
    where p.insurer_id = insurer and p.merged_into is null and p.town_id = any (towns)
      and p.birth_on <= ((on_day + 1) - interval '65 years')::date
      and (p.died_on is null or p.died_on > on_day) and (p.moved_out_on is null or p.moved_out_on > on_day)
      and (p.insured_from is null or p.insured_from <= on_day)
    group by p.town_id;
end $$;
comment on function evaluation.residents_65 is 'door: how many registered residents aged 65 and over live in each town on a day; no person is told';

-- The first day of any work on record: before it there is no month to compare with.
create function evaluation.first_work_day(centre uuid) returns date
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_custom_plan as $$
declare
  insurer constant integer := nullif(current_setting('meguri.insurer', true), '')::integer;
begin
  perform platform.need_casework_reach();
  if centre is not null then
    return (select min(j.day) from platform.journal j where j.insurer_id = insurer and j.centre_id = centre);
  end if;
  return (select min(first.day) from (
    select (select min(j.day) from platform.journal j where j.insurer_id = insurer and j.centre_id = k.id) as day
      from registers.centre k where k.insurer_id = insurer
    union all
    select min(j.day) from platform.journal j where j.insurer_id = insurer and j.centre_id is null) first);
end $$;
comment on function evaluation.first_work_day is 'door: first day on which a centre, or anybody of the insurer, recorded work';

/*
 Who changed a piece of work since a version was submitted, and when: of the journal row, its consultation and its person the
 newest change. Only rows that the version was made from or that are of its centre today.
   now_day  the day on which the row stands now; null: it is gone
   is_new   the row itself was made after the version; else it came from another month or centre
*/
create function evaluation.late_entry_traces(version uuid, journal_rows uuid[])
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
      uuid_extract_timestamp(w.id) >= date_trunc('milliseconds', submitted.stored_at)
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
comment on function evaluation.late_entry_traces is 'door: who changed rows of a submitted report, and when';

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'evaluation.report_facts(uuid,date,date)', 'evaluation.residents_65(date,uuid[])', 'evaluation.first_work_day(uuid)',
    'evaluation.late_entry_traces(uuid,uuid[])']::regprocedure[]
  loop
    execute format('alter function %s owner to meguri_doors', door);
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to meguri_app', door);
  end loop;
end $$;
revoke execute on function evaluation.submitted_stays(), evaluation.check_report_step() from public;
