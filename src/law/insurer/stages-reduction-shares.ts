import type { Dated } from '../types.ts'

export interface ReductionShares {
  nationPerMille: number
  prefecturePerMille: number
}

/** Who pays 低所得者保険料軽減: the municipality pays what these two leave, a quarter. */
export const reductionSharesPerMille: Dated<ReductionShares> = {
  id: 'insurer.stages.reduction-shares',
  title: '低所得者保険料軽減の国と都道府県の負担割合',
  unit: '‰',
  labels: {
    nationPerMille: '国（‰）',
    prefecturePerMille: '都道府県（‰）',
  },
  history: [
    {
      from: '2015-04-01',
      value: { nationPerMille: 500, prefecturePerMille: 250 },
      source: { text: '介護保険法第124条の2' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
