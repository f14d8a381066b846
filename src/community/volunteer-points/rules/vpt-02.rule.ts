import { z } from 'zod'
import { defineRule, whole } from '../../../platform/computation/index.ts'
import { maxStampsPerDay, minutesPerStamp } from './rule-fields.ts'
import { stampsFor } from './versions.ts'

export const rule = defineRule({
  id: 'VPT-02',
  title: '活動の時間とスタンプ',
  group: '通いの場',
  meaning: '活動した時間でスタンプがいくつになるかです。1日の上限があります。',
  formula: 'スタンプ＝時間÷1個の時間（端数は切り捨て）、その日の上限まで',
  source: { text: '市町村のボランティアポイント事業の要綱' },
  confidence: 'recalled',
  limits: '1時間1個、1日2個は例で、市町村が決めます。',
  parameters: {},
  input: z.strictObject({
    minutes: whole('活動の時間', '分', { max: 10_000 }),
    givenToday: whole('その日にもう押したスタンプ', '個', { max: 100 }),
    minutesPerStamp,
    maxStampsPerDay,
  }),
  compute({ minutes, givenToday, ...rule }, { note }) {
    const stamps = stampsFor(minutes, givenToday, rule)
    note?.({
      label: 'スタンプ',
      formula: '時間÷1個の時間、その日の上限まで',
      inputs: { 時間: minutes, もう押したスタンプ: givenToday, 上限: rule.maxStampsPerDay },
      value: stamps,
      unit: '個',
    })
    return { stamps }
  },
  labels: { stamps: 'スタンプ' },
  cases: (
    [
      ['59分', 59, 0, 0],
      ['60分', 60, 0, 1],
      ['119分', 119, 0, 1],
      ['120分', 120, 0, 2],
      ['300分でも1日2個まで', 300, 0, 2],
      ['もう1個押した日の120分', 120, 1, 1],
      ['もう2個押した日', 120, 2, 0],
      ['決まりが変わって上限を超えている日', 120, 3, 0],
    ] as const
  ).map(([title, minutes, givenToday, stamps]) => ({
    title: `1時間1個、1日2個まで: ${title}`,
    on: '2026-04-01',
    input: { minutes, givenToday, minutesPerStamp: 60, maxStampsPerDay: 2 },
    value: { stamps },
  })),
})
