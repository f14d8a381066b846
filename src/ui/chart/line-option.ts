import { isOverTime, roomFor, timeOrWords, valueAxis } from './axes.ts'
import { type ChartData, drawn, isKnown, type Series, shown } from './chart-data.ts'
import type { ChartOption, CustomSeriesOption, LineSeriesOption } from './chart-option.ts'
import { fontFamily, lookOf, soft } from './looks.ts'

export function lineSeries(data: ChartData, series: Series, index: number): LineSeriesOption {
  const { color, line, symbol } = lookOf(index)
  const isTime = isOverTime(data)
  return {
    type: 'line',
    name: series.name,
    symbol,
    symbolSize: 8,
    connectNulls: false,
    ...(data.isStepped ? { step: 'end' as const } : {}),
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

/** The stretches of a line between its breaks, as first and last category. */
export function stretches({ breaks = [], categories }: ChartData): [number, number][] {
  const starts = [0, ...breaks.map(({ at }) => at).toSorted((a, b) => a - b)]
  return starts.map((from, n) => [from, (starts[n + 1] ?? categories.length) - 1])
}

/** A dashed line in the middle between the last category of the old count and the first of the new one, with its reason. */
function breakMarks(data: ChartData): CustomSeriesOption {
  const breaks = data.breaks ?? []
  const place = (at: number) => (isOverTime(data) ? Date.parse(data.categories[at]!.on!) : at)
  return {
    type: 'custom',
    silent: true,
    data: breaks.map(({ at }) => [place(at - 1), place(at)]),
    encode: { x: [0, 1] },
    renderItem: ({ dataIndex, coordSys }, api) => {
      const x = (api.coord([api.value(0), 0])[0]! + api.coord([api.value(1), 0])[0]!) / 2
      const { y, height } = coordSys as unknown as { y: number; height: number }
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, y1: y, x2: x, y2: y + height },
            style: { stroke: soft, lineWidth: 1.5, lineDash: [5, 4] },
          },
          {
            type: 'text',
            style: {
              text: breaks[dataIndex]!.label,
              x,
              y: y - 6,
              align: 'center',
              verticalAlign: 'bottom',
              fill: soft,
              fontFamily,
              fontSize: 12,
            },
          },
        ],
      }
    },
  }
}

/** Lines over the categories (over true time when they have days), named at their ends; a gap where a figure is not known. */
export function lineOption(data: ChartData, width: number): ChartOption {
  const all = drawn(data)
  const longest = Math.max(...all.map((series) => endWord(data, series).length))
  const endRoom = Math.min(28 + longest * 13, width / 3)
  const parts = stretches(data)
  return {
    grid: { left: roomFor(data), right: endRoom, top: 36, bottom: 32 },
    xAxis: timeOrWords(data),
    yAxis: valueAxis(data),
    series: [
      ...all.flatMap((series, index) =>
        parts.map(([from, to], part): LineSeriesOption => {
          const whole = lineSeries(data, series, index)
          const isLast = part === parts.length - 1
          return {
            ...whole,
            data: (whole.data as { value: unknown }[]).map((one, at) =>
              at < from || at > to
                ? { value: isOverTime(data) ? [data.categories[at]!.on!, Number.NaN] : Number.NaN }
                : one,
            ) as LineSeriesOption['data'],
            endLabel: {
              show: isLast,
              color: lookOf(index).color,
              fontFamily,
              fontSize: 13,
              lineHeight: 17,
              fontWeight: 'bold',
              width: endRoom - 16,
              overflow: 'break',
              formatter: endWord(data, series),
            },
            labelLayout: { moveOverlap: 'shiftY' },
          }
        }),
      ),
      ...(data.breaks ? [breakMarks(data)] : []),
    ],
  }
}
