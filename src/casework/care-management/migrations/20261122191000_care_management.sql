-- 介護予防ケアマネジメント・介護予防支援: a course of one person, what was done in it, and its entrustment to a care office.
create table casework.care_management (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  level_code text check (level_code in ('06', '12', '13', '21', '22', '23', '24', '25')),
  level_source text check (level_source in ('certification', 'registration', 'hand')),
  certification_id uuid,
  registration_id uuid,
  services jsonb not null default '[]' check (jsonb_typeof(services) = 'array'),
  type_proposed text check (type_proposed in ('A', 'B', 'C')),
  type_decided text check (type_decided in ('A', 'B', 'C')),
  type_decided_by uuid,
  type_decided_at timestamptz,
  type_reason text,
  staff_id uuid,
  contract_explained_on date,
  contract_explained_by uuid,
  contract_explained_to text,
  contract_version text,
  contract_medium text check (contract_medium in ('paper', 'electronic')),
  contract_consented_on date,
  contract_ended_on date,
  contract_end_reason text,
  choices jsonb not null default '[]' check (jsonb_typeof(choices) = 'array'),
  start_month text check (start_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  mode text not null default 'standard' check (mode in ('standard', 'video', 'flexible')),
  mode_months integer check (mode_months between 1 and 12),
  mode_conditions jsonb not null default '{}',
  mode_note text,
  plan_from date,
  plan_to date,
  evaluation_on date,
  state text not null default 'preparing' check (state in ('preparing', 'running', 'ended')),
  opened_on date not null,
  started_on date,
  ended_on date,
  end_reason text,
  visit_due_on date,
  span_due_on date,
  contact_due_on date,
  evaluation_due_on date,
  next_due_on date,
  sort_due_on date generated always as (coalesce(next_due_on, date '9999-12-31')) stored,
  gaps text[] not null default '{}',
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (insurer_id, id),
  check (mode <> 'flexible' or mode_months is not null),
  check (plan_to is null or plan_from is null or plan_to >= plan_from),
  check (state <> 'ended' or (ended_on is not null and end_reason is not null)),
  check (type_decided is null or type_decided_by is not null)
);
alter table casework.care_management add foreign key (insurer_id, person_id) references casework.person;
create unique index care_management_of_today on casework.care_management (insurer_id, person_id) where state <> 'ended';
create index care_management_of_person on casework.care_management (insurer_id, person_id);
create index care_management_due_of_centre on casework.care_management (insurer_id, centre_id, sort_due_on, id) where state <> 'ended';
create index care_management_due on casework.care_management (insurer_id, sort_due_on, id) where state <> 'ended';
comment on table casework.care_management is '介護予防支援・介護予防ケアマネジメント of one person, from opening to end; one at a time';
comment on column casework.care_management.insurer_id is 'the insurer';
comment on column casework.care_management.id is 'made by the client, so that a repeated send stores once';
comment on column casework.care_management.version is 'raised by every update';
comment on column casework.care_management.person_id is 'whose';
comment on column casework.care_management.centre_id is '担当センター (access); follows a transfer';
comment on column casework.care_management.level_code is '要介護状態区分コード; null: not known';
comment on column casework.care_management.level_source is 'where the level was read: certification, registration or typed by hand';
comment on column casework.care_management.certification_id is 'the 認定 it rests on, when there is one';
comment on column casework.care_management.registration_id is 'the 事業対象者の登録 it rests on, when there is one';
comment on column casework.care_management.services is 'planned services: [{group, code, label, officeName}]; group decides the type';
comment on column casework.care_management.type_proposed is '類型 computed from the services when it was decided';
comment on column casework.care_management.type_decided is '類型 as decided by a person; null: アセスメント goes on';
comment on column casework.care_management.type_decided_by is 'who decided the 類型';
comment on column casework.care_management.type_decided_at is 'when the 類型 was decided';
comment on column casework.care_management.type_reason is 'why it differs from the proposal, or a remark';
comment on column casework.care_management.staff_id is 'responsible worker of the centre; null after a transfer until chosen anew';
comment on column casework.care_management.contract_explained_on is '重要事項説明: the day (DLY-02)';
comment on column casework.care_management.contract_explained_by is 'who explained';
comment on column casework.care_management.contract_explained_to is 'to whom: the person, a family member';
comment on column casework.care_management.contract_version is 'version of the 重要事項説明書';
comment on column casework.care_management.contract_medium is 'paper or electronic';
comment on column casework.care_management.contract_consented_on is 'consent to the contract; null: none, a warning stands as a task';
comment on column casework.care_management.contract_ended_on is 'last day of the contract; null: in force';
comment on column casework.care_management.contract_end_reason is 'why the contract ended';
comment on column casework.care_management.choices is '公正中立 (DLY-05): [{about, shown, chosen, reason, explainedBy, explainedOn}]';
comment on column casework.care_management.start_month is 'month in which the service starts; null: not known, nothing can be computed';
comment on column casework.care_management.mode is 'standard · video · flexible (longer interval)';
comment on column casework.care_management.mode_months is 'flexible: months of the longer interval; type B: months between two monitorings';
comment on column casework.care_management.mode_conditions is 'which conditions of the mode hold, by code, with the day on which it was said';
comment on column casework.care_management.mode_note is 'remark on the conditions';
comment on column casework.care_management.plan_from is 'first day of the plan';
comment on column casework.care_management.plan_to is 'last day of the plan';
comment on column casework.care_management.evaluation_on is 'last day of the evaluation period; its month needs a visit and an evaluation';
comment on column casework.care_management.state is 'preparing 準備中 · running 実施中 · ended 終了';
comment on column casework.care_management.opened_on is 'day on which it was opened';
comment on column casework.care_management.started_on is 'day on which it went into 実施中';
comment on column casework.care_management.ended_on is 'last day';
comment on column casework.care_management.end_reason is 'why it ended';
comment on column casework.care_management.visit_due_on is 'computed: next home visit by this day (CPM-03)';
comment on column casework.care_management.span_due_on is 'computed: next monitoring by visit or video, or the next one of type B';
comment on column casework.care_management.contact_due_on is 'computed: next contact in a month without visit';
comment on column casework.care_management.evaluation_due_on is 'computed: next evaluation by this day';
comment on column casework.care_management.next_due_on is 'computed: the earliest of the four; null: none, or cannot be computed';
comment on column casework.care_management.sort_due_on is 'next_due_on with "none" at the end, for the order of lists';
comment on column casework.care_management.gaps is 'why a due date cannot be computed; empty: nothing is missing';
comment on column casework.care_management.created_at is 'when it was stored';
comment on column casework.care_management.created_by is 'who stored it';
select platform.tenant_table('casework.care_management', person => 'person_id', centre => 'centre_id');

-- A contractor records what it does; the course itself is the centre's (CPM-05 b). What is computed from the records follows.
create policy of_the_centre on casework.care_management as restrictive for insert to meguri_app with check (
  current_setting('meguri.scope', true) <> 'assignment');
create policy of_the_centre_removed on casework.care_management as restrictive for delete to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment');

create function casework.guard_care_management() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  computed constant text[] := array['version', 'visit_due_on', 'span_due_on', 'contact_due_on', 'evaluation_due_on',
    'next_due_on', 'sort_due_on', 'gaps'];
begin
  if current_user = 'meguri_app' and current_setting('meguri.scope', true) = 'assignment'
    and (to_jsonb(new) - computed) is distinct from (to_jsonb(old) - computed) then
    raise exception 'a contractor changes records, not the course' using errcode = 'insufficient_privilege';
  end if;
  if new.centre_id is distinct from old.centre_id then
    new.staff_id := null; -- the old centre's worker no longer sees the person
  end if;
  return new;
end $$;
comment on function casework.guard_care_management() is 'trigger: a contractor may change computed columns only; after a transfer the responsible worker is chosen anew';
revoke execute on function casework.guard_care_management() from public;
create trigger guard before update on casework.care_management
  for each row execute function casework.guard_care_management();

-- What is computed from the records is no change of the course: it shall not make somebody's form stale.
create function casework.steady_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  computed constant text[] := array['version', 'visit_due_on', 'span_due_on', 'contact_due_on', 'evaluation_due_on',
    'next_due_on', 'sort_due_on', 'gaps'];
begin
  if (to_jsonb(new) - computed) is not distinct from (to_jsonb(old) - computed) then
    new.version := old.version;
  end if;
  return new;
end $$;
comment on function casework.steady_version() is 'trigger, after next_version: computed columns alone do not raise the version';
revoke execute on function casework.steady_version() from public;
create trigger steady_version before update on casework.care_management
  for each row execute function casework.steady_version();

create table casework.monitoring (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  course_id uuid not null,
  person_id uuid not null,
  centre_id uuid,
  subject text not null check (subject in ('monitoring', 'assessment', 'plan', 'evaluation')),
  done_on date not null,
  way text not null check (way in ('home', 'place', 'phone', 'video', 'online')),
  staff_id uuid not null,
  organisation_id uuid,
  recorded_centre_id uuid,
  result text not null,
  change text not null check (change in ('none', 'some', 'marked', 'unknown')),
  outcome text check (outcome in ('continue', 'change', 'end')),
  plan_from date,
  plan_to date,
  minutes integer check (minutes between 0 and 1440),
  confirmed_at timestamptz,
  confirmed_by uuid,
  opinion text,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (insurer_id, id),
  check (subject <> 'evaluation' or outcome is not null),
  check (subject <> 'plan' or (plan_from is not null and plan_to is not null)),
  check (plan_to is null or plan_to >= plan_from)
);
alter table casework.monitoring add foreign key (insurer_id, course_id) references casework.care_management;
alter table casework.monitoring add foreign key (insurer_id, person_id) references casework.person;
create index monitoring_of_course on casework.monitoring (insurer_id, course_id, done_on, id);
create index monitoring_of_person on casework.monitoring (insurer_id, person_id, done_on, id);
create index monitoring_to_confirm on casework.monitoring (insurer_id, course_id)
  where organisation_id is not null and confirmed_at is null and withdrawn_at is null;
comment on table casework.monitoring is '訪問・連絡・評価・計画の原案 in a course of care management; never removed, only withdrawn';
comment on column casework.monitoring.insurer_id is 'the insurer';
comment on column casework.monitoring.id is 'made by the client, so that a repeated send stores once';
comment on column casework.monitoring.version is 'raised by every update';
comment on column casework.monitoring.course_id is 'the course';
comment on column casework.monitoring.person_id is 'whose';
comment on column casework.monitoring.centre_id is '担当センター (access); follows a transfer';
comment on column casework.monitoring.subject is 'monitoring モニタリング · assessment アセスメント · plan 計画の原案 · evaluation 評価';
comment on column casework.monitoring.done_on is 'day on which it was done';
comment on column casework.monitoring.way is 'home 訪問 · place 利用先 · phone 電話 · video テレビ電話 · online オンライン';
comment on column casework.monitoring.staff_id is 'who did it';
comment on column casework.monitoring.organisation_id is 'the contractor''s office; null: done by the centre';
comment on column casework.monitoring.recorded_centre_id is 'the centre that did it (counting); null: the contractor';
comment on column casework.monitoring.result is 'what was found and done';
comment on column casework.monitoring.change is '状態の変化; marked asks for a visit; unknown: could not be seen';
comment on column casework.monitoring.outcome is '評価: what follows';
comment on column casework.monitoring.plan_from is '計画の原案: first day';
comment on column casework.monitoring.plan_to is '計画の原案: last day, also the end of the evaluation period';
comment on column casework.monitoring.minutes is 'null: not recorded, never zero';
comment on column casework.monitoring.confirmed_at is '確認 by the centre of a contractor''s record (CPM-05 a); null: not yet, or not needed';
comment on column casework.monitoring.confirmed_by is 'who confirmed';
comment on column casework.monitoring.opinion is 'センターの意見';
comment on column casework.monitoring.withdrawn_at is 'taken back: counts nowhere';
comment on column casework.monitoring.withdrawn_by is 'who took it back';
comment on column casework.monitoring.withdrawn_reason is 'why';
comment on column casework.monitoring.created_at is 'when it was stored';
comment on column casework.monitoring.created_by is 'who stored it';
select platform.tenant_table('casework.monitoring', person => 'person_id', centre => 'centre_id');
create policy own_records on casework.monitoring as restrictive for insert to meguri_app with check (
  current_setting('meguri.scope', true) <> 'assignment'
  or (staff_id = nullif(current_setting('meguri.staff', true), '')::uuid and confirmed_at is null));
create policy own_records_changed on casework.monitoring as restrictive for update to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment'
  or (staff_id = (select nullif(current_setting('meguri.staff', true), '')::uuid) and confirmed_at is null))
  with check (current_setting('meguri.scope', true) <> 'assignment' or confirmed_at is null);
