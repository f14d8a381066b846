import type { Dated } from '../types.ts'

export interface StabilisationFund {
  /** a loan is paid back in so many equal yearly parts, without interest */
  repaymentYears: number
  /** of the shortfall from under-collection that is granted, not lent */
  grantPerMille: number
  /** who pays the contribution: nation, prefecture and municipality, equal parts */
  payers: number
}

/** 財政安定化基金: contribution, grant and loan. The rate of the contribution is set by the prefecture. */
export const stabilisationFund: Dated<StabilisationFund> = {
  id: 'insurer.premium.stabilisation-fund',
  title: '財政安定化基金の交付と償還',
  unit: '年（償還）、‰（交付の割合）、区分（拠出する者の数）',
  labels: {
    repaymentYears: '償還の年数',
    grantPerMille: '交付の割合（‰）',
    payers: '拠出する者の数',
  },
  history: [
    {
      from: '2000-04-01',
      value: { repaymentYears: 3, grantPerMille: 500, payers: 3 },
      source: {
        text: '介護保険法第147条（厚生労働省の説明資料による）',
        url: 'https://www.mhlw.go.jp/shingi/2004/03/s0309-6l.html',
      },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
