create table registers.daily_life_area (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  code text not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  primary key (insurer_id, id),
  unique (insurer_id, code, valid_from)
);
comment on table registers.daily_life_area is '日常生活圏域 with dates of validity';
select platform.tenant_table('registers.daily_life_area', written_by => 'insurer');

create table registers.town (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  name text not null,
  kana text not null,
  fold text not null,
  latitude double precision,
  longitude double precision,
  version integer not null default 1,
  primary key (insurer_id, id),
  unique (insurer_id, name)
);
comment on table registers.town is '町: the unit by which an address finds its area';
comment on column registers.town.fold is 'folded name, for matching addresses';
select platform.tenant_table('registers.town', written_by => 'insurer');

create table registers.area_town (
  insurer_id integer not null,
  area_id uuid not null,
  town_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (insurer_id, town_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
alter table registers.area_town add foreign key (insurer_id, area_id) references registers.daily_life_area;
alter table registers.area_town add foreign key (insurer_id, town_id) references registers.town;
comment on table registers.area_town is 'which town belongs to which 日常生活圏域, with dates';
select platform.tenant_table('registers.area_town', written_by => 'insurer');

create table registers.centre_area (
  insurer_id integer not null,
  centre_id uuid not null,
  area_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (insurer_id, area_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
alter table registers.centre_area add foreign key (insurer_id, centre_id) references registers.centre;
alter table registers.centre_area add foreign key (insurer_id, area_id) references registers.daily_life_area;
comment on table registers.centre_area is 'which centre answers for which 日常生活圏域, with dates';
select platform.tenant_table('registers.centre_area', written_by => 'insurer');
