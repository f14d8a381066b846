create table registers.centre (
  insurer_id integer not null,
  id uuid not null default uuidv7(),
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('core', 'enhanced', 'standard', 'branch', 'sub')),
  parent_id uuid,
  operation text not null check (operation in ('direct', 'contracted')),
  organisation_id uuid,
  office_number text,
  phone text,
  address text,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  primary key (insurer_id, id),
  check (valid_to is null or valid_to >= valid_from),
  check (kind not in ('branch', 'sub') or parent_id is not null)
);
alter table registers.centre add foreign key (insurer_id) references registers.insurer;
alter table registers.centre add foreign key (insurer_id, parent_id) references registers.centre;
alter table registers.centre add foreign key (insurer_id, organisation_id) references registers.organisation;
comment on table registers.centre is '地域包括支援センター, its branches (ブランチ) and sub-centres (サブセンター)';
comment on column registers.centre.kind is 'core 基幹型 · enhanced 機能強化型 · standard 一般 · branch ブランチ · sub サブセンター';
comment on column registers.centre.operation is 'direct 直営 · contracted 委託';
select platform.tenant_table('registers.centre', written_by => 'insurer');
