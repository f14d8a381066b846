import type { ImprovementGrade, ImprovementRates } from '../../../law/services/treatment-improvement.ts'
import { type RuleContext, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

/** Ⅰ to Ⅳ, and V(1)–(14) of the transition. */
export const GRADES = {
  I: 'Ⅰ（2026年6月からはⅠイ）',
  'I-ro': 'Ⅰロ',
  II: 'Ⅱ（2026年6月からはⅡイ）',
  'II-ro': 'Ⅱロ',
  III: 'Ⅲ',
  IV: 'Ⅳ',
  V: 'Ⅴ（1）〜（14）',
} as const satisfies Record<ImprovementGrade | 'V', string>
export type Grade = keyof typeof GRADES

/**
 * Rate of 介護職員等処遇改善加算 in ‰.
 * @param rates of the service in the month
 * @param hasTransition whether V can still be claimed
 * @throws RuleRefusal when the grade is not in force, or its rate was not seen in any source
 */
export function improvementPerMille(grade: Grade, rates: ImprovementRates, hasTransition: boolean): number {
  const rate = grade === 'V' ? (hasTransition ? null : undefined) : rates[grade]
  if (rate === undefined)
    refuse(
      'grade-not-in-force',
      'grade',
      `加算の区分: ${GRADES[grade]} は、この月には効力がありません。届け出た区分を確かめてください。`,
    )
  return (
    rate ??
    refuse(
      'rate-unknown',
      'grade',
      `加算の区分: ${GRADES[grade]} の率は、見た資料で確かめられませんでした。厚生労働省のサービスコード表で確かめてください。`,
    )
  )
}

/** Units of the addition: of the month's units, to the nearest unit. */
export const improvementUnits = (
  monthUnits: number,
  perMille: number,
  round: RuleContext<unknown>['round'],
): number =>
  round('介護職員等処遇改善加算', { over: product(monthUnits, perMille), under: 1000 }, 'half-up', 1, '単位')
