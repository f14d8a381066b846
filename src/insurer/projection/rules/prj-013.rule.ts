import { defineRule, type RuleProblem } from '../../../platform/computation/index.ts'
import { prj013Cases } from '../examples/prj-013.ts'
import { deviationInput } from './deviation-fields.ts'

const WORDS = {
  direction: '向き（増やす・減らす）',
  amount: '量',
  service: 'サービス',
  level: '要介護度',
  reason: '理由',
  measure: 'つながる施策・目標',
} as const
const isMissing = (value: unknown) => value === null || value === '' || value === 0

export const rule = defineRule({
  id: 'PRJ-013',
  title: '施策反映の記録の点検',
  group: '将来推計',
  meaning:
    '自然体から変えたところごとに、向き、量、サービス、要介護度、理由、つながる施策・目標がそろっているかを点検します。計画ごとに必ず残す記録です。',
  formula: '変えたところごとに、六つの項目がすべてある',
  source: { text: '本ソフトの決め（計画の説明のため）' },
  confidence: 'decided',
  limits: '量が0の行は、変えていないものとして欠けに数えます。内容が妥当かは判定しません。',
  parameters: {},
  input: deviationInput,
  compute({ deviations }, { note }) {
    const missing: RuleProblem[] = deviations.flatMap((one, index) =>
      (Object.keys(WORDS) as (keyof typeof WORDS)[]).flatMap((field) =>
        isMissing(one[field])
          ? [
              {
                path: `deviations.${index}.${field}`,
                code: 'missing',
                message: `${index + 1}行目: ${WORDS[field]}がありません。記録してください。`,
              },
            ]
          : [],
      ),
    )
    note?.({
      label: '記録の欠け',
      inputs: { 変えたところ: deviations.length },
      value: missing.length,
      unit: '件',
    })
    return { isComplete: missing.length === 0, missing }
  },
  cases: prj013Cases,
})
