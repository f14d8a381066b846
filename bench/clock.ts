import { type Clock, systemClock } from '../src/platform/clock.ts'

/** Goes at the pace of the machine's clock, from another day. @param milliseconds added to what the machine says */
export function shiftedClock(milliseconds: number): Clock {
  if (milliseconds === 0) return systemClock
  const now = () => Temporal.Instant.fromEpochMilliseconds(Date.now() + milliseconds)
  return { now, today: () => now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate() }
}
