-- 全国地方公共団体コード with days of validity: a published reference without a tenant. A list says what there is; a change says
-- from when to when a code holds and what followed it. A code that kept its number under a new name has two rows.

grant usage on schema registers to meguri_reference, meguri_readonly;

create table registers.municipality (
  code text not null check (code ~ '^[0-9]{6}$'),
  name text not null check (name <> ''),
  kana text not null default '',
  fold text not null,
  prefecture_code text not null check (prefecture_code ~ '^[0-9]{6}$'),
  kind text not null
    check (kind in ('prefecture', 'designated-city', 'ward', 'city', 'special-ward', 'town', 'village')),
  parent_code text check (parent_code ~ '^[0-9]{6}$'),
  latitude double precision,
  longitude double precision,
  valid_from date,
  valid_to date,
  successor_codes text[] not null default '{}',
  note text not null default '',
  source text not null default '',
  confidence text check (confidence in ('seen', 'secondary', 'recalled', 'unverified')),
  list_release_id uuid references platform.dataset_release,
  change_release_id uuid references platform.dataset_release,
  unique nulls not distinct (code, valid_from),
  check (valid_from is null or valid_to is null or valid_from <= valid_to),
  check (list_release_id is not null or change_release_id is not null)
);
create index municipality_by_name on registers.municipality (prefecture_code, fold);
comment on table registers.municipality is '都道府県・市区町村 by code and time; wards of designated cities and the cities over them both stand here';
comment on column registers.municipality.code is 'six digits with check digit';
comment on column registers.municipality.name is 'without blanks: 札幌市中央区';
comment on column registers.municipality.kana is 'hiragana; empty: not given';
comment on column registers.municipality.fold is 'key of the name: 金ケ崎町 and 金ヶ崎町 are one';
comment on column registers.municipality.prefecture_code is 'six digits; of a prefecture its own';
comment on column registers.municipality.kind is 'prefecture, designated-city, ward, city, special-ward, town or village';
comment on column registers.municipality.parent_code is 'the designated city of a ward; null otherwise';
comment on column registers.municipality.latitude is 'degrees, of the town hall as the list gives it; null: not given';
comment on column registers.municipality.longitude is 'degrees';
comment on column registers.municipality.valid_from is 'first day; null: from before what we know';
comment on column registers.municipality.valid_to is 'last day; null: open';
comment on column registers.municipality.successor_codes is 'codes that followed after the last day; several: it was divided among them';
comment on column registers.municipality.note is 'what happened, in Japanese, as the file of changes says it';
comment on column registers.municipality.source is 'where the change stands: the announcement, not our file';
comment on column registers.municipality.confidence is 'of the days of validity: seen, secondary, recalled or unverified; null: no change is known';
comment on column registers.municipality.list_release_id is 'the list that names it; null: only a file of changes does';
comment on column registers.municipality.change_release_id is 'the file of changes that gives its days; null: none';

create table registers.insurer_member (
  prefecture_code text not null check (prefecture_code ~ '^[0-9]{6}$'),
  insurer_name text not null check (insurer_name <> ''),
  insurer_fold text not null,
  municipality_code text not null check (municipality_code ~ '^[0-9]{6}$'),
  valid_from date,
  valid_to date,
  source text not null default '',
  release_id uuid not null references platform.dataset_release,
  unique nulls not distinct (prefecture_code, insurer_fold, municipality_code, valid_from),
  check (valid_from is null or valid_to is null or valid_from <= valid_to)
);
comment on table registers.insurer_member is '構成市町村 of 広域連合 and 一部事務組合 that published lists of insurers name only as a whole';
comment on column registers.insurer_member.prefecture_code is 'six digits, of the insurer';
comment on column registers.insurer_member.insurer_name is 'as the file writes it';
comment on column registers.insurer_member.insurer_fold is 'key of the name';
comment on column registers.insurer_member.municipality_code is 'six digits';
comment on column registers.insurer_member.valid_from is 'first day as a member; null: from before what we know';
comment on column registers.insurer_member.valid_to is 'last day; null: open';
comment on column registers.insurer_member.source is 'where it stands: 規約, 公報, a page of the insurer';
comment on column registers.insurer_member.release_id is 'the file that says so';

grant select on registers.municipality, registers.insurer_member to meguri_app, meguri_doors, meguri_readonly;
grant select, insert, update, delete on registers.municipality, registers.insurer_member to meguri_reference;
