import type { Clock } from '../src/platform/clock.ts'

/** Goes at the pace of the machine's clock, from another day. @param milliseconds added to what the machine says */
export function shiftedClock(milliseconds: number): Clock {
  const now = () => Temporal.Now.instant().add({ milliseconds })
  return { now, today: () => now().toZonedDateTimeISO('Asia/Tokyo').toPlainDate() }
}
