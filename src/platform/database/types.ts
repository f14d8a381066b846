import pg from 'pg'

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20

/**
 * How values come out of the database: `date` → 'YYYY-MM-DD', `timestamptz` → 'YYYY-MM-DDTHH:MM:SS.mmmZ' (UTC),
 * `int8` → number. Text, not objects: a list of 50 goes to JSON as it is, and no time zone can shift a birthday.
 * @throws RangeError when an int8 is past 2^53, where a number would silently round
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
    if (oid === DATE) return (text: string) => text
    if (oid === TIMESTAMPTZ) return toInstantText
    if (oid === INT8) return toSafeInteger
    return pg.types.getTypeParser(oid, 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** '2026-11-22 09:10:11.5+00' → '2026-11-22T09:10:11.5Z'; connections run in UTC, so the offset is always +00. */
export function toInstantText(text: string): string {
  if (!text.endsWith('+00')) return text // infinity, or a session that left UTC: never reinterpret
  return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
}

export function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number`)
  return value
}
