/** A line of two derivations beside each other; null: the other side has no such line. */
export type Pair<T> = { left: T; right: T } | { left: T; right: null } | { left: null; right: T }

/** Lines of two derivations by their labels, in the order of both: what only one has stands where it happens. */
export function alignSteps<T extends { label: string }>(left: readonly T[], right: readonly T[]): Pair<T>[] {
  const pairs: Pair<T>[] = []
  let at = 0
  for (const one of left) {
    const found = right.findIndex(({ label }, index) => index >= at && label === one.label)
    if (found < 0) {
      pairs.push({ left: one, right: null })
      continue
    }
    for (const alone of right.slice(at, found)) pairs.push({ left: null, right: alone })
    pairs.push({ left: one, right: right[found]! })
    at = found + 1
  }
  for (const alone of right.slice(at)) pairs.push({ left: null, right: alone })
  return pairs
}
