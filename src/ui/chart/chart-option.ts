import type {
  BarSeriesOption,
  BoxplotSeriesOption,
  CustomSeriesOption,
  LineSeriesOption,
  RadarSeriesOption,
  ScatterSeriesOption,
} from 'echarts/charts'
import type {
  GridComponentOption,
  LegendComponentOption,
  MarkLineComponentOption,
  RadarComponentOption,
  TitleComponentOption,
} from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { text } from './axes.ts'
import { barOption, isSideways } from './bar-option.ts'
import { boxesLie, boxOption } from './box-option.ts'
import { type AnyChartData, type ChartData, drawn, isKnown, isOfPlaces } from './chart-data.ts'
import { distributionOption } from './distribution-option.ts'
import { lineOption } from './line-option.ts'
import { multiplesAcross, multiplesOption, smallHeight } from './multiples-option.ts'
import type { PlaceChartData } from './place-data.ts'
import { knownPlaces } from './place-looks.ts'
import { drawnSpokes, radarOption } from './radar-option.ts'
import { isCurve, rankingOption, rowHeight } from './ranking-option.ts'
import { bothKnown, scatterOption } from './scatter-option.ts'

export type { BarSeriesOption, CustomSeriesOption, LineSeriesOption }
export type ChartOption = ComposeOption<
  | LineSeriesOption
  | BarSeriesOption
  | ScatterSeriesOption
  | BoxplotSeriesOption
  | RadarSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | TitleComponentOption
  | RadarComponentOption
  | MarkLineComponentOption
>

/** The picture of a set of figures, in a box so many pixels wide. */
export function chartOption(data: AnyChartData, width: number): ChartOption {
  const base: ChartOption = { animation: false, textStyle: text }
  return { ...base, ...(isOfPlaces(data) ? optionOfPlaces(data, width) : optionOfSeries(data, width)) }
}

function optionOfSeries(data: ChartData, width: number): ChartOption {
  if (data.kind === 'small-multiples') return multiplesOption(data, width)
  return data.kind === 'line' ? lineOption(data, width) : barOption(data, width)
}

function optionOfPlaces(data: PlaceChartData, width: number): ChartOption {
  switch (data.kind) {
    case 'distribution':
      return distributionOption(data, width)
    case 'ranking':
    case 'interval':
      return rankingOption(data, width)
    case 'box':
      return boxOption(data, width)
    case 'scatter':
      return scatterOption(data, width)
    case 'radar':
      return radarOption(data, width)
  }
}

/** How high the box must be, in pixels: rows, lying boxes and small pictures need room for each. */
export function chartHeight(data: AnyChartData, width: number): number {
  if (isOfPlaces(data)) return heightOfPlaces(data, width)
  const count = drawn(data).length
  if (data.kind === 'small-multiples') return Math.ceil(count / multiplesAcross(width)) * smallHeight
  if (data.kind !== 'line' && isSideways(data, width)) {
    return 70 + data.categories.length * (count > 1 ? 14 * count + 10 : 26)
  }
  return 300
}

function heightOfPlaces(data: PlaceChartData, width: number): number {
  switch (data.kind) {
    case 'ranking':
    case 'interval':
      return isCurve(data) ? 320 : 76 + data.places.length * rowHeight
    case 'box':
      return boxesLie(data, width) ? 70 + data.groups.length * 18 : 360
    case 'scatter':
      return Math.round(Math.max(320, Math.min(520, width * 0.7)))
    case 'radar':
      return Math.round(Math.max(340, Math.min(520, width * 0.75)))
    case 'distribution':
      return 300
  }
}

/** A picture needs something to draw: two points for a line, three spokes for a radar, else one figure. */
export function canBeDrawn(data: AnyChartData): boolean {
  if (!isOfPlaces(data)) {
    const points = drawn(data).flatMap((series) => series.points.filter(isKnown))
    return points.length > (data.kind === 'line' ? 1 : 0)
  }
  switch (data.kind) {
    case 'box':
      return data.groups.some(({ places }) => knownPlaces(places).length > 0)
    case 'scatter':
      return bothKnown(data).length > 0
    case 'radar':
      return data.places.length > 0 && drawnSpokes(data).length > 2
    default:
      return knownPlaces(data.places).length > 0
  }
}
