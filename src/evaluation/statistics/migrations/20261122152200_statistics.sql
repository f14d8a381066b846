-- Published statistics: reference tables without a tenant, keyed by dataset, release and area.
create table evaluation.dataset_release (
  id uuid primary key default uuidv7(),
  dataset text not null,
  municipality_code text,
  as_of date not null,
  release text not null default '確定',
  attribution text not null,
  licence text not null,
  source_address text,
  file_name text not null,
  file_sha256 text not null,
  row_count integer not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  replaced_by uuid,
  unique nulls not distinct (dataset, municipality_code, as_of, release, file_sha256)
);
comment on table evaluation.dataset_release is 'one published file as loaded: what, of when, by whom, under which attribution';
comment on column evaluation.dataset_release.attribution is 'the line that stands beside every figure made from it';

create table evaluation.town_population (
  municipality_code text not null,
  as_of date not null,
  town_name text not null,
  total integer,
  male integer,
  female integer,
  bands_male integer[] not null check (cardinality(bands_male) = 18),
  bands_female integer[] not null check (cardinality(bands_female) = 18),
  households integer,
  latitude double precision,
  longitude double precision,
  note text,
  release_id uuid not null references evaluation.dataset_release,
  primary key (municipality_code, as_of, town_name)
);
comment on table evaluation.town_population is '地域・年齢別人口: residents by town, sex and 18 age bands (five years each, the last 85 and over)';
comment on column evaluation.town_population.bands_male is 'element n: men of the n-th five-year band; null element: masked in the source';

grant select on evaluation.dataset_release, evaluation.town_population to meguri_app, meguri_doors, meguri_readonly;
grant select, insert, update, delete on evaluation.dataset_release, evaluation.town_population to meguri_reference;
