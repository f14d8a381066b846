/**
 * Heights of bars over a zero base, in whole units of the picture. A count of one or more is always seen, zero never is.
 * @param count null: not known, drawn as a gap
 */
export function barHeights(counts: (number | null)[], full: number): (number | null)[] {
  const top = Math.max(1, ...counts.map((count) => count ?? 0))
  return counts.map((count) =>
    count === null ? null : count === 0 ? 0 : Math.max(2, Math.round((count * full) / top)),
  )
}
