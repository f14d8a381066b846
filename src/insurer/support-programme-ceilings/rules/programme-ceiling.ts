import type { Ratio } from '../../../platform/exact/index.ts'
import { grown } from './growth.ts'

export interface ProgrammeCeilingInput {
  baseHomeVisitYen: number
  baseDayServiceYen: number
  baseSupportYen: number
  basePreventionYen: number
  basePreventiveBenefitYen: number
  /** yearly rates in millionths */
  growth75: readonly number[]
  supportYen: number
  preventiveBenefitYen: number
  special: { kind: 'none' | 'uplift' | 'h29'; upliftPerMille: number; h29ProgrammeYen: number }
}

export interface ExactCeiling {
  label: string
  formula: string
  /** yen, before rounding */
  exact: Ratio
}

const minus = ({ over, under }: Ratio, yen: number): Ratio => ({
  over: BigInt(over) - BigInt(yen) * BigInt(under),
  under,
})

/** Base × growth × (1 + what was approved on top), less what is spent outside the programme. */
function ceiling(baseYen: number, lessYen: number, { growth75, special }: ProgrammeCeilingInput): Ratio {
  const upliftPerMille = special.kind === 'uplift' ? special.upliftPerMille : 0
  const { over, under } = grown(baseYen, growth75)
  const lifted = { over: BigInt(over) * BigInt(1000 + upliftPerMille), under: BigInt(under) * 1000n }
  return minus(lifted, lessYen)
}

/**
 * 総合事業の上限額 before rounding: イ and ロ, of which the larger holds; one line where the amount of H29 is the base.
 * @source 介護保険法施行令第37条の13
 */
export function programmeCeilings(input: ProgrammeCeilingInput): ExactCeiling[] {
  if (input.special.kind === 'h29')
    return [
      {
        label: '上限（平成29年度の額による）',
        formula: '平成29年度の総合事業の額×75歳以上の伸び率',
        exact: grown(input.special.h29ProgrammeYen, input.growth75),
      },
    ]
  const servicesYen =
    input.baseHomeVisitYen + input.baseDayServiceYen + input.baseSupportYen + input.basePreventionYen
  const benefitsYen = input.basePreventiveBenefitYen + input.basePreventionYen
  return [
    {
      label: 'イ',
      formula: '基準年度の訪問・通所・支援・予防事業×伸び率−その年度の介護予防支援',
      exact: ceiling(servicesYen, input.supportYen, input),
    },
    {
      label: 'ロ',
      formula: '基準年度の予防給付・予防事業×伸び率−その年度の予防給付',
      exact: ceiling(benefitsYen, input.preventiveBenefitYen, input),
    },
  ]
}
