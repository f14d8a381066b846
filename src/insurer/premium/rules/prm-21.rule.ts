import { z } from 'zod'
import { nationalAverageMonthlyYen } from '../../../law/insurer/premium-national-average.ts'
import { defineRule, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { period } from './chain-fields.ts'
import { firstDayOfPeriod } from './period-day.ts'

export const rule = defineRule({
  id: 'PRM-21',
  title: '全国の加重平均との差',
  group: '保険料',
  meaning: '基準額（月額）を、同じ計画期間の全国の加重平均と比べます。',
  formula: '基準額−全国の加重平均、基準額÷全国の加重平均',
  source: { text: '厚生労働省の公表', url: 'https://wic-net.com/material/document/14783/1' },
  confidence: 'seen',
  parameters: { average: nationalAverageMonthlyYen },
  input: z.strictObject({ period, monthlyYen: yen('保険料基準額（月額）') }),
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute({ monthlyYen }, { law, entry, note, round }) {
    const exact = { over: product(monthlyYen, 1000), under: law.average }
    const ratioPerMille = round('全国の加重平均に対する比', exact, 'half-up', 1, '‰')
    note?.({
      label: '全国の加重平均との差',
      formula: '基準額−全国の加重平均',
      inputs: { 基準額: monthlyYen, 全国の加重平均: law.average },
      value: monthlyYen - law.average,
      unit: '円',
      source: entry.average.source,
      confidence: entry.average.confidence,
    })
    return { nationalYen: law.average, differenceYen: monthlyYen - law.average, ratioPerMille }
  },
  cases: [
    {
      title: '大雪地区広域連合 第9期: 6,400円',
      on: '2024-04-01',
      input: { period: 9, monthlyYen: 6400 },
      value: { nationalYen: 6225, differenceYen: 175, ratioPerMille: 1028 },
    },
    ...[2911, 3293, 4090, 4160, 4972, 5514, 5869, 6014].map((nationalYen, at) => ({
      title: `第${at + 1}期`,
      on: '2024-04-01',
      input: { period: at + 1, monthlyYen: nationalYen },
      value: { nationalYen, differenceYen: 0, ratioPerMille: 1000 },
    })),
    {
      title: '第10期はまだない',
      on: '2024-04-01',
      input: { period: 10, monthlyYen: 6500 },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
