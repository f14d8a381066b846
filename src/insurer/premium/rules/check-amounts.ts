import type { CheckTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import type { Ratio } from '../../../platform/exact/index.ts'
import { adjustmentEquivalent, firstInsuredShare } from './chain.ts'
import { type Check, compare, condition, minus, plus, said } from './check.ts'

/** A figure of the plan in total and by year; null where it is not printed. */
export interface Series {
  totalYen: number | null
  yearsYen: readonly (number | null)[] | null
}
export interface Part extends Series {
  label: string
  /** gross amounts of old forms: the share the insurance pays. Null: the amount is the benefit itself */
  benefitPerMille: number | null
}

export interface AmountsPrinted {
  /** unit of the print of estimates: 1 or 1000 */
  precisionYen: number
  benefitParts: readonly Part[]
  standardBenefit: Series
  supportParts: readonly Part[]
  communitySupport: Series
  generalProject: Series
  /** A + B by year */
  sumYearsYen: readonly (number | null)[] | null
}

const benefitOf = (amountYen: number, { benefitPerMille }: Part): Ratio =>
  benefitPerMille === null
    ? { over: amountYen, under: 1 }
    : { over: BigInt(amountYen) * BigInt(benefitPerMille), under: 1000 }

const total = (values: readonly Ratio[]): Ratio =>
  values.reduce((sum, one) => plus(sum, one), { over: 0, under: 1 })

/** VAL-01: sums of years, of components, of A and B. */
export function checkSums(printed: AmountsPrinted, { sumPerRowYen }: CheckTolerances): Check[] {
  const allowed = (rows: number) => sumPerRowYen * rows * printed.precisionYen
  const { standardBenefit, communitySupport, sumYearsYen } = printed
  const series: [string, string, string, Series][] = [
    ['standardBenefit', '標準給付費見込額', 'standardBenefit', standardBenefit],
    ['communitySupport', '地域支援事業費', 'communitySupport', communitySupport],
    ['generalProject', '総合事業費', 'generalProject', printed.generalProject],
    ...printed.benefitParts.map(partOf('benefitParts')),
    ...printed.supportParts.map(partOf('supportParts')),
  ]
  const checks = series.flatMap(([id, label, path, one]) => yearSum(id, label, path, one, allowed))
  checks.push(
    ...partSums('A', '標準給付費見込額', 'standardBenefit', printed.benefitParts, standardBenefit, allowed),
    ...partSums('B', '地域支援事業費', 'communitySupport', printed.supportParts, communitySupport, allowed),
  )
  sumYearsYen?.forEach((sum, at) => {
    const [a, b] = [standardBenefit.yearsYen?.[at] ?? null, communitySupport.yearsYen?.[at] ?? null]
    if (sum === null || a === null || b === null) return
    const label = `標準給付費と地域支援事業費の計（${at + 1}年目）`
    const named = {
      id: `AB.year${at + 1}`,
      validator: 'VAL-01',
      label,
      formula: '標準給付費＋地域支援事業費',
    }
    checks.push(compare({ ...named, path: `sumYearsYen.${at}` }, sum, a + b, allowed(2)))
  })
  return checks
}

const partOf =
  (path: string) =>
  (part: Part, at: number): [string, string, string, Series] => [
    `${path}.${at}`,
    part.label,
    `${path}.${at}`,
    part,
  ]

function yearSum(
  id: string,
  label: string,
  path: string,
  { totalYen, yearsYen }: Series,
  allowed: (rows: number) => number,
): Check[] {
  if (totalYen === null || yearsYen === null || yearsYen.length === 0) return []
  let sum = 0
  for (const one of yearsYen) {
    if (one === null) return []
    sum += one
  }
  const named = { id: `YEARSUM.${id}`, validator: 'VAL-01', label: `${label}の合計`, formula: '各年度の合計' }
  return [compare({ ...named, path: `${path}.totalYen` }, totalYen, sum, allowed(yearsYen.length))]
}

function partSums(
  id: 'A' | 'B',
  label: string,
  path: string,
  parts: readonly Part[],
  whole: Series,
  allowed: (rows: number) => number,
): Check[] {
  if (parts.length === 0) return []
  const tolerance = allowed(parts.length)
  const named = { validator: 'VAL-01', formula: '内訳の合計' }
  const checks: Check[] = []
  whole.yearsYen?.forEach((yearYen, at) => {
    const amounts = parts.flatMap((part) => {
      const one = part.yearsYen?.[at] ?? null
      return one === null ? [] : [benefitOf(one, part)]
    })
    if (yearYen === null || amounts.length < parts.length) return
    const year = {
      id: `${id}.year${at + 1}`,
      label: `${label}（${at + 1}年目）`,
      path: `${path}.yearsYen.${at}`,
    }
    checks.push(compare({ ...named, ...year }, yearYen, total(amounts), tolerance))
  })
  const totals = parts.flatMap((part) => (part.totalYen === null ? [] : [benefitOf(part.totalYen, part)]))
  if (whole.totalYen !== null && totals.length === parts.length)
    checks.push(
      compare(
        { ...named, id: id === 'A' ? 'A.total' : 'B.parts', label, path: `${path}.totalYen` },
        whole.totalYen,
        total(totals),
        tolerance,
      ),
    )
  return checks
}

export interface SharesPrinted {
  firstInsuredShareYen: number | null
  adjustmentGrantEquivalentYen: number | null
  /** both in one line, as old forms print them */
  shareWithEquivalent: Series
  /** unit of the print of computed amounts: 1 or 1000 */
  resultPrecisionYen: number
}
export interface ShareValues {
  sharePerMille: number
  equivalentPerMille: number
  /** false before the third period: nothing is added to the benefits */
  hasSupportProgramme: boolean
}

/** VAL-02: C and E from A and B; 総合事業 is a part of B. */
export function checkShares(
  printed: AmountsPrinted & SharesPrinted,
  law: ShareValues,
  { shareYen }: CheckTolerances,
): Check[] {
  const allowed = shareYen * Math.max(printed.precisionYen, printed.resultPrecisionYen)
  const benefitYen = printed.standardBenefit.totalYen
  const supportYen = law.hasSupportProgramme ? printed.communitySupport.totalYen : 0
  const generalYen = law.hasSupportProgramme ? printed.generalProject.totalYen : 0
  const checks = law.hasSupportProgramme ? generalWithin(generalYen, printed.communitySupport.totalYen) : []
  const { firstInsuredShareYen: share, adjustmentGrantEquivalentYen: equivalent } = printed
  const named = { validator: 'VAL-02' }
  if (share !== null && benefitYen !== null && supportYen !== null) {
    const computed = firstInsuredShare(benefitYen + supportYen, law.sharePerMille)
    const formula = `（標準給付費＋地域支援事業費）×${law.sharePerMille / 10}%`
    const path = 'firstInsuredShareYen'
    checks.push(
      compare(
        { ...named, id: 'C', label: '第1号被保険者負担分相当額', formula, path },
        share,
        computed,
        allowed,
      ),
    )
  }
  if (equivalent !== null && benefitYen !== null && generalYen !== null) {
    const computed = adjustmentEquivalent(benefitYen + generalYen, law.equivalentPerMille)
    const formula = `（標準給付費＋総合事業費）×${law.equivalentPerMille / 10}%`
    const path = 'adjustmentGrantEquivalentYen'
    checks.push(
      compare({ ...named, id: 'E', label: '調整交付金相当額', formula, path }, equivalent, computed, allowed),
    )
  }
  if (equivalent !== null && benefitYen !== null && generalYen === null)
    checks.push(...impliedWithin(equivalent, benefitYen, printed.communitySupport.totalYen, law))
  return [...checks, ...sharesInOne(printed, law, allowed)]
}

function generalWithin(generalYen: number | null, supportYen: number | null): Check[] {
  if (generalYen === null || supportYen === null) return []
  const named = {
    id: 'G1',
    validator: 'VAL-02',
    label: '総合事業費',
    formula: '0＜総合事業費＜地域支援事業費',
  }
  const message = `総合事業費: ${said(generalYen)}円は、0円より多く地域支援事業費（${said(supportYen)}円）より少ないはずです。内訳を確かめてください。`
  return [
    condition(
      { ...named, path: 'generalProject.totalYen' },
      0 < generalYen && generalYen < supportYen,
      message,
    ),
  ]
}

/** 総合事業費 that an E implies where it is not printed: E ÷ 5 % − A. */
export const impliedGeneral = (equivalentYen: number, benefitYen: number, perMille: number): Ratio =>
  minus({ over: BigInt(equivalentYen) * 1000n, under: perMille }, benefitYen)

function impliedWithin(
  equivalentYen: number,
  benefitYen: number,
  supportYen: number | null,
  law: ShareValues,
): Check[] {
  if (supportYen === null) return []
  const implied = impliedGeneral(equivalentYen, benefitYen, law.equivalentPerMille)
  const isMet = minus(implied, 0).over > 0 && minus(implied, supportYen).over < 0
  const formula = '0＜調整交付金相当額÷5%−標準給付費＜地域支援事業費'
  const message = `調整交付金相当額: 印刷の${said(equivalentYen)}円から逆算した総合事業費は${said(implied)}円で、0円より多く地域支援事業費（${said(supportYen)}円）より少ない額になりません。計算のもとの額を確かめてください。`
  const named = { id: 'E.plausible', validator: 'VAL-02', label: '調整交付金相当額', formula }
  return [condition({ ...named, path: 'adjustmentGrantEquivalentYen' }, isMet, message)]
}

/** Old forms: A × (α + 5 %) by year. */
function sharesInOne(printed: AmountsPrinted & SharesPrinted, law: ShareValues, allowed: number): Check[] {
  const { totalYen, yearsYen } = printed.shareWithEquivalent
  const label = '第1号負担分と調整交付金相当額の計'
  const checks = yearSum(
    'sharePlusAdj',
    label,
    'shareWithEquivalent',
    printed.shareWithEquivalent,
    (rows) => allowed * rows,
  )
  const at = (id: string, path: string, share: number | null, [a, b, g]: readonly (number | null)[]) => {
    if (share === null || a == null || b == null || g == null) return
    const own = firstInsuredShare(a + b, law.sharePerMille)
    const computed = plus(own, adjustmentEquivalent(a + g, law.equivalentPerMille))
    const formula = `（標準給付費＋地域支援事業費）×${law.sharePerMille / 10}%＋（標準給付費＋総合事業費）×${law.equivalentPerMille / 10}%`
    checks.push(compare({ id, validator: 'VAL-02', label, formula, path }, share, computed, allowed))
  }
  const none = (series: Series, year: number) =>
    law.hasSupportProgramme ? (series.yearsYen?.[year] ?? null) : 0
  yearsYen?.forEach((share, year) => {
    const base = printed.standardBenefit.yearsYen?.[year] ?? null
    const parts = [base, none(printed.communitySupport, year), none(printed.generalProject, year)]
    at(`CE.year${year + 1}`, `shareWithEquivalent.yearsYen.${year}`, share, parts)
  })
  if (yearsYen === null) {
    const zero = (series: Series) => (law.hasSupportProgramme ? series.totalYen : 0)
    const parts = [
      printed.standardBenefit.totalYen,
      zero(printed.communitySupport),
      zero(printed.generalProject),
    ]
    at('CE', 'shareWithEquivalent.totalYen', totalYen, parts)
  }
  return checks
}
