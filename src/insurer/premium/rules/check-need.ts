import type { CheckTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import type { CollectionFloor } from '../../../law/insurer/premium-collection-floor.ts'
import { needBeforeDraw } from './chain.ts'
import { type Check, compare, condition, said } from './check.ts'

/** Lines that a plan prints only where it has them. */
export const SMALL_LINES = {
  stabilisationFundYen: '財政安定化基金拠出金・償還金',
  incentiveGrantYen: '保険者機能強化推進交付金等',
  municipalSpecialYen: '市町村特別給付費・保健福祉事業費等',
} as const
type SmallLine = keyof typeof SMALL_LINES

export interface NeedPrinted extends Record<SmallLine, number | null> {
  resultPrecisionYen: number
  firstInsuredShareYen: number | null
  adjustmentGrantEquivalentYen: number | null
  adjustmentGrantExpectedYen: number | null
  needBeforeDrawYen: number | null
  fundDrawYen: number | null
  fundBalanceYen: number | null
  needYen: number | null
}

const notPrinted = (printed: NeedPrinted): string[] =>
  (Object.keys(SMALL_LINES) as SmallLine[])
    .filter((line) => printed[line] === null)
    .map((line) => SMALL_LINES[line])

/** The need before the draw as the print's own parts lead to it, without the small lines it does not print; null when another is missing. */
export function recomputedNeed(printed: NeedPrinted): number | null {
  const { firstInsuredShareYen, adjustmentGrantEquivalentYen, adjustmentGrantExpectedYen } = printed
  if (
    firstInsuredShareYen === null ||
    adjustmentGrantEquivalentYen === null ||
    adjustmentGrantExpectedYen === null
  )
    return null
  return needBeforeDraw({
    firstInsuredShareYen,
    adjustmentGrantEquivalentYen,
    adjustmentGrantExpectedYen,
    stabilisationFundYen: printed.stabilisationFundYen ?? 0,
    incentiveGrantYen: printed.incentiveGrantYen ?? 0,
    municipalSpecialYen: printed.municipalSpecialYen ?? 0,
  })
}

export interface Needs {
  beforeYen: number | null
  afterYen: number | null
  /** true: the need after the draw follows only if the small lines that are not printed are zero */
  isAssumed: boolean
}

/** N0 and N as they stand or follow; null when neither. */
export function needsOf(printed: NeedPrinted): Needs {
  const { needBeforeDrawYen, needYen, fundDrawYen } = printed
  const beforeYen = needBeforeDrawYen ?? recomputedNeed(printed)
  const followsYen = beforeYen === null || fundDrawYen === null ? null : beforeYen - fundDrawYen
  const isAssumed = needYen === null && needBeforeDrawYen === null && notPrinted(printed).length > 0
  return { beforeYen, afterYen: needYen ?? followsYen, isAssumed }
}

/** What follows from a line that may only not be printed is worth a look, and contradicts nothing. */
export const onAssumption = (check: Check): Check => ({ ...check, isWarning: !check.isMet })

/** VAL-04: the need before and after the draw. VAL-05: the draw within the fund. */
export function checkNeed(printed: NeedPrinted, { needYen: perUnit }: CheckTolerances): Check[] {
  const { needBeforeDrawYen, needYen, fundDrawYen, fundBalanceYen } = printed
  const checks: Check[] = []
  const recomputed = recomputedNeed(printed)
  const tolerance = perUnit * printed.resultPrecisionYen
  const missing = notPrinted(printed)
  const look = `${missing.join('、')}の額があれば入力し、なければ転記と計算を確かめてください。`
  const fromParts = (check: Check) => (missing.length > 0 ? onAssumption(check) : check)
  if (needBeforeDrawYen !== null && recomputed !== null) {
    const label = '取崩し前の保険料収納必要額'
    const formula = '第1号負担分＋調整交付金相当額−調整交付金見込額＋安定化基金−推進交付金等＋特別給付等'
    const named = { id: 'NEED.before', validator: 'VAL-04', label, formula, path: 'needBeforeDrawYen' }
    const hint = missing.length > 0 ? { hint: look } : {}
    checks.push(fromParts(compare({ ...named, ...hint }, needBeforeDrawYen, recomputed, tolerance)))
  }
  const beforeYen = needBeforeDrawYen ?? recomputed
  if (needYen !== null && beforeYen !== null) {
    const isPrinted = needBeforeDrawYen !== null
    // a draw that is not printed is what the need falls by; it cannot make the need grow
    const drawYen = fundDrawYen ?? Math.max(0, beforeYen - needYen)
    const words =
      fundDrawYen === null
        ? '取崩し後の必要額が、取崩し前より多くなっています。'
        : `取崩し前と後の差は${said(beforeYen - needYen)}円、印刷の準備基金取崩額は${said(drawYen)}円で、${said(Math.abs(beforeYen - needYen - drawYen))}円の説明がつきません。`
    const named = {
      id: 'NEED',
      validator: 'VAL-04',
      label: '保険料収納必要額',
      formula: fundDrawYen === null ? '取崩し後の必要額≦取崩し前の必要額' : '取崩し前の必要額−準備基金取崩額',
      path: 'needYen',
      hint: `${words}${isPrinted || missing.length === 0 ? '取崩額か必要額を確かめてください。' : look}`,
    }
    // printed before and after: their difference is the draw, exactly
    const check = compare(named, needYen, beforeYen - drawYen, isPrinted ? 0 : tolerance)
    checks.push(isPrinted ? check : fromParts(check))
  }
  if (fundBalanceYen !== null && fundDrawYen !== null) {
    const message = `準備基金取崩額: ${said(fundDrawYen)}円は、基金の残高の見込み${said(fundBalanceYen)}円を超えています。取崩額か残高を確かめてください。`
    const named = { id: 'FUND', validator: 'VAL-05', label: '準備基金取崩額', formula: '取崩額≦基金の残高' }
    checks.push(condition({ ...named, path: 'fundDrawYen' }, fundDrawYen <= fundBalanceYen, message))
  }
  return checks
}

/**
 * VAL-06: the planned collection rate.
 * @param insuredPersons of three years together; null: the national floor cannot be told
 * @param floors null where none is in force
 */
export function checkCollection(
  ratePerMyriad: number | null,
  insuredPersons: number | null,
  years: number,
  floors: readonly CollectionFloor[] | null,
): Check[] {
  if (ratePerMyriad === null) return []
  const named = { validator: 'VAL-06', label: '予定保険料収納率', path: 'collectionRatePerMyriad' }
  const shown = `${ratePerMyriad / 100}%`
  const above = `予定保険料収納率: ${shown}は100%を超えています。単位を確かめてください。`
  const checks = [condition({ ...named, id: 'RATE', formula: '収納率≦100%' }, ratePerMyriad <= 10_000, above)]
  const floor =
    insuredPersons === null
      ? undefined
      : floors?.findLast(({ fromPersons }) => fromPersons * years <= insuredPersons)
  if (floor === undefined) return checks
  const message = `予定保険料収納率: ${shown}は、この規模で国が基準とする収納率${floor.ratePerMille / 10}%を下回っています。収納の実績を確かめてください。`
  const formula = '収納率≧国が基準とする収納率'
  return [
    ...checks,
    condition({ ...named, id: 'RATE.floor', formula }, ratePerMyriad >= floor.ratePerMille * 10, message),
  ]
}
