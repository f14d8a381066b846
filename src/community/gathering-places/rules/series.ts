export interface YearFigure {
  fiscalYear: number
  /** all operators; null: not counted in that year, or unknown */
  all: number | null
  /** resident-operated only; null: unknown */
  resident: number | null
}

export type Series = 'resident-operated' | 'all-operators'

/**
 * The two figures that may be compared: all operators on one side of the break, the resident-operated ones across it.
 * @returns null where the figure that would do is missing
 */
export function comparable(
  from: YearFigure,
  to: YearFigure,
  { before, after }: { before: Series; after: Series },
): { basis: Series; from: number; to: number } | null {
  const isAll = before === 'all-operators' && after === 'all-operators'
  const basis: Series = isAll ? 'all-operators' : 'resident-operated'
  const [first, last] = isAll ? [from.all, to.all] : [from.resident, to.resident]
  return first === null || last === null ? null : { basis, from: first, to: last }
}
