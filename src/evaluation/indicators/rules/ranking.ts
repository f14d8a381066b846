import { lastPlaces } from './words.ts'

/** §12.4: below this many people a place has a value but no rank. */
export const LEAST_FOR_RANK = 30

export interface Ranked {
  code: string
  value: number
  /** people or units behind the value; null: the indicator has no denominator */
  denominator: number | null
}
export interface Rank {
  code: string
  /** 1 is the highest; places with the same shown figure share a rank, and the ranks after them are left out */
  rank: number
  /** how many share it, itself among them */
  tied: number
}

/**
 * Ranks from the highest figure down, by the figure as it is shown: what reads alike stands alike.
 * Order of the list: rank, then code. Places of fewer than LEAST_FOR_RANK people are not ranked.
 * @param decimals of the shown figure
 */
export function ranksOf(values: readonly Ranked[], decimals: number): Rank[] {
  const ranked = values
    .filter(({ denominator }) => denominator === null || denominator >= LEAST_FOR_RANK)
    .map(({ code, value }) => ({ code, shown: lastPlaces(value, decimals) }))
    .sort((a, b) => b.shown - a.shown || (a.code < b.code ? -1 : 1))
  const groups = Map.groupBy(ranked, (one) => one.shown)
  let before = 0
  return [...groups.values()].flatMap((group) => {
    const rank = before + 1
    before += group.length
    return group.map(({ code }) => ({ code, rank, tied: group.length }))
  })
}
