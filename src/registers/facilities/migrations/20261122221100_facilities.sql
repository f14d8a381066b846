-- Published lists of places: reference tables without a tenant. A list is the whole of its area and category.
create table registers.facility_list (
  area_code text not null check (area_code ~ '^[0-9]{6}$'),
  category text not null,
  known_by text not null,
  as_of date not null,
  is_as_of_stated boolean not null,
  release_id uuid not null references platform.dataset_release,
  row_count integer not null,
  loaded_at timestamptz not null,
  primary key (area_code, category)
);
comment on table registers.facility_list is '施設・場所の一覧: one published list, as last loaded';
comment on column registers.facility_list.area_code is 'municipality, six digits';
comment on column registers.facility_list.category is 'what kind of places, in Japanese as shown: 地域包括支援センター, 通いの場 …';
comment on column registers.facility_list.known_by is 'by what the category is known: file name, columns, or as its loader stated';
comment on column registers.facility_list.as_of is 'the day the list is of; where nobody stated it, the day it was first loaded';
comment on column registers.facility_list.is_as_of_stated is 'false: as_of is only the day of loading';
comment on column registers.facility_list.release_id is 'the file it comes from, with its 出典';
comment on column registers.facility_list.row_count is 'places in it';
comment on column registers.facility_list.loaded_at is 'when it was last loaded, also when nothing differed';

create table registers.facility (
  area_code text not null,
  category text not null,
  key text not null,
  id_in_list text,
  name text not null,
  name_fold text not null,
  kana text,
  address text,
  address_fold text not null,
  building text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  telephone text,
  extension text,
  fax text,
  postal_code text,
  operator text,
  corporate_number text,
  office_number text,
  service text,
  open_days text,
  opens_at text check (opens_at ~ '^[0-9]{2}:[0-9]{2}$'),
  closes_at text check (closes_at ~ '^[0-9]{2}:[0-9]{2}$'),
  hours_note text,
  capacity integer check (capacity >= 0),
  description text,
  url text,
  note text,
  marks jsonb not null default '{}',
  extras jsonb not null default '{}',
  as_written jsonb not null default '{}',
  source_row integer not null,
  primary key (area_code, category, key),
  foreign key (area_code, category) references registers.facility_list on delete cascade
);
create index facility_by_name on registers.facility (name_fold text_pattern_ops);
comment on table registers.facility is 'one place of a published list; a place that a newer file no longer names is gone from here';
comment on column registers.facility.area_code is 'municipality of the list, six digits';
comment on column registers.facility.category is 'category of the list';
comment on column registers.facility.key is 'its number in the list, else folded name and address';
comment on column registers.facility.id_in_list is 'its number as the publisher gave it; null: the list has none. Numbers have gaps and are never given again';
comment on column registers.facility.name is 'as written';
comment on column registers.facility.name_fold is 'name and kana folded for searching';
comment on column registers.facility.kana is 'as written; null: not stated (so with every column below that may be null)';
comment on column registers.facility.address is 'as written';
comment on column registers.facility.address_fold is 'folded for searching';
comment on column registers.facility.building is '方書';
comment on column registers.facility.latitude is 'degrees, WGS 84';
comment on column registers.facility.longitude is 'degrees, WGS 84';
comment on column registers.facility.telephone is 'half width; what was no telephone number stands in as_written';
comment on column registers.facility.extension is '内線番号';
comment on column registers.facility.fax is 'FAX番号';
comment on column registers.facility.postal_code is '郵便番号';
comment on column registers.facility.operator is '法人・団体の名称';
comment on column registers.facility.corporate_number is '法人番号, thirteen digits, as written';
comment on column registers.facility.office_number is '事業所番号 or 医療機関コード, as written';
comment on column registers.facility.service is 'サービス・種類';
comment on column registers.facility.open_days is '利用できる曜日: 月火水木金';
comment on column registers.facility.opens_at is 'HH:MM';
comment on column registers.facility.closes_at is 'HH:MM';
comment on column registers.facility.hours_note is '利用できる日時の補足';
comment on column registers.facility.capacity is 'persons';
comment on column registers.facility.description is '説明';
comment on column registers.facility.url is 'as written';
comment on column registers.facility.note is '備考';
comment on column registers.facility.marks is 'label → yes, partly, no; a blank mark is absent: it may mean no, and may mean unknown';
comment on column registers.facility.extras is 'columns that no field is for, by their heading';
comment on column registers.facility.as_written is 'what could not be read as what it should be, by label, as it stands in the file';
comment on column registers.facility.source_row is 'row in the file, as a spreadsheet shows it';

grant usage on schema registers to meguri_reference, meguri_readonly;
grant select on registers.facility_list, registers.facility to meguri_app, meguri_doors, meguri_readonly;
grant select, insert, update, delete on registers.facility_list, registers.facility to meguri_reference;
