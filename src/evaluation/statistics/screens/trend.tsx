import { useMemo } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { type ChartData, ChartWithTable, type Point } from '../../../ui/chart/index.ts'
import { missingLabel, missingWord, PROCESSED } from '../figure-words.ts'
import type { Trend as TrendData } from '../schema.ts'
import { Sources } from './sources.tsx'
import { type Figure, percent } from './words.ts'

type TrendProps = { name: string; data: TrendData; asOf: string }

const point = ({ value, missing }: Figure): Point =>
  value ??
  (missing
    ? { missing: missingLabel(missing), reason: missingWord(missing) }
    : { missing: '不明', reason: '理由の記載なし' })

function chartOf({ items }: TrendData, asOf: string): ChartData {
  const pick = (field: 'total' | 'aged65' | 'aged75' | 'ageingPerMille') =>
    items.map((item) => point(item[field]))
  return {
    kind: 'line',
    axis: '調査日',
    unit: '人',
    categories: items.map((item) => ({
      label: formatDate(item.asOf as IsoDate, 'short'),
      on: item.asOf as IsoDate,
    })),
    marked: items.findIndex((item) => item.asOf === asOf),
    series: [
      { id: 'total', name: '総人口', points: pick('total'), isTableOnly: true },
      { id: 'aged65', name: '65歳以上', points: pick('aged65') },
      { id: 'aged75', name: '75歳以上', points: pick('aged75') },
      {
        id: 'ageing',
        name: '高齢化率',
        points: pick('ageingPerMille'),
        isTableOnly: true,
        unit: '％',
        show: percent,
      },
    ],
  }
}

/** The whole municipality over the days of survey: a picture, and its table one key away. */
export function Trend({ name, data, asOf }: TrendProps) {
  const chart = useMemo(() => chartOf(data, asOf), [data, asOf])
  return (
    <ChartWithTable
      title={`${name}の65歳以上と75歳以上の移り変わり`}
      data={chart}
      notes={[...data.attribution, `${PROCESSED}${data.rounding}`]}
      foot={<Sources lines={data.attribution} note={data.rounding} />}
    />
  )
}
