import { planPeriodYears } from '../../../law/insurer/plan-period.ts'
import { planPeriod } from '../../plan/rules/plan-period.ts'

// The count has not changed since the insurance began; the newest entry names every period.
const { value: count } = planPeriodYears.history.at(-1)!

/** First day of a plan period: the day whose values decide it. */
export const firstDayOfPeriod = (period: number): string => planPeriod(period, count).from
