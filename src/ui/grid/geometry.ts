import type { Columns } from './column.ts'
import { edgesOf } from './window.ts'

/** Sizes in CSS pixels; all grow with the reader's own type size. */
export type Geometry = {
  rowHeight: number
  /** the strip of row numbers and echoes */
  numberWidth: number
  /** of the echoes beside the number, already inside `numberWidth`; none in a narrow window, where they stand below */
  echoes: readonly number[]
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
export function geometryOf(
  columns: Columns,
  frozen: number,
  rem: number,
  room: number,
  echoRems: readonly number[] = [],
): Geometry {
  const widths = columns.map(({ width }) => width * rem)
  const edges = edgesOf(widths)
  const all = 4 * rem + echoRems.reduce((sum, width) => sum + width * rem, 0)
  const hasEchoes = room === 0 || all <= room / 2
  const echoes = hasEchoes ? echoRems.map((width) => width * rem) : []
  const numberWidth = hasEchoes ? all : 4 * rem
  const isTight = room > 0 && numberWidth + edges[Math.min(frozen, widths.length)]! > room / 2
  const kept = isTight ? 0 : Math.min(frozen, widths.length)
  return {
    rowHeight: 2 * rem,
    numberWidth,
    echoes,
    widths,
    edges,
    frozen: kept,
    frozenWidth: numberWidth + edges[kept]!,
    totalWidth: numberWidth + edges.at(-1)!,
  }
}
