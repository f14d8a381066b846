import type { Dated } from '../types.ts'

/** An insurer is an outlier above the mean of all by so many standard deviations. */
export const outlierDeviations: Dated<number> = {
  id: 'evaluation.analysis.outlier-deviations',
  title: '1人当たり給付費の外れ値（平均から標準偏差の何倍上か）',
  unit: '倍（標準偏差）',
  history: [
    {
      from: '2026-04-01',
      value: 2,
      source: { text: '社会保障審議会介護保険部会での提案（令和8年）' },
      confidence: 'unverified',
      status: 'draft',
      note: '提案の段階です。',
    },
  ],
  checkedOn: '2026-11-22',
}
