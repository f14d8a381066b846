import { cellKey, keysOf, type OneTree, type Tree } from './count-table.ts'
import { cheapestMove } from './suppress-moves.ts'

export interface CountTable {
  places: Tree
  /** each tree stands for itself: residents by age, households */
  measures: readonly Tree[]
  count: OneTree['count']
}
/** small: itself below the threshold · complement: hidden so that a small one cannot be computed. Shown alike. */
export type Hidden = ReadonlyMap<string, 'small' | 'complement'>

/** Is the count one that may not be shown? Zero is shown: that nobody is there says nothing of anybody. */
export const isSmall = (count: number | null, threshold: number): boolean =>
  count !== null && count > 0 && count < threshold

/**
 * Cells that may not be shown, so that no hidden cell can be computed from what is shown or narrowed to one whole number.
 *
 * Every small cell gets a move: cells that can be changed by one, up and down, so that all sums of the table stay as they
 * are. Every cell of the move is hidden. So for every hidden cell there is another table that fits all that is shown, also
 * for somebody who knows that zeros are shown and that each hidden cell is therefore at least 1.
 * @param threshold smallest count that is shown; 0 or 1: nothing is hidden
 * @confidence decided
 */
export function suppress(table: CountTable, threshold: number): Hidden {
  const hidden = new Map<string, 'small' | 'complement'>()
  if (threshold <= 1) return hidden
  for (const measures of table.measures) {
    const ofTree = suppressTree({ ...table, measures }, threshold)
    for (const [key, why] of ofTree) hidden.set(key, why)
  }
  return hidden
}

function suppressTree(table: OneTree, threshold: number): Map<string, 'small' | 'complement'> {
  const hidden = new Map<string, 'small' | 'complement'>()
  const small: [string, string][] = []
  for (const place of keysOf(table.places))
    for (const measure of keysOf(table.measures))
      if (isSmall(table.count(place, measure), threshold)) {
        small.push([place, measure])
        hidden.set(cellKey(place, measure), 'small')
      }
  const moved = new Set<string>()
  for (const [place, measure] of small) {
    if (moved.has(cellKey(place, measure))) continue
    const move = cheapestMove(table, place, measure, hidden, threshold)
    for (const cell of move) {
      moved.add(cell)
      if (!hidden.has(cell)) hidden.set(cell, 'complement')
    }
  }
  return hidden
}
