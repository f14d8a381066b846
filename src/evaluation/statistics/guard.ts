import { foldName } from '../../platform/text/index.ts'
import type { FactReader } from './facts.ts'
import { cellKey } from './rules/count-table.ts'
import type { Hidden } from './rules/suppress.ts'
import {
  areaGrouping,
  areaKey,
  areasOfTowns,
  hiddenOn,
  NO_AREA,
  ROOT,
  TOWN_MEASURES,
  thresholdsOn,
} from './small-counts.ts'

export type TownMeasure = 'total' | '65over' | '75over' | 'households'
/** Whether a count may not be shown; what is made from it may not be shown either. */
export type Hides = (measure: TownMeasure) => boolean
export const hidesNothing: Hides = () => false

/** What of the towns of one municipality on one day may not be shown. */
export interface TownGuard {
  town(name: string): Hides
  whole: Hides
  area(id: string | null): Hides
}
const open: TownGuard = { town: () => hidesNothing, whole: hidesNothing, area: () => hidesNothing }

/** Of a town, and yet no count of its people. */
const NOT_PEOPLE = /^(distance|offices|facilities)\./

/**
 * Whether a published count may not be shown. Of a town every count of people that stands in no table of sums (bands, what a
 * city mapped itself) is hidden where anything is: what it could be computed with is not known.
 */
export async function isHiddenCount(
  reader: FactReader,
  { measure, level, series, code }: { measure: string; level: string; series: string; code: string },
  day: string,
  today: string,
): Promise<boolean> {
  const isResidents = measure.startsWith('population.')
  if (level !== 'town' && !(level === 'municipality' && isResidents)) return false
  if (NOT_PEOPLE.test(measure)) return false
  const municipality = level === 'town' ? series : code
  const thresholds = await thresholdsOn(reader, today)
  if (thresholds.of(municipality) <= 1) return false
  if (!TOWN_MEASURES.includes(measure)) return true
  const hidden = await hiddenOn(reader, municipality, day, thresholds)
  return hidden.has(cellKey(level === 'town' ? code : ROOT, measure))
}

/**
 * Guards of each day, by the setting of the insurer of the towns. Sums over areas were looked at when it was decided what to
 * hide, but only over the areas of that insurer: where the reader groups a single town otherwise and anything is hidden, none of
 * those sums is shown (two groupings side by side tell what lies between them).
 * @param grouping towns that the reader's sums are made of, each with its area; null: in none
 */
export async function guardsOf(
  reader: FactReader,
  municipality: string,
  days: readonly string[],
  { today, grouping = new Map() }: { today: string; grouping?: ReadonlyMap<string, string | null> },
): Promise<(day: string) => TownGuard> {
  const thresholds = await thresholdsOn(reader, today)
  if (thresholds.of(municipality) <= 1) return () => open
  const areaOf = areaGrouping(await areasOfTowns(reader, municipality, today))
  const isForeign = [...grouping].some(([town, area]) => areaOf(town) !== (area ?? NO_AREA))
  const guards = new Map<string, TownGuard>()
  for (const day of new Set(days))
    guards.set(day, guardOf(await hiddenOn(reader, municipality, day, thresholds), isForeign))
  return (day) => guards.get(day) ?? open
}

function guardOf(hidden: Hidden, isForeign: boolean): TownGuard {
  const at =
    (place: string): Hides =>
    (measure) =>
      hidden.has(cellKey(place, `population.${measure}`))
  const any: Hides = (measure) => [...hidden.keys()].some((key) => key.endsWith(`\npopulation.${measure}`))
  return {
    // two towns that differ in their spelling only keep it as their code
    town: (name) => (measure) => at(foldName(name))(measure) || at(name)(measure),
    whole: at(ROOT),
    area: (id) => (isForeign ? any : at(areaKey(id ?? NO_AREA))),
  }
}
