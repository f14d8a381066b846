import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { text } from './axes.ts'
import { barOption, isSideways } from './bar-option.ts'
import { type ChartData, drawn } from './chart-data.ts'
import { lineOption } from './line-option.ts'
import { multiplesAcross, multiplesOption, smallHeight } from './multiples-option.ts'

export type { BarSeriesOption, LineSeriesOption }
export type ChartOption = ComposeOption<
  LineSeriesOption | BarSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>

/** The picture of a set of figures, in a box so many pixels wide. */
export function chartOption(data: ChartData, width: number): ChartOption {
  const base: ChartOption = { animation: false, textStyle: text }
  if (data.kind === 'small-multiples') return { ...base, ...multiplesOption(data, width) }
  return data.kind === 'line'
    ? { ...base, ...lineOption(data, width) }
    : { ...base, ...barOption(data, width) }
}

/** How high the box must be, in pixels: sideways bars and small pictures need room for each. */
export function chartHeight(data: ChartData, width: number): number {
  const count = drawn(data).length
  if (data.kind === 'small-multiples') return Math.ceil(count / multiplesAcross(width)) * smallHeight
  if (data.kind !== 'line' && isSideways(data, width)) {
    return 70 + data.categories.length * (count > 1 ? 14 * count + 10 : 26)
  }
  return 300
}
