import { foldAddress } from '../../../platform/text/index.ts'

export interface KnownTown {
  id: string
  name: string
  /** foldAddress(name) */
  fold: string
}

/** What may follow the name of a town inside 町字名: a number, 丁目, 字, or a blank; anything else is another town. */
const mayFollow = /^(?:[\d０-９]|[〇一二三四五六七八九十百]+(?:丁目|番)|大?字|[\s　])/u

/**
 * Finds the town (町) of a 町字名 and what is left of it: めぐり町一丁目 is めぐり町 and 一丁目. Exact name first, then the longest
 * name it begins with, then the same in folded spelling (ヶ and ケ, 大字). Null: none; nothing is guessed.
 */
export function matchTown(text: string, towns: readonly KnownTown[]): { id: string; rest: string } | null {
  const exact = towns.find((town) => town.name === text)
  if (exact) return { id: exact.id, rest: '' }
  const longestFirst = towns.toSorted((a, b) => b.name.length - a.name.length)
  for (const town of longestFirst) {
    const rest = text.slice(town.name.length)
    if (text.startsWith(town.name) && mayFollow.test(rest)) return { id: town.id, rest: rest.trim() }
  }
  const fold = foldAddress(text)
  const same = towns.find((town) => town.fold === fold)
  if (same) return { id: same.id, rest: '' }
  for (const town of longestFirst) {
    const rest = fold.startsWith(town.fold) ? restBehind(text, town.fold) : null
    if (rest !== null) return { id: town.id, rest }
  }
  return null
}

/** What stands behind the longest beginning of `text` that folds to `fold`. */
function restBehind(text: string, fold: string): string | null {
  for (let end = text.length - 1; end > 0; end -= 1) {
    const rest = text.slice(end)
    if (foldAddress(text.slice(0, end)) === fold && mayFollow.test(rest)) return rest.trim()
  }
  return null
}
