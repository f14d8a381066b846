import type { Dated } from '../types.ts'

/** 著しく得点の低い市町村: how many standard deviations below the mean the line lies. */
export const lowScoreDeviations: Dated<number> = {
  id: 'evaluation.grants.low-score-deviations',
  title: '「著しく得点の低い市町村」の線（平均から標準偏差の何倍下か）',
  unit: '倍（標準偏差）',
  history: [
    {
      from: '2026-04-01',
      to: '2027-03-31',
      value: 2,
      source: { text: '令和8年度評価指標（都道府県分）推進Ⅰ2オの算定（評価結果一覧の転記から確認）' },
      confidence: 'secondary',
      note: '令和8年度の評価で確かめた値です。令和6・7年度も同じかは未確認なので、置いていません。',
    },
  ],
  checkedOn: '2026-11-22',
}
