import { addDays, daysBetween } from '../../../platform/calendar/index.ts'

/** A moment on the clocks of Asia/Tokyo, 'YYYY-MM-DDTHH:MM': no summer time, every day has all its hours. */
export type WallTime = string

const HOUR_MINUTES = 60 // number: minutes of an hour
const DAY_MINUTES = 24 * HOUR_MINUTES // number: hours of a day

const dayOf = (time: WallTime) => time.slice(0, time.indexOf('T'))
function minutesOf(time: WallTime): number {
  const [hours, minutes] = time
    .slice(time.indexOf('T') + 1)
    .split(':')
    .map(Number) as [number, number]
  return hours * HOUR_MINUTES + minutes
}

/** Later by whole hours. */
export function addHours(time: WallTime, hours: number): WallTime {
  const minutes = minutesOf(time) + hours * HOUR_MINUTES
  const days = Math.floor(minutes / DAY_MINUTES)
  const rest = minutes - days * DAY_MINUTES
  const two = (number: number) => String(number).padStart(2, '0')
  return `${addDays(dayOf(time), days)}T${two(Math.floor(rest / HOUR_MINUTES))}:${two(rest % HOUR_MINUTES)}`
}

/** Minutes from one moment to another; negative when it lies before. */
export const minutesBetween = (from: WallTime, to: WallTime): number =>
  daysBetween(dayOf(from), dayOf(to)) * DAY_MINUTES + minutesOf(to) - minutesOf(from)
