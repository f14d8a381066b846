import type { CheckTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import type { Ratio } from '../../../platform/exact/index.ts'
import { type Check, compare, condition, isBelow, minus, plus, said } from './check.ts'
import type { Series, ShareValues } from './check-amounts.ts'
import { grantRate } from './grant-factors.ts'

export interface GrantPrinted {
  standardBenefit: Series
  generalProject: Series
  adjustmentGrantEquivalentYen: number | null
  adjustmentGrantExpectedYen: number | null
  /** 見込交付割合 by year, 636 is 6.36 % */
  grantRatesPerMyriad: readonly number[] | null
  /** F by year, 9634 is 0.9634 */
  elderlyFactorsPerMyriad: readonly number[] | null
  /** G of the grant by year */
  incomeFactorsPerMyriad: readonly number[] | null
}

const perMyriad = (over: number): Ratio => ({ over, under: 10_000 })
const percent = ({ over, under }: Ratio) => `${said({ over: BigInt(over) * 100n, under })}%`

/** VAL-03: rates from their factors, rates that can be believed, the grant between the lowest and the highest rate. */
export function checkGrant(printed: GrantPrinted, law: ShareValues, tolerances: CheckTolerances): Check[] {
  const rates = printed.grantRatesPerMyriad ?? []
  return [
    ...rates.flatMap((rate, at) => rateOfYear(rate, at, printed, law, tolerances)),
    ...grantBetween(printed, law, tolerances),
  ]
}

function rateOfYear(
  rate: number,
  at: number,
  printed: GrantPrinted,
  law: ShareValues,
  { ratePerHundredThousand, mostRatePerMille }: CheckTolerances,
): Check[] {
  const path = `grantRatesPerMyriad.${at}`
  const label = `見込交付割合（${at + 1}年目）`
  const named = { validator: 'VAL-03', path, label }
  const most = `見込交付割合は0%から${mostRatePerMille / 10}%まで`
  const message = `${label}: 印刷の値${rate / 100}%は、0%から${mostRatePerMille / 10}%までの外です。割合の単位と転記を確かめてください。`
  const isBelieved = rate <= mostRatePerMille * 10
  const checks = [condition({ ...named, id: `X.limit${at + 1}`, formula: most }, isBelieved, message)]
  const [f, g] = [printed.elderlyFactorsPerMyriad?.[at], printed.incomeFactorsPerMyriad?.[at]]
  if (f === undefined || g === undefined) return checks
  const factors = { elderlyFactorPerMyriad: f, incomeFactorPerMyriad: g }
  const computed = grantRate({ ...law, ...factors })
  const formula = `（${law.sharePerMille / 10}%＋${law.equivalentPerMille / 10}%）−${law.sharePerMille / 10}%×後期高齢者加入割合補正係数×所得段階別加入割合補正係数`
  // in per cent, as it is printed
  const inPercent = ({ over, under }: Ratio): Ratio => ({ over: BigInt(over) * 100n, under })
  const tolerance = { over: ratePerHundredThousand, under: 1000 }
  const rateNamed = { ...named, id: `X.rate${at + 1}`, formula, unit: '%' }
  return [...checks, compare(rateNamed, inPercent(perMyriad(rate)), inPercent(computed), tolerance)]
}

function grantBetween(
  printed: GrantPrinted,
  law: ShareValues,
  { ratePerHundredThousand }: CheckTolerances,
): Check[] {
  const {
    adjustmentGrantExpectedYen: grant,
    grantRatesPerMyriad: rates,
    adjustmentGrantEquivalentYen: e,
  } = printed
  const benefitYen = printed.standardBenefit.totalYen
  if (grant === null || rates === null || rates.length === 0 || benefitYen === null) return []
  const generalYen = printed.generalProject.totalYen
  // A + G1, or what E says it is where 総合事業費 is not printed
  const impliedBase = e === null ? null : { over: BigInt(e) * 1000n, under: law.equivalentPerMille }
  const base = generalYen === null ? impliedBase : { over: benefitYen + generalYen, under: 1 }
  if (base === null || BigInt(base.over) === 0n) return []
  const average: Ratio = { over: BigInt(grant) * BigInt(base.under), under: BigInt(base.over) }
  const slack = { over: ratePerHundredThousand, under: 100 * 1000 }
  const [least, most] = [perMyriad(Math.min(...rates)), perMyriad(Math.max(...rates))]
  const isMet = !isBelow(average, minus(least, slack)) && !isBelow(plus(most, slack), average)
  const message = `調整交付金見込額: 印刷の${said(grant)}円は標準給付費と総合事業費の${percent(average)}で、年度の見込交付割合（${percent(least)}～${percent(most)}）の間にありません。額と割合を確かめてください。`
  const formula = '調整交付金見込額÷（標準給付費＋総合事業費）は、年度の割合の間'
  const named = { id: 'X.range', validator: 'VAL-03', label: '調整交付金見込額', formula }
  return [condition({ ...named, path: 'adjustmentGrantExpectedYen' }, isMet, message)]
}
