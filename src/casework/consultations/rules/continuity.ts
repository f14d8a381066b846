import type { Continuity } from '../codes.ts'

/** How long a person's consultations belong together. */
export const CONTINUITY_YEARS = 2

export interface LastContact {
  /** 'YYYY-MM-DD' */
  receivedOn: string
  /** it ended with 終結 */
  isClosed: boolean
}

/**
 * The first day that still counts as the same course: two years before the new contact.
 * 2028-02-29 gives 2026-02-28, as Temporal constrains.
 */
export const continuityLimit = (receivedOn: string): string =>
  Temporal.PlainDate.from(receivedOn).subtract({ years: CONTINUITY_YEARS }).toString()

/**
 * The proposal for 新規・継続・再開: no contact of the person within two years → 新規; the last one was 終結 → 再開; else 継続.
 * The worker's own choice goes before it. The database answers the same in the statement that stores (`create.ts`).
 * @param last the newest contact before this one that was not withdrawn
 * @source our decision; no national rule
 */
export function continuityOf(last: LastContact | null, receivedOn: string): Continuity {
  if (last === null || last.receivedOn < continuityLimit(receivedOn)) return 'new'
  return last.isClosed ? 'reopened' : 'continued'
}
