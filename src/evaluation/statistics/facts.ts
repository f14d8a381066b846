import type pg from 'pg'
import { localGovernmentCheckDigit } from '../../platform/text/index.ts'

/** Anything that answers a query with its rows: a request's `Tx`, or a client through `readerOf`. */
export interface FactReader {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export const LEVELS = ['nation', 'prefecture', 'insurer', 'municipality', 'town'] as const
export type Level = (typeof LEVELS)[number]
/** What was counted: part of the identity of a measure, so that kinds of counts never mix. */
export type FactUnit = '実人数' | '延べ人数' | '回数' | 'か所' | '世帯' | '円' | 'm'
export type ReleaseState = '速報' | '確定' | '改訂'
/** Why there is no count. Missing is never zero. */
export type FactMissing =
  | 'not-conducted'
  | 'not-reported'
  | 'suppressed'
  | 'not-published-at-this-level'
  | 'no-such-service'
  | 'not-yet-released'
  | 'not-loaded'
export type Count = number | { missing: FactMissing }

export const isCount = (count: Count | undefined): count is number => typeof count === 'number'

/** The series of every level but the towns, whose series is the six-digit code of their municipality. */
export const JAPAN = 'japan'
export const NATION = '000000'

/** Six digits of a prefecture from its two. */
export const prefectureCode = (two: string): string => `${two}000${localGovernmentCheckDigit(`${two}000`)}`

export interface NewPlace {
  /** six digits; a 広域連合 its prefecture's two digits, a colon and its folded name; a town its folded name */
  code: string
  /** as the source writes it */
  name: string
  /** six digits; null for the nation */
  prefectureCode: string | null
  /** insurer: the municipalities it consists of; empty: not known */
  municipalityCodes?: readonly string[]
  /** degrees; null: not given */
  latitude?: number | null
  longitude?: number | null
}
export interface Place extends Required<NewPlace> {
  /** from 1: its element in the columns of its level and series */
  position: number
}

export const readerOf = (client: pg.ClientBase): FactReader => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, values as unknown[])).rows as Row[],
})

/** Every place that figures of a level and series are kept for, in the order of their positions. */
export function placesOf(tx: FactReader, level: Level, series: string): Promise<Place[]> {
  return tx.query<Place>(
    `select position, code, name, prefecture_code as "prefectureCode", municipality_codes as "municipalityCodes", latitude, longitude
     from evaluation.place where level = $1 and series = $2 order by position`,
    [level, series],
  )
}

/**
 * Appends places that are new, and keeps up what is said of known ones (what is not said stays as it was). A position is given
 * once: no place is ever taken away or moved, since the columns count on it.
 */
export async function putPlaces(
  client: pg.ClientBase,
  level: Level,
  series: string,
  places: readonly NewPlace[],
): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`evaluation.place ${level} ${series}`])
  await client.query(
    `insert into evaluation.place as p
       (level, series, position, code, name, prefecture_code, municipality_codes, latitude, longitude)
     select $1, $2,
       coalesce(known.position, (select coalesce(max(position), 0) from evaluation.place where level = $1 and series = $2)
         + count(*) filter (where known.position is null) over (order by g.nth)),
       g.code, g.name, g.prefecture_code, array(select jsonb_array_elements_text(g.municipality_codes)), g.latitude, g.longitude
     from (select row_number() over () as nth, r.* from jsonb_to_recordset($3::jsonb) r(code text, name text, prefecture_code text,
       municipality_codes jsonb, latitude double precision, longitude double precision)) g
     left join evaluation.place known on known.level = $1 and known.series = $2 and known.code = g.code
     on conflict (level, series, code) do update set
       name = excluded.name, prefecture_code = excluded.prefecture_code,
       municipality_codes = case when excluded.municipality_codes = '{}' then p.municipality_codes else excluded.municipality_codes end,
       latitude = coalesce(excluded.latitude, p.latitude), longitude = coalesce(excluded.longitude, p.longitude)
     where (p.name, p.prefecture_code) is distinct from (excluded.name, excluded.prefecture_code)
       or excluded.municipality_codes not in ('{}', p.municipality_codes)
       or (coalesce(excluded.latitude, p.latitude), coalesce(excluded.longitude, p.longitude)) is distinct from (p.latitude, p.longitude)`,
    [
      level,
      series,
      JSON.stringify(
        places.map((place) => ({
          code: place.code,
          name: place.name,
          prefecture_code: place.prefectureCode,
          municipality_codes: place.municipalityCodes ?? [],
          latitude: place.latitude ?? null,
          longitude: place.longitude ?? null,
        })),
      ),
    ],
  )
}

