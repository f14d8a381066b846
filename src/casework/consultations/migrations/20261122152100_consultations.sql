create table casework.consultation (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid,
  centre_id uuid,
  recorded_centre_id uuid,
  area_id uuid,
  staff_id uuid not null,
  profession text not null,
  received_on date not null,
  received_at timestamptz not null,
  ended_at timestamptz,
  minutes integer check (minutes between 0 and 1440),
  channel text not null,
  continuity text not null check (continuity in ('new', 'continued', 'reopened')),
  caller text not null,
  caller_name text,
  caller_phone text,
  unnamed_age_band text,
  unnamed_sex text check (unnamed_sex in ('male', 'female', 'other', 'unknown')),
  household text,
  topics text[] not null default '{}',
  urgency text not null check (urgency in ('emergency', 'early', 'normal', 'information')),
  responder_id uuid,
  responded_at timestamptz,
  text text not null,
  text_fold text not null default '',
  answer text,
  responses text[] not null default '{}',
  consent text not null default 'not-asked' check (consent in ('not-asked', 'obtained', 'not-obtained', 'emergency')),
  consent_reason text,
  next_action text,
  due_on date,
  close_reason text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (insurer_id, id),
  check (urgency <> 'emergency' or (responder_id is not null and responded_at is not null)),
  check (next_action is null or due_on is not null),
  check (consent <> 'emergency' or consent_reason is not null),
  check (ended_at is null or ended_at >= received_at)
);
alter table casework.consultation add foreign key (insurer_id, person_id) references casework.person;
create index consultation_of_person on casework.consultation (insurer_id, person_id, received_at desc, id) where person_id is not null;
create index consultation_of_centre on casework.consultation (insurer_id, centre_id, received_at desc, id);
create index consultation_of_insurer on casework.consultation (insurer_id, received_at desc, id);
create index consultation_text on casework.consultation using gin (text_fold gin_trgm_ops);
comment on table casework.consultation is '相談記録 (CON-01)';
comment on column casework.consultation.person_id is 'null: about somebody not named; then unnamed_* say what is known';
comment on column casework.consultation.centre_id is 'centre that looks after the person (access); follows a transfer';
comment on column casework.consultation.recorded_centre_id is 'centre that took the call (counting); stays';
comment on column casework.consultation.minutes is 'null: not recorded (CON-03), never counted as zero';
comment on column casework.consultation.topics is 'codes of 相談内容; empty counts as 不明 once (CON-02-c)';
comment on column casework.consultation.text_fold is 'folded text for search inside the door find_consultations';
select platform.tenant_table('casework.consultation', person => 'person_id', centre => 'centre_id');

create table casework.referral (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  consultation_id uuid not null,
  person_id uuid,
  centre_id uuid,
  to_kind text not null,
  to_name text not null,
  to_centre_id uuid,
  to_staff_id uuid,
  consent boolean,
  content text,
  sent_on date not null,
  reply_due_on date,
  received_at timestamptz,
  received_by uuid,
  result text,
  result_at timestamptz,
  primary key (insurer_id, id)
);
alter table casework.referral add foreign key (insurer_id, consultation_id) references casework.consultation;
create index referral_of_consultation on casework.referral (insurer_id, consultation_id);
create index referral_of_person on casework.referral (insurer_id, person_id) where person_id is not null;
comment on table casework.referral is '紹介・引き継ぎ of a consultation, with receipt';
comment on column casework.referral.consent is '本人の同意; null: not asked yet';
comment on column casework.referral.received_at is '受領: when the other side said it has it';
select platform.tenant_table('casework.referral', person => 'person_id', centre => 'centre_id');

create table casework.abuse_case (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid,
  centre_id uuid,
  consultation_id uuid not null,
  opened_at timestamptz not null,
  opened_by uuid not null,
  state text not null default 'received' check (state in ('received', 'closed')),
  primary key (insurer_id, id)
);
alter table casework.abuse_case add foreign key (insurer_id, consultation_id) references casework.consultation;
comment on table casework.abuse_case is '虐待対応: opened in the transaction of the consultation that names it (CON-04); its course comes with the rights area';
select platform.tenant_table('casework.abuse_case', person => 'person_id', centre => 'centre_id');
