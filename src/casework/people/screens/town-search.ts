import { foldKana, foldName } from '../../../platform/text/index.ts'

type Named = { id: string; name: string; kana: string }

/** Lines that fit below the field without scrolling. */
export const MOST_TOWNS = 8

/** Towns by the beginning of their reading or name, then by any part of it. Nothing typed is no answer. */
export function findTowns<T extends Named>(towns: readonly T[], typed: string): T[] {
  const [kana, name] = [foldKana(typed), foldName(typed)]
  if (name === '') return []
  const place = (town: T): number => {
    const [reading, written] = [foldKana(town.kana), foldName(town.name)]
    if (written === name) return 0
    if (kana !== '' && reading.startsWith(kana)) return 1
    if (written.startsWith(name)) return 1
    return (kana !== '' && reading.includes(kana)) || written.includes(name) ? 2 : 3
  }
  return towns
    .map((town) => ({ town, place: place(town) }))
    .filter((one) => one.place < 3)
    .sort((a, b) => a.place - b.place || (a.town.kana < b.town.kana ? -1 : 1))
    .slice(0, MOST_TOWNS)
    .map(({ town }) => town)
}
