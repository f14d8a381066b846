import { attainsAgeOn, daysInMonth, fromIso, type IsoDate, toIso } from '../../platform/calendar/index.ts'
import type { InsuredType } from './codes.ts'

/** What of a person's row the insured type needs, as stored. */
export interface InsuredFacts {
  birthOn: IsoDate | null
  birthUncertainty: string
  insuredFrom: IsoDate | null
  insuredTo: IsoDate | null
}

/**
 * The insured type on a day (INS-01), from the row of the person. 65 is attained the day before the birthday.
 * A birth date of which day or month is unknown decides only where every possible day says the same.
 * @returns null: not known, ask for the birth date
 * @source 介護保険法第9条; 年齢計算ニ関する法律. That a person without 資格 dates is insured here is our decision.
 */
export function insuredTypeOf(facts: InsuredFacts, on: IsoDate): InsuredType | null {
  if (facts.birthOn === null) return null
  const [first, last] = possibleBirth(facts.birthOn, facts.birthUncertainty)
  const byFirst = typeByAge(first, on)
  if (byFirst === null || byFirst !== typeByAge(last, on)) return null
  const isEnded = facts.insuredTo !== null && facts.insuredTo < on
  const isAhead = facts.insuredFrom !== null && facts.insuredFrom > on
  return byFirst === 'category1Insured' && (isEnded || isAhead) ? 'notInsured' : byFirst
}

function typeByAge(birthOn: IsoDate, on: IsoDate): InsuredType | null {
  if (birthOn > on) return null
  if (attainsAgeOn(birthOn, 65) <= on) return 'category1Insured'
  return attainsAgeOn(birthOn, 40) <= on ? 'category2Insured' : 'notInsured'
}

/** First and last day that the stored date may stand for; it is stored as the first. */
function possibleBirth(birthOn: IsoDate, uncertainty: string): [IsoDate, IsoDate] {
  const { year, month } = fromIso(birthOn)
  if (uncertainty === 'day-unknown') return [birthOn, toIso({ year, month, day: daysInMonth(year, month) })]
  if (uncertainty === 'month-unknown') return [birthOn, toIso({ year, month: 12, day: 31 })]
  return [birthOn, birthOn]
}
