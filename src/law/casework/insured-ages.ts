import type { Dated } from '../types.ts'

/** 第1号・第2号被保険者: the ages from which one is insured. */
export const insuredAges: Dated<{ category1: number; category2: number }> = {
  id: 'ltci.insured.ages',
  title: '被保険者の年齢',
  unit: '歳（到達した日から）',
  labels: { category1: '第1号被保険者', category2: '第2号被保険者' },
  history: [
    {
      from: '2000-04-01',
      value: { category1: 65, category2: 40 },
      source: { text: '介護保険法第9条', url: 'https://laws.e-gov.go.jp/law/409AC0000000123' },
      confidence: 'recalled',
    },
  ],
  checkedOn: '2026-11-22',
}
