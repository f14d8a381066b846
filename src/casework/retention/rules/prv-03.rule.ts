import { z } from 'zod'
import { day, defineRule, whole, yesNo } from '../../../platform/computation/index.ts'
import { deleteNotBefore } from './delete-not-before.ts'

const of = (
  title: string,
  closedOn: string | null,
  years: number,
  isHeld: boolean,
  value: string | null,
) => ({
  title,
  on: '2026-11-22', // number: the day of a worked case
  input: { closedOn, years, isHeld },
  value: { deleteNotBefore: value },
})

export const rule = defineRule({
  id: 'PRV-03',
  title: '記録の保存年限',
  group: '記録の保存',
  meaning: '完結した記録を、いつまで消してはならないかを出します。許される日を言うだけで、消しはしません。',
  formula: '完結の日の翌日から年限を数え、最後の日の翌日。保全中のものと完結していないものは、なし',
  source: { text: '民法第143条。年限は市町村の条例と文書管理規程' },
  confidence: 'recalled',
  limits:
    '年限は市町村の決まりです。自分のまちの値は、設定の「記録の保存年限」から入れてください。削除は二人で、記録を残して行います。',
  parameters: {},
  labels: { deleteNotBefore: '消してよくなる日' },
  input: z.strictObject({
    closedOn: day('完結の日').nullable().meta({
      title: '完結の日',
      description: '契約の終わり、入所、死亡、自立など。完結していなければ null',
    }),
    years: whole('保存年限', '年', { min: 1, max: 100 }),
    isHeld: yesNo('保全中', '虐待の対応、争い、監査が続いている'),
  }),
  compute(input, { note }) {
    const { value, steps } = deleteNotBefore(input)
    for (const step of steps) note?.(step)
    return { deleteNotBefore: value }
  },
  cases: [
    of('PRV-03-a', '2025-03-31', 5, false, '2030-04-01'),
    of('PRV-03-b 2月29日', '2024-02-29', 2, false, '2026-03-01'),
    of('PRV-03-c 完結していない', null, 5, false, null),
    of('PRV-03-d 保全中', '2025-03-31', 5, true, null),
    of('1年', '2025-04-01', 1, false, '2026-04-02'),
  ],
})
