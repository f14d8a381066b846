import type { CheckTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import type { CollectionFloor } from '../../../law/insurer/premium-collection-floor.ts'
import { needBeforeDraw } from './chain.ts'
import { type Check, compare, condition, said } from './check.ts'

export interface NeedPrinted {
  resultPrecisionYen: number
  firstInsuredShareYen: number | null
  adjustmentGrantEquivalentYen: number | null
  adjustmentGrantExpectedYen: number | null
  stabilisationFundYen: number
  incentiveGrantYen: number
  municipalSpecialYen: number
  needBeforeDrawYen: number | null
  fundDrawYen: number
  fundBalanceYen: number | null
  needYen: number | null
}

/** The need before the draw as the print's own parts lead to it; null when a part is not printed. */
export function recomputedNeed(printed: NeedPrinted): number | null {
  const { firstInsuredShareYen, adjustmentGrantEquivalentYen, adjustmentGrantExpectedYen } = printed
  if (
    firstInsuredShareYen === null ||
    adjustmentGrantEquivalentYen === null ||
    adjustmentGrantExpectedYen === null
  )
    return null
  return needBeforeDraw({
    ...printed,
    firstInsuredShareYen,
    adjustmentGrantEquivalentYen,
    adjustmentGrantExpectedYen,
  })
}

/** N0 and N as they stand or follow; null when neither. */
export function needsOf(printed: NeedPrinted): { beforeYen: number | null; afterYen: number | null } {
  const { needYen, fundDrawYen } = printed
  const beforeYen = printed.needBeforeDrawYen ?? recomputedNeed(printed)
  return { beforeYen, afterYen: needYen ?? (beforeYen === null ? null : beforeYen - fundDrawYen) }
}

/** VAL-04: the need before and after the draw. VAL-05: the draw within the fund. */
export function checkNeed(printed: NeedPrinted, { needYen: perUnit }: CheckTolerances): Check[] {
  const { needBeforeDrawYen, needYen, fundDrawYen, fundBalanceYen } = printed
  const checks: Check[] = []
  const recomputed = recomputedNeed(printed)
  const tolerance = perUnit * printed.resultPrecisionYen
  if (needBeforeDrawYen !== null && recomputed !== null) {
    const label = '取崩し前の保険料収納必要額'
    const formula = '第1号負担分＋調整交付金相当額−調整交付金見込額＋安定化基金−推進交付金等＋特別給付等'
    const named = { id: 'NEED.before', validator: 'VAL-04', label, formula, path: 'needBeforeDrawYen' }
    checks.push(compare(named, needBeforeDrawYen, recomputed, tolerance))
  }
  const beforeYen = needBeforeDrawYen ?? recomputed
  if (needYen !== null && beforeYen !== null) {
    const unexplained = beforeYen - needYen - fundDrawYen
    const named = {
      id: 'NEED',
      validator: 'VAL-04',
      label: '保険料収納必要額',
      formula: '取崩し前の必要額−準備基金取崩額',
      path: 'needYen',
      hint: `取崩し前と後の差は${said(beforeYen - needYen)}円、印刷の準備基金取崩額は${said(fundDrawYen)}円で、${said(Math.abs(unexplained))}円の説明がつきません。取崩額か必要額を確かめてください。`,
    }
    // printed before and after: their difference is the draw, exactly
    checks.push(compare(named, needYen, beforeYen - fundDrawYen, needBeforeDrawYen === null ? tolerance : 0))
  }
  if (fundBalanceYen !== null) {
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
