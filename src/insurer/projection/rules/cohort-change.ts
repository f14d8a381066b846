import { NO_RATE, type Rate, rateOf, roundTimes } from './rate.ts'

/** Residents of an age band at two times, one band's width apart. */
export interface CohortBand {
  before: number
  now: number
}

/**
 * コーホート変化率法 (PRJ-001): each band moves up by the rate at which the band below moved up last time.
 * The last band is open: it keeps its own people and takes in those below. Exact until each figure is rounded for output.
 * @param steps how many widths ahead
 * @returns by step and band; null: no band below to come from, or nobody there before to compare with
 */
export function cohortChange(bands: readonly CohortBand[], steps: number): (number | null)[][] {
  const last = bands.length - 1
  const rates = bands.map((band, index) => {
    if (index === 0) return null
    const below = bands[index - 1]!.before + (index === last ? band.before : 0)
    return below === 0 ? null : rateOf(band.now, below)
  })
  let people: (Rate | null)[] = bands.map(({ now }) => rateOf(now, 1))
  return Array.from({ length: steps }, () => {
    people = people.map((own, index) => {
      const below = people[index - 1] ?? null
      const from = index === last ? added(below, own) : below
      return times(from, rates[index] ?? null)
    })
    return people.map((one) => (one === null ? null : roundTimes(1, one)))
  })
}

const added = (a: Rate | null, b: Rate | null): Rate | null =>
  a && b ? rateOf(a.over * b.under + b.over * a.under, a.under * b.under) : null

/** Nobody stays nobody, also where the rate is not known. */
function times(people: Rate | null, rate: Rate | null): Rate | null {
  if (people === null) return null
  if (people.over === 0n) return NO_RATE
  return rate === null ? null : rateOf(people.over * rate.over, people.under * rate.under)
}
