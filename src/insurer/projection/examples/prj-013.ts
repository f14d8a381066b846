import type { z } from 'zod'
import type { RuleCase } from '../../../platform/computation/index.ts'
import type { deviationInput } from '../rules/deviation-fields.ts'

type Asked = z.input<typeof deviationInput>
const on = '2026-11-22'
const whole = {
  direction: 'increase',
  amount: 9,
  service: '認知症対応型共同生活介護',
  level: 'care2',
  reason: '架空の整備計画',
  measure: '架空の目標1',
} as const
const WORDS = {
  direction: '向き（増やす・減らす）',
  amount: '量',
  service: 'サービス',
  level: '要介護度',
  reason: '理由',
  measure: 'つながる施策・目標',
}
const missing = (row: number, ...fields: (keyof typeof WORDS)[]) =>
  fields.map((field) => ({
    path: `deviations.${row}.${field}`,
    code: 'missing',
    message: `${row + 1}行目: ${WORDS[field]}がありません。記録してください。`,
  }))

export const prj013Cases: readonly RuleCase<Asked>[] = [
  { title: 'そろった記録', on, input: { deviations: [whole] }, value: { isComplete: true, missing: [] } },
  { title: '変えたところがない', on, input: { deviations: [] }, value: { isComplete: true, missing: [] } },
  {
    title: '二行目に、空白だけの理由と0の量',
    on,
    input: { deviations: [whole, { ...whole, reason: '　 ', amount: 0 }] },
    value: { isComplete: false, missing: missing(1, 'amount', 'reason') },
  },
  {
    title: '何も書いていない行',
    on,
    input: { deviations: [{}] },
    value: {
      isComplete: false,
      missing: missing(0, 'direction', 'amount', 'service', 'level', 'reason', 'measure'),
    },
  },
]
