import type { Dated, DatedEntry } from '../types.ts'

const preset = (from: string, value: number): DatedEntry<number> => ({
  from,
  value,
  source: { text: '中長期の推計に使うワークシートの仮の値（二次資料）' },
  confidence: 'unverified',
  status: 'provisional',
})

/** α of single years far ahead, for 参考値 only. */
export const longTermSharePerMille: Dated<number> = {
  id: 'insurer.premium.long-term-share',
  title: '中長期の推計に使う第1号被保険者負担割合',
  unit: '‰',
  history: [
    preset('2030-04-01', 240),
    preset('2035-04-01', 250),
    preset('2040-04-01', 260),
    preset('2045-04-01', 270),
    preset('2050-04-01', 280),
  ],
  checkedOn: '2026-11-22',
}
