import { daysBetween, type IsoDate } from '../../../platform/calendar/index.ts'

export interface Routed {
  routedOn: IsoDate
  /** null: did not take part so far */
  firstTookPartOn: IsoDate | null
}

export interface Arrivals {
  routed: number
  /** took part within the days */
  arrived: number
  /** took part, but later */
  late: number
  /** did not take part, and the days are not over */
  open: number
  notArrived: number
}

/** What became of those routed to a place, as known on a day. */
export function arrivalsOf(people: readonly Routed[], asOf: IsoDate, days: number): Arrivals {
  const count = (is: (one: Routed) => boolean) => people.filter(is).length
  const isWithin = (from: IsoDate, to: IsoDate) => daysBetween(from, to) <= days
  return {
    routed: people.length,
    arrived: count((one) => one.firstTookPartOn !== null && isWithin(one.routedOn, one.firstTookPartOn)),
    late: count((one) => one.firstTookPartOn !== null && !isWithin(one.routedOn, one.firstTookPartOn)),
    open: count((one) => one.firstTookPartOn === null && isWithin(one.routedOn, asOf)),
    notArrived: count((one) => one.firstTookPartOn === null && !isWithin(one.routedOn, asOf)),
  }
}
