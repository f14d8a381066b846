import type { AnyChartData } from './chart-data.ts'
import { type Cell, tableOf } from './table-data.ts'

const head = 'border-b border-edge px-3 py-1'

/** The twin of the picture: the same figures, to the digit. */
export function ChartTable({ title, data }: { title: string; data: AnyChartData }) {
  const { headings, rows } = tableOf(data)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    <section tabIndex={0} aria-label={`${title}の表`} className="max-h-[80vh] overflow-auto print:max-h-none">
      <table className="w-full max-w-4xl border-collapse text-sm">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-shade">
          <tr>
            {headings.map((heading, at) => (
              <th key={heading} scope="col" className={`${head} ${at === 0 ? 'text-left' : 'text-right'}`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells, isOwn }, at) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: two places may bear one name; the rows never move
              key={at}
              className={`h-8 border-b border-line text-right ${isOwn ? 'font-bold' : ''}`}
            >
              <th scope="row" className="px-3 py-1 text-left font-[inherit] whitespace-nowrap">
                {name}
              </th>
              {cells.map((cell, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={n} className="px-3 py-1">
                  <Figure cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A figure, or the word that stands for it with its reason: in the cell, not behind it. */
function Figure({ cell }: { cell: Cell }) {
  if (typeof cell === 'string') return cell
  return (
    <span className="text-soft">
      {cell.missing}
      {cell.reason ? <span className="text-xs">（{cell.reason}）</span> : null}
    </span>
  )
}
