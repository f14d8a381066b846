import { refuse } from '../../../platform/computation/index.ts'
import { type Direction, divide, product, type Ratio } from '../../../platform/exact/index.ts'

/** How a division is done; a rule hands in its own `round`, which tells the loss. */
export type Divide = (label: string, exact: Ratio, direction: Direction, to?: number, unit?: string) => number
export const plainly: Divide = (_, exact, direction, to) => divide(exact, direction, to)

export interface Adopt {
  unitYen: number
  direction: Direction
  /** which amount the ordinance rounds */
  roundOn: 'monthly' | 'annual'
}

export interface ChainInput {
  /** 標準給付費見込額, three years */
  standardBenefitYen: number
  /** 介護予防・日常生活支援総合事業費 */
  generalProjectYen: number
  /** 包括的支援事業・任意事業費, both parts */
  comprehensiveSupportYen: number
  /** 調整交付金見込額 */
  adjustmentGrantExpectedYen: number
  /** 財政安定化基金拠出金・償還金 */
  stabilisationFundYen: number
  /** 保険者機能強化推進交付金等 used for the premium */
  incentiveGrantYen: number
  /** 市町村特別給付費等, all of it from the premium */
  municipalSpecialYen: number
  /** 準備基金取崩額 */
  fundDrawYen: number
  /** 9977 is 99.77 % */
  collectionRatePerMyriad: number
  /** 補正後被保険者数 of three years, tenths of a person */
  adjustedInsuredTenths: number
  adopt: Adopt
}
export interface ChainValues {
  firstInsuredSharePerMille: number
  adjustmentEquivalentPerMille: number
}
export interface Chain {
  firstInsuredShareYen: number
  adjustmentGrantEquivalentYen: number
  needBeforeDrawYen: number
  needYen: number
  /** yen and sen of the exact monthly amount, half up */
  monthlyExactHundredths: number
  monthlyAdoptedYen: number
  annualAdoptedYen: number
}

/** PRM-04: （標準給付費＋地域支援事業費）×α. */
export const firstInsuredShare = (baseYen: number, sharePerMille: number): Ratio => ({
  over: product(baseYen, sharePerMille),
  under: 1000,
})

/** PRM-05: （標準給付費＋総合事業費）×5 %; 包括的支援 and 任意 stay out. */
export const adjustmentEquivalent = (baseYen: number, perMille: number): Ratio => ({
  over: product(baseYen, perMille),
  under: 1000,
})

export type NeedInput = Pick<
  ChainInput,
  'adjustmentGrantExpectedYen' | 'stabilisationFundYen' | 'incentiveGrantYen' | 'municipalSpecialYen'
> & { firstInsuredShareYen: number; adjustmentGrantEquivalentYen: number }

/** PRM-13: 保険料収納必要額 before the fund is drawn on. */
export const needBeforeDraw = (input: NeedInput): number =>
  input.firstInsuredShareYen +
  input.adjustmentGrantEquivalentYen -
  input.adjustmentGrantExpectedYen +
  input.stabilisationFundYen -
  input.incentiveGrantYen +
  input.municipalSpecialYen

/**
 * PRM-14: what is left to collect after the fund is drawn on.
 * @throws RuleRefusal when the need is below zero, or the draw above it
 */
export function needAfterDraw(needBeforeDrawYen: number, fundDrawYen: number): number {
  if (needBeforeDrawYen < 0)
    refuse(
      'need-below-zero',
      'adjustmentGrantExpectedYen',
      `保険料収納必要額が${needBeforeDrawYen.toLocaleString('en-US')}円となり、0円を下回ります。調整交付金見込額と交付金の額を確かめてください。`,
    )
  if (fundDrawYen > needBeforeDrawYen)
    refuse(
      'draw-above-need',
      'fundDrawYen',
      `準備基金取崩額: 取崩し前の保険料収納必要額（${needBeforeDrawYen.toLocaleString('en-US')}円）以下で入力してください。`,
    )
  return needBeforeDrawYen - fundDrawYen
}

/** PRM-17: need ÷ 予定収納率 ÷ 補正後被保険者数 ÷ 12, exact. */
export const monthlyExact = (
  needYen: number,
  {
    collectionRatePerMyriad,
    adjustedInsuredTenths,
  }: Pick<ChainInput, 'collectionRatePerMyriad' | 'adjustedInsuredTenths'>,
): Ratio => ({
  over: product(needYen, 10_000, 10),
  under: product(collectionRatePerMyriad, adjustedInsuredTenths, 12),
})

/** The same amount over `by` months or in parts of a yen. */
export const times = ({ over, under }: Ratio, by: number): Ratio => ({ over: product(over, by), under })

/**
 * PRM-18: the amount of the ordinance. `none` keeps whole yen (half up), since a part of a yen cannot be charged.
 * @returns whole yen; with `roundOn: 'annual'` the monthly amount is the annual one ÷ 12, half up
 */
export function adopted(monthly: Ratio, { unitYen, direction, roundOn }: Adopt, by: Divide = plainly) {
  const [way, unit]: [Direction, number] = direction === 'none' ? ['half-up', 1] : [direction, unitYen]
  if (roundOn === 'monthly') {
    const monthlyAdoptedYen = by('保険料基準額（月額）', monthly, way, unit)
    return { monthlyAdoptedYen, annualAdoptedYen: monthlyAdoptedYen * 12 }
  }
  const annualAdoptedYen = by('保険料基準額（年額）', times(monthly, 12), way, unit)
  const perMonth = { over: annualAdoptedYen, under: 12 }
  return { monthlyAdoptedYen: by('保険料基準額（月額換算）', perMonth, 'half-up'), annualAdoptedYen }
}

/**
 * The premium of a plan period from its estimates, one formula after the other (PRM-04, 05, 13, 14, 17, 18).
 * @returns whole yen; the monthly exact amount in hundredths
 * @throws RuleRefusal `need-below-zero`, `draw-above-need`
 * @source 介護保険法第129条; 介護保険法施行令第38条
 */
export function premiumChain(
  input: ChainInput,
  law: ChainValues,
  by: Divide = plainly,
): Chain & { monthly: Ratio } {
  const { standardBenefitYen, generalProjectYen, comprehensiveSupportYen } = input
  const wholeYen = standardBenefitYen + generalProjectYen + comprehensiveSupportYen
  const share = firstInsuredShare(wholeYen, law.firstInsuredSharePerMille)
  const firstInsuredShareYen = by('第1号被保険者負担分相当額', share, 'half-up')
  const equivalent = adjustmentEquivalent(
    standardBenefitYen + generalProjectYen,
    law.adjustmentEquivalentPerMille,
  )
  const adjustmentGrantEquivalentYen = by('調整交付金相当額', equivalent, 'half-up')
  const needBeforeDrawYen = needBeforeDraw({ ...input, firstInsuredShareYen, adjustmentGrantEquivalentYen })
  const needYen = needAfterDraw(needBeforeDrawYen, input.fundDrawYen)
  const monthly = monthlyExact(needYen, input)
  return {
    firstInsuredShareYen,
    adjustmentGrantEquivalentYen,
    needBeforeDrawYen,
    needYen,
    monthlyExactHundredths: by('保険料基準額（月額、円と銭）', times(monthly, 100), 'half-up', 1, '銭'),
    ...adopted(monthly, input.adopt, by),
    monthly,
  }
}
