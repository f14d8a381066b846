interface OfYear {
  fiscalYear: number
}

/** Places of the rows whose year an earlier row has already. */
export const repeatedYears = (rows: readonly OfYear[]): number[] => {
  const seen = new Set<number>()
  return rows.flatMap(({ fiscalYear }, index) => {
    if (seen.has(fiscalYear)) return [index]
    seen.add(fiscalYear)
    return []
  })
}

/** Places of the rows that are no later than the row before them. @param after what the first row must be later than */
export const unsortedYears = (rows: readonly OfYear[], after = -Infinity): number[] =>
  rows.flatMap(({ fiscalYear }, index) =>
    fiscalYear > (index === 0 ? after : rows[index - 1]!.fiscalYear) ? [] : [index],
  )
