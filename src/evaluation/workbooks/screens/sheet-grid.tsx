import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import type { SheetWindow } from './api.ts'
import {
  type At,
  type DrawnCell,
  type DrawnRow,
  drawnAt,
  drawnRows,
  letters,
  moved,
  placeKey,
} from './grid-state.ts'

interface SheetGridProps {
  sheet: SheetWindow
  /** label of the figure by place */
  bound: ReadonlyMap<string, string>
  chosen: At | null
  onChoose: (at: At) => void
}

/** A sheet as it looks in a spreadsheet: one stop for Tab, arrows inside, Enter chooses. */
export function SheetGrid({ sheet, bound, chosen, onChoose }: SheetGridProps) {
  const rows = useMemo(() => drawnRows(sheet), [sheet])
  const [focused, setFocused] = useState<At>(() =>
    drawnAt(sheet, chosen ?? { row: sheet.window.top, column: sheet.window.left }),
  )
  const table = useRef<HTMLTableElement>(null)
  const isMoving = useRef(false)
  const at = drawnAt(sheet, focused)
  useEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    table.current?.querySelector<HTMLElement>(`[data-at="${placeKey(at)}"]`)?.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(at)
      return
    }
    const to = moved(sheet, at, event.key, event.ctrlKey || event.metaKey)
    if (!to || event.altKey) return
    event.preventDefault()
    isMoving.current = true
    setFocused(to)
  }
  const press = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
    const [row, column] = (cell?.dataset.at ?? '').split(':').map(Number)
    if (!row || column === undefined) return
    setFocused({ row, column })
    onChoose({ row, column })
  }
  const columns = sheet.widths.map((_, index) => sheet.window.left + index)
  return (
    <div className="max-h-[62vh] overflow-auto border border-edge bg-paper">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved through by arrows is a grid
        role="grid"
        aria-label={`${sheet.name}の表`}
        aria-rowcount={sheet.used?.bottom ?? 0}
        className="border-separate border-spacing-0 text-xs"
        onKeyDown={onKeyDown}
        onClick={(event) => press(event.target)}
      >
        <thead>
          <tr>
            <td className={`${headClass} left-0 z-20 min-w-10`} />
            {columns.map((column, index) => (
              <th
                key={column}
                scope="col"
                className={`${headClass} z-10`}
                style={{ minWidth: `${Math.round((sheet.widths[index] ?? 9) * 0.42 * 10) / 10}rem` }}
              >
                {letters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GridRow
              key={row.row}
              row={row}
              bound={bound}
              focused={row.row === at.row ? at.column : null}
              chosen={row.row === chosen?.row ? chosen.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const headClass = 'sticky top-0 border-r border-b border-line bg-shade px-1 text-center font-normal text-soft'

interface GridRowProps {
  row: DrawnRow
  bound: ReadonlyMap<string, string>
  focused: number | null
  chosen: number | null
}

/** Drawn anew only when something in it changes: a step of an arrow touches two rows of two hundred. */
const GridRow = memo(function GridRow({ row, bound, focused, chosen }: GridRowProps) {
  return (
    <tr className={row.isHidden ? 'opacity-60' : undefined}>
      <th
        scope="row"
        className="sticky left-0 z-10 min-w-10 whitespace-nowrap border-r border-b border-line bg-shade px-1 text-right font-normal text-soft"
      >
        {row.row}
        {row.isHidden ? <span className="sr-only">（隠れた行）</span> : null}
      </th>
      {row.cells.map((drawn) => (
        <GridCell
          key={drawn.column}
          drawn={drawn}
          label={bound.get(placeKey(drawn))}
          isFocused={drawn.column === focused}
          isChosen={drawn.column === chosen}
        />
      ))}
    </tr>
  )
})

interface GridCellProps {
  drawn: DrawnCell
  label: string | undefined
  isFocused: boolean
  isChosen: boolean
}

function GridCell({ drawn, label, isFocused, isChosen }: GridCellProps) {
  const { cell, rowSpan, columnSpan } = drawn
  const isNumber = cell?.kind === 'number'
  const ground = label ? 'bg-accent-soft' : cell?.isLocked ? 'bg-ground' : ''
  const ring = isChosen ? 'outline-2 -outline-offset-2 outline-accent' : ''
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a td of a grid is its cell, and can be selected
      role="gridcell"
      data-at={placeKey(drawn)}
      rowSpan={rowSpan}
      colSpan={columnSpan}
      tabIndex={isFocused ? 0 : -1}
      aria-selected={isChosen}
      className={`h-6 cursor-cell border-r border-b px-1 align-top ${cell?.hasBorder ? 'border-edge' : 'border-line'} ${isNumber ? 'text-right tabular-nums' : ''} ${ground} ${ring}`}
    >
      {label ? (
        <span className="mr-1 rounded-sm border border-accent px-0.5 text-accent" title={label}>
          数<span className="sr-only">: {label}</span>
        </span>
      ) : null}
      {cell?.isFormula ? (
        <span className="mr-1 rounded-sm border border-edge px-0.5 text-soft">式</span>
      ) : null}
      {isNumber ? grouped(cell.text) : cell?.text}
    </td>
  )
}

const grouped = (text: string): string =>
  /^-?\d{5,}$/.test(text) ? Number(text).toLocaleString('ja-JP') : text
