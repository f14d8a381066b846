import type { Dated, DatedEntry } from '../types.ts'

const period = (from: string, value: number): DatedEntry<number> => ({
  from,
  value,
  source: {
    text: '第9期計画期間における介護保険の第1号保険料について（厚生労働省 令和6年5月14日）',
    url: 'https://wic-net.com/material/document/14783/1',
  },
  confidence: 'seen',
})

/** 全国の加重平均の保険料基準額（月額） by plan period. */
export const nationalAverageMonthlyYen: Dated<number> = {
  id: 'insurer.premium.national-average',
  title: '第1号保険料の全国の加重平均（月額）',
  unit: '円（月額）',
  history: [
    period('2000-04-01', 2911),
    period('2003-04-01', 3293),
    period('2006-04-01', 4090),
    period('2009-04-01', 4160),
    period('2012-04-01', 4972),
    period('2015-04-01', 5514),
    period('2018-04-01', 5869),
    period('2021-04-01', 6014),
    { ...period('2024-04-01', 6225), to: '2027-03-31' },
  ],
  checkedOn: '2026-11-22',
}
