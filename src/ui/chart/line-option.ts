import { isOverTime, roomFor, timeOrWords, valueAxis } from './axes.ts'
import { type ChartData, drawn, isKnown, type Series, shown } from './chart-data.ts'
import type { ChartOption, LineSeriesOption } from './chart-option.ts'
import { fontFamily, lookOf } from './looks.ts'

export function lineSeries(data: ChartData, series: Series, index: number): LineSeriesOption {
  const { color, line, symbol } = lookOf(index)
  const isTime = isOverTime(data)
  return {
    type: 'line',
    name: series.name,
    symbol,
    symbolSize: 8,
    connectNulls: false,
    lineStyle: { color, type: line, width: 2 },
    itemStyle: { color },
    data: series.points.map((point, at) => {
      const value = isKnown(point) ? point : Number.NaN
      const isMarked = at === data.marked && isKnown(point)
      const isLast = at === series.points.length - 1 // there the name at the end carries the figure
      return {
        value: isTime ? [data.categories[at]!.on!, value] : value,
        symbolSize: isMarked ? 14 : 8,
        label: {
          show: isMarked && !isLast,
          position: isUnderAnother(data, series, at) ? 'bottom' : 'top',
          color,
          fontFamily,
          fontWeight: 'bold',
          fontSize: 13,
          formatter: isKnown(point) ? `${shown(data, series, point)}${data.unit}` : '',
        },
      }
    }),
  }
}

/** Another line runs so close above that its figure would stand in the same place. */
function isUnderAnother(data: ChartData, series: Series, at: number): boolean {
  const own = series.points[at]
  const all = drawn(data)
  const highest = Math.max(...all.flatMap(({ points }) => points.filter(isKnown)))
  return all.some((other) => {
    const value = other.points[at]
    return isKnown(own) && isKnown(value) && value > own && (value - own) * 8 < highest
  })
}

/** 「電話」 at the end of a line, with its figure when the last point is the one looked at. */
function endWord(data: ChartData, series: Series): string {
  const at = series.points.length - 1
  const last = series.points[at]
  return data.marked === at && isKnown(last)
    ? `${series.name}　${shown(data, series, last)}${data.unit}`
    : series.name
}

/** Lines over the categories (over true time when they have days), named at their ends; a gap where a figure is not known. */
export function lineOption(data: ChartData, width: number): ChartOption {
  const all = drawn(data)
  const longest = Math.max(...all.map((series) => endWord(data, series).length))
  const endRoom = Math.min(28 + longest * 13, width / 3)
  return {
    grid: { left: roomFor(data), right: endRoom, top: 36, bottom: 32 },
    xAxis: timeOrWords(data),
    yAxis: valueAxis(data),
    series: all.map((series, index) => ({
      ...lineSeries(data, series, index),
      endLabel: {
        show: true,
        color: lookOf(index).color,
        fontFamily,
        fontSize: 13,
        fontWeight: 'bold',
        width: endRoom - 16,
        overflow: 'break',
        formatter: endWord(data, series),
      },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  }
}
