import type { Dated } from '../types.ts'

/** How far a national mean recomputed from counts may lie from the published one before a definition is refused. */
export const nationalMeanToleranceHundredths: Dated<number> = {
  id: 'evaluation.grants.national-mean-tolerance',
  title: '指標定義の取込みで許す、全国平均のずれ',
  unit: '点（100分の1点を1とする）',
  history: [
    {
      from: '2024-04-01',
      value: 5,
      source: { text: '本ソフトの決め（公表値の小数第2位の丸めを見込む）' },
      confidence: 'decided',
    },
  ],
  checkedOn: '2026-11-22',
}
