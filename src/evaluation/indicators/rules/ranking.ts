import { rankingLeastPersons } from '../../../law/evaluation/certification-dynamics.ts'
import { lastPlaces } from './words.ts'

/** Below this many people a place has a value but no rank: the latest decision, for figures of today. */
export const LEAST_FOR_RANK = rankingLeastPersons.history.at(-1)!.value

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
 * Order of the list: rank, then code. Places of fewer than so many people are not ranked.
 * @param decimals of the shown figure
 */
export function ranksOf(values: readonly Ranked[], decimals: number, least = LEAST_FOR_RANK): Rank[] {
  const ranked = values
    .filter(({ denominator }) => denominator === null || denominator >= least)
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
