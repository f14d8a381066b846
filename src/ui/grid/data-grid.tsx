import { useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../button/index.ts'
import { useShortcuts } from '../keys/index.ts'
import { useClipboard } from './clipboard.ts'
import type { Columns, GridProblem } from './column.ts'
import { CurrentCell } from './current-cell.tsx'
import type { Echo } from './echo.ts'
import { GridBody } from './grid-body.tsx'
import { actionOf } from './keys.ts'
import { marksOf } from './marks.ts'
import { ProblemList } from './problem-list.tsx'
import { rangeOf } from './selection.ts'
import type { GridAction } from './state.ts'
import type { Grid } from './use-grid.ts'

export type DataGridProps<C extends Columns> = {
  grid: Grid<C>
  /** what the table holds, for screen readers */
  label: string
  /** first columns that stay in sight; 1 without */
  frozen?: number
  /** rem; 24 without */
  height?: number
  /** what the page says of each row */
  echoes?: readonly Echo[]
}

const noEchoes: readonly Echo[] = []

/** A table to type and paste into, like a spreadsheet's. `useGrid` makes the grid; the page saves what `grid.settle()` gives. */
export function DataGrid<C extends Columns>({
  grid,
  label,
  frozen = 1,
  height = 24,
  echoes = noEchoes,
}: DataGridProps<C>) {
  const id = useId()
  const state = useSyncExternalStore(grid.subscribe, grid.state)
  const { problems, filledCount } = useSyncExternalStore(grid.subscribe, grid.result)
  const marks = useMemo(() => marksOf(problems), [problems])
  const [hasFocus, setHasFocus] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const [focusWanted, setFocusWanted] = useState(0)
  const [isTabFree, setTabFree] = useState(false)
  const page = useRef(10)

  const act = (action: GridAction) => {
    grid.dispatch(action)
    setTabFree(false)
    setFocusWanted((count) => count + 1)
  }
  const clipboard = useClipboard(grid, act)
  const isInGrid = () => box.current?.contains(document.activeElement) === true
  // While the focus is here, F2 and Esc are the grid's, not the page's: the youngest entry of the registry gets them.
  useShortcuts(
    [
      { keys: ['F2'], label: 'セルの中を直す', group: '表', run: () => isInGrid() && act({ do: 'edit' }) },
      { keys: ['Ctrl+z'], label: '元に戻す', group: '表', run: () => false },
      { keys: ['Ctrl+y'], label: 'やり直す', group: '表', run: () => false },
      {
        keys: ['Ctrl+c', 'Ctrl+v'],
        label: 'コピー、貼り付け（Excel と同じ）',
        group: '表',
        run: () => false,
      },
      { keys: ['Ctrl+Delete'], label: '選んだ行を消す', group: '表', run: () => false },
    ],
    hasFocus,
  )
  useShortcuts(
    [
      {
        keys: ['Escape'],
        label: '入力を取りやめる',
        group: '表',
        run: () => isInGrid() && act({ do: 'cancel' }),
      },
    ],
    hasFocus && state.editing !== null,
  )

  const onKeyDown = (event: React.KeyboardEvent) => {
    const how = grid.state().editing?.how ?? null
    if (event.key === 'Escape' && how === null) return setTabFree(true)
    if (event.key === 'Tab' && (isTabFree || isAtEdge(event.shiftKey))) return
    const action = actionOf({ ...pressOf(event.nativeEvent) }, how, page.current)
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    act(action)
  }
  /** Tab leaves before the first cell, and behind the last when there is nothing to go on from. */
  const isAtEdge = (isBack: boolean) => {
    const { sheet, selection, editing } = grid.state()
    const { row, column } = selection.active
    if (isBack) return row === 0 && column === 0
    const isLast = row === sheet.rows.length - 1 && column === grid.limits.columns.length - 1
    return isLast && editing === null && sheet.rows[row]?.isBlank === true
  }
  const jump = ({ rowKey, columnId }: GridProblem) => {
    const row = grid.state().sheet.rows.findIndex(({ key }) => key === rowKey)
    const column = grid.limits.columns.findIndex((one) => one.id === columnId)
    if (row >= 0) act({ do: 'select', place: { row, column: Math.max(0, column) } })
  }
  const range = rangeOf(state.selection)
  const rowCount = range.bottom - range.top + 1
  const noteId = `${id}-note`
  return (
    <section aria-label={label} className="flex flex-col gap-2">
      <ProblemList problems={problems} onJump={jump} />
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <span className="mr-2 text-sm">
          {filledCount.toLocaleString('ja-JP')}行に入力があります
          {problems.length > 0 ? `（直すところ ${problems.length.toLocaleString('ja-JP')}件）` : ''}
        </span>
        <Button size="small" onPress={() => act({ do: 'add-rows', count: 10 })}>
          10行増やす
        </Button>
        <Button size="small" shortcut="Ctrl+Delete" onPress={() => act({ do: 'delete-rows' })}>
          選んだ{rowCount > 1 ? `${rowCount.toLocaleString('ja-JP')}行` : '行'}を消す
        </Button>
        <Button
          size="small"
          shortcut="Ctrl+Z"
          isDisabled={state.past.length === 0}
          onPress={() => act({ do: 'undo' })}
        >
          元に戻す
        </Button>
        <Button
          size="small"
          shortcut="Ctrl+Y"
          isDisabled={state.future.length === 0}
          onPress={() => act({ do: 'redo' })}
        >
          やり直す
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for what happens in the grid's one text field */}
      <div
        ref={box}
        onKeyDown={onKeyDown}
        onFocus={() => setHasFocus(true)}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget) || isInGrid()) return
          setHasFocus(false)
          setTabFree(false)
        }}
        {...clipboard}
      >
        <GridBody
          columns={grid.limits.columns}
          state={state}
          marks={marks}
          label={label}
          frozen={frozen}
          height={height}
          echoes={echoes}
          noteId={noteId}
          focusWanted={focusWanted}
          act={act}
          onPage={(rows) => {
            page.current = rows
          }}
        />
      </div>
      <CurrentCell id={noteId} grid={grid} state={state} marks={marks} echoes={echoes} />
      <p className="text-sm text-soft print:hidden">
        {isTabFree
          ? '次の Tab で表の外へ出ます。'
          : '文字を打つと入力、Enter で下、Tab で右、F2 で中を直します。Excel の範囲をそのまま貼り付けられます。表から出るときは Esc のあとに Tab。'}
      </p>
      <output className="sr-only">
        {state.said.text}
        {state.said.count % 2 === 0 ? '' : '\u00a0' /* the same words twice are said twice */}
      </output>
    </section>
  )
}

/** Only what decides: a DOM event spreads into nothing. */
const pressOf = ({ key, code, ctrlKey, altKey, shiftKey, metaKey, isComposing, keyCode }: KeyboardEvent) => ({
  key,
  code,
  ctrlKey,
  altKey,
  shiftKey,
  metaKey,
  isComposing,
  keyCode,
})
