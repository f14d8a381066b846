import type { Dated } from '../types.ts'

/** 公的年金等の収入金額とその他の合計所得金額の合計で、第1段階と第2段階、第4段階と第5段階を分ける額（以下）。 */
export const lowIncomeLimitYen: Dated<number> = {
  id: 'insurer.stages.low-income-limit',
  title: '所得段階の境の額（年金収入等、80万円から始まった額）',
  unit: '円（以下）',
  history: [
    {
      from: '2015-04-01',
      value: 800_000,
      source: { text: '介護保険法施行令第38条第1項第1号・第4号' },
      confidence: 'recalled',
      note: '令和6年度までの額です。第6期より前の段階表は登録していないので、第6期の初日から置いています。',
    },
    {
      from: '2025-04-01',
      value: 809_000,
      source: { text: '介護保険法施行令第38条第1項（令和7年度の額。豊明市の公表による）' },
      confidence: 'seen',
    },
    {
      from: '2026-04-01',
      to: '2027-03-31',
      value: 826_500,
      source: {
        text: '介護保険法施行令の一部を改正する政令（令和7年政令第394号）、介護保険最新情報Vol.1443',
      },
      confidence: 'seen',
      note: '令和9年度の額は、まだ定まっていません。',
    },
  ],
  checkedOn: '2026-11-22',
}
