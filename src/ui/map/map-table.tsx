import { useMemo } from 'react'
import { isKnown, type MapData, type Subject, subjectsOf, valueText } from './map-data.ts'

const head = 'border-b border-edge px-3 py-1'

/** The twin of the map: every area with its figure, highest first; areas without one below, with the reason. */
export function MapTable({ title, data }: { title: string; data: MapData }) {
  const rows = useMemo(() => subjectsOf(data).sort(byValue), [data])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    <section tabIndex={0} aria-label={`${title}の表`} className="max-h-[32rem] overflow-auto">
      <table className="w-full max-w-2xl border-collapse text-sm">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-shade">
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {data.areaWord}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {data.valueWord}（{data.unit}）
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, value }) => (
            <tr key={code} className={`h-8 border-b border-line ${code === data.own ? 'font-bold' : ''}`}>
              <th scope="row" className="px-3 py-1 text-left font-normal">
                {name}
              </th>
              <td className={`px-3 py-1 text-right ${isKnown(value) ? '' : 'text-soft'}`}>
                {isKnown(value) ? valueText({ ...data, unit: '' }, value) : valueText(data, value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const byValue = (a: Subject, b: Subject): number => {
  if (isKnown(a.value) && isKnown(b.value)) return b.value - a.value || a.code.localeCompare(b.code)
  return Number(isKnown(b.value)) - Number(isKnown(a.value)) || a.code.localeCompare(b.code)
}
