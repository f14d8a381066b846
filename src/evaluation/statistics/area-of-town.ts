import type { Statement } from '../../platform/database/engine.ts'
import { foldAddress } from '../../platform/text/index.ts'

interface GivenRow {
  townName: string
  areaId: string
}
interface OwnRow {
  fold: string
  areaId: string
}
export interface AreaRow {
  id: string
  code: string
  name: string
}

/** Areas of the reader's insurer on a day, and what says which town lies in which; three statements for one flight. */
export const areaStatements = (insurerId: number, municipalityCode: string, day: string): Statement[] => [
  {
    text: `select id, code, name from registers.daily_life_area
      where insurer_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date) order by code, id`,
    values: [insurerId, day],
  },
  {
    text: `select town_name as "townName", area_id as "areaId" from evaluation.town_of_area
      where insurer_id = $1 and municipality_code = $3 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)`,
    values: [insurerId, day, municipalityCode],
  },
  {
    // the register of towns speaks only for the insurer's own municipalities
    text: `select t.fold, a.area_id as "areaId" from registers.town t
      join registers.area_town a on a.insurer_id = t.insurer_id and a.town_id = t.id
        and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to >= $2::date)
      where t.insurer_id = $1 and exists (select from registers.member_municipality m where m.insurer_id = $1
        and m.municipality_code = $3 and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to >= $2::date))`,
    values: [insurerId, day, municipalityCode],
  },
]

/** The area of a published town: what the insurer stated first, else its own register by folded name; null: neither says. */
export function areaFinder(
  areas: readonly AreaRow[],
  given: readonly GivenRow[],
  own: readonly OwnRow[],
): (townName: string) => AreaRow | null {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const stated = new Map(given.map(({ townName, areaId }) => [townName, areaId]))
  const registered = new Map(own.map(({ fold, areaId }) => [fold, areaId]))
  return (townName) => {
    const areaId = stated.get(townName) ?? registered.get(foldAddress(townName))
    return (areaId && byId.get(areaId)) || null
  }
}
