import { z } from 'zod'
import { defineRule, whole, yesNo } from '../../../platform/computation/index.ts'
import { bestPart } from './score-indicator.ts'

const part = z
  .strictObject({
    key: z
      .string()
      .min(1, '番号: ア、イなどを入れてください。')
      .meta({ title: '番号', description: 'ア、イなど' }),
    points: whole('得点', '点', { max: 100 }),
  })
  .meta({ title: '選べる評価', description: '番号と得点' })

export const rule = defineRule({
  id: 'capped-alternatives',
  covers: ['EV-12'],
  title: '一番良い割合を採る指標（支援Ⅰ 多様なサービスの実施）',
  group: '交付金',
  meaning: '三つの割合（ア・イ・ウ）のうち一番良いものを採り、どれも0点なら、エだけで得点します。',
  formula: '得点＝（ア・イ・ウの得点の最大、すべて0ならエの配点）、上限まで',
  source: { text: '交付金の評価指標 支援Ⅰ(ⅱ)9（二次資料による転記）' },
  confidence: 'secondary',
  limits: 'ア・イ・ウの割合が何を何で割るかは、一つを除いて未確認です。',
  parameters: {},
  input: z.strictObject({
    alternatives: z
      .array(part, '選べる評価: 並びで入力してください。')
      .min(1, '選べる評価: 1つ以上入力してください。')
      .meta({ title: '選べる評価', description: '定義に並ぶ順' }),
    fallback: z
      .strictObject({ isMet: yesNo('エに当たる'), points: whole('エの配点', '点', { max: 100 }) })
      .optional()
      .meta({ title: 'エ', description: 'ほかがすべて0点のときだけ得点する小項目' }),
    capPoints: whole('上限', '点', { min: 1, max: 1000 }),
  }),
  compute({ alternatives, fallback, capPoints }, { note }) {
    const best = bestPart(alternatives.map(({ points }) => points))
    const isFallback = best.points === 0
    const before = isFallback ? (fallback?.isMet ? fallback.points : 0) : best.points
    const points = Math.min(capPoints, before)
    const credited = isFallback ? (before > 0 ? 'fallback' : null) : alternatives[best.at]!.key
    note?.({
      label: '得点',
      formula: isFallback ? 'ほかがすべて0点なので、エの配点' : '最も高い得点、上限まで',
      inputs: {
        ...Object.fromEntries(alternatives.map(({ key, points: own }) => [key, own])),
        上限: capPoints,
      },
      value: points,
      unit: '点',
    })
    return { points, credited }
  },
  cases: [
    {
      title: 'EV-12 ア1点、イ3点、ウ2点なら3点（川崎町 令和8年度は3点）',
      on: '2026-04-01',
      input: {
        alternatives: [
          { key: 'ア', points: 1 },
          { key: 'イ', points: 3 },
          { key: 'ウ', points: 2 },
        ],
        fallback: { isMet: false, points: 1 },
        capPoints: 4,
      },
      value: { points: 3, credited: 'イ' },
    },
    {
      title: 'すべて0点なら、エで得点する',
      on: '2026-04-01',
      input: { alternatives: [{ key: 'ア', points: 0 }], fallback: { isMet: true, points: 1 }, capPoints: 4 },
      value: { points: 1, credited: 'fallback' },
    },
    {
      title: '1点でもあれば、エは足さない',
      on: '2026-04-01',
      input: { alternatives: [{ key: 'ア', points: 1 }], fallback: { isMet: true, points: 2 }, capPoints: 4 },
      value: { points: 1, credited: 'ア' },
    },
    {
      title: 'エにも当たらなければ0点',
      on: '2026-04-01',
      input: {
        alternatives: [{ key: 'ア', points: 0 }],
        fallback: { isMet: false, points: 1 },
        capPoints: 4,
      },
      value: { points: 0, credited: null },
    },
    {
      title: '上限まで',
      on: '2026-04-01',
      input: { alternatives: [{ key: 'ア', points: 5 }], capPoints: 4 },
      value: { points: 4, credited: 'ア' },
    },
  ],
})
