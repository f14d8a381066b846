import { attributionLine } from '../../../platform/import/index.ts'
import {
  type FactMissing,
  type FactReader,
  type Level,
  type Place,
  placesOf,
  type ReleaseState,
} from '../../statistics/index.ts'

export type MissingReason = FactMissing | 'no-denominator' | 'too-few' | 'partial-year'
/** Unrounded; or why there is none. Missing is never zero. */
export type Value = { value: number; missingReason: null } | { value: null; missingReason: MissingReason }

/** The standard population that rates were adjusted to. */
export interface StoredStandard {
  id: string
  title: string
  /** share of each layer; empty: it could not be made */
  weights: number[]
}

/** Of what time and standing values are. */
export interface ColumnHead {
  /** 'YYYY-MM-DD'; a point in time has the same day twice */
  periodFrom: string
  periodTo: string
  release: ReleaseState
  standard: StoredStandard | null
  releaseIds: string[]
}
export type SeriesValue = ColumnHead & Value
export interface Distribution extends ColumnHead {
  /** every place of the level, also those without a value */
  values: (Value & { place: Place })[]
}

interface HeadRow extends Omit<ColumnHead, 'standard'> {
  standard: string | null
}
const HEAD = `period_from::text as "periodFrom", period_to::text as "periodTo", release, standard, release_ids as "releaseIds"`
const headOf = ({ periodFrom, periodTo, release, standard, releaseIds }: HeadRow): ColumnHead => ({
  periodFrom,
  periodTo,
  release,
  standard: standard === null ? null : (JSON.parse(standard) as StoredStandard),
  releaseIds,
})

const valueAt = (value: number | null | undefined, reason: string | null | undefined): Value =>
  value === null || value === undefined
    ? { value: null, missingReason: (reason as MissingReason | null | undefined) ?? 'not-reported' }
    : { value, missingReason: null }

/** One place over time, oldest first; 速報, 確定 and 改訂 of one period are lines of their own. Empty: no such place or nothing made. */
export async function series(
  tx: FactReader,
  indicator: string,
  level: Level,
  inSeries: string,
  code: string,
): Promise<SeriesValue[]> {
  const rows = await tx.query<HeadRow & { value: number | null; reason: string | null }>(
    `select ${HEAD}, i.figures[p.position] as value, i.missing[p.position] as reason
     from evaluation.place p join evaluation.indicator_column i on i.level = p.level and i.series = p.series
     where i.indicator = $1 and p.level = $2 and p.series = $3 and p.code = $4
     order by period_to, period_from, release`,
    [indicator, level, inSeries, code],
  )
  return rows.map((row) => ({ ...headOf(row), ...valueAt(row.value, row.reason) }))
}

/** Periods that there are values of, latest first. */
export function periods(
  tx: FactReader,
  indicator: string,
  level: Level,
  inSeries: string,
): Promise<Pick<ColumnHead, 'periodFrom' | 'periodTo' | 'release'>[]> {
  return tx.query(
    `select period_from::text as "periodFrom", period_to::text as "periodTo", release from evaluation.indicator_column
     where indicator = $1 and level = $2 and series = $3 order by period_to desc, period_from desc, release`,
    [indicator, level, inSeries],
  )
}

/** Every place of a level in one period. @param period null: the latest, and of it the most settled @returns null: nothing made */
export async function distribution(
  tx: FactReader,
  indicator: string,
  level: Level,
  inSeries: string,
  period: Pick<ColumnHead, 'periodFrom' | 'periodTo' | 'release'> | null,
): Promise<Distribution | null> {
  const [rows, places] = await Promise.all([
    tx.query<HeadRow & { figures: string; missing: (string | null)[] | null }>(
      `select ${HEAD}, to_json(figures)::text as figures, missing from evaluation.indicator_column
       where indicator = $1 and level = $2 and series = $3 and ($4::date is null or (period_from, period_to, release) = ($4, $5, $6))
       order by period_to desc, period_from desc, array_position(array['改訂', '確定', '速報'], release) limit 1`,
      [
        indicator,
        level,
        inSeries,
        period?.periodFrom ?? null,
        period?.periodTo ?? null,
        period?.release ?? null,
      ],
    ),
    placesOf(tx, level, inSeries),
  ])
  const [row] = rows
  if (!row) return null
  const figures = JSON.parse(row.figures) as (number | null)[]
  return {
    ...headOf(row),
    values: places.map((place) => ({
      place,
      ...valueAt(figures[place.position - 1], row.missing?.[place.position - 1]),
    })),
  }
}

/** The lines that must stand beside figures made from these files. */
export async function attributionLines(tx: FactReader, releaseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ attribution: string | null; licence: string | null; fileName: string }>(
    `select attribution, licence, file_name as "fileName" from platform.dataset_release where id = any ($1) order by dataset, as_of, file_name`,
    [[...new Set(releaseIds)].sort()],
  )
  return [...new Set(rows.map(attributionLine))]
}
