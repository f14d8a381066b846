import type { CustomSeriesRenderItem } from 'echarts/types/dist/shared'
import { text } from './axes.ts'
import { isKnown, written } from './chart-data.ts'
import type { ChartOption } from './chart-option.ts'
import { fontFamily, grid as gridColor, ink, soft } from './looks.ts'
import type { PlacePoint, RankingData } from './place-data.ts'
import {
  figure,
  keyLine,
  knownPlaces,
  label,
  levelLine,
  lookOfRole,
  marked,
  ofRole,
  onTop,
  own as ownLook,
  peer as peerLook,
  pointText,
} from './place-looks.ts'
import { ranks } from './spread.ts'

/** As many names can be read below each other; more become a curve. */
const readable = 60
export const rowHeight = 22
export const isCurve = (data: RankingData) => data.kind === 'ranking' && data.places.length > readable

/** Places as they stand below each other: by their figures, those without one at the end; or as given. */
export function ordered(data: RankingData): { place: PlacePoint; rank?: number; ties?: number }[] {
  const known = knownPlaces(data.places)
  if (data.kind === 'interval') return data.places.map((place) => ({ place }))
  const found = ranks(
    known.map(({ value }) => value),
    !data.isLowFirst,
    data.show ?? written,
  )
  return [
    ...found.order.map((at) => ({ place: known[at]!, ...found.ranks[at]! })),
    ...data.places.filter(({ value }) => !isKnown(value)).map((place) => ({ place })),
  ]
}

export const rankingOption = (data: RankingData, width: number): ChartOption =>
  isCurve(data) ? curve(data, width) : rows(data, width)

const valueAxis = (data: RankingData) => ({
  type: 'value' as const,
  scale: true,
  nameTextStyle: text,
  axisLabel: { ...text, hideOverlap: true, formatter: (value: number) => (data.show ?? written)(value) },
  splitLine: { lineStyle: { color: gridColor } },
})

/** A dot for each place in its row, its figure at the right edge, a whisker where it is known how sure the figure is. */
function rows(data: RankingData, width: number): ChartOption {
  const all = ordered(data)
  const words = all.map(({ place, rank }) => (rank ? `${rank}　${marked(place)}` : marked(place)))
  const longest = Math.max(4, ...words.map((word) => word.length))
  const names = Math.min(longest * 13.5 + 8, width / 3)
  const figures = all.map(({ place }) => pointText(data, place.value))
  const own = new Set(all.flatMap(({ place }, at) => (place.role === 'own' ? [at] : [])))
  const category = {
    type: 'category' as const,
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
  }
  const bold = (at: number) => (own.has(at) ? { fontWeight: 'bold' as const } : {})
  return {
    grid: {
      left: names + 12,
      right: Math.max(4, ...figures.map((one) => one.length)) * 9 + 20,
      top: 30,
      bottom: 44,
    },
    xAxis: {
      ...valueAxis(data),
      name: `${data.axis}（${data.unit}）`,
      nameLocation: 'middle',
      nameGap: 28,
    },
    yAxis: [
      {
        ...category,
        data: words.map((value, at) => ({ value, textStyle: bold(at) })),
        axisLabel: { ...text, interval: 0, width: names, overflow: 'truncate' },
        splitLine: { show: true, lineStyle: { color: gridColor, type: 'dotted' } },
      },
      {
        ...category,
        position: 'right',
        data: figures.map((value, at) => ({ value, textStyle: bold(at) })),
        axisLabel: { ...text, interval: 0 },
      },
    ],
    series: [
      {
        type: 'custom',
        renderItem: whisker,
        silent: true,
        encode: { x: [1, 2], y: 0 },
        data: all.flatMap(({ place: { interval } }, at) =>
          interval && 'low' in interval ? [[at, interval.low, interval.high]] : [],
        ),
      },
      {
        type: 'scatter',
        data: all.map(({ place }, at) => ({
          value: [isKnown(place.value) ? place.value : Number.NaN, at],
          ...lookOfRole(place.role),
          symbolSize: place.role === 'own' ? 14 : 9,
        })),
        markLine: {
          ...levelLine(),
          data: (data.levels ?? []).map((level) => ({
            xAxis: level.value,
            label: { formatter: `${level.label} ${figure(data, level.value)}`, position: 'start' as const },
          })),
        },
      },
      // the column of figures needs something that stands on its axis
      { type: 'scatter', yAxisIndex: 1, data: [] },
    ],
  }
}

/** A line from low to high with a foot at each end. */
const whisker: CustomSeriesRenderItem = (_, api) => {
  const [low, high] = [api.coord([api.value(1), api.value(0)]), api.coord([api.value(2), api.value(0)])]
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke: ink, lineWidth: 1.5 },
  })
  const [x1, x2, y] = [low[0]!, high[0]!, low[1]!]
  return {
    type: 'group',
    children: [line(x1, y, x2, y), line(x1, y - 4, x1, y + 4), line(x2, y - 4, x2, y + 4)],
  }
}

/** Many places: a line from the first rank to the last, with marks and names at those that matter. */
function curve(data: RankingData, width: number): ChartOption {
  const all = ordered(data).flatMap(({ place, rank }, n) =>
    rank && isKnown(place.value) ? [{ ...place, value: place.value, rank, at: n + 1 }] : [],
  )
  const ours = ofRole(all, 'own').map((one) => ({
    value: [one.at, one.value],
    label: {
      ...label,
      ...onTop,
      show: true,
      position: 'top' as const,
      distance: 10,
      align: one.at > all.length / 2 ? ('right' as const) : ('left' as const),
      fontSize: 14,
      fontWeight: 'bold' as const,
      formatter: `${one.name} ${written(one.rank)}位 ${figure(data, one.value)}`,
    },
  }))
  const peers = ofRole(all, 'peer')
  return {
    title: keyLine(
      `線の左が${data.isLowFirst ? '低い' : '高い'}ほう。${data.of}、全${written(all.length)}${peers.length > 0 ? `　▲ 比べる相手 ${peers.length}` : ''}`,
      width,
    ),
    grid: { left: 64, right: 24, top: 50, bottom: 48 },
    xAxis: {
      type: 'value',
      name: '順位',
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: text,
      min: 0,
      max: all.length + 1,
      axisLabel: { ...text, formatter: (value: number) => (value > all.length ? '' : written(value)) },
      splitLine: { show: false },
    },
    yAxis: { ...valueAxis(data), name: data.unit },
    series: [
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { color: soft, width: 3 },
        data: all.map(({ at, value }) => [at, value]),
        markLine: {
          ...levelLine(),
          data: (data.levels ?? []).map((level) => ({
            yAxis: level.value,
            label: {
              fontFamily,
              formatter: `${level.label} ${figure(data, level.value)}`,
              position: 'insideEndTop' as const,
            },
          })),
        },
      },
      { type: 'scatter', ...peerLook, z: 3, data: peers.map(({ at, value }) => [at, value]) },
      { type: 'scatter', ...ownLook, z: 4, data: ours },
    ],
  }
}
