// biome-ignore-all lint/a11y/useSemanticElements: a window of rows is no <table>; the roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is in the current cell's text field
import type { Columns } from './column.ts'
import type { Echo } from './echo.ts'
import type { Geometry } from './geometry.ts'

type HeadProps = {
  columns: Columns
  echoes: readonly Echo[]
  geometry: Geometry
  from: number
  to: number
  activeColumn: number
}

/** The headings; they stay in sight. */
export function GridHead({ columns, echoes, geometry, from, to, activeColumn }: HeadProps) {
  const head = (at: number, isFrozen: boolean) => (
    <div
      key={columns[at]!.id}
      role="columnheader"
      aria-colindex={at + 2}
      data-place={`head ${at}`}
      className={`flex h-full items-center border-r border-b border-edge px-1 leading-tight font-bold ${isFrozen ? 'shrink-0' : 'absolute top-0'} ${at === activeColumn ? 'bg-accent-line' : 'bg-shade'}`}
      style={
        isFrozen
          ? { width: geometry.widths[at] }
          : { left: geometry.numberWidth + geometry.edges[at]!, width: geometry.widths[at] }
      }
    >
      <span className="line-clamp-2" title={columns[at]!.header}>
        {columns[at]!.header}
      </span>
    </div>
  )
  const frozen = Array.from({ length: geometry.frozen }, (_, at) => at)
  const rest = Array.from({ length: to - from }, (_, place) => from + place)
  return (
    <div role="rowgroup" className="sticky top-0 z-30" style={{ width: geometry.totalWidth }}>
      <div
        role="row"
        aria-rowindex={1}
        className="relative"
        style={{ height: geometry.rowHeight * 1.375, width: geometry.totalWidth }}
      >
        <div className="sticky left-0 z-20 flex h-full" style={{ width: geometry.frozenWidth }}>
          <div
            role="columnheader"
            aria-colindex={1}
            data-place="head row"
            className="flex h-full shrink-0 items-center border-r border-b border-edge bg-shade"
            style={{ width: geometry.numberWidth }}
          >
            <span className="flex-1 px-1 text-right">行</span>
            {geometry.echoes.map((width, at) => (
              <span
                key={echoes[at]!.id}
                className="flex h-full shrink-0 items-center border-l border-edge px-1 leading-tight font-bold"
                style={{ width }}
              >
                {echoes[at]!.header}
              </span>
            ))}
          </div>
          {frozen.map((at) => head(at, true))}
        </div>
        {rest.filter((at) => at >= geometry.frozen).map((at) => head(at, false))}
      </div>
    </div>
  )
}
