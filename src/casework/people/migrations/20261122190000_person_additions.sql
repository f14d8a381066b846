-- 通称 findable, 情報提供への同意, 支援措置 and 閲覧制限 set by hand, and the words 「電話・郵送を止める」.
alter table casework.person add column alias_fold text not null default '';
alter table casework.person add column stops_contact boolean not null default false;
comment on column casework.person.alias_fold is 'key of 通称 for the search: folded as a written name, and as a reading when it is one; '''' without';
comment on column casework.person.stops_contact is '電話・郵送を止める: nothing is sent, nobody is called (death, moving away); set and taken back with the event';
-- rough, once, for what was stored before: the next change of the person writes it exactly
update casework.person set alias_fold = lower(normalize(regexp_replace(alias, '\s', '', 'g'), nfkc)) where alias is not null;
create function casework.fold_alias() returns trigger language plpgsql as $$
begin
  new.alias_fold := lower(normalize(regexp_replace(new.alias, '\s', '', 'g'), nfkc));
  return new;
end $$;
comment on function casework.fold_alias is 'trigger: the rough key of a 通称 whose writer gave none (the sample, a load by the owner)';
create trigger fold_alias before insert on casework.person
  for each row when (new.alias is not null and new.alias_fold = '') execute function casework.fold_alias();
create index person_alias_trigram on casework.person using gin (alias_fold gin_trgm_ops) where alias_fold <> '';

create table casework.person_consent (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  state text not null check (state in ('obtained', 'refused')),
  given_on date not null,
  given_by text not null,
  relationship text not null,
  scope text[] not null default '{}',
  note text,
  recorded_by uuid,
  created_at timestamptz not null default now(),
  withdrawn_on date,
  withdrawn_reason text,
  primary key (insurer_id, id),
  check (state <> 'obtained' or cardinality(scope) > 0),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
alter table casework.person_consent add foreign key (insurer_id, person_id) references casework.person;
create index person_consent_of_person on casework.person_consent (insurer_id, person_id, given_on);
comment on table casework.person_consent is '情報提供への同意 (利用者基本情報): what was answered, by whom, when; no row: not asked, which is no refusal';
comment on column casework.person_consent.insurer_id is 'insurer';
comment on column casework.person_consent.id is 'given by the database';
comment on column casework.person_consent.version is 'optimistic lock';
comment on column casework.person_consent.person_id is 'whose information';
comment on column casework.person_consent.centre_id is 'centre that looks after the person';
comment on column casework.person_consent.state is 'obtained 同意あり · refused 同意しない';
comment on column casework.person_consent.given_on is '日付: day of the answer';
comment on column casework.person_consent.given_by is '氏名 of who answered';
comment on column casework.person_consent.relationship is '本人, or who answered in place of the person';
comment on column casework.person_consent.scope is 'codes of whom the information may go to; empty only for a refusal';
comment on column casework.person_consent.note is 'conditions, in the words of the person';
comment on column casework.person_consent.recorded_by is 'staff who wrote it down';
comment on column casework.person_consent.created_at is 'when it was written down';
comment on column casework.person_consent.withdrawn_on is '撤回: from that day it no longer holds; null: holds';
comment on column casework.person_consent.withdrawn_reason is 'why it was withdrawn';
select platform.tenant_table('casework.person_consent', person => 'person_id', centre => 'centre_id');

create table casework.person_restriction (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  kind text not null check (kind in ('protected', 'locked')),
  reason text not null,
  since_on date not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  primary key (insurer_id, id)
);
alter table casework.person_restriction add foreign key (insurer_id, person_id) references casework.person;
create unique index person_restriction_open on casework.person_restriction (insurer_id, person_id, kind) where ended_at is null;
comment on table casework.person_restriction is '支援措置・閲覧制限 set by hand, with the reason: only the insurer''s own posts read it; while one is open the import does not end it';
comment on column casework.person_restriction.insurer_id is 'insurer';
comment on column casework.person_restriction.id is 'given by the database';
comment on column casework.person_restriction.version is 'optimistic lock';
comment on column casework.person_restriction.person_id is 'whose record';
comment on column casework.person_restriction.kind is 'protected 支援措置 · locked 閲覧制限';
comment on column casework.person_restriction.reason is 'why, in the officer''s words';
comment on column casework.person_restriction.since_on is 'from which day';
comment on column casework.person_restriction.set_by is 'staff who set it';
comment on column casework.person_restriction.set_at is 'when it was set';
comment on column casework.person_restriction.ended_at is 'when it was taken away; null: holds';
comment on column casework.person_restriction.ended_by is 'staff who took it away';
comment on column casework.person_restriction.ended_reason is 'why it was taken away';
select platform.tenant_table('casework.person_restriction', person => 'person_id', written_by => 'insurer');
drop policy seen on casework.person_restriction;
create policy seen on casework.person_restriction for select to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and (select current_setting('meguri.scope', true)) = 'insurer');
-- its earlier rows too: history shows a table's rows to whoever sees the person
create policy restrictions_of_insurer on platform.history as restrictive for select to meguri_app using (
  table_name <> 'casework.person_restriction' or (select current_setting('meguri.scope', true)) = 'insurer');
