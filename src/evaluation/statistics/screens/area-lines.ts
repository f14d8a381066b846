import type { Point } from '../../../ui/chart/index.ts'
import { missingWord } from '../figure-words.ts'
import type { AreaDay, ByArea } from '../schema.ts'

export type AreaLine = AreaDay & { id: string; name: string }

/** One line an area on the day, in the order of their codes; towns in no area last, when there are any. */
export function areaLines({ areas, notPlaced }: ByArea, day: string): AreaLine[] {
  const on = (days: readonly AreaDay[]) => days.find(({ asOf }) => asOf === day)
  const lines = areas.flatMap(({ id, name, days }) => {
    const found = on(days)
    return found ? [{ ...found, id, name }] : []
  })
  const rest = on(notPlaced)
  return rest && rest.townCount > 0 ? [...lines, { ...rest, id: 'none', name: 'どの圏域でもない町' }] : lines
}

/** Why a point is not drawn, as words. */
export const missingPoint = (missing: 'masked' | 'no-residents' | 'small' | null): Point => ({
  missing: missing === null ? '不明' : missingWord(missing),
})
