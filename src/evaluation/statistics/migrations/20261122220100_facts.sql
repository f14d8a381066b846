-- Published counts, kept as columns: one row holds one measure of one period and release for all places of a level. Comparing
-- 1,571 insurers reads one row; 60 indicators over 36 months are 2,160 rows, not 3.4 million.

create table evaluation.place (
  level text not null check (level in ('nation', 'prefecture', 'insurer', 'municipality', 'town')),
  series text not null,
  position integer not null check (position > 0),
  code text not null,
  name text not null,
  prefecture_code text check (prefecture_code ~ '^[0-9]{6}$'),
  municipality_codes text[] not null default '{}',
  latitude double precision,
  longitude double precision,
  primary key (level, series, position),
  unique (level, series, code)
);
comment on table evaluation.place is 'every place that published figures are kept for; its position is its element in the columns of figures';
comment on column evaluation.place.level is 'nation, prefecture, insurer, municipality or town';
comment on column evaluation.place.series is 'japan; for towns the six-digit code of their municipality';
comment on column evaluation.place.position is 'element in the columns of this level and series; given once, never used again';
comment on column evaluation.place.code is 'six digits; an insurer of one municipality has the code of it, a 広域連合 its prefecture''s two digits, a colon and its folded name; a town its folded name';
comment on column evaluation.place.name is 'as the source writes it';
comment on column evaluation.place.prefecture_code is 'six digits; null for the nation';
comment on column evaluation.place.municipality_codes is 'insurer: the municipalities it consists of; empty: not known';
comment on column evaluation.place.latitude is 'degrees, of a point inside; null: not given';
comment on column evaluation.place.longitude is 'degrees';

create table evaluation.fact_column (
  dataset text not null,
  level text not null,
  series text not null,
  measure text not null,
  period_from date not null,
  period_to date not null,
  release text not null check (release in ('速報', '確定', '改訂')),
  unit text not null check (unit in ('実人数', '延べ人数', '回数', 'か所', '世帯', '円', 'm')),
  figures bigint[] not null,
  missing text[],
  release_ids uuid[] not null,
  primary key (measure, level, series, period_from, period_to, release),
  check (period_from <= period_to),
  check (missing is null or cardinality(missing) = cardinality(figures))
);
comment on table evaluation.fact_column is 'published counts: one measure, period and release for all places of a level';
comment on column evaluation.fact_column.dataset is 'kind of file they come from';
comment on column evaluation.fact_column.level is 'level of the places';
comment on column evaluation.fact_column.series is 'series of the places';
comment on column evaluation.fact_column.measure is 'what was counted, for example certified.aged80-84.care3';
comment on column evaluation.fact_column.period_from is 'first day; a count at a point in time has the same day twice';
comment on column evaluation.fact_column.period_to is 'last day; a fiscal year runs from 1 April to 31 March';
comment on column evaluation.fact_column.release is '速報, 確定 or 改訂';
comment on column evaluation.fact_column.unit is 'part of the identity of a measure: kinds of counts never mix';
comment on column evaluation.fact_column.figures is 'element n belongs to the place at position n; null, and past the end: missing';
comment on column evaluation.fact_column.missing is 'reasons for null elements: not-conducted, not-reported, suppressed, not-published-at-this-level, no-such-service, not-yet-released, not-loaded; null: nothing is missing';
comment on column evaluation.fact_column.release_ids is 'the files they come from';

create table evaluation.indicator_column (
  indicator text not null,
  level text not null,
  series text not null,
  period_from date not null,
  period_to date not null,
  release text not null check (release in ('速報', '確定', '改訂')),
  definition_hash text not null,
  figures double precision[] not null,
  missing text[],
  standard text,
  release_ids uuid[] not null,
  computed_at timestamptz not null,
  primary key (indicator, level, series, period_from, period_to, release),
  check (missing is null or cardinality(missing) = cardinality(figures))
);
comment on table evaluation.indicator_column is 'values of an indicator for all places of a level: made from fact_column, never entered';
comment on column evaluation.indicator_column.indicator is 'id of the definition';
comment on column evaluation.indicator_column.level is 'level of the places';
comment on column evaluation.indicator_column.series is 'series of the places';
comment on column evaluation.indicator_column.period_from is 'first day';
comment on column evaluation.indicator_column.period_to is 'last day';
comment on column evaluation.indicator_column.release is '速報, 確定 or 改訂: the least settled of what it was made from';
comment on column evaluation.indicator_column.definition_hash is 'of the definition that made them; another one: to be made anew';
comment on column evaluation.indicator_column.figures is 'element n belongs to the place at position n, in the unit of the definition; null: missing';
comment on column evaluation.indicator_column.missing is 'reasons, as in fact_column and besides them no-denominator, too-few; null: nothing is missing';
comment on column evaluation.indicator_column.standard is 'standard population that rates were adjusted to; null: not adjusted';
comment on column evaluation.indicator_column.release_ids is 'the files they were made from';
comment on column evaluation.indicator_column.computed_at is 'when';

grant select on evaluation.place, evaluation.fact_column, evaluation.indicator_column to meguri_app, meguri_doors, meguri_readonly;
grant select, insert, update, delete on evaluation.place, evaluation.fact_column, evaluation.indicator_column to meguri_reference;
