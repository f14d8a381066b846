import type { IsoDate } from '../platform/calendar/index.ts'

/** What an id stands for; the number is part of the id, so that two kinds never meet. */
const kinds = {
  organisation: 1,
  centre: 2,
  area: 3,
  town: 4,
  staff: 5,
  post: 6,
  person: 7,
  contact: 8,
  consultation: 9,
  referral: 10,
  journal: 11,
  task: 12,
  access: 13,
  abuse: 14,
  'core-import': 15,
  'town-of-area': 16,
  certification: 17,
  checklist: 18,
  registration: 19,
  'registration-move': 20,
  course: 21,
  record: 22,
  entrustment: 23,
  'support-journal': 24,
} as const

export type IdKind = keyof typeof kinds

const hex = (n: number, length: number) => n.toString(16).padStart(length, '0')

/**
 * Ids in the form of a UUID version 7 (time in front, so rows that are loaded in order stand in order in the index), but
 * from seed, kind and number instead of chance.
 * @param milliseconds since 1970, UTC
 */
export function idMaker(seed: number): (kind: IdKind, milliseconds: number, n: number) => string {
  const tail = `8${hex(seed & 0xfff, 3)}`
  return (kind, milliseconds, n) => {
    const time = hex(milliseconds, 12)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(kinds[kind], 3)}-${tail}-${hex(n, 12)}`
  }
}

/** Midnight UTC of a day, in milliseconds since 1970. */
export function midnight(day: IsoDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
}

/** An instant as PostgreSQL reads it, from a day in Japan and a minute of that day (0 to 1439). */
export function instantOf(day: IsoDate, minuteOfDay: number): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${day}T${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}:00+09:00`
}
