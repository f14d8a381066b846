import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Figure, FigureTable } from '../schema.ts'

/** One published table: its periods down, its counts across, its 出典 below. */
export function FigureTableView({
  table: { id, title, unit, isProjection, columns, rows, attribution },
}: {
  table: FigureTable
}) {
  return (
    <section aria-labelledby={`${id}-heading`}>
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 id={`${id}-heading`} className="text-lg font-bold">
          {title}
        </h2>
        {isProjection ? <Status tone="caution">推計（これから先の見込み）</Status> : null}
        <span className="text-sm text-soft">単位: 人（{unit}）</span>
      </div>
      {isProjection ? (
        <p className="mb-2 text-sm">
          二つの推計のちがいは、公表されたファイルには書かれていません。年の中のどの日かの記載もありません。
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <section aria-label={`${title}の表`} tabIndex={0} className="overflow-x-auto">
        <table className="border-collapse text-sm">
          <caption className="sr-only">{title}</caption>
          <thead className="bg-shade">
            <tr>
              <th scope="col" className="border-b border-edge px-3 py-1 text-left">
                時期
              </th>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="max-w-36 border-b border-edge px-3 py-1 text-right align-bottom"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ from, to, figures }) => (
              <tr key={from} className="h-8 border-b border-line hover:bg-ground">
                <th scope="row" className="px-3 py-1 text-left font-normal whitespace-nowrap">
                  {periodWord(from, to)}
                </th>
                {columns.map((column, n) => (
                  <td key={column} className="px-3 py-1 text-right tabular-nums">
                    <Cell figure={figures[n]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Sources lines={attribution} />
    </section>
  )
}

/** 出典 under figures, in the words of the files or of whoever loaded them. */
export function Sources({ lines }: { lines: readonly string[] }) {
  return (
    <p className="mt-1 text-xs text-soft">
      {lines.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </p>
  )
}

function Cell({ figure }: { figure: Figure | undefined }) {
  if (figure?.value != null) return figure.value.toLocaleString('ja-JP')
  return <span className="text-xs text-soft">不明（{figure?.missing ?? '理由の記載なし'}）</span>
}

/** R7.10.1, a month (令和4年1月), or a year of an outlook: as exact as the file is. */
function periodWord(from: string, to: string): string {
  if (from === to) return formatDate(from as IsoDate, 'short')
  const isYear = from.slice(5) === '01-01' && to.slice(5) === '12-31'
  return isYear ? `${from.slice(0, 4)}年` : formatDate(from as IsoDate).replace(/\d+日$/u, '')
}
