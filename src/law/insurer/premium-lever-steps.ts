import type { Dated } from '../types.ts'

/** By how much each lever is moved when its effect on the premium is shown. */
export const leverSteps: Dated<{
  sharePerMille: number
  benefitPerMille: number
  collectionPerMyriad: number
  factorPerMyriad: number
}> = {
  id: 'insurer.premium.lever-steps',
  title: '保険料の感応度を見るときの動かし幅',
  unit: '‰（負担割合、給付費）、‱（収納率、補正係数の積）',
  labels: {
    sharePerMille: '第1号負担割合（‰）',
    benefitPerMille: '給付費（‰）',
    collectionPerMyriad: '収納率（‱）',
    factorPerMyriad: '補正係数の積（‱）',
  },
  history: [
    {
      from: '2000-04-01',
      value: { sharePerMille: 10, benefitPerMille: 10, collectionPerMyriad: 100, factorPerMyriad: 100 },
      source: { text: '本ソフトの決め（1ポイント、1%、0.01）' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
