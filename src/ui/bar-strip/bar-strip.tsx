import { useId, useState } from 'react'
import { dayOfWeek, formatDate, type IsoDate } from '../../platform/calendar/index.ts'
import { Button } from '../button/index.ts'
import { AppLink, linkClass } from '../link/index.ts'
import { barHeights } from './heights.ts'

export type LoadDay = {
  on: IsoDate
  /** null: not known */
  count: number | null
  href?: string
  /** of what it is made and how heavy, in words; in the table and, for a screen reader, with the bar */
  note?: string
}
export type BarStripProps = { label: string; unit: string; days: LoadDay[]; today: IsoDate }

const weekdays = ['日', '月', '火', '水', '木', '金', '土']
const slot = 44
const full = 56

/** How much comes on each of the next days; the same figures stand in a table one key away. */
export function BarStrip({ label, unit, days, today }: BarStripProps) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  const heights = barHeights(
    days.map(({ count }) => count),
    full,
  )
  const sum = days.reduce((total, { count }) => total + (count ?? 0), 0)
  const sentence = `${label}: ${days.length}日間で${sum.toLocaleString('ja-JP')}${unit}`
  return (
    <figure aria-labelledby={id} className="m-0">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <span id={id}>{sentence}</span>
        <Button size="small" look="quiet" onPress={() => setTable(!isTable)}>
          {isTable ? '図で見る' : '表で見る'}
        </Button>
      </figcaption>
      {isTable ? (
        <TableTwin label={label} unit={unit} days={days} />
      ) : (
        <svg
          viewBox={`0 0 ${days.length * slot} ${full + 50}`}
          className="max-h-36 w-full max-w-3xl"
          role="img"
          aria-label={sentence}
        >
          <line x1="0" x2={days.length * slot} y1={full + 16} y2={full + 16} stroke="currentColor" />
          {days.map((day, index) => (
            <DayBar
              key={day.on}
              day={day}
              at={index * slot}
              height={heights[index] ?? null}
              isToday={day.on === today}
            />
          ))}
        </svg>
      )}
    </figure>
  )
}

function DayBar({
  day,
  at,
  height,
  isToday,
}: {
  day: LoadDay
  at: number
  height: number | null
  isToday: boolean
}) {
  const middle = at + slot / 2
  const weekday = dayOfWeek(day.on)
  return (
    <g textAnchor="middle" fontSize="12" fill="currentColor">
      {day.note ? <title>{day.note}</title> : null}
      {height === null ? null : (
        <rect
          x={at + 8}
          width={slot - 16}
          y={full + 16 - height}
          height={height}
          className={isToday ? 'fill-accent' : 'fill-edge'}
          stroke="currentColor"
          strokeWidth={isToday ? 2 : 0}
        />
      )}
      <text x={middle} y={full + 10 - (height ?? 0)} fontWeight="bold">
        {day.count ?? '―'}
      </text>
      <text x={middle} y={full + 30} fontWeight={isToday ? 'bold' : 'normal'}>
        {isToday ? '今日' : `${Number(day.on.slice(5, 7))}/${Number(day.on.slice(8))}`}
      </text>
      <text x={middle} y={full + 45} fontWeight={weekday % 6 === 0 ? 'bold' : 'normal'}>
        {weekday % 6 === 0 ? `（${weekdays[weekday]}）` : weekdays[weekday]}
      </text>
    </g>
  )
}

function TableTwin({ label, unit, days }: Omit<BarStripProps, 'today'>) {
  return (
    <table className="text-sm">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="border-b border-edge">
          <th scope="col" className="px-2 text-left">
            日
          </th>
          <th scope="col" className="px-2 text-right">
            件数（{unit}）
          </th>
          {days.some(({ note }) => note) ? (
            <th scope="col" className="px-2 text-left">
              内訳
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.on} className="border-b border-line">
            <th scope="row" className="px-2 text-left font-normal">
              {formatDate(day.on, 'short')}（{weekdays[dayOfWeek(day.on)]}）
            </th>
            <td className="px-2 text-right">
              {day.count === null ? (
                '不明'
              ) : day.href ? (
                <AppLink
                  to={day.href}
                  className={`inline-flex min-h-6 min-w-6 items-center justify-end ${linkClass}`}
                >
                  {day.count}
                </AppLink>
              ) : (
                day.count
              )}
            </td>
            {days.some(({ note }) => note) ? <td className="px-2">{day.note}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
