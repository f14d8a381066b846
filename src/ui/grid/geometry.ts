import type { Columns } from './column.ts'
import { edgesOf } from './window.ts'

/** Sizes in CSS pixels; all grow with the reader's own type size. */
export type Geometry = {
  rowHeight: number
  /** the strip of row numbers */
  numberWidth: number
  widths: readonly number[]
  /** left edges of the columns, counted from behind the row numbers */
  edges: readonly number[]
  /** columns that stay in sight, counted from the first */
  frozen: number
  /** row numbers and frozen columns together */
  frozenWidth: number
  totalWidth: number
}

/** @param rem pixels of 1rem · @param room pixels the window has; frozen columns never take more than half of it */
export function geometryOf(columns: Columns, frozen: number, rem: number, room: number): Geometry {
  const widths = columns.map(({ width }) => width * rem)
  const edges = edgesOf(widths)
  const numberWidth = 4 * rem
  const isTight = room > 0 && numberWidth + edges[Math.min(frozen, widths.length)]! > room / 2
  const kept = isTight ? 0 : Math.min(frozen, widths.length)
  return {
    rowHeight: 2 * rem,
    numberWidth,
    widths,
    edges,
    frozen: kept,
    frozenWidth: numberWidth + edges[kept]!,
    totalWidth: numberWidth + edges.at(-1)!,
  }
}
