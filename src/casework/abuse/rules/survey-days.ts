import { daysBetween, fiscalYearOf } from '../../../platform/calendar/index.ts'
import { type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'

export interface SurveyDates {
  receivedOn: string
  /** fact finding began; null: not done, or not known */
  factFindingOn: string | null
  /** abuse or not was judged; null: not yet */
  judgedOn: string | null
}
export interface SurveyDays {
  /** April to March, by the day of reception */
  fiscalYear: number
  receptionToFactFindingDays: number | null
  factFindingToJudgementDays: number | null
  receptionToJudgementDays: number | null
}

/**
 * The days that the yearly survey asks for (ABU-04); the same day is 0. What is missing is null and stays out of a mean.
 * @throws RuleRefusal when the days are not in order
 * @source 高齢者虐待の防止、高齢者の養護者に対する支援等に関する法律に基づく対応状況等に関する調査
 */
export function surveyDays({ receivedOn, factFindingOn, judgedOn }: SurveyDates): SurveyDays {
  const problems: RuleProblem[] = []
  const add = (path: string, message: string) => problems.push({ code: 'not-in-order', path, message })
  if (factFindingOn !== null && factFindingOn < receivedOn)
    add('factFindingOn', '事実確認の日: 受付の日より前です。日付を確かめてください。')
  if (judgedOn !== null && judgedOn < (factFindingOn ?? receivedOn))
    add('judgedOn', '判断の日: 受付か事実確認の日より前です。日付を確かめてください。')
  if (problems.length > 0) throw new RuleRefusal(problems)
  const days = (from: string | null, to: string | null) =>
    from === null || to === null ? null : daysBetween(from, to)
  return {
    fiscalYear: fiscalYearOf(receivedOn),
    receptionToFactFindingDays: days(receivedOn, factFindingOn),
    factFindingToJudgementDays: days(factFindingOn, judgedOn),
    receptionToJudgementDays: days(receivedOn, judgedOn),
  }
}
