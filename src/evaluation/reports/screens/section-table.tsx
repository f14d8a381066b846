import { figureText, NO_FIGURE } from '../rules/figure-text.ts'
import { toldAt } from '../rules/told.ts'
import type { Cell, Measure, Report, Row, Section } from './api.ts'
import { FigureCell } from './figure.tsx'

type Comparisons = Report['comparisons']
type SectionTableProps = {
  section: Section
  comparisons: Comparisons
  /** number of the newest version, when figures of it stand here too */
  version: number | null
}

const headClass = 'border-b border-edge px-1.5 py-1 text-right align-bottom font-normal whitespace-nowrap'

/** A table like the one on paper: 実人数, 延べ件数, 回数 as columns with their names, the two other months small beside them. */
export function SectionTable({ section, comparisons, version }: SectionTableProps) {
  const told = toldAt(section.measures)
  const others = otherMonths(section, comparisons)
  return (
    <section className="mb-5 break-inside-avoid" aria-label={section.title}>
      <table className="w-full border-collapse text-sm">
        <caption className="text-left">
          <h3 className="font-bold">{section.title}</h3>
          {section.note ? <span className="block text-xs text-soft">{section.note}</span> : null}
        </caption>
        <thead className="bg-shade text-xs">
          <tr>
            <th scope="col" className="border-b border-edge px-1.5 py-1 text-left font-normal">
              項目
            </th>
            {section.measures.map((measure) => (
              <th key={measure.id} scope="col" className={headClass}>
                {measure.heading}
                <span className="block">（{measure.unit}）</span>
              </th>
            ))}
            {others.map(({ label }) => (
              <th key={label} scope="col" className={`${headClass} text-soft`}>
                {label}
                <span className="block">（{section.measures[told]?.unit}）</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <TableRow
              key={row.key}
              section={section}
              row={row}
              told={told}
              others={others}
              version={version}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Other = { which: 'previous' | 'lastYear'; label: string }
/** A month of which there is no record has no column: the sentence above the tables says so. */
function otherMonths({ rows }: Section, { previous, lastYear }: Comparisons): Other[] {
  const all: Other[] = [
    { which: 'previous', label: previous.label },
    { which: 'lastYear', label: lastYear.label },
  ]
  return all.filter(({ which }) => rows.some(({ cells }) => cells.some((cell) => cell[which] !== undefined)))
}

type TableRowProps = { section: Section; row: Row; told: number; others: Other[]; version: number | null }

function TableRow({ section, row, told, others, version }: TableRowProps) {
  return (
    <tr className="border-b border-line hover:bg-ground">
      <th scope="row" className="px-1.5 py-0.5 text-left align-baseline font-normal">
        {row.label}
      </th>
      {row.cells.map((cell, n) => (
        <td key={cell.id} className="px-1.5 py-0.5 text-right align-baseline whitespace-nowrap tabular-nums">
          <FigureCell
            cell={cell}
            measure={section.measures[n] as Measure}
            label={`${section.title} ${row.label}`}
            section={section.id}
            row={row.key}
            version={version}
          />
        </td>
      ))}
      {others.map(({ which }) => (
        <td key={which} className="px-1.5 py-0.5 text-right align-baseline text-xs text-soft tabular-nums">
          {otherText(row.cells[told], which, section.measures[told])}
        </td>
      ))}
    </tr>
  )
}

function otherText(cell: Cell | undefined, which: Other['which'], measure: Measure | undefined): string {
  const value = cell?.[which]
  return value === undefined || !measure ? NO_FIGURE : figureText({ value }, measure)
}
