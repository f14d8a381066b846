import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { inYear } from '../office-days.ts'
import { OLDEST_BAND, type Sex } from '../population.ts'
import { type Random, weighted } from '../random.ts'

const OLDEST_AGE = 109

/**
 * How many of 1,000 reach the next year of age, from 85 on: our own declining curve (decided), not a life table. It only
 * spreads the open band of the source over single years; the number of people in the band stays the source's.
 */
function survivalPerMille(sex: Sex, age: number): number {
  const curve = sex === 'female' ? 910 - 15 * (age - 85) : 880 - 18 * (age - 85)
  return Math.max(350, curve)
}

function oldestAges(sex: Sex): (random: Random) => number {
  const entries: [number, number][] = []
  let alive = 1_000_000
  for (let age = 85; age <= OLDEST_AGE && alive > 0; age++) {
    entries.push([age, alive])
    alive = Math.floor((alive * survivalPerMille(sex, age)) / 1000)
  }
  return weighted(entries)
}

const drawOldest: Record<Sex, (random: Random) => number> = {
  male: oldestAges('male'),
  female: oldestAges('female'),
}

/** A single age within a five-year band (13: 65–69 … 17: 85 and over). */
export function drawAge(sex: Sex, band: number, random: Random): number {
  return band === OLDEST_BAND ? drawOldest[sex](random) : band * 5 + random.below(5)
}

/** A birthday with which somebody is `age` years old on `anchor`. */
export function drawBirthday(age: number, anchor: IsoDate, random: Random): IsoDate {
  const youngest = inYear(anchor, Number(anchor.slice(0, 4)) - age)
  return addDays(youngest, -random.below(365))
}
