import { lazy, Suspense, useId, useState } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Loading } from '../../../ui/empty/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import type { Trend as TrendData } from '../schema.ts'
import { FigureCell } from './figure-cell.tsx'
import { Sources } from './sources.tsx'
import { count, percent } from './words.ts'

const TrendChart = lazy(() => import('./trend-chart.tsx'))

type TrendProps = { name: string; data: TrendData; asOf: string }

/** The whole municipality over the days of survey: a picture, and its table one key away. */
export function Trend({ name, data, asOf }: TrendProps) {
  const id = useId()
  const [isTable, setTable] = useState(false)
  const turn = () => setTable(!isTable)
  const label = isTable ? '図で見る' : '表で見る'
  useShortcuts([{ keys: ['t'], label: '移り変わりを図か表に替える', group: 'ページ', run: turn }])
  return (
    <figure aria-labelledby={id} className="m-0">
      <figcaption className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-lg font-bold">
          65歳以上と75歳以上の移り変わり
        </h2>
        <Button size="small" shortcut="T" onPress={turn}>
          {label}
        </Button>
      </figcaption>
      {isTable ? (
        <TrendTable name={name} data={data} />
      ) : (
        <Suspense fallback={<Loading label="図を描いています…" />}>
          <TrendChart name={name} items={data.items} asOf={asOf} />
        </Suspense>
      )}
      <Sources lines={data.attribution} note={data.rounding} />
    </figure>
  )
}

const headings = ['調査日', '総人口（人）', '65歳以上（人）', '75歳以上（人）', '高齢化率（％）']

function TrendTable({ name, data }: { name: string; data: TrendData }) {
  return (
    <table className="w-full max-w-3xl border-collapse text-sm">
      <caption className="sr-only">{name}の人口の移り変わり</caption>
      <thead className="bg-shade">
        <tr>
          {headings.map((heading, at) => (
            <th
              key={heading}
              scope="col"
              className={`border-b border-edge px-3 py-1 ${at === 0 ? 'text-left' : 'text-right'}`}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.items.map((item) => (
          <tr key={item.asOf} className="h-8 border-b border-line text-right">
            <th scope="row" className="px-3 py-1 text-left font-normal">
              {formatDate(item.asOf as IsoDate, 'short')}
            </th>
            {(['total', 'aged65', 'aged75'] as const).map((field) => (
              <td key={field} className="px-3 py-1">
                <FigureCell figure={item[field]} show={count} />
              </td>
            ))}
            <td className="px-3 py-1">
              <FigureCell figure={item.ageingPerMille} show={percent} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
