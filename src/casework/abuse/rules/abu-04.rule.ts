import { z } from 'zod'
import { day, defineRule, orUnknown } from '../../../platform/computation/index.ts'
import { abu04Cases } from '../examples/abu-04.ts'
import { surveyDays } from './survey-days.ts'

const Input = z.strictObject({
  receivedOn: day('受付の日', '相談・通報・届出を受け付けた日'),
  factFindingOn: orUnknown(
    day('事実確認の日', '事実確認を始めた日'),
    'していない、またはわからないときは null',
  ),
  judgedOn: orUnknown(day('判断の日', '虐待の有無を判断した日'), 'まだなら null'),
})
export type Input = z.input<typeof Input>

export const rule = defineRule({
  id: 'ABU-04',
  title: '高齢者虐待の調査で答える日数と年度',
  group: '権利擁護',
  meaning:
    '国の調査（法に基づく対応状況等調査）が尋ねる、受付から事実確認、判断までの日数と、数える年度を出します。',
  formula: '後の日−前の日（同じ日は0日）。年度は受付の日の4月から翌年3月',
  source: {
    text: '高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律に基づく対応状況等に関する調査',
  },
  confidence: 'recalled',
  limits: '調査の項目は年によって変わり、今年の調査票は見ていません。日数のほかの項目は計算しません。',
  parameters: {},
  input: Input,
  compute(input, { note }) {
    const result = surveyDays(input)
    note?.({ label: '年度', value: result.fiscalYear, unit: '年度', formula: '受付の日の年度' })
    const lines = [
      ['受付から事実確認まで', result.receptionToFactFindingDays],
      ['事実確認から判断まで', result.factFindingToJudgementDays],
      ['受付から判断まで', result.receptionToJudgementDays],
    ] as const
    for (const [label, value] of lines) note?.({ label, value, unit: '日' })
    return { ...result }
  },
  labels: {
    fiscalYear: '年度',
    receptionToFactFindingDays: '受付から事実確認まで',
    factFindingToJudgementDays: '事実確認から判断まで',
    receptionToJudgementDays: '受付から判断まで',
  },
  cases: abu04Cases,
})
