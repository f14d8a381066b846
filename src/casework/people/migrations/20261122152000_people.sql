create table casework.person (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  centre_id uuid,
  area_id uuid,
  town_id uuid,
  staff_id uuid,
  resident_number text,
  resident_history_number integer,
  household_number text,
  insured_number text check (insured_number ~ '^[0-9H][0-9]{9}$'),
  name text not null,
  kana text not null,
  alias text,
  name_fold text not null,
  kana_fold text not null,
  birth_on date,
  birth_uncertainty text not null default 'known' check (birth_uncertainty in ('known', 'day-unknown', 'month-unknown', 'year-unknown')),
  sex text not null check (sex in ('male', 'female', 'other', 'unknown')),
  relationship text,
  postal_code text,
  address_rest text,
  building text,
  address_fold text not null default '',
  phone text,
  phone_fold text not null default '',
  is_protected boolean not null default false,
  is_locked boolean not null default false,
  insured_from date,
  insured_to date,
  is_resident_exception boolean not null default false,
  last_event text,
  last_event_on date,
  moved_out_on date,
  died_on date,
  merged_into uuid,
  source text not null check (source in ('core-system', 'hand')),
  core_updated_at timestamptz,
  note text,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  primary key (insurer_id, id)
);
alter table casework.person add foreign key (insurer_id, centre_id) references registers.centre;
alter table casework.person add foreign key (insurer_id, area_id) references registers.daily_life_area;
alter table casework.person add foreign key (insurer_id, town_id) references registers.town;
alter table casework.person add foreign key (insurer_id, staff_id) references registers.staff;
create unique index person_resident_number on casework.person (insurer_id, resident_number) where resident_number is not null;
create index person_insured_number on casework.person (insurer_id, insured_number) where insured_number is not null;
create index person_kana on casework.person (insurer_id, kana_fold, id);
create index person_kana_of_centre on casework.person (insurer_id, centre_id, kana_fold, id);
create index person_household on casework.person (insurer_id, household_number) where household_number is not null;
create index person_phone on casework.person (insurer_id, phone_fold) where phone_fold <> '';
create index person_kana_trigram on casework.person using gin (kana_fold gin_trgm_ops);
create index person_name_trigram on casework.person using gin (name_fold gin_trgm_ops);
create index person_address_trigram on casework.person using gin (address_fold gin_trgm_ops);
comment on table casework.person is '利用者・住民: one person of one insurer';
comment on column casework.person.centre_id is '担当センター: who looks after the person; changed only by the door transfer_person';
comment on column casework.person.staff_id is '主担当 of that centre';
comment on column casework.person.resident_number is '宛名番号 of the core system, text of up to 15; null: entered by hand and not yet joined';
comment on column casework.person.resident_history_number is '履歴番号: the newest row of the core system that was applied';
comment on column casework.person.insured_number is '被保険者番号, ten characters, never check-summed (NUM-03); null: 申請前';
comment on column casework.person.name_fold is 'folded for search; the name itself is stored as written, never normalised';
comment on column casework.person.is_protected is '支援措置対象者: address and telephone stay in casework.person_protected and nowhere else';
comment on column casework.person.is_locked is 'never shown by 照会 or by a search outside the own centre';
comment on column casework.person.is_resident_exception is '住所地特例';
comment on column casework.person.merged_into is 'the person that this record was merged into; null: a record of its own';
select platform.tenant_table('casework.person', person => 'id', centre => 'centre_id');

create table casework.person_protected (
  insurer_id integer not null,
  person_id uuid not null,
  version integer not null default 1,
  postal_code text,
  town_id uuid,
  address_rest text,
  building text,
  phone text,
  protected_from date not null,
  primary key (insurer_id, person_id)
);
alter table casework.person_protected add foreign key (insurer_id, person_id) references casework.person;
comment on table casework.person_protected is 'address and telephone of people under 支援措置: only the insurer''s own posts read it';
select platform.tenant_table('casework.person_protected', written_by => 'insurer');
drop policy seen on casework.person_protected;
create policy seen on casework.person_protected for select to meguri_app using (
  insurer_id = (select nullif(current_setting('meguri.insurer', true), '')::int)
  and (select current_setting('meguri.scope', true)) = 'insurer');

create table casework.person_key (
  insurer_id integer not null,
  person_id uuid not null,
  key text not null,
  primary key (insurer_id, key, person_id)
);
create index person_key_of_person on casework.person_key (insurer_id, person_id);
comment on table casework.person_key is 'deletion neighbours of the folded kana: finds a name with one typing error by equality; read only by the doors';
select platform.tenant_table('casework.person_key', written_by => 'nobody', history => false);
revoke select on casework.person_key from meguri_app;

create table casework.contact (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  version integer not null default 1,
  person_id uuid not null,
  centre_id uuid,
  name text not null,
  kana text,
  relationship text not null,
  phone text,
  phone_fold text not null default '',
  address text,
  is_key_person boolean not null default false,
  is_emergency boolean not null default false,
  is_caller_warning boolean not null default false,
  note text,
  primary key (insurer_id, id)
);
alter table casework.contact add foreign key (insurer_id, person_id) references casework.person;
create index contact_of_person on casework.contact (insurer_id, person_id);
create index contact_phone on casework.contact (insurer_id, phone_fold) where phone_fold <> '';
comment on table casework.contact is '家族・連絡先';
comment on column casework.contact.is_caller_warning is 'must not be told anything (加害のおそれ など): shown as a flag on the person sheet';
select platform.tenant_table('casework.contact', person => 'person_id', centre => 'centre_id');
