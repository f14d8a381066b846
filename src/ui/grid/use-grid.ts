import { useState, useSyncExternalStore } from 'react'
import type { Columns, GridResult, RowOf } from './column.ts'
import { type Checks, createReader } from './result.ts'
import { committed, type GridAction, type GridLimits, type GridState, reduce, startState } from './state.ts'

export type GridOptions<C extends Columns> = Checks<RowOf<C>> & {
  columns: C
  /** what stands in the cells at first: rows of texts */
  start?: readonly (readonly string[])[]
  /** blank rows that are always there; 10 without */
  minRows?: number
  /** a paste beyond it is refused whole; 10,000 without */
  maxRows?: number
}

/** The grid's memory, outside React: a key press changes it at once, so that saving sees the last letter. */
export function createGrid<const C extends Columns>(options: GridOptions<C>) {
  const { columns, start = [], minRows = 10, maxRows = 10_000 } = options
  const limits: GridLimits = { columns, minRows, maxRows }
  const read = createReader<RowOf<C>>(columns, options)
  const listeners = new Set<() => void>()
  let state = startState(limits, start)
  let result = read(state.sheet.rows, state.refusals)

  const put = (next: GridState) => {
    if (next === state) return
    const isSame = next.sheet === state.sheet && next.refusals === state.refusals
    state = next
    if (!isSame) result = read(state.sheet.rows, state.refusals)
    for (const listener of listeners) listener()
  }
  return {
    limits,
    state: () => state,
    result: () => result,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dispatch: (action: GridAction) => put(reduce(state, action, limits)),
    /** Puts what is being typed into its cell and gives everything; to be called when the page saves. */
    settle: (): GridResult<RowOf<C>> => {
      put(committed(state, limits))
      return result
    },
    /** What stands in the filled rows, good and bad, for a draft. */
    texts: (): string[][] =>
      state.sheet.rows.filter(({ isBlank }) => !isBlank).map(({ texts }) => [...texts]),
    /** Everything replaced, as one step that Ctrl+Z takes back. */
    restore: (texts: readonly (readonly string[])[]) => put(reduce(state, { do: 'restore', texts }, limits)),
    /** What the server said about lines; each complaint holds until its cell is changed. */
    refuse: (complaints: readonly { line: number; columnId: string; message: string }[]) =>
      put(
        reduce(
          state,
          {
            do: 'refuse',
            refusals: complaints.flatMap(({ line, columnId, message }) => {
              const row = state.sheet.rows[line - 1]
              const at = columns.findIndex(({ id }) => id === columnId)
              return row && at >= 0 ? [{ rowKey: row.key, columnId, text: row.texts[at]!, message }] : []
            }),
          },
          limits,
        ),
      ),
  }
}

export type Grid<C extends Columns = Columns> = ReturnType<typeof createGrid<C>>

/** A grid for the life of a page. The options are read once. */
export function useGrid<const C extends Columns>(options: GridOptions<C>): Grid<C> {
  const [grid] = useState(() => createGrid(options))
  return grid
}

/** What the grid holds now, again after every change: for counts, a preview, a judgement beside it. */
export const useGridResult = <C extends Columns>(grid: Grid<C>): GridResult<RowOf<C>> =>
  useSyncExternalStore(grid.subscribe, grid.result)
