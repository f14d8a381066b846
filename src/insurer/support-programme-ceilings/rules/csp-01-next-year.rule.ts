import { z } from 'zod'
import { ceilingsRoundingYen } from '../../../law/insurer/ceilings-programme.ts'
import { defineRule, yen } from '../../../platform/computation/index.ts'
import { grown, growthRates } from './growth.ts'

export const rule = defineRule({
  id: 'CSP-01-next-year',
  title: '総合事業の上限額の先の見込み',
  group: '地域支援事業の上限',
  meaning: '計画を立てるときの簡便な見込みです。今の上限額に75歳以上人口の伸び率を年ごとに掛けます。',
  formula: '上限額の見込み＝今の上限額×毎年の伸び率（千円未満切捨て）',
  source: {
    text: '介護保険事業計画の総合事業の上限に関するワークシート',
    url: 'https://www.wic-net.com/material/document/20902/57',
  },
  confidence: 'recalled',
  limits: '介護予防支援と予防給付の変化を見ません。決まる上限額は CSP-01 で計算します。',
  parameters: { roundingYen: ceilingsRoundingYen },
  input: z.strictObject({ capYen: yen('今の上限額'), growth75: growthRates('75歳以上人口の伸び率') }),
  compute({ capYen, growth75 }, { law, entry, note, round, caution }) {
    const yearsYen = growth75.map((_, at) =>
      round(`${at + 1}年後の上限額`, grown(capYen, growth75.slice(0, at + 1)), 'down', law.roundingYen),
    )
    caution('簡便な見込みです。決まる上限額は、その年度の介護予防支援と予防給付で変わります。')
    note?.({ label: '今の上限額', value: capYen, unit: '円' })
    yearsYen.forEach((value, at) => {
      note?.({
        label: `${at + 1}年後の上限額`,
        formula: '今の上限額×そこまでの伸び率のすべて',
        value,
        unit: '円',
        source: entry.roundingYen.source,
        confidence: entry.roundingYen.confidence,
      })
    })
    return { yearsYen }
  },
  labels: { yearsYen: '先の年の上限額' },
  cases: [
    {
      title: '3年先まで（架空の額）: 端数は年ごとに持ち越さない',
      on: '2026-04-01',
      input: { capYen: 99_000_000, growth75: [1_010_000, 1_015_500, 990_000] },
      value: { yearsYen: [99_990_000, 101_539_000, 100_524_000] },
    },
    {
      title: '伸び率がなければ、見込む年もない',
      on: '2026-04-01',
      input: { capYen: 1, growth75: [] },
      value: { yearsYen: [] },
    },
  ],
})
