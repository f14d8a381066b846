import type { Dated } from '../types.ts'

/**
 * 相対評価の上位○割: the steps ア, イ, ウ, エ of a relatively ranked indicator, in tenths of the population, widest first.
 * A unit takes every step whose rank it reaches; the rank of a step is floor(N × tenths ÷ 10).
 */
export const grantTopTenths: Dated<readonly number[]> = {
  id: 'evaluation.grants.top-shares',
  title: '相対評価の段階（上位の割合）',
  unit: '段階（上位何割か。7は上位7割）',
  history: [
    {
      from: '2024-04-01',
      to: '2027-03-31', // the indicators of 令和9年度 were not seen
      value: [7, 5, 3, 1],
      source: {
        text: '保険者機能強化推進交付金・保険者努力支援交付金 令和6年度評価指標（全国集計の転記から確認）',
      },
      confidence: 'secondary',
      note: '令和6年度から令和8年度まで同じです。順位の境が切捨てであることは、全国の得点市町村数から導きました。',
    },
  ],
  checkedOn: '2026-11-22',
}
