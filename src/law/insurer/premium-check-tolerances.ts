import type { Dated } from '../types.ts'

/** What a printed figure may differ from the recomputed one before it counts as a contradiction. */
export interface CheckTolerances {
  /** a sum, for each number summed, in the unit of the print */
  sumPerRowYen: number
  /** 第1号負担分, 調整交付金相当額 */
  shareYen: number
  /** 保険料収納必要額 from its printed parts */
  needYen: number
  /** 見込交付割合 against its factors: 5 is 0.005 points */
  ratePerHundredThousand: number
  /** the highest rate of the grant that is believed */
  mostRatePerMille: number
  /** below this W ÷ insured − 1 looks like a plain head count: 5 is 0.0005 */
  headCountPerMyriad: number
  /** 補正後被保険者数 from the stages: 6 is 0.06 persons */
  personsHundredths: number
  /** 保険料基準額 before rounding, in hundredths of a yen: 60 is 0.6 */
  premiumHundredths: number
}

/** 検算で許す差: our own choice; no law says when a printed plan contradicts itself. */
export const checkTolerances: Dated<CheckTolerances> = {
  id: 'insurer.premium.check-tolerances',
  title: '保険料の算定表の検算で許す差',
  unit: '円、人、‰、‱',
  labels: {
    sumPerRowYen: '合計（1項目につき、円）',
    shareYen: '第1号負担分・調整交付金相当額（円）',
    needYen: '保険料収納必要額（円）',
    ratePerHundredThousand: '見込交付割合（10万分の1）',
    mostRatePerMille: '見込交付割合の上限（‰）',
    headCountPerMyriad: '補正前の人数と疑う差（‱）',
    personsHundredths: '補正後被保険者数（0.01人）',
    premiumHundredths: '保険料基準額（0.01円）',
  },
  history: [
    {
      from: '2000-04-01',
      value: {
        sumPerRowYen: 1,
        shareYen: 1,
        needYen: 2,
        ratePerHundredThousand: 5,
        mostRatePerMille: 150,
        headCountPerMyriad: 5,
        personsHundredths: 6,
        premiumHundredths: 60,
      },
      source: { text: '本ソフトの決め（公表された算定表で確かめた差）' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
