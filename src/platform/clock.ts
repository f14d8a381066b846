/** What time it is, handed to whoever needs it: no code asks the machine itself, so tests choose their day. */
export interface Clock {
  now(): Temporal.Instant
  /** The calendar day in Japan, wherever the machine stands. */
  today(): Temporal.PlainDate
}

const timeZone = 'Asia/Tokyo'
const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate()

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  today: () => dayOf(Temporal.Now.instant()),
}

/** A clock that stands still. @param at an instant such as '2026-11-22T09:00:00+09:00' */
export function fixedClock(at: string): Clock {
  const instant = Temporal.Instant.from(at)
  return { now: () => instant, today: () => dayOf(instant) }
}
