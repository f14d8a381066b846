/** The banner turns on after this many days. Decided (our own choice, confidence 'decided'): a long week-end is three. */
export const OLD_AFTER_DAYS = 3

export interface ImportState {
  /** 作成日 of the latest file; null: none was ever taken in */
  lastFileOn: string | null
  lastAppliedAt: string | null
  /** from the 作成日 to today; null: never */
  daysOld: number | null
  isOld: boolean
}

/** How fresh the data of the core system are. Never taken in counts as old. */
export function importState(
  last: { createdOn: string; appliedAt: string } | undefined,
  today: string,
): ImportState {
  if (!last) return { lastFileOn: null, lastAppliedAt: null, daysOld: null, isOld: true }
  const daysOld = Temporal.PlainDate.from(last.createdOn).until(today).days
  return {
    lastFileOn: last.createdOn,
    lastAppliedAt: last.appliedAt,
    daysOld,
    isOld: daysOld > OLD_AFTER_DAYS,
  }
}
