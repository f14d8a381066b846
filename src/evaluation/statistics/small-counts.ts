import { foldAddress } from '../../platform/text/index.ts'
import { type FactReader, factColumns, JAPAN, placesOf } from './facts.ts'
import type { Tree } from './rules/count-table.ts'
import { type Hidden, suppress } from './rules/suppress.ts'
import { smallCount } from './settings.ts'

/** Smallest count that may be shown, by municipality; others have the setting's initial value. */
export interface Thresholds {
  of(municipalityCode: string): number
  /** municipalities whose own value hides something */
  hiding: readonly string[]
  day: string
  stamp: string
}

/** Read for every answer: what an insurer enters holds at once. @param day 'YYYY-MM-DD' */
export async function thresholdsOn(reader: FactReader, day: string): Promise<Thresholds> {
  const rows = await reader.query<{ municipalityCode: string; value: unknown }>(
    `select municipality_code as "municipalityCode", small_count as value from evaluation.small_counts($1) order by 1`,
    [day],
  )
  const own = new Map<string, number>()
  for (const { municipalityCode, value } of rows) {
    const count = smallCount.schema.parse(value)
    own.set(municipalityCode, Math.max(count, own.get(municipalityCode) ?? 0))
  }
  const of = (code: string) => own.get(code) ?? smallCount.initial
  const hiding = [...own.keys()].filter((code) => of(code) > 1)
  const areas = await Promise.all(
    hiding.map((code) =>
      reader.query(
        `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from evaluation.areas_of_towns($1, $2) t`,
        [code, day],
      ),
    ),
  )
  return { of, hiding, day, stamp: JSON.stringify([[...own], areas]) }
}

/** Residents by age as the source gives them; what lies between two of them can be subtracted by anybody. */
export const AGES: Tree = {
  key: 'population.total',
  children: [
    { key: 'under 65' },
    {
      key: 'population.65over',
      children: [
        { key: '65 to 74' },
        {
          key: 'population.75over',
          children: [{ key: '75 to 84' }, { key: 'population.85over' }],
        },
      ],
    },
  ],
}
const BETWEEN: Readonly<Record<string, readonly [string, string]>> = {
  'under 65': ['population.total', 'population.65over'],
  '65 to 74': ['population.65over', 'population.75over'],
  '75 to 84': ['population.75over', 'population.85over'],
}
export const HOUSEHOLDS: Tree = { key: 'population.households' }
export const TOWN_MEASURES = [
  'population.total',
  'population.65over',
  'population.75over',
  'population.85over',
  'population.households',
]

/** The municipality and a town may have the same letters; they never share a key. */
export const ROOT = '(municipality)'

const kept = new Map<string, { stamp: string; hidden: Hidden }>()

/** What is hidden of the towns of a municipality on a day; kept while counts, areas and threshold stay. */
export async function hiddenOn(
  reader: FactReader,
  municipality: string,
  day: string,
  thresholds: Thresholds,
): Promise<Hidden> {
  const table = await townCounts(reader, municipality, day, thresholds.day)
  const threshold = thresholds.of(municipality)
  const stamp = `${threshold} ${table.stamp}`
  const name = `${municipality} ${day}`
  const known = kept.get(name)
  if (known?.stamp === stamp) return known.hidden
  const hidden = suppress({ ...table, measures: [AGES, HOUSEHOLDS] }, threshold)
  if (kept.size > 200) kept.clear()
  kept.set(name, { stamp, hidden })
  return hidden
}

interface TownCounts {
  places: Tree
  count(place: string, measure: string): number | null
  stamp: string
}

