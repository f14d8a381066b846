/** Half-open: from `from` up to, not including, `to`. */
export type Span = { from: number; to: number }

/**
 * Which rows of equal height are in sight, and some more on each side so that a turn of the wheel finds them drawn.
 * Steps of `margin`, so that small movements change nothing.
 */
export function rowsInSight(
  scrolled: number,
  height: number,
  rowHeight: number,
  count: number,
  margin = 8,
): Span {
  const first = Math.floor(scrolled / rowHeight / margin) * margin - margin
  const last = Math.ceil((scrolled + height) / rowHeight / margin) * margin + margin
  return { from: Math.max(0, first), to: Math.min(count, last) }
}

/** Left edges of columns, and the right edge of the last. */
export function edgesOf(widths: readonly number[]): number[] {
  const edges = [0]
  for (const width of widths) edges.push(edges.at(-1)! + width)
  return edges
}

/** Which columns a strip from `scrolled`, `width` wide, touches, and two more on each side. */
export function columnsInSight(edges: readonly number[], scrolled: number, width: number): Span {
  const count = edges.length - 1
  let from = 0
  while (from < count - 1 && edges[from + 1]! <= scrolled) from += 1
  let to = from + 1
  while (to < count && edges[to]! < scrolled + width) to += 1
  return { from: Math.max(0, from - 2), to: Math.min(count, to + 2) }
}

/** The scroll position that brings [start, end] into [scrolled + before, scrolled + size], moving as little as it can. */
export function scrolledTo(
  scrolled: number,
  size: number,
  before: number,
  start: number,
  end: number,
): number {
  if (start < scrolled + before) return Math.max(0, start - before)
  if (end > scrolled + size) return end - size
  return scrolled
}