/** Which column of counts: one measure, period and release for all places of a level. */
export interface FactKey {
  measure: string
  level: Level
  series: string
  /** 'YYYY-MM-DD'; a count at a point in time has the same day twice */
  periodFrom: string
  periodTo: string
  release: ReleaseState
}

export interface NewFacts extends FactKey {
  /** the kind of file */
  dataset: string
  unit: FactUnit
  /** by code of the place; a place that is not among them is missing for the reason `absent` */
  byCode: ReadonlyMap<string, Count>
  absent?: FactMissing
  /** ids of platform.dataset_release */
  releaseIds: readonly string[]
}

/**
 * Stores one column whole. The same content again changes nothing, so that what was made from it stays.
 * @returns whether anything changed
 * @throws when a code has no place: a count is never dropped in silence
 */
export async function storeFacts(client: pg.ClientBase, facts: NewFacts): Promise<boolean> {
  const given = [...facts.byCode]
  const { rows } = await client.query<{ unknown: string[] | null; changed: boolean }>(STORE, [
    facts.dataset,
    facts.level,
    facts.series,
    facts.measure,
    facts.unit,
    facts.periodFrom,
    facts.periodTo,
    facts.release,
    [...new Set(facts.releaseIds)].sort(),
    given.map(([code]) => code),
    given.map(([, count]) => (isCount(count) ? count : null)),
    given.map(([, count]) => (isCount(count) ? null : count.missing)),
    facts.absent ?? 'not-reported',
  ])
  const { unknown, changed } = rows[0]!
  if (unknown)
    throw new Error(
      `${facts.measure}: no place of level ${facts.level} for ${unknown.slice(0, 5).join(', ')}`,
    )
  return changed
}

const STORE = `
  with given as materialized (select * from unnest($10::text[], $11::bigint[], $12::text[]) g(code, figure, reason)),
  places as (select position, code from evaluation.place where level = $2 and series = $3),
  unknown as (select array_agg(code) as codes from given where code not in (select code from places)),
  made as (
    select array_agg(g.figure order by n) as figures,
      case when bool_or(g.figure is null) then array_agg(case when g.figure is null then coalesce(g.reason, $13) end order by n) end as missing
    from generate_series(1, (select max(position) from places)) n
    left join places p on p.position = n left join given g on g.code = p.code
  ), stored as (
    insert into evaluation.fact_column as f
      (dataset, level, series, measure, unit, period_from, period_to, release, release_ids, figures, missing)
    select $1, $2, $3, $4, $5, $6::date, $7::date, $8, $9::uuid[], made.figures, made.missing
    from made, unknown where unknown.codes is null and made.figures is not null
    on conflict (measure, level, series, period_from, period_to, release) do update set
      dataset = excluded.dataset, unit = excluded.unit, figures = excluded.figures, missing = excluded.missing,
      release_ids = excluded.release_ids, revision = nextval('evaluation.fact_revision')
    where (f.dataset, f.unit, f.figures, f.missing, f.release_ids)
      is distinct from (excluded.dataset, excluded.unit, excluded.figures, excluded.missing, excluded.release_ids)
    returning 1)
  select unknown.codes as unknown, exists (select from stored) as changed from unknown`

export interface FactColumn extends FactKey {
  dataset: string
  unit: FactUnit
  /** element n − 1 belongs to the place at position n; null is missing. A place past the end is missing too */
  figures: (number | null)[]
  /** reasons of the null elements; null: nothing is missing */
  missing: (FactMissing | null)[] | null
  releaseIds: string[]
}

export interface FactQuery {
  measures: readonly string[]
  level: Level
  series: string
  /** columns whose period lies within; without: all */
  from?: string
  to?: string
  release?: ReleaseState
}

/** Stored columns in the order of measure, period and release. */
export async function factColumns(tx: FactReader, query: FactQuery): Promise<FactColumn[]> {
  const rows = await tx.query<Omit<FactColumn, 'figures'> & { figures: string }>(
    `select dataset, level, series, measure, period_from::text as "periodFrom", period_to::text as "periodTo", release, unit,
       to_json(figures)::text as figures, missing, release_ids as "releaseIds"
     from evaluation.fact_column
     where measure = any ($1) and level = $2 and series = $3 and ($4::date is null or period_from >= $4)
       and ($5::date is null or period_to <= $5) and ($6::text is null or release = $6)
     order by measure, period_from, period_to, release`,
    [query.measures, query.level, query.series, query.from ?? null, query.to ?? null, query.release ?? null],
  )
  return rows.map((row) => ({ ...row, figures: JSON.parse(row.figures) as (number | null)[] }))
}

/** The count of a place, or why there is none. */
export function countAt({ figures, missing }: FactColumn, position: number): Count {
  const figure = figures[position - 1]
  if (figure !== undefined && figure !== null) return figure
  return { missing: missing?.[position - 1] ?? 'not-reported' }
}