/** Counts of all towns of a municipality on a day, with what can be subtracted, under areas and municipality. */
export async function townCounts(
  reader: FactReader,
  municipality: string,
  day: string,
  today: string,
): Promise<TownCounts> {
  const query = { measures: TOWN_MEASURES, from: day, to: day }
  const [towns, ofTowns, roots, ofRoot, areas] = await Promise.all([
    placesOf(reader, 'town', municipality),
    factColumns(reader, { ...query, level: 'town', series: municipality }),
    placesOf(reader, 'municipality', JAPAN),
    factColumns(reader, { ...query, level: 'municipality', series: JAPAN }),
    areasOfTowns(reader, municipality, today),
  ])
  const position = new Map(towns.map(({ code, position }) => [code, position]))
  const root = roots.find(({ code }) => code === municipality)?.position
  const given = (place: string, measure: string): number | null => {
    const columns = place === ROOT ? ofRoot : ofTowns
    const at = place === ROOT ? root : position.get(place)
    // releases differ little from each other: the smallest of them decides
    const figures = columns
      .filter((column) => column.measure === measure)
      .map(({ figures }) => (at === undefined ? null : (figures[at - 1] ?? null)))
    return figures.length === 0 || figures.includes(null) ? null : Math.min(...(figures as number[]))
  }
  const groups = groupsOf(towns, areas)
  const inGroup = new Map(groups.map(({ key, towns: members }) => [key, members]))
  const one = (place: string, measure: string): number | null => {
    const between = BETWEEN[measure]
    if (!between) return given(place, measure)
    const [whole, part] = [given(place, between[0]), given(place, between[1])]
    return whole === null || part === null ? null : whole - part
  }
  const add = (members: readonly string[], measure: string): number | null =>
    members.reduce<number | null>((sum, town) => {
      const count = one(town, measure)
      return sum === null || count === null ? null : sum + count
    }, 0)
  const codes = towns.map(({ code }) => code)
  const count = (place: string, measure: string): number | null => {
    const members = inGroup.get(place)
    if (members) return add(members, measure)
    // what the municipality does not publish itself is the sum of its towns
    return one(place, measure) ?? (place === ROOT ? add(codes, measure) : null)
  }
  const places: Tree = {
    key: ROOT,
    children: groups.map(({ key, towns: members }) => ({
      key,
      children: members.map((code) => ({ key: code })),
    })),
  }
  const stamp = JSON.stringify([
    ofTowns.map(({ figures }) => figures),
    ofRoot.map(({ figures }) => root && figures[root - 1]),
    groups,
  ])
  return { places, count: once(count), stamp }
}

/** Each count is made once: the search for what to hide asks for it thousands of times. */
function once(count: TownCounts['count']): TownCounts['count'] {
  const made = new Map<string, Map<string, number | null>>()
  return (place, measure) => {
    const ofPlace = made.get(place) ?? new Map<string, number | null>()
    made.set(place, ofPlace)
    let found = ofPlace.get(measure)
    if (found === undefined) {
      found = count(place, measure)
      ofPlace.set(measure, found)
    }
    return found
  }
}

export const areasOfTowns = (reader: FactReader, municipality: string, today: string): Promise<AreaRow[]> =>
  reader.query<AreaRow>(
    `select town_name as "townName", town_fold as "townFold", area_id as "areaId"
     from evaluation.areas_of_towns($1, $2) order by insurer_id, 1, 2`,
    [municipality, today],
  )

interface AreaRow {
  townName: string | null
  townFold: string | null
  areaId: string
}

export const areaKey = (id: string): string => `(area ${id})`
export const NO_AREA = 'none'

/** The area by which the sums of a town were looked at when it was decided what to hide; NO_AREA: in none. */
export function areaGrouping(areas: readonly AreaRow[]): (townName: string) => string {
  const byName = new Map(areas.flatMap(({ townName, areaId }) => (townName ? [[townName, areaId]] : [])))
  const byFold = new Map(areas.flatMap(({ townFold, areaId }) => (townFold ? [[townFold, areaId]] : [])))
  return (name) => byName.get(name) ?? byFold.get(foldAddress(name)) ?? NO_AREA
}

/** Towns by 日常生活圏域, since areas are shown as sums too; those without one stand together. */
function groupsOf(towns: readonly { code: string; name: string }[], areas: readonly AreaRow[]) {
  const areaOf = areaGrouping(areas)
  const groups = Map.groupBy(towns, ({ name }) => areaOf(name))
  return [...groups].map(([key, members]) => ({
    key: areaKey(key),
    towns: members.map(({ code }) => code),
  }))
}
