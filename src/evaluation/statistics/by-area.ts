import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { type AreaRow, areaFinder, areaStatements } from './area-of-town.ts'
import { guardsOf, type Hides } from './guard.ts'
import { together } from './rules/ageing.ts'
import type { AreaDay, ByArea } from './schema.ts'
import {
  figuresOf,
  linesOf,
  RELEASES,
  RELEASES_END,
  type ReleaseRow,
  ROUNDING,
  TOWNS,
  type TownRow,
} from './service.ts'

/**
 * 65+, 75+ and 高齢化率 by 日常生活圏域 of the reader's insurer on every day that is loaded, oldest first. Areas are those of
 * today on all days: a line that jumped because a border moved would look like ageing. @throws notFound
 */
export async function byArea(work: Work, municipalityCode: string): Promise<ByArea> {
  const [towns, releases, areas, given, own] = (await work.flight([
    { text: `${TOWNS} where municipality_code = $1 order by as_of, town_name`, values: [municipalityCode] },
    { text: `${RELEASES} where r.area_code = $1 ${RELEASES_END}`, values: [municipalityCode] },
    ...areaStatements(work.actor.insurerId, municipalityCode, work.today),
  ])) as [
    TownRow[],
    ReleaseRow[],
    AreaRow[],
    Parameters<typeof areaFinder>[1],
    Parameters<typeof areaFinder>[2],
  ]
  if (towns.length === 0) throw notFound()
  const areaOf = areaFinder(areas, given, own)
  const days = [...Map.groupBy(towns, ({ asOf }) => asOf)]
  const guardOn = await work.read((tx) =>
    guardsOf(
      tx,
      municipalityCode,
      days.map(([asOf]) => asOf),
      {
        today: work.today,
        grouping: new Map(towns.map(({ townName }) => [townName, areaOf(townName)?.id ?? null])),
      },
    ),
  )
  return {
    municipalityCode,
    areasOn: work.today,
    areas: areas.map((area) => ({
      ...area,
      days: days.map(([asOf, ofDay]) =>
        dayOf(
          asOf,
          ofDay.filter(({ townName }) => areaOf(townName)?.id === area.id),
          guardOn(asOf).area(area.id),
        ),
      ),
    })),
    notPlaced: days.map(([asOf, ofDay]) =>
      dayOf(
        asOf,
        ofDay.filter(({ townName }) => areaOf(townName) === null),
        guardOn(asOf).area(null),
      ),
    ),
    rounding: ROUNDING,
    attribution: linesOf(releases),
  }
}

const dayOf = (asOf: string, towns: readonly TownRow[], hides: Hides): AreaDay => ({
  asOf,
  townCount: towns.length,
  ...figuresOf(together(towns), hides),
})