create policy own_records_removed on casework.monitoring as restrictive for delete to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment');

create table casework.entrustment (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  course_id uuid not null,
  person_id uuid not null,
  centre_id uuid,
  organisation_id uuid not null,
  contractor_staff_id uuid,
  valid_from date not null,
  valid_to date,
  hand_over text not null,
  committee_on date,
  sent_at timestamptz not null,
  sent_by uuid not null,
  task_id uuid,
  received_at timestamptz,
  received_by uuid,
  declined_at timestamptz,
  declined_by uuid,
  decline_reason text,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  access_id uuid,
  primary key (insurer_id, id),
  check (declined_at is null or received_at is null)
);
alter table casework.entrustment add foreign key (insurer_id, course_id) references casework.care_management;
alter table casework.entrustment add foreign key (insurer_id, person_id) references casework.person;
alter table casework.entrustment add foreign key (insurer_id, organisation_id) references registers.organisation;
create index entrustment_of_course on casework.entrustment (insurer_id, course_id, valid_from);
create index entrustment_of_person on casework.entrustment (insurer_id, person_id);
create index entrustment_of_office on casework.entrustment (insurer_id, organisation_id) where declined_at is null;
create unique index entrustment_running on casework.entrustment (insurer_id, course_id)
  where declined_at is null and ended_at is null;
