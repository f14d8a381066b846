import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { AreaRegister } from '../schema.ts'

export type Period = { validFrom: string; validTo: string | null }

/** Both days are inside. */
export const holdsOn = ({ validFrom, validTo }: Period, day: string): boolean =>
  validFrom <= day && (validTo === null || day <= validTo)
export const isEnded = ({ validTo }: Period, day: string): boolean => validTo !== null && validTo < day

/** R2.4.1から, R2.4.1〜R8.3.31 */
export function period({ validFrom, validTo }: Period): string {
  const from = formatDate(validFrom as IsoDate, 'short')
  return validTo === null ? `${from}から` : `${from}〜${formatDate(validTo as IsoDate, 'short')}`
}

export interface AreaOnDay {
  id: string
  code: string
  name: string
  centre: string | null
  towns: string[]
}

/** この日の圏域: every area in force with its centre and its towns, and the towns of none. */
export function onDay(
  { areas, towns }: AreaRegister,
  day: string,
): { areas: AreaOnDay[]; without: string[] } {
  const placed = towns.map((town) => ({ name: town.name, area: town.areas.find((one) => holdsOn(one, day)) }))
  return {
    areas: areas
      .filter((area) => holdsOn(area, day))
      .map((area) => ({
        id: area.id,
        code: area.code,
        name: area.name,
        centre: area.centres.find((one) => holdsOn(one, day))?.centreName ?? null,
        towns: placed.filter(({ area: of }) => of?.areaId === area.id).map(({ name }) => name),
      })),
    without: placed.filter(({ area }) => area === undefined).map(({ name }) => name),
  }
}
