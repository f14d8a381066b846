import { type ChartData, isKnown, type Point, type Series, shown } from './chart-data.ts'

const head = 'border-b border-edge px-3 py-1'

/** The twin of the picture: the same figures, to the digit. */
export function ChartTable({ title, data }: { title: string; data: ChartData }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    <section tabIndex={0} aria-label={`${title}の表`} className="overflow-x-auto">
      <table className="w-full max-w-4xl border-collapse text-sm">
        <caption className="sr-only">{title}</caption>
        <thead className="bg-shade">
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {data.axis}
            </th>
            {data.series.map((series) => (
              <th key={series.id} scope="col" className={`${head} text-right`}>
                {series.name}（{series.unit ?? data.unit}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.categories.map(({ label }, at) => (
            <tr
              key={label}
              className={`h-8 border-b border-line text-right ${at === data.marked ? 'font-bold' : ''}`}
            >
              <th scope="row" className="px-3 py-1 text-left font-normal whitespace-nowrap">
                {label}
              </th>
              {data.series.map((series) => (
                <td key={series.id} className="px-3 py-1">
                  <Figure data={data} series={series} point={series.points[at]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type FigureProps = { data: ChartData; series: Series; point: Point | undefined }

/** A figure, or the word that stands for it with its reason: in the cell, not behind it. */
function Figure({ data, series, point }: FigureProps) {
  if (isKnown(point)) return shown(data, series, point)
  return (
    <span className="text-soft">
      {point?.missing ?? '不明'}
      {point?.reason ? <span className="text-xs">（{point.reason}）</span> : null}
    </span>
  )
}