comment on table casework.entrustment is '委託 of a course to a 居宅介護支援事業所 (CPM-05): written by doors only, together with the access it gives';
comment on column casework.entrustment.insurer_id is 'the insurer';
comment on column casework.entrustment.id is 'made by the client, so that a repeated send stores once';
comment on column casework.entrustment.version is 'raised by every update';
comment on column casework.entrustment.course_id is 'the course';
comment on column casework.entrustment.person_id is 'whose';
comment on column casework.entrustment.centre_id is '担当センター (access); follows a transfer';
comment on column casework.entrustment.organisation_id is '委託先の事業所';
comment on column casework.entrustment.contractor_staff_id is 'its care manager; null: whoever receives it';
comment on column casework.entrustment.valid_from is 'first day on which the contractor sees the person';
comment on column casework.entrustment.valid_to is 'last day on which it does; null: open. Before valid_from: it never began';
comment on column casework.entrustment.hand_over is '引き継ぎの内容';
comment on column casework.entrustment.committee_on is '運営協議会 that approved the office; null: not recorded';
comment on column casework.entrustment.sent_at is 'when it was sent';
comment on column casework.entrustment.sent_by is 'who sent it';
comment on column casework.entrustment.task_id is 'the sender''s 回答待ち task that receipt or refusal ends';
comment on column casework.entrustment.received_at is '受領';
comment on column casework.entrustment.received_by is 'who received it';
comment on column casework.entrustment.declined_at is '辞退: the access ended at once';
comment on column casework.entrustment.declined_by is 'who declined';
comment on column casework.entrustment.decline_reason is 'why it was declined';
comment on column casework.entrustment.ended_at is 'when the last day was set';
comment on column casework.entrustment.ended_by is 'who set it';
comment on column casework.entrustment.end_reason is 'why it ended';
comment on column casework.entrustment.access_id is 'row of platform.person_access that it gave; null: taken away again';
select platform.tenant_table('casework.entrustment', person => 'person_id', centre => 'centre_id', written_by => 'nobody');
-- a contractor sees its own contracts, not those of other offices with the same person
create policy own_contracts on casework.entrustment as restrictive for select to meguri_app using (
  (select current_setting('meguri.scope', true)) <> 'assignment'
  or organisation_id = any ((select nullif(current_setting('meguri.holders', true), ''))::uuid[]));
