import { z } from 'zod'
import { whole } from '../../../platform/computation/index.ts'
import { level } from './projection-fields.ts'

const text = (title: string, description = title) =>
  z
    .string(`${title}: 文字で入力してください。`)
    .trim()
    .nullable()
    .default(null)
    .meta({ title, description: `${description}。まだなければ空（null）` })
const MOST_CHANGE = 1000 * 1000 * 1000

const deviation = z.strictObject({
  direction: z
    .enum(
      ['increase', 'decrease'],
      '向き: increase（増やす）、decrease（減らす）のどちらかを選んでください。',
    )
    .nullable()
    .default(null)
    .meta({
      title: '向き',
      labels: { increase: '増やす', decrease: '減らす' },
      description: '向き: increase（増やす）、decrease（減らす）。まだなければ空（null）',
    }),
  amount: whole('量', '', { max: MOST_CHANGE })
    .nullable()
    .default(null)
    .meta({ title: '量', description: '自然体からの差の大きさ（人、回または円）。まだなければ空（null）' }),
  service: text('サービス', 'サービス種類、または認定者数'),
  level: level
    .nullable()
    .default(null)
    .meta({ title: '要介護度', description: '要介護度。まだなければ空（null）' }),
  reason: text('理由', '自然体と違える理由'),
  measure: text('施策・目標', 'つながる施策か目標'),
})

export const deviationInput = z.strictObject({
  deviations: z
    .array(deviation, '変えたところ: 一覧で入力してください。')
    .max(10_000, '変えたところ: 10,000件までです。')
    .meta({ title: '変えたところ', description: '自然体から変えたところの記録' }),
})
