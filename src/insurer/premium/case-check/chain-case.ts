import { divide, product, type Ratio } from '../../../platform/exact/index.ts'
import { type Check, compare, minus } from '../rules/check.ts'
import { impliedGeneral } from '../rules/check-amounts.ts'
import { checkChain, type PrintedChain, type Recomputed } from '../rules/check-chain.ts'
import { checkPersons, solvedPersons } from '../rules/check-persons.ts'
import { grantRate } from '../rules/grant-factors.ts'
import type { CaseLaw } from './case-law.ts'
import type { CaseOf, Published } from './case-schema.ts'
import { printedChain } from './printed-chain.ts'

type ChainCase = CaseOf<'premium-chain'>

/** What follows from a case without being printed, exact. */
export type Solved = Record<string, Ratio>

/** All that can be recomputed of a printed premium calculation. */
export function checkChainCase(file: ChainCase, law: CaseLaw): { checks: Check[]; solved: Solved } {
  const printed = printedChain(file)
  const chain = checkChain(printed, law)
  const { published } = file
  const checks = [
    ...chain.checks,
    ...yearSums(published, law.tolerances.sumPerRowYen * file.publishedPrecision),
    ...fee(published),
    ...grantByYears(published, law),
    ...personsByYear(file, law),
    ...solvedTwice(published, chain.recomputed, law.tolerances.needYen),
  ]
  return { checks, solved: solvedFrom(published, printed, chain.recomputed, law) }
}

type Sum = [
  id: string,
  label: string,
  total: number | undefined,
  years: readonly (number | null)[] | undefined,
]

/** Sums of years that the validators of the chain do not see. */
function yearSums(p: Published, allowedYen: number): Check[] {
  const amounts: Sum[] = [
    ['totalBenefit', '総給付費', p.totalBenefit, p.totalBenefitByYear],
    [
      'comprehensiveAndVoluntary',
      '包括的支援事業・任意事業費',
      p.comprehensiveAndVoluntary,
      p.comprehensiveAndVoluntaryByYear,
    ],
  ]
  const persons: Sum[] = [
    ['insured', '第1号被保険者数', p.insured, p.insuredByYear],
    ['adjustedInsured', '補正後被保険者数', p.adjustedInsured, p.adjustedInsuredByYear],
  ]
  const checked = (unit: string, scale: number, each: Ratio) => (one: Sum) => {
    const [id, label, total, years] = one
    const known = years?.filter((year) => year !== null) ?? []
    if (total === undefined || known.length === 0 || known.length !== years?.length) return []
    const named = {
      id: `YEARSUM.${id}`,
      validator: 'VAL-01',
      label: `${label}の合計`,
      formula: '各年度の合計',
    }
    const sum = known.reduce((all, year) => all + year, 0)
    const tolerance = { over: product(known.length, each.over), under: each.under }
    const [printed, computed] = [total, sum].map((over) => ({ over, under: scale })) as [Ratio, Ratio]
    return [compare({ ...named, path: `published.${id}`, unit }, printed, computed, tolerance)]
  }
  const half = { over: 1, under: 2 } // persons of a year are printed to the whole one
  return [
    ...amounts.flatMap(checked('円', 1, { over: allowedYen, under: 1 })),
    ...persons.slice(0, 1).flatMap(checked('人', 1, half)),
    ...persons.slice(1).flatMap(checked('人', 10, half)),
  ]
}

function fee({ reviewFee, reviewFeeUnit, reviewFeeCount }: Published): Check[] {
  if (reviewFee === undefined || reviewFeeUnit === undefined || reviewFeeCount === undefined) return []
  const named = { id: 'A.fee', validator: 'VAL-01', label: '算定対象審査支払手数料', formula: '単価×件数' }
  return [
    compare(
      { ...named, path: 'published.reviewFee' },
      reviewFee,
      { over: product(reviewFeeUnit, reviewFeeCount), under: 1 },
      0,
    ),
  ]
}

/** Of a grant whose yearly base is estimated: half a thousandth of it. */
const ESTIMATE = 2000

/**
 * 調整交付金見込額 by years, each to the thousand yen, by the printed rates or by the exact ones: towns do either, so the nearer
 * counts. Where only 総給付費 is printed by year, the other benefits are split evenly, and the sum is an estimate with room for it.
 */
function grantByYears(p: Published, law: CaseLaw): Check[] {
  const { adjGrantExpected: grant, standardBenefit } = p
  const base = p.standardBenefitByYear ?? p.totalBenefitByYear
  if (grant === undefined || !base || standardBenefit === undefined) return []
  const isEstimate = p.standardBenefitByYear === undefined
  if (isEstimate && p.totalBenefit === undefined) return []
  const others = isEstimate ? standardBenefit - (p.totalBenefit ?? 0) : 0
  const years = base.map((yearYen, at) => {
    const general = p.generalProjectByYear?.[at] ?? null
    return yearYen === null || general === null ? null : BigInt((yearYen + general) * base.length + others)
  })
  const sums = ratesOf(p, law).flatMap((rates) => sumAt(rates, years))
  const nearest = sums.toSorted((a, b) => Math.abs(a - grant) - Math.abs(b - grant))[0]
  if (nearest === undefined) return []
  const formula = isEstimate
    ? '年度ごとの（給付費＋総合事業費）×割合の合計（総給付費以外は年度に等分した概算）'
    : '年度ごとの（標準給付費＋総合事業費）×割合、千円未満四捨五入の合計'
  const named = { id: 'X.years', validator: 'VAL-03', label: '調整交付金見込額', formula }
  const tolerance = isEstimate ? { over: grant, under: ESTIMATE } : 1000 * base.length
  return [compare({ ...named, path: 'published.adjGrantExpected' }, grant, nearest, tolerance)]
}

