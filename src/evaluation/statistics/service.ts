import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { attributionLine } from '../../platform/import/index.ts'
import { type AreaRow, areaFinder, areaStatements } from './area-of-town.ts'
import { guardsOf, type Hides, hidesNothing } from './guard.ts'
import { agedFrom, ageingPerMille, type Figure, type Residents, together, total } from './rules/ageing.ts'
import type { Release, ReleaseList, Town, TownPopulation, Trend } from './schema.ts'

export const ROUNDING = '高齢化率は、‰（千分率）の整数に四捨五入しています。'

export interface TownRow extends Residents {
  asOf: string
  townName: string
  households: number | null
  latitude: number | null
  longitude: number | null
  note: string | null
}
export interface ReleaseRow {
  municipalityCode: string
  asOf: string
  fileName: string
  loadedAt: string
  townCount: number
  attribution: string | null
  licence: string | null
  sourceAddress: string | null
}

export const TOWNS = `select as_of as "asOf", town_name as "townName", total, bands_male as "bandsMale", bands_female as "bandsFemale",
    households, latitude, longitude, note
  from evaluation.town_population`
// a release whose rows were all replaced by a later file stands beside no figure any more
export const RELEASES = `select r.area_code as "municipalityCode", r.as_of as "asOf", r.file_name as "fileName",
    r.loaded_at as "loadedAt", count(*)::int as "townCount", r.attribution, r.licence, r.source_address as "sourceAddress"
  from platform.dataset_release r join evaluation.town_population p on p.release_id = r.id`
export const RELEASES_END = `group by r.id order by r.area_code, r.as_of desc, r.file_name`

/** Towns of a municipality on a day of survey; without a day, on the latest. @throws notFound */
export async function townPopulation(
  work: Work,
  municipalityCode: string,
  asOf: string | undefined,
): Promise<TownPopulation> {
  const day = `coalesce($2::date, (select max(as_of) from evaluation.town_population where municipality_code = $1))`
  const values = [municipalityCode, asOf ?? null]
  const [towns, releases, areas, given, own] = (await work.flight([
    { text: `${TOWNS} where municipality_code = $1 and as_of = ${day} order by town_name`, values },
    { text: `${RELEASES} where r.area_code = $1 and r.as_of = ${day} ${RELEASES_END}`, values },
    ...areaStatements(work.actor.insurerId, municipalityCode, work.today),
  ])) as [
    TownRow[],
    ReleaseRow[],
    AreaRow[],
    Parameters<typeof areaFinder>[1],
    Parameters<typeof areaFinder>[2],
  ]
  const areaOf = areaFinder(areas, given, own)
  const [first] = towns
  if (!first) throw notFound()
  const guard = (await guarded(work, municipalityCode, [first.asOf]))(first.asOf)
  return {
    municipalityCode,
    asOf: first.asOf,
    towns: towns.map((row) => ({
      ...townOf(row, guard.town(row.townName)),
      areaName: areaOf(row.townName)?.name ?? null,
    })),
    whole: figuresOf(together(towns), guard.whole),
    rounding: ROUNDING,
    attribution: linesOf(releases),
  }
}

/** What is loaded: one file per municipality and day. */
export async function releases(work: Work): Promise<ReleaseList> {
  const [rows] = (await work.flight([{ text: `${RELEASES} ${RELEASES_END}` }])) as [ReleaseRow[]]
  const items = rows.map(
    ({ licence, ...row }): Release => ({
      ...row,
      attribution: attributionLine({ ...row, licence }),
      hasAttribution: row.attribution !== null,
    }),
  )
  return { items, attribution: linesOf(rows) }
}

/** The whole municipality on every day that is loaded, oldest first. @throws notFound */
export async function trend(work: Work, municipalityCode: string): Promise<Trend> {
  const values = [municipalityCode]
  const [towns, rows] = (await work.flight([
    { text: `${TOWNS} where municipality_code = $1 order by as_of`, values },
    { text: `${RELEASES} where r.area_code = $1 ${RELEASES_END}`, values },
  ])) as [TownRow[], ReleaseRow[]]
  if (towns.length === 0) throw notFound()
  const days = Map.groupBy(towns, (town) => town.asOf)
  const guardOn = await guarded(work, municipalityCode, [...days.keys()])
  return {
    municipalityCode,
    items: [...days].map(([asOf, ofDay]) => ({
      asOf,
      ...figuresOf(together(ofDay), guardOn(asOf).whole),
    })),
    rounding: ROUNDING,
    attribution: linesOf(rows),
  }
}

const shown = (figure: Figure, isHidden: boolean): Figure =>
  isHidden && figure.value !== null ? { value: null, missing: 'small' } : figure

export const figuresOf = (residents: Residents, hides: Hides = hidesNothing) => ({
  total: shown(total(residents), hides('total')),
  aged65: shown(agedFrom(residents, 65), hides('65over')),
  aged75: shown(agedFrom(residents, 75), hides('75over')),
  ageingPerMille: shown(ageingPerMille(residents), hides('65over') || hides('total')),
})

const guarded = (work: Work, municipalityCode: string, days: readonly string[]) =>
  work.read((tx) => guardsOf(tx, municipalityCode, days, { today: work.today }))

const townOf = (row: TownRow, hides: Hides): Omit<Town, 'areaName'> => ({
  townName: row.townName,
  ...figuresOf(row, hides),
  households: shown(total({ ...row, total: row.households }), hides('households')),
  latitude: row.latitude,
  longitude: row.longitude,
  note: row.note,
})

export const linesOf = (rows: readonly ReleaseRow[]): string[] => [...new Set(rows.map(attributionLine))]
