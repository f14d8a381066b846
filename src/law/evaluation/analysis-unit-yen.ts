import type { Dated } from '../types.ts'

/** 1単位の単価 without the part for the region: what adjusted benefit is told in. */
export const plainUnitYen: Dated<number> = {
  id: 'evaluation.analysis.plain-unit-yen',
  title: '地域差を除いた1単位の単価',
  unit: '円',
  history: [
    {
      from: '2000-04-01',
      value: 10,
      source: { text: '厚生労働大臣が定める一単位の単価（その他の地域）' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
