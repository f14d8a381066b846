import { text, timeOrWords, valueAxis } from './axes.ts'
import { type ChartData, drawn, isKnown, type Series, shown, written } from './chart-data.ts'
import type { ChartOption } from './chart-option.ts'
import { lineSeries } from './line-option.ts'
import { fontFamily, ink } from './looks.ts'

/** Pixels of one small picture with its title and axis. */
export const smallHeight = 170
const titleHeight = 26
const axisHeight = 26

export const multiplesAcross = (width: number): number => Math.max(1, Math.min(4, Math.floor(width / 220)))

/** The figure that is looked at, or else the last known; in words when there is none on that day. */
function figureBeside(data: ChartData, series: Series): string {
  const point = data.marked === undefined ? series.points.findLast(isKnown) : series.points[data.marked]
  if (point === undefined) return ''
  return isKnown(point) ? `　${shown(data, series, point)}${data.unit}` : `　${point.missing}`
}

/** The end of the axis: 34.6 becomes 35, 1,234 becomes 1,500. */
export function roundMax(highest: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, highest))) / 2
  return Math.max(1, Math.ceil(highest / step) * step)
}

/** One small picture for each series, under its name and last figure; the same scale unless the data says otherwise. */
export function multiplesOption(data: ChartData, width: number): ChartOption {
  const all = drawn(data)
  const across = multiplesAcross(width)
  const down = Math.ceil(all.length / across)
  const highest = Math.max(0, ...all.flatMap(({ points }) => points.filter(isKnown)))
  const cell = (index: number) => ({
    left: ((index % across) * 100) / across,
    top: (Math.floor(index / across) * 100) / down,
  })
  return {
    title: all.map((series, index) => {
      const { left, top } = cell(index)
      const figure = figureBeside(data, series)
      return {
        text: `${series.name}${figure}`,
        left: `${left}%`,
        top: `${top}%`,
        padding: [4, 0, 0, 4],
        textStyle: {
          color: ink,
          fontFamily,
          fontSize: 13,
          fontWeight: 'bold',
          width: width / across - 12,
          overflow: 'truncate',
        },
      }
    }),
    grid: all.map((_, index) => {
      const { left, top } = cell(index)
      return {
        left: (left * width) / 100 + 40,
        width: width / across - 64,
        top: (top * down * smallHeight) / 100 + titleHeight + 6,
        height: smallHeight - titleHeight - axisHeight - 16,
      }
    }),
    xAxis: all.map((_, index) => ({ ...timeOrWords(data), gridIndex: index })),
    yAxis: all.map((_, index) => ({
      ...valueAxis(data),
      name: '',
      gridIndex: index,
      splitNumber: 2,
      max: data.sharesScale === false ? undefined : roundMax(highest),
      axisLabel: { ...text, fontSize: 12, formatter: (value: number) => (data.show ?? written)(value) },
    })),
    series: all.map((series, index) => ({
      ...lineSeries(data, series, 0),
      xAxisIndex: index,
      yAxisIndex: index,
    })),
  }
}
