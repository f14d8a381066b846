import type { Dated, DatedEntry } from '../types.ts'

/** One fiscal year: the worksheets have no value for the years between. */
const preset = (fiscalYear: number, value: number): DatedEntry<number> => ({
  from: `${fiscalYear}-04-01`,
  to: `${fiscalYear + 1}-03-31`,
  value,
  source: { text: '中長期の推計に使うワークシートの仮の値（二次資料）' },
  confidence: 'unverified',
  status: 'provisional',
  note: '令和12・17・22・27・32年度だけの値です。間の年度の値はありません。',
})

/** α of single years far ahead, for 参考値 only. */
export const longTermSharePerMille: Dated<number> = {
  id: 'insurer.premium.long-term-share',
  title: '中長期の推計に使う第1号被保険者負担割合',
  unit: '‰',
  history: [preset(2030, 240), preset(2035, 250), preset(2040, 260), preset(2045, 270), preset(2050, 280)],
  checkedOn: '2026-11-22',
}
