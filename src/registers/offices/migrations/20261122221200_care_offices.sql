-- 介護サービス事業所 as published, a reference without a tenant; what an insurer decides about them is its own.

create table registers.care_office_load (
  service_code text not null check (service_code ~ '^[0-9]{3}$'),
  prefecture_code text not null check (prefecture_code ~ '^[0-9]{6}$'),
  service_name text not null,
  as_of date not null,
  dated_by text not null check (dated_by in ('file-name', 'load')),
  row_count integer not null check (row_count >= 0),
  release_id uuid not null references platform.dataset_release,
  primary key (service_code, prefecture_code)
);
comment on table registers.care_office_load is 'which service of which prefecture is loaded: what has no row here is missing, not zero';
comment on column registers.care_office_load.service_code is 'three digits of the file name';
comment on column registers.care_office_load.prefecture_code is 'six digits';
comment on column registers.care_office_load.service_name is 'サービスの種類 as the file writes it';
comment on column registers.care_office_load.as_of is 'day of the time in the file name; else the day on which it was loaded';
comment on column registers.care_office_load.dated_by is 'file-name: the name carries the day · load: it carries none';
comment on column registers.care_office_load.row_count is 'rows of the prefecture in the file; 0: a file of the whole country lists none there';
comment on column registers.care_office_load.release_id is 'the file they come from';

create table registers.care_office (
  id uuid not null default uuidv7() primary key,
  office_number text not null check (office_number ~ '^[0-9]{2}[0-9A-Z][0-9]{7}$'),
  municipality_code text not null check (municipality_code ~ '^[0-9]{6}$'),
  prefecture_code text not null check (prefecture_code ~ '^[0-9]{6}$'),
  municipality_name text not null,
  prefecture_name text not null,
  unique (office_number, municipality_code)
);
create index care_office_of_municipality on registers.care_office (municipality_code);
comment on table registers.care_office is '介護サービス事業所: a number at a municipality; stays when no file lists it any more, so that links to it hold';
comment on column registers.care_office.id is 'names it in links';
comment on column registers.care_office.office_number is '事業所番号, ten characters';
comment on column registers.care_office.municipality_code is 'of the site, wards of 政令市 included; may be of no list of codes';
comment on column registers.care_office.prefecture_code is 'six digits, of the municipality code';
comment on column registers.care_office.municipality_name is 'as the latest file writes it';
comment on column registers.care_office.prefecture_name is 'as the latest file writes it';

create table registers.care_office_service (
  office_number text not null,
  municipality_code text not null,
  service_code text not null,
  site smallint not null default 1 check (site > 0),
  prefecture_code text not null,
  name text not null,
  kana text,
  address text,
  building text,
  latitude double precision,
  longitude double precision,
  phone text,
  fax text,
  corporate_number text,
  corporate_name text,
  days text[] not null default '{}',
  days_note text,
  capacity integer check (capacity > 0),
  url text,
  integrated text,
  care_standard text,
  disability_standard text,
  note text,
  name_plain text not null,
  address_plain text not null,
  address_notation text not null,
  search_fold text not null,
  source_row integer not null,
  primary key (office_number, municipality_code, service_code, site),
  foreign key (office_number, municipality_code) references registers.care_office (office_number, municipality_code)
);
create index care_office_service_of_load on registers.care_office_service (service_code, prefecture_code);
create index care_office_service_of_municipality on registers.care_office_service (municipality_code, service_code);
comment on table registers.care_office_service is 'one row of a service file: an office as that file writes it; null: the cell is empty';
comment on column registers.care_office_service.office_number is '事業所番号';
comment on column registers.care_office_service.municipality_code is 'six digits';
comment on column registers.care_office_service.service_code is 'three digits of the file name';
comment on column registers.care_office_service.site is '1; further rows of the same number in one file count on';
comment on column registers.care_office_service.prefecture_code is 'six digits';
comment on column registers.care_office_service.name is '事業所名';
comment on column registers.care_office_service.kana is '事業所名カナ';
comment on column registers.care_office_service.address is '住所, with or without the prefecture';
comment on column registers.care_office_service.building is '方書';
comment on column registers.care_office_service.latitude is 'degrees, WGS 84';
comment on column registers.care_office_service.longitude is 'degrees';
comment on column registers.care_office_service.phone is '電話番号';
comment on column registers.care_office_service.fax is 'FAX番号';
comment on column registers.care_office_service.corporate_number is '法人番号; a wrong check digit is kept';
comment on column registers.care_office_service.corporate_name is '法人の名称';
comment on column registers.care_office_service.days is '利用可能曜日: 平日, 土曜日, 日曜日, 祝日; empty: not said';
comment on column registers.care_office_service.days_note is '利用可能曜日特記事項';
comment on column registers.care_office_service.capacity is '定員, persons; null: not applicable';
comment on column registers.care_office_service.url is 'as typed';
comment on column registers.care_office_service.integrated is '共生型: あり, なし or null';
comment on column registers.care_office_service.care_standard is '介護保険の通常の指定基準';
comment on column registers.care_office_service.disability_standard is '障害福祉の通常の指定基準';
comment on column registers.care_office_service.note is '備考';
comment on column registers.care_office_service.name_plain is 'key: the name without width and space';
comment on column registers.care_office_service.address_plain is 'key: the address without width and space';
comment on column registers.care_office_service.address_notation is 'key: the address without prefecture, municipality and ways of writing 丁目 and 番地';
comment on column registers.care_office_service.search_fold is 'keys of name, kana, corporation and address, and the number, to be searched in';
comment on column registers.care_office_service.source_row is 'row in the file';

