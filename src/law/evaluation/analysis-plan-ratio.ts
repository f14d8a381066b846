import type { Dated } from '../types.ts'

/** 対計画比 outside these limits is flagged; on a limit it is not. */
export const planRatioLimitsPerMille: Dated<{ low: number; high: number }> = {
  id: 'evaluation.analysis.plan-ratio-limits',
  title: '対計画比の注意する範囲（下限、上限）',
  unit: '‰（下限、上限）',
  labels: {
    low: '下限',
    high: '上限',
  },
  history: [
    {
      from: '2000-04-01',
      value: { low: 950, high: 1050 },
      source: { text: '本ソフトの決め' },
      confidence: 'decided',
      note: '95%から105%の外を注意します。ちょうどの値は注意しません。',
    },
  ],
  checkedOn: '2026-11-22',
}