/** The rates as printed, and as their factors lead to them; whichever of the two is there. */
function ratesOf({ adjGrantRateByYear, F, G }: Published, law: CaseLaw): Ratio[][] {
  const exact = F?.map((f, at) => {
    const incomeFactorPerMyriad = G?.[at] ?? 0
    return grantRate({ ...law, elderlyFactorPerMyriad: f, incomeFactorPerMyriad })
  })
  const printed = adjGrantRateByYear?.map((over) => ({ over, under: 10_000 }))
  return [...(printed ? [printed] : []), ...(exact && F?.length === G?.length ? [exact] : [])]
}

/** @param years base × number of years, so that an even split stays whole */
function sumAt(rates: readonly Ratio[], years: readonly (bigint | null)[]): number[] {
  if (rates.length !== years.length) return []
  let sum = 0
  for (const [at, { over, under }] of rates.entries()) {
    const year = years[at] ?? null
    if (year === null) return []
    sum += divide({ over: year * BigInt(over), under: product(under, years.length) }, 'half-up', 1000)
  }
  return [sum]
}

/** Stages whose heads are printed by year, and 前期＋後期 by year. */
function personsByYear({ stages, published: p }: ChainCase, { tolerances }: CaseLaw): Check[] {
  const heads = stages.flatMap(({ countByYear }) => (countByYear === null ? [] : [countByYear]))
  const years = heads.length === 0 || heads.length < stages.length ? [] : heads[0]!.map((_, at) => at)
  const checks = years.flatMap((at) =>
    checkPersons(
      {
        stages: stages.map(({ stage, ratio, countByYear }) => ({
          stage,
          ratioPerMille: ratio,
          persons: countByYear?.[at] ?? null,
        })),
        adjustedInsuredTenths: p.adjustedInsuredByYear?.[at] ?? null,
        insuredPersons: p.insuredByYear?.[at] ?? null,
        isFromShares: stages.every(({ share }) => share !== null),
      },
      tolerances,
      `.year${at + 1}`,
    ),
  )
  p.insuredByYear?.forEach((insured, at) => {
    const [early, late] = [p.earlyElderlyByYear?.[at], p.lateElderlyByYear?.[at]]
    if (early === undefined || late === undefined) return
    const named = { id: `AGES.year${at + 1}`, validator: 'VAL-07', label: `第1号被保険者数（${at + 1}年目）` }
    const how = {
      ...named,
      formula: '前期高齢者＋後期高齢者',
      path: `published.insuredByYear.${at}`,
      unit: '人',
    }
    checks.push(compare(how, insured, early + late, 1))
  })
  return checks
}

/** Two printed premiums, before and after the draw, stand for the same persons. */
function solvedTwice(p: Published, { needBeforeDrawYen, needYen }: Recomputed, allowed: number): Check[] {
  const { collectionRate, monthlyBeforeDraw, monthlyComputed } = p
  if (
    !collectionRate ||
    !monthlyBeforeDraw ||
    !monthlyComputed ||
    needBeforeDrawYen === null ||
    needYen === null
  )
    return []
  const before = solvedPersons(needBeforeDrawYen, collectionRate, monthlyBeforeDraw)
  const after = solvedPersons(needYen, collectionRate, monthlyComputed)
  const label = '補正後被保険者数（取崩し前の基準額から逆算）'
  const named = { id: 'ADJ.solvedTwice', validator: 'VAL-07', label, formula: '取崩し後の基準額からの逆算' }
  return [compare({ ...named, path: 'published.monthlyBeforeDraw', unit: '人' }, before, after, allowed)]
}

function solvedFrom(p: Published, printed: PrintedChain, recomputed: Recomputed, law: CaseLaw): Solved {
  const solved: Solved = {}
  const put = (name: string, value: Ratio | number | null) => {
    if (value !== null) solved[name] = typeof value === 'number' ? { over: value, under: 1 } : value
  }
  const { needBeforeDrawYen: before, needYen: after, monthly } = recomputed
  put('needBeforeDrawYen', before)
  put('needYen', after)
  const { adjGrantEquivalent: e, standardBenefit: a, collectionRate: c, insured } = p
  if (e !== undefined && a !== undefined && p.generalProject === undefined)
    put('generalProjectYen', impliedGeneral(e, a, law.equivalentPerMille))
  if (p.adjustedInsured !== undefined) {
    put('monthlyYen', monthly)
    if (insured) put('adjustedPerInsured', { over: p.adjustedInsured, under: insured * 10 })
  } else if (c && p.monthlyComputed && after !== null) {
    put('adjustedInsured', solvedPersons(after, c, p.monthlyComputed))
    if (p.monthlyBeforeDraw && before !== null)
      put('adjustedInsuredBefore', solvedPersons(before, c, p.monthlyBeforeDraw))
  }
  const { fundDraw, monthlyBeforeDraw, monthlyAdopted } = p
  if (!c && fundDraw && monthlyBeforeDraw && monthlyAdopted && monthlyBeforeDraw > monthlyAdopted * 100) {
    const lower = minus({ over: monthlyBeforeDraw, under: 100 }, monthlyAdopted)
    put('adjustedTimesCollection', { over: product(fundDraw, lower.under), under: product(lower.over, 12) })
  }
  const base = printed.generalProject.totalYen === null ? null : (a ?? 0) + printed.generalProject.totalYen
  const impliedBase = e === undefined ? null : { over: product(e, 1000), under: law.equivalentPerMille }
  const grantBase = base === null ? impliedBase : { over: base, under: 1 }
  if (p.adjGrantExpected !== undefined && grantBase !== null && grantBase.over !== 0)
    put('grantRateAverage', { over: product(p.adjGrantExpected, grantBase.under), under: grantBase.over })
  return solved
}
