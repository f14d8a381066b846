const APRIL = 4 // number: month in which a fiscal year begins
const monthOf = (isoDate: string) => {
  const [year, month] = isoDate.split('-', 2).map(Number)
  return year! * 12 + month!
}

/**
 * Months of a fiscal year that are charged: from the month of acquiring to the month before losing.
 * @param acquiredOn null: before the year · @param lostOn null: not within the year; both `YYYY-MM-DD`
 * @returns 0 to 12
 */
export function chargedMonths(fiscalYear: number, acquiredOn: string | null, lostOn: string | null): number {
  const april = fiscalYear * 12 + APRIL
  const first = acquiredOn === null ? april : Math.max(april, monthOf(acquiredOn))
  const end = lostOn === null ? april + 12 : Math.min(april + 12, monthOf(lostOn))
  return Math.max(0, end - first)
}