create table registers.care_office_difference (
  office_number text primary key,
  kind text not null check (kind in ('spacing', 'notation', 'real')),
  texts_hash text not null,
  text_count integer not null check (text_count > 1),
  municipality_codes text[] not null
);
comment on table registers.care_office_difference is 'numbers that stand with several names or addresses; made from care_office_service at every load';
comment on column registers.care_office_difference.office_number is '事業所番号';
comment on column registers.care_office_difference.kind is 'spacing: width and spaces only · notation: also ways of writing one address · real: more than that';
comment on column registers.care_office_difference.texts_hash is 'of the different texts: a decision holds while it stays the same';
comment on column registers.care_office_difference.text_count is 'how many different pairs of name and address';
comment on column registers.care_office_difference.municipality_codes is 'where they stand';

grant select on registers.care_office_load, registers.care_office, registers.care_office_service, registers.care_office_difference
  to meguri_app, meguri_doors, meguri_readonly;
grant usage on schema registers to meguri_reference;
grant select, insert, update, delete on registers.care_office_load, registers.care_office, registers.care_office_service,
  registers.care_office_difference to meguri_reference;

create table registers.care_office_decision (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  office_number text not null,
  outcome text not null check (outcome in ('one-office', 'different-offices')),
  shown_name text,
  shown_address text,
  reason text not null check (reason <> ''),
  texts_hash text not null,
  texts jsonb not null,
  is_bulk boolean not null default false,
  decided_by uuid not null,
  decided_at timestamptz not null,
  version integer not null default 1,
  primary key (insurer_id, id),
  unique (insurer_id, office_number),
  check ((outcome = 'one-office') = (shown_name is not null))
);
comment on table registers.care_office_decision is 'what the insurer decided about one number with several names or addresses; earlier ones are in platform.history';
comment on column registers.care_office_decision.insurer_id is 'the tenant';
comment on column registers.care_office_decision.id is 'names the row in routes and history';
comment on column registers.care_office_decision.office_number is '事業所番号';
comment on column registers.care_office_decision.outcome is 'one-office: shown_name and shown_address stand for it · different-offices: each text is an office of its own';
comment on column registers.care_office_decision.shown_name is 'one of the names of the files; null: different offices';
comment on column registers.care_office_decision.shown_address is 'one of the addresses of the files; null: different offices, or no file gives one';
comment on column registers.care_office_decision.reason is 'in the words of who decided';
comment on column registers.care_office_decision.texts_hash is 'of the texts it was decided on; another one now: to be decided again';
comment on column registers.care_office_decision.texts is 'the names and addresses it was decided on, to be shown beside the new ones';
comment on column registers.care_office_decision.is_bulk is 'accepted together with others that differ in width and spaces only';
comment on column registers.care_office_decision.decided_by is 'staff';
comment on column registers.care_office_decision.decided_at is 'when';
comment on column registers.care_office_decision.version is 'raised by every update';
select platform.tenant_table('registers.care_office_decision', written_by => 'insurer');
