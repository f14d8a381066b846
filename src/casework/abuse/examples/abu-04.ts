import type { RuleCase } from '../../../platform/computation/index.ts'
import type { Input } from '../rules/abu-04.rule.ts'

type Dates = [received: string, factFinding: string | null, judged: string | null]
const inputOf = ([receivedOn, factFindingOn, judgedOn]: Dates): Input => ({
  receivedOn,
  factFindingOn,
  judgedOn,
})
const of = (
  title: string,
  dates: Dates,
  [fiscalYear, receptionToFactFindingDays, factFindingToJudgementDays, receptionToJudgementDays]: [
    number,
    number | null,
    number | null,
    number | null,
  ],
): RuleCase<Input> => ({
  title,
  on: dates[0],
  input: inputOf(dates),
  value: { fiscalYear, receptionToFactFindingDays, factFindingToJudgementDays, receptionToJudgementDays },
})

export const abu04Cases: readonly RuleCase<Input>[] = [
  of('翌日に事実確認、10日後に判断', ['2025-04-01', '2025-04-02', '2025-04-12'], [2025, 1, 10, 11]),
  of('同じ日は0日', ['2025-04-01', '2025-04-01', '2025-04-01'], [2025, 0, 0, 0]),
  of('3月31日の受付は前の年度', ['2025-03-31', '2025-04-01', null], [2024, 1, null, null]),
  of('事実確認をしていない', ['2025-04-01', null, '2025-04-08'], [2025, null, null, 7]),
  of('まだ何もない', ['2025-04-01', null, null], [2025, null, null, null]),
  {
    title: '事実確認が受付より前',
    on: '2025-04-01',
    input: inputOf(['2025-04-01', '2025-03-31', null]),
    refused: { code: 'not-in-order', path: 'factFindingOn' },
  },
  {
    title: '判断が事実確認より前',
    on: '2025-04-01',
    input: inputOf(['2025-04-01', '2025-04-03', '2025-04-02']),
    refused: { code: 'not-in-order', path: 'judgedOn' },
  },
  {
    title: '判断が受付より前',
    on: '2025-04-01',
    input: inputOf(['2025-04-01', null, '2025-03-31']),
    refused: { code: 'not-in-order', path: 'judgedOn' },
  },
]
