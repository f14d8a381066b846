create table casework.checklist (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  recorded_centre_id uuid,
  area_id uuid,
  staff_id uuid not null,
  form_version text not null,
  answered_on date not null,
  method text not null check (method in ('interview', 'visit', 'mail', 'phone', 'other')),
  respondent text check (respondent in ('self', 'family', 'self-and-family', 'other')),
  coding text not null check (coding in ('paperNumber', 'yesNo')),
  answers text[] not null,
  height_hundredths_cm integer check (height_hundredths_cm >= 0),
  weight_hundredths_kg integer check (weight_hundredths_kg >= 0),
  note text,
  minutes integer check (minutes between 0 and 1440),
  judgement text not null check (judgement in ('target', 'notTarget', 'undetermined', 'notApplicable')),
  met text[] not null,
  undetermined text[] not null,
  known_points integer not null check (known_points between 0 and 25),
  unknown_points integer not null check (unknown_points between 0 and 25),
  insured_type text check (insured_type in ('category1Insured', 'category2Insured', 'notInsured')),
  certification_level text check (certification_level in ('support', 'care')),
  certification_from date,
  certification_to date,
  confirmed_judgement text check (confirmed_judgement in ('target', 'notTarget', 'undetermined', 'notApplicable')),
  confirmed_by uuid,
  confirmed_at timestamptz,
  confirmed_reason text,
  source text not null check (source in ('form', 'grid', 'file')),
  batch_id uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  created_at timestamptz not null,
  created_by uuid,
  primary key (insurer_id, id),
  check (array_ndims(answers) = 1 and array_lower(answers, 1) = 1 and cardinality(answers) = 25),
  check (array_remove(answers, null) <@ array['yes', 'no', 'declined']),
  check (answers[12] is null),
  check (known_points + unknown_points <= 25),
  check (certification_level is not null or (certification_from is null and certification_to is null)),
  check (num_nulls(confirmed_judgement, confirmed_by, confirmed_at) in (0, 3)),
  check (confirmed_judgement is null or confirmed_judgement = judgement or confirmed_reason is not null),
  check (source = 'form' or batch_id is not null),
  check (num_nulls(withdrawn_at, withdrawn_reason) in (0, 2))
);
alter table casework.checklist add foreign key (insurer_id, person_id) references casework.person;
alter table casework.checklist add foreign key (insurer_id, staff_id) references registers.staff;
-- lists are read by day of the answers, backwards or forwards
create index checklist_of_person on casework.checklist (insurer_id, person_id, answered_on, id);
create index checklist_of_centre on casework.checklist (insurer_id, centre_id, answered_on, id);
create index checklist_of_insurer on casework.checklist (insurer_id, answered_on, id);
create index checklist_of_batch on casework.checklist (insurer_id, batch_id) where batch_id is not null;
comment on table casework.checklist is '基本チェックリスト (CHK-01 to CHK-04): one sheet of answers, the judgement proposed from them, and the professional''s own';
comment on column casework.checklist.insurer_id is 'the insurer';
comment on column casework.checklist.id is 'uuid v7, made by the browser on the form: a repeated send stores once';
comment on column casework.checklist.version is 'raised by every update';
comment on column casework.checklist.person_id is 'who answered';
comment on column casework.checklist.centre_id is 'centre that looks after the person (access); follows a transfer';
comment on column casework.checklist.recorded_centre_id is 'centre that did the checklist (counting); stays; null: the insurer itself or a contracted office';
comment on column casework.checklist.area_id is '圏域 of the person on the day of entry; stays';
comment on column casework.checklist.staff_id is 'who did the checklist; created_by is who typed it';
comment on column casework.checklist.form_version is 'version of the form''s wording that was answered';
comment on column casework.checklist.answered_on is '実施日; parameters are those in force on this day';
comment on column casework.checklist.method is '面接 · 訪問 · 郵送 · 電話 · その他';
comment on column casework.checklist.respondent is '回答者: 本人 · 家族 · 本人と家族 · その他; null: not recorded';
comment on column casework.checklist.coding is 'how 0 and 1 of the entry were meant, as declared with it: paperNumber the number circled on that row, yesNo 1 はい and 0 いいえ';
comment on column casework.checklist.answers is '25 cells by item number: yes, no, declined (回答拒否); null: blank; cell 12 always null (height and weight)';
comment on column casework.checklist.height_hundredths_cm is '0.01 cm; null: not measured';
comment on column casework.checklist.weight_hundredths_kg is '0.01 kg; null: not measured';
comment on column casework.checklist.note is 'free note';
comment on column casework.checklist.minutes is 'null: not recorded, never counted as zero';
comment on column casework.checklist.judgement is 'the proposal computed at entry; target says 基準に該当 and no more, never 事業対象者';
comment on column casework.checklist.met is 'criteria met at entry, in the order of 様式第二';
comment on column casework.checklist.undetermined is 'criteria that the missing answers left open at entry';
comment on column casework.checklist.known_points is 'points of the 25 items that are known';
comment on column casework.checklist.unknown_points is 'items of the 25 without an answer: the total lies between known and known + unknown';
comment on column casework.checklist.insured_type is 'insured type on answered_on as it was known at entry; null: not known';
comment on column casework.checklist.certification_level is '認定 in force on answered_on as known at entry: support 要支援, care 要介護; null: none known';
comment on column casework.checklist.certification_from is 'first day of that 認定';
comment on column casework.checklist.certification_to is 'last day of that 認定; null: not known';
comment on column casework.checklist.confirmed_judgement is 'what the professional decided; null: 判定案 not confirmed yet';
comment on column casework.checklist.confirmed_by is 'staff who confirmed';
comment on column casework.checklist.confirmed_at is 'when';
comment on column casework.checklist.confirmed_reason is 'why, when it differs from the proposal';
comment on column casework.checklist.source is 'form one sheet by hand · grid many at once · file by import';
comment on column casework.checklist.batch_id is 'the grid or file run it came with; null on the form';
comment on column casework.checklist.withdrawn_at is '取下げ: kept, counts nowhere';
comment on column casework.checklist.withdrawn_by is 'staff who withdrew it';
comment on column casework.checklist.withdrawn_reason is 'why';
comment on column casework.checklist.created_at is 'instant of the entry';
comment on column casework.checklist.created_by is 'staff who typed or loaded it; null: a command of the operator';
select platform.tenant_table('casework.checklist', person => 'person_id', centre => 'centre_id');
