create table casework.certification (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  kind text not null check (kind in ('new', 'renewal', 'change', 'exOfficio', 'movedIn', 'disqualified')),
  state text not null check (state in ('received', 'decided', 'withdrawn', 'rejected', 'cancelled')),
  basis text not null check (basis in ('application', 'card', 'decision')),
  applied_on date,
  decided_on date,
  level text check (level in ('01', '11', '12', '13', '21', '22', '23', '24', '25')),
  valid_from date,
  valid_to date,
  months integer check (months between 1 and 60),
  is_default_months boolean not null default false,
  ended_on date,
  closed_on date,
  closed_reason text,
  postponed_to date,
  postponed_reason text,
  postponement_told_on date,
  specified_disease text,
  disability_by_doctor text,
  disability_by_examiner text,
  dementia_by_doctor text,
  dementia_by_examiner text,
  proxy text not null default 'none' check (proxy in ('none', 'centre', 'careOffice', 'facility')),
  proxy_staff_id uuid,
  asked_by text,
  asked_on date,
  handed_in_on date,
  is_card_kept boolean,
  is_disclosure_agreed boolean,
  doctor text,
  confirmed_on date,
  note text,
  source text not null default 'hand' check (source in ('hand', 'core-system')),
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (insurer_id, id),
  check (state <> 'decided' or level is not null),
  check (state <> 'decided' or level = '01' or (valid_from is not null and valid_to is not null)),
  check (valid_to is null or valid_to >= valid_from),
  check (basis <> 'card' or confirmed_on is not null),
  check (state not in ('withdrawn', 'rejected', 'cancelled') or (closed_on is not null and closed_reason is not null)),
  check (postponed_to is null or (postponed_reason is not null and postponement_told_on is not null))
);
alter table casework.certification add foreign key (insurer_id, person_id) references casework.person;
create unique index certification_from on casework.certification (insurer_id, person_id, valid_from)
  where state = 'decided' and valid_from is not null;
create index certification_of_person on casework.certification (insurer_id, person_id, valid_from desc nulls first, id);
create index certification_until on casework.certification (insurer_id, valid_to, id) where valid_to is not null;
create index certification_until_of_centre on casework.certification (insurer_id, centre_id, valid_to, id) where valid_to is not null;
create index certification_open on casework.certification (insurer_id, applied_on, id) where state = 'received';
comment on table casework.certification is '要介護認定: one application with its result, or what the person''s card says (CRT-01 to CRT-07)';
comment on column casework.certification.centre_id is 'centre that looks after the person (access); follows a transfer';
comment on column casework.certification.kind is 'CRT-03 申請区分: new 1, renewal 2, change 3, exOfficio 4, movedIn 5, disqualified 6';
comment on column casework.certification.state is 'received 申請中 · decided 認定 · withdrawn 取下げ · rejected 却下 · cancelled 取消';
comment on column casework.certification.basis is 'application: what was applied for · card: a centre read it on the 被保険者証 · decision: the municipality''s own';
comment on column casework.certification.applied_on is 'day of receipt at the municipality: starts CRT-04 and CRT-06; null: not known';
comment on column casework.certification.level is 'CRT-01; 01 非該当 has no period; never 06, which is a registration';
comment on column casework.certification.valid_to is 'last day as decided; the last day in force is earlier when a later 認定 begins or ended_on is set';
comment on column casework.certification.months is 'N of CRT-04; null: read from a card';
comment on column casework.certification.is_default_months is 'true: N was not stated, the legal default was taken (CRT-04-j)';
comment on column casework.certification.ended_on is 'last day in force where it was cancelled or given up within its period';
comment on column casework.certification.closed_on is 'day of 取下げ, 却下 or 取消';
comment on column casework.certification.postponed_to is '処理見込み of a 延期通知 (CRT-06); null: none sent';
comment on column casework.certification.postponement_told_on is 'when the applicant was told';
comment on column casework.certification.specified_disease is 'CRT-07 key of src/law/casework/specified-diseases.ts; null: none stated';
comment on column casework.certification.disability_by_doctor is 'ADL-01 of 主治医意見書; null: not recorded, notStated: the paper says nothing';
comment on column casework.certification.disability_by_examiner is 'ADL-01 of 認定調査票';
comment on column casework.certification.dementia_by_doctor is 'ADL-02 of 主治医意見書';
comment on column casework.certification.dementia_by_examiner is 'ADL-02 of 認定調査票';
comment on column casework.certification.proxy is 'DLY-03 申請代行: who handed the application in';
comment on column casework.certification.proxy_staff_id is 'staff who did it, where it was this centre';
comment on column casework.certification.asked_by is 'who asked for the application: 本人, 長女 …';
comment on column casework.certification.is_card_kept is 'the municipality keeps the card, 資格者証 issued; null: not known';
comment on column casework.certification.is_disclosure_agreed is 'consent to disclosure ticked in the form (DLY-04); null: not asked';
comment on column casework.certification.confirmed_on is 'day on which the card was looked at';
select platform.tenant_table('casework.certification', person => 'person_id', centre => 'centre_id');

-- The municipality decides. A centre writes applications and what a card says; 委託先 read and write nothing. Nobody deletes.
create policy decided_by_municipality on casework.certification as restrictive for insert to meguri_app with check (
  current_setting('meguri.scope', true) = 'insurer'
  or (current_setting('meguri.scope', true) = 'centre'
    and (basis = 'card' or (basis = 'application' and state = 'received'))));
create policy decided_by_municipality_change on casework.certification as restrictive for update to meguri_app using (
  (select current_setting('meguri.scope', true)) = 'insurer'
  or ((select current_setting('meguri.scope', true)) = 'centre'
    and (basis = 'card' or (basis = 'application' and state in ('received', 'withdrawn')))))
  with check (
  current_setting('meguri.scope', true) = 'insurer'
  or (current_setting('meguri.scope', true) = 'centre'
    and (basis = 'card' or (basis = 'application' and state in ('received', 'withdrawn')))));
create policy never_removed on casework.certification as restrictive for delete to meguri_app using (false);
