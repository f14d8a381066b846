import { z } from 'zod'
import { decisionDays } from '../../../law/casework/certification-days.ts'
import { day, defineRule } from '../../../platform/computation/index.ts'
import { decisionDueOn } from './renewal.ts'

export const rule = defineRule({
  id: 'CRT-06',
  title: '認定の決定の期限（30日）',
  group: '要介護認定',
  meaning:
    '申請の日から、決定しなければならない日を出します。遅れるときは、この日までに理由と見込みを本人に知らせます。',
  formula: '申請の翌日から数えて30日目。休日でも動かさない',
  source: { text: '介護保険法第27条第11項・第32条第9項、民法第140条' },
  confidence: 'recalled',
  limits: '年末年始でも動かす定めは見つかっていません。',
  parameters: { days: decisionDays },
  labels: { dueOn: '決定の期限' },
  input: z.strictObject({
    appliedOn: day('申請日').nullable().meta({ title: '申請日', description: 'わからないときは null' }),
  }),
  compute({ appliedOn }, { law, entry, note }) {
    const dueOn = decisionDueOn(appliedOn, law.days)
    note?.({
      label: '決定の期限',
      formula: '申請の翌日から数えて30日目',
      inputs: { 申請日: appliedOn, 日数: law.days },
      value: dueOn,
      source: entry.days.source,
      confidence: entry.days.confidence,
    })
    return { dueOn }
  },
  cases: (
    [
      ['2024-04-01', '2024-05-01'],
      ['2025-01-31', '2025-03-02'],
      ['2024-12-20', '2025-01-19'],
      ['2026-02-01', '2026-03-03'],
      [null, null],
    ] as const
  )
    .map(([appliedOn, dueOn]) => ({
      title: appliedOn ?? '申請日がない',
      on: '2026-11-22',
      input: { appliedOn },
      value: { dueOn },
    }))
    .map((one) => ({
      ...one,
      title: one.title === '申請日がない' ? one.title : `${one.title}の申請`,
    })),
})
