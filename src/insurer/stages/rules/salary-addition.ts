import type { SalaryDeductionRule } from '../../../law/insurer/stages-salary-deduction.ts'
import { divide, product } from '../../../platform/exact/index.ts'

/**
 * What comes on top of 合計所得金額 when the old 給与所得控除 is put in place of the new one (R8 only).
 * @param revenueYen 給与収入 of the year before
 * @returns whole yen, 0 where the amendment changed nothing; a fraction of the old deduction is taken off (本ソフトの決め)
 * @source 介護保険法施行令附則第24条
 */
export function salaryAddition(revenueYen: number, rule: SalaryDeductionRule): number {
  if (revenueYen < rule.affectedFromYen || revenueYen >= rule.affectedBelowYen) return 0
  const band = rule.oldBands.find(({ upToYen }) => revenueYen <= upToYen)
  if (!band) return 0
  const oldDeductionYen =
    divide({ over: product(revenueYen, band.perMille), under: 1000 }, 'down') + band.plusYen
  return Math.max(0, revenueYen - oldDeductionYen) - Math.max(0, revenueYen - rule.newDeductionYen)
}
