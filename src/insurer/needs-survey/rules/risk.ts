import type { SurveyRisk } from '../../../law/insurer/needs-survey-risks.ts'
import type { SurveyScale } from '../../../law/insurer/needs-survey-scales.ts'
import type { Answers } from './answers.ts'

/** true: at risk · false: not · null: the missing answers leave it open */
export type Risk = boolean | null

/** At least so many of some statements; each true, false or not known. */
export function atLeast(count: number, statements: readonly Risk[]): Risk {
  const hits = statements.filter((one) => one === true).length
  const open = statements.filter((one) => one === null).length
  if (hits >= count) return true
  return hits + open < count ? false : null
}

/** Whether answers show a risk. */
export const riskOf = ({ items, atLeast: count }: SurveyRisk, answers: Answers): Risk =>
  atLeast(
    count,
    items.map(({ key, hits }) => {
      const given = answers[key] ?? null
      return given === null ? null : hits.includes(given)
    }),
  )

export interface Points {
  /** null: an answer is missing */
  points: number | null
  /** points that are possible with what is missing */
  least: number
  most: number
}

/** Points of a scale: one for each item answered with a counted number. */
export function pointsOf({ items, hits }: Pick<SurveyScale, 'items' | 'hits'>, answers: Answers): Points {
  const given = items.map((key) => answers[key] ?? null)
  const least = given.filter((one) => one !== null && hits.includes(one)).length
  const most = least + given.filter((one) => one === null).length
  return { points: least === most ? least : null, least, most }
}

/** The level of points; null where the missing answers leave two levels possible. */
export function levelOf({ levels }: Pick<SurveyScale, 'levels'>, { least, most }: Points): string | null {
  const at = (points: number) => levels.find(({ from }) => points >= from)!.label
  return at(least) === at(most) ? at(least) : null
}
