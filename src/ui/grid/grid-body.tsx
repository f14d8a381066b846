// biome-ignore-all lint/a11y/useSemanticElements: a window of rows is no <table>; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the current cell's text field
import { type PointerEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { CellEditor } from './cell-editor.tsx'
import type { Columns } from './column.ts'
import type { Echo } from './echo.ts'
import { geometryOf } from './geometry.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import type { RowMarks } from './marks.ts'
import { rangeOf } from './selection.ts'
import type { GridAction, GridState } from './state.ts'
import { useSight } from './use-sight.ts'
import { columnsInSight, rowsInSight, scrolledTo } from './window.ts'

type BodyProps = {
  columns: Columns
  echoes: readonly Echo[]
  state: GridState
  marks: ReadonlyMap<number, RowMarks>
  label: string
  frozen: number
  /** rem */
  height: number
  noteId: string
  /** grows by one whenever the focus belongs into the current cell */
  focusWanted: number
  act: (action: GridAction) => void
  onPage: (rows: number) => void
}

/** The window of rows and columns in sight, and the current cell wherever it is. */
export function GridBody(props: BodyProps) {
  const { columns, echoes, state, marks, act } = props
  const box = useRef<HTMLDivElement>(null)
  const fulfilled = useRef(0)
  const { sight, rem, onScroll } = useSight(box)
  const geometry = useMemo(
    () =>
      geometryOf(
        columns,
        props.frozen,
        rem,
        sight.width,
        echoes.map(({ width }) => width),
      ),
    [columns, echoes, props.frozen, rem, sight.width],
  )
  const { active, head } = state.selection
  const { rows } = state.sheet
  const range = rangeOf(state.selection)
  const headHeight = geometry.rowHeight * 1.375
  const inSight = rowsInSight(sight.top, sight.height, geometry.rowHeight, rows.length)
  const across = columnsInSight(geometry.edges, sight.left, sight.width)
  const page = Math.max(1, Math.floor((sight.height - headHeight) / geometry.rowHeight) - 1)
  useLayoutEffect(() => props.onPage(page))

  const { focusWanted } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a deed of the reader scrolls, not a change of size
  useLayoutEffect(() => {
    const node = box.current
    if (!node || focusWanted === 0) return
    // Of a whole row or column the far end is nothing to look at.
    const isWhole = (from: number, to: number, count: number) => from === 0 && to === count - 1 && count > 1
    const top = head.row * geometry.rowHeight
    if (!isWhole(range.top, range.bottom, rows.length)) {
      const room = node.clientHeight - headHeight
      node.scrollTop = scrolledTo(node.scrollTop, room, 0, top, top + geometry.rowHeight)
    }
    if (isWhole(range.left, range.right, columns.length)) return
    // Braces: newer browsers answer with a promise, which must not become the effect's clean-up.
    const bringIntoPage = () => {
      void node
        .querySelector(`[data-place="${head.row} ${head.column}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    if (head.column < geometry.frozen) return bringIntoPage()
    const left = geometry.numberWidth + geometry.edges[head.column]!
    const right = left + geometry.widths[head.column]!
    node.scrollLeft = scrolledTo(node.scrollLeft, node.clientWidth, geometry.frozenWidth, left, right)
    bringIntoPage() // the grid itself may be half below the window
  }, [head.row, head.column, focusWanted])

  const drag = useDrag(box, rows.length, columns.length, act)
  const drawn = Array.from({ length: inSight.to - inSight.from }, (_, place) => inSight.from + place)
  if (active.row < inSight.from || active.row >= inSight.to) drawn.push(active.row)
  return (
    <div
      ref={box}
      onScroll={onScroll}
      {...drag}
      className="relative overflow-auto border border-edge bg-ground text-sm leading-tight tabular-nums select-none"
      style={{ height: `min(${props.height}rem, 70vh)` }}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        style={{ width: geometry.totalWidth }}
      >
        <GridHead
          columns={columns}
          echoes={echoes}
          geometry={geometry}
          {...across}
          activeColumn={active.column}
        />
        <div role="rowgroup" className="relative" style={{ height: rows.length * geometry.rowHeight }}>
          {drawn.map((index) => {
            const row = rows[index]!
            const isSelected = index >= range.top && index <= range.bottom
            const isActive = index === active.row
            return (
              <GridRow
                key={row.key}
                row={row}
                index={index}
                columns={columns}
                echoes={echoes}
                geometry={geometry}
                from={across.from}
                to={across.to}
                selectedFrom={isSelected ? range.left : -1}
                selectedTo={isSelected ? range.right : -1}
                marks={marks.get(row.key)}
                activeColumn={isActive ? active.column : -1}
                editor={
                  isActive ? (
                    <CellEditor
                      key={`${row.key} ${active.column}`}
                      column={columns[active.column]!}
                      line={index + 1}
                      text={row.texts[active.column] ?? ''}
                      editing={state.editing}
                      isWrong={marks.get(row.key)?.has(columns[active.column]!.id) === true}
                      opensUp={(index + 6) * geometry.rowHeight > sight.top + sight.height - headHeight}
                      noteId={props.noteId}
                      focusWanted={focusWanted}
                      fulfilled={fulfilled}
                      act={act}
                    />
                  ) : null
                }
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Pressing a cell makes it the current one, with Shift or by drawing on it widens what is selected; row numbers take whole rows. */
function useDrag(
  box: RefObject<HTMLDivElement | null>,
  rowCount: number,
  columnCount: number,
  act: (action: GridAction) => void,
) {
  const last = useRef<string | null>(null)
  const take = (place: string, extends_: boolean) => {
    last.current = place
    const [first, second] = place.split(' ')
    const row = first === 'head' ? null : Number(first)
    const column = second === 'row' ? null : Number(second)
    if (row === null || column === null) {
      if (!extends_) act({ do: 'select', place: { row: row ?? 0, column: column ?? 0 } })
      const end = { row: row ?? rowCount - 1, column: column ?? columnCount - 1 }
      return act({ do: 'select', place: end, extends: true })
    }
    act({ do: 'select', place: { row, column }, extends: extends_ })
  }
  const placeAt = (event: PointerEvent) => {
    const element = document.elementFromPoint(event.clientX, event.clientY)
    return element && box.current?.contains(element)
      ? (element.closest<HTMLElement>('[data-place]')?.dataset.place ?? null)
      : null
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const target = event.target as Element
      // a finger scrolls; what it taps becomes the current cell on the click
      if (event.pointerType === 'touch' || event.button !== 0 || target.closest('[data-editing]')) return
      const place = placeAt(event)
      if (place === null) return
      event.preventDefault()
      take(place, event.shiftKey)
    },
    onPointerMove: (event: PointerEvent) => {
      if (last.current === null || (event.buttons & 1) === 0) return
      const place = placeAt(event)
      if (place !== null && place !== last.current) take(place, true)
    },
    onPointerUp: () => {
      last.current = null
    },
    onClick: (event: React.MouseEvent) => {
      const native = event.nativeEvent as Partial<globalThis.PointerEvent>
      const place = (event.target as Element).closest<HTMLElement>('[data-place]')?.dataset.place
      if (native.pointerType === 'touch' && place !== undefined) take(place, false)
      last.current = null
    },
    onDoubleClick: (event: React.MouseEvent) => {
      if ((event.target as Element).closest('[role=gridcell]')) act({ do: 'edit' })
    },
    // the text field of the current cell would put its cursor where the mouse is
    onMouseDown: (event: React.MouseEvent) => {
      if (
        !(event.target as Element).closest('[data-editing]') &&
        (event.target as Element).closest('[data-place]')
      )
        event.preventDefault()
    },
  }
}
