import { z } from 'zod'
import { LEVELS } from '../../../casework/certifications/codes.ts'
import { domesticHelpCounts, planSubmissionMonths } from '../../../law/services/domestic-help-count.ts'
import { choice, codesOf, day, defineRule, orUnknown, whole } from '../../../platform/computation/index.ts'
import type { UsableLevel } from '../../eligibility/rules/eligibility.ts'
import { cpl02Cases } from '../examples/cpl-02.ts'
import { planSubmission } from './plan-submission.ts'

const levels = Object.fromEntries(
  LEVELS.filter(({ code }) => code !== '11').map(({ code, label }) => [code, label]),
) as Record<UsableLevel, string>

const Input = z.strictObject({
  madeOn: day('計画を作った日', '居宅サービス計画を作った日か、変えた日'),
  level: orUnknown(choice('区分', levels)),
  monthlyCount: orUnknown(
    whole('生活援助中心型の回数', '回', {
      max: 1000,
      help: '計画に入れた1か月の回数',
    }),
  ),
})
export type Input = z.input<typeof Input>

const STATES = {
  required: '市町村に届け出る',
  notRequired: '届出はいらない',
  notApplicable: '対象外（要介護の方の計画だけ）',
  undetermined: '判定できない',
}

export const rule = defineRule({
  id: 'CPL-02',
  title: '生活援助中心型の回数による計画の届出',
  group: '居宅サービス計画',
  meaning:
    '計画に入れた生活援助中心型の回数から、居宅サービス計画を市町村に届け出る必要があるかと、その期限を答えます。',
  formula: '1か月の回数が、要介護状態区分ごとの回数以上なら、計画の月の翌月末までに届け出る',
  source: {
    text: '指定居宅介護支援等の事業の人員及び運営に関する基準第13条第18号の2、平成30年厚生労働省告示第218号',
  },
  confidence: 'recalled',
  limits: '一度届け出た計画の扱いと、区分支給限度額の利用割合による届出（2021年10月から）は計算しません。',
  parameters: { counts: domesticHelpCounts, months: planSubmissionMonths },
  input: Input,
  dateOf: (input) => input.madeOn,
  compute(input, { law, entry, note }) {
    const result = planSubmission(input, law.counts, law.months)
    note?.({
      label: '届出が必要な回数',
      value: result.threshold,
      unit: '回',
      inputs: { 区分: input.level === null ? null : levels[input.level] },
      source: entry.counts.source,
      confidence: entry.counts.confidence,
    })
    note?.({
      label: '居宅サービス計画の届出',
      formula: '計画の回数が、届出が必要な回数以上か',
      inputs: { 計画の回数: input.monthlyCount },
      value: STATES[result.state],
    })
    if (result.dueOn !== null)
      note?.({
        label: '届出の期限',
        formula: '計画の月の翌月末',
        value: result.dueOn,
        source: entry.months.source,
        confidence: entry.months.confidence,
      })
    return { ...result }
  },
  labels: { state: '届出', ...codesOf('state', STATES), threshold: '届出が必要な回数', dueOn: '届出の期限' },
  cases: cpl02Cases,
})
