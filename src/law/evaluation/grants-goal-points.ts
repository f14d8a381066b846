import type { Dated } from '../types.ts'

/** 目標の満点: each of the eight goals. */
export const grantGoalPoints: Dated<number> = {
  id: 'evaluation.grants.goal-points',
  title: '交付金の評価の、目標ごとの満点',
  unit: '点',
  history: [
    {
      from: '2024-04-01',
      to: '2027-03-31', // the indicators of 令和9年度 were not seen
      value: 100,
      source: { text: '令和6年度から令和8年度までの評価指標（評価結果一覧の転記）' },
      confidence: 'secondary',
    },
  ],
  checkedOn: '2026-11-22',
}
