import type { Dated } from '../types.ts'

/** 算定対象審査支払手数料: the highest price of one claim that counts for the premium. */
export const reviewFeeCeilingYen: Dated<number> = {
  id: 'insurer.premium.review-fee-ceiling',
  title: '審査支払手数料の単価の上限（算定対象）',
  unit: '円（1件あたり）',
  history: [
    {
      from: '2027-04-01',
      to: '2030-03-31', // 第10期
      value: 95,
      source: { text: '第10期の将来推計の係数（二次資料）' },
      confidence: 'unverified',
      status: 'provisional',
      note: '第9期までの上限は確かめていないため、登録していません。',
    },
  ],
  checkedOn: '2026-11-22',
}
