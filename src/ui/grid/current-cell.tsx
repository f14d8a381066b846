import { ErrorText } from '../form/parts.tsx'
import type { Columns } from './column.ts'
import type { Echo } from './echo.ts'
import type { RowMarks } from './marks.ts'
import type { GridState } from './state.ts'
import type { Grid } from './use-grid.ts'

type Props<C extends Columns> = {
  id: string
  grid: Grid<C>
  state: GridState
  marks: ReadonlyMap<number, RowMarks>
  echoes: readonly Echo[]
}

/** Under the grid: where one is, what may be typed there, what is wrong with it, and what the last deed did. */
export function CurrentCell<C extends Columns>({ id, grid, state, marks, echoes }: Props<C>) {
  const { active } = state.selection
  const column = grid.limits.columns[active.column]
  const row = state.sheet.rows[active.row]
  const mark = row ? marks.get(row.key) : undefined
  const problem = [mark?.get(column?.id ?? ''), mark?.get('')].filter(Boolean).join(' ')
  return (
    <div className="min-h-12 border-l-4 border-line pl-2 text-sm print:hidden">
      <p className="flex flex-wrap gap-x-3">
        <span>
          {active.row + 1}行目 {column?.header}
        </span>
        <span id={`${id}-hint`} className="text-soft">
          {column?.isReadOnly ? '表示だけの列です' : column?.hint}
        </span>
        {row && !row.isBlank
          ? echoes.map((echo) => (
              <span key={echo.id}>
                {echo.header}: {echo.of(row) ?? '―'}
              </span>
            ))
          : null}
      </p>
      <div id={id}>{problem ? <ErrorText>{problem}</ErrorText> : null}</div>
      {state.said.text ? <p aria-hidden="true">{state.said.text}</p> : null}
    </div>
  )
}
