-- Which town of a published table counts to which 日常生活圏域. Needed where the published names are not those of the insurer's
-- own register (or, in a sample, of another city); where they are, the register of towns says it.

create table evaluation.town_of_area (
  insurer_id integer not null references registers.insurer,
  id uuid not null default uuidv7(),
  municipality_code text not null check (municipality_code ~ '^[0-9]{6}$'),
  town_name text not null,
  area_id uuid not null,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  primary key (insurer_id, id),
  check (valid_to is null or valid_to >= valid_from),
  unique (insurer_id, municipality_code, town_name, valid_from)
);
alter table evaluation.town_of_area add foreign key (insurer_id, area_id) references registers.daily_life_area;
comment on table evaluation.town_of_area is '公表された町の圏域: which published town counts to which area of the insurer, with dates';
comment on column evaluation.town_of_area.municipality_code is 'municipality of the published table, six digits';
comment on column evaluation.town_of_area.town_name is 'name as it stands in the published table';
comment on column evaluation.town_of_area.area_id is 'the insurer''s 日常生活圏域';
comment on column evaluation.town_of_area.valid_from is 'first day on which the town counts there';
comment on column evaluation.town_of_area.valid_to is 'last day; null: open';
select platform.tenant_table('evaluation.town_of_area', written_by => 'insurer');
