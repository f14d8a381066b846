import type { LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { Trend } from '../schema.ts'
import { count } from './words.ts'

export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption>
type Item = Trend['items'][number]

/** Blue and dark orange differ for every kind of colour sight; line and mark differ too, for paper in black and white. */
const lines = [
  { field: 'aged65', name: '65歳以上', color: '#0017c1', type: 'solid', symbol: 'circle' },
  { field: 'aged75', name: '75歳以上', color: '#8b3a00', type: 'dashed', symbol: 'rect' },
] as const

const text = { color: '#333333', fontFamily: 'inherit', fontSize: 13 }

/** Two lines from zero over true time, labelled at their ends and on the chosen day; a gap where a figure is not known. */
export function chartOption(items: readonly Item[], asOf: string): ChartOption {
  return {
    animation: false,
    textStyle: text,
    grid: { left: 72, right: 130, top: 36, bottom: 32 },
    xAxis: {
      type: 'time',
      axisLabel: { ...text, formatter: (time: number) => yearOf(time), hideOverlap: true },
      minInterval: 365 * 24 * 3600 * 1000,
    },
    yAxis: {
      type: 'value',
      name: '人',
      nameTextStyle: { ...text, align: 'right' },
      min: 0,
      axisLabel: { ...text, formatter: (value: number) => count(value) },
    },
    series: lines.map(({ field, name, color, type, symbol }) => ({
      type: 'line',
      name,
      symbol,
      symbolSize: 8,
      connectNulls: false,
      lineStyle: { color, type, width: 2 },
      itemStyle: { color },
      endLabel: {
        show: true,
        color,
        fontSize: 13,
        fontWeight: 'bold',
        formatter: name,
      },
      data: items.map((item) => ({
        value: [item.asOf, item[field].value ?? Number.NaN],
        symbolSize: item.asOf === asOf ? 14 : 8,
        label: {
          show: item.asOf === asOf && item[field].value !== null,
          position: 'top',
          color,
          fontWeight: 'bold',
          fontSize: 13,
          formatter: `${count(item[field].value ?? 0)}人`,
        },
      })),
    })),
  }
}

/** 令和7年: the era year that a new year begins in. */
function yearOf(time: number): string {
  const year = new Date(time).getFullYear()
  return formatDate(`${year}-12-31` as IsoDate).replace(/年.*$/, '年')
}
