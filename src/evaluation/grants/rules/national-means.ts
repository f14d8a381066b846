import { decimalText, type Ratio } from '../../../platform/exact/index.ts'
import type { Group, IndicatorSet } from '../schema.ts'

/**
 * Mean points of the country in some groups, from how many units scored on each sub-item: Σ(points × scored) ÷ units.
 * Shares are published to three decimals, so such a mean is exact only to them.
 * @returns null where a sub-item has no national result or no points
 */
export function nationalMean(groups: readonly Group[]): Ratio | null {
  let over = 0n
  let under: bigint | null = null
  for (const { indicators } of groups)
    for (const { subitems } of indicators)
      for (const { points, nationalResult } of subitems) {
        if (points === null || !nationalResult) return null
        const { of, scoredMunicipalities, scoredShare } = nationalResult
        if (under !== null && under !== BigInt(of) * 1000n) return null
        under = BigInt(of) * 1000n
        if (scoredMunicipalities !== undefined) over += BigInt(points * scoredMunicipalities) * 1000n
        else if (scoredShare !== undefined) over += BigInt(points * Math.round(scoredShare * 1000) * of)
        else return null
      }
  return under === null ? null : { over, under }
}

/** Whether a mean lies within so many hundredths of a point of the published one. */
export function isNear({ over, under }: Ratio, published: number, toleranceHundredths: number): boolean {
  const difference = BigInt(over) * 100n - BigInt(Math.round(published * 100)) * BigInt(under)
  const allowed = BigInt(toleranceHundredths) * BigInt(under)
  return difference <= allowed && -difference <= allowed
}

interface MeanDifference {
  /** 目標I taisei */
  of: string
  recomputed: string
  published: number
}

/** Published means of a definition (`completeness.points_check`) that its counts do not come to. */
export function differingMeans(set: IndicatorSet, toleranceHundredths: number): MeanDifference[] {
  const published = set.completeness?.points_check ?? []
  return published.flatMap(({ goal, group, publishedNationalMean }): MeanDifference[] => {
    const groups = set.goals.filter(({ id }) => id === goal).flatMap((found) => found.groups)
    const mean = nationalMean(groups.filter(({ kind }) => group === undefined || kind === group))
    if (mean && isNear(mean, publishedNationalMean, toleranceHundredths)) return []
    const recomputed = mean ? decimalText(mean, 2) : '計算できない'
    return [{ of: `目標${goal}${group ? ` ${group}` : ''}`, recomputed, published: publishedNationalMean }]
  })
}
