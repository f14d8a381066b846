import { refuse } from '../../../platform/computation/index.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'
import { MILLIONTHS } from './growth.ts'

export type GrowthMethod = 'latest' | 'average'

export interface YearlyCounts {
  latest: number
  oneYearBefore: number
  twoYearsBefore: number | null
  threeYearsBefore: number | null
  method: GrowthMethod
}

const needed = (count: number | null, path: string): number =>
  count ??
  refuse(
    'missing-count',
    path,
    '3年平均には、3年前までの人口が要ります。人口を入力するか、直近1年を選んでください。',
  )

/**
 * The growth of one year in millionths, exact: of the latest year, or the mean of three yearly rates.
 * @throws RuleRefusal `missing-count`: the mean without the counts of two and three years before
 */
export function yearlyGrowth(counts: YearlyCounts): Ratio {
  const { latest: a, oneYearBefore: b } = counts
  if (counts.method === 'latest') return { over: product(a, MILLIONTHS), under: b }
  const c = needed(counts.twoYearsBefore, 'twoYearsBefore')
  const d = needed(counts.threeYearsBefore, 'threeYearsBefore')
  const years = 3 // number: how many rates stand in the mean
  // a/b + b/c + c/d over one denominator
  const sum = BigInt(product(a, c, d)) + BigInt(product(b, b, d)) + BigInt(product(c, c, b))
  return { over: sum * BigInt(MILLIONTHS), under: product(years, b, c, d) }
}
