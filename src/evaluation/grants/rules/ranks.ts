import { divide, product } from '../../../platform/exact/index.ts'

/** Which value is the better one. */
export type RankDirection = 'desc' | 'asc'

/**
 * 順位の境: the last rank that earns each step, floor(N × tenths ÷ 10) in whole numbers.
 * With implementers as population, everybody who does the activity takes the first step (`isFirstForAll`), and the shares are
 * those of the steps after it.
 * @param populationSize units that are ranked
 * @param tenths of the steps, widest first: 7 is 上位7割
 */
export function thresholdRanks(
  populationSize: number,
  tenths: readonly number[],
  isFirstForAll = false,
): number[] {
  const ranks = tenths.map((share) => divide({ over: product(populationSize, share), under: 10 }, 'down'))
  return isFirstForAll ? [populationSize, ...ranks] : ranks
}

/** Steps that a rank earns: those whose last rank it does not pass. */
export const stepsOfRank = (rank: number, thresholds: readonly number[]): number =>
  thresholds.filter((threshold) => rank <= threshold).length

/** 順位: one more than the number of strictly better units, so that equal values share the better rank. */
export function competitionRanks(values: readonly number[], direction: RankDirection): number[] {
  const sign = direction === 'desc' ? -1 : 1
  const ordered = values.toSorted((a, b) => sign * (a - b))
  const first = new Map<number, number>()
  ordered.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1)
  })
  return values.map((value) => first.get(value)!)
}

/** What comes of a tie at the top: a step with fewer places than tied units is taken by all of them. */
export const scoredWithTie = (tiedFirst: number, thresholds: readonly number[]): number[] =>
  thresholds.map((threshold) => (threshold === 0 ? 0 : Math.max(threshold, tiedFirst)))
