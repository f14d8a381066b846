// biome-ignore-all lint/a11y/useSemanticElements: a window of rows is no <table>; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the current cell's text field
import { memo, type ReactNode } from 'react'
import { Icon } from '../icon/index.ts'
import type { Columns } from './column.ts'
import type { Echo } from './echo.ts'
import type { Geometry } from './geometry.ts'
import type { RowMarks } from './marks.ts'
import type { SheetRow } from './sheet.ts'

type RowProps = {
  row: SheetRow
  index: number
  columns: Columns
  echoes: readonly Echo[]
  geometry: Geometry
  /** columns that are drawn beside the frozen ones: from up to, not including, to */
  from: number
  to: number
  /** selected columns, both inside; -1 when none of this row */
  selectedFrom: number
  selectedTo: number
  marks: RowMarks | undefined
  /** the current cell of this row, and what stands in it; -1 and null in other rows */
  activeColumn: number
  editor: ReactNode
}

const cellLook = (isSelected: boolean, isWrong: boolean, isReadOnly: boolean | undefined) =>
  `border-r border-b ${isWrong ? 'border-danger bg-danger-soft' : `border-line ${isSelected ? 'bg-accent-soft' : isReadOnly ? 'bg-shade' : 'bg-paper'}`}`

/** One row of the grid; drawn again only when something of it changed. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { row, index, columns, geometry, marks } = props
  const drawn = Array.from({ length: props.to - props.from }, (_, place) => props.from + place)
  if (props.activeColumn >= 0 && !drawn.includes(props.activeColumn)) drawn.push(props.activeColumn)
  const cell = (at: number, isFrozen: boolean) => {
    const column = columns[at]!
    const isSelected = at >= props.selectedFrom && at <= props.selectedTo
    const isActive = at === props.activeColumn
    const problem = marks?.get(column.id)
    return (
      <div
        key={column.id}
        role="gridcell"
        aria-colindex={at + 2}
        aria-selected={isSelected}
        aria-invalid={problem === undefined ? undefined : true}
        aria-readonly={column.isReadOnly || undefined}
        data-place={`${index} ${at}`}
        title={isActive ? undefined : problem}
        className={`flex h-full items-center gap-1 px-1 ${isFrozen ? 'relative shrink-0' : 'absolute top-0'} ${isActive ? 'z-10' : 'overflow-hidden'} ${cellLook(isSelected, problem !== undefined, column.isReadOnly)}`}
        style={
          isFrozen
            ? { width: geometry.widths[at] }
            : { left: geometry.numberWidth + geometry.edges[at]!, width: geometry.widths[at] }
        }
      >
        {problem === undefined ? null : (
          <span className="text-danger">
            <Icon name="danger" className="size-3.5" />
          </span>
        )}
        {isActive ? (
          props.editor
        ) : (
          <span className={`min-w-0 flex-1 truncate ${column.isRight ? 'text-right' : ''}`}>
            {row.texts[at]}
            {problem === undefined ? null : <span className="sr-only">（直すところ: {problem}）</span>}
          </span>
        )}
      </div>
    )
  }
  const frozen = Array.from({ length: geometry.frozen }, (_, at) => at)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`absolute left-0 ${props.activeColumn >= 0 ? 'z-20' : ''}`}
      style={{ top: index * geometry.rowHeight, height: geometry.rowHeight, width: geometry.totalWidth }}
    >
      <div className="sticky left-0 z-20 flex h-full" style={{ width: geometry.frozenWidth }}>
        <div
          role="rowheader"
          aria-colindex={1}
          data-place={`${index} row`}
          className={`flex h-full shrink-0 items-center border-r border-b border-edge text-soft ${props.selectedFrom >= 0 ? 'bg-accent-soft' : 'bg-shade'}`}
          style={{ width: geometry.numberWidth }}
        >
          <span className="flex flex-1 items-center justify-end gap-1 px-1">
            {marks === undefined ? null : (
              <span className="text-danger">
                <Icon name="danger" className="size-3.5" />
                <span className="sr-only">直すところがあります</span>
              </span>
            )}
            {index + 1}
          </span>
          {geometry.echoes.map((width, at) => (
            <span
              key={props.echoes[at]!.id}
              className="flex h-full shrink-0 items-center truncate border-l border-line px-1 text-ink"
              style={{ width }}
            >
              {row.isBlank ? null : props.echoes[at]!.of(row)}
            </span>
          ))}
        </div>
        {frozen.map((at) => cell(at, true))}
      </div>
      {drawn.filter((at) => at >= geometry.frozen).map((at) => cell(at, false))}
    </div>
  )
})
