import {
  type AnyChartData,
  type ChartData,
  isKnown,
  isOfPlaces,
  type Point,
  shown,
  written,
} from './chart-data.ts'
import type {
  BoxData,
  DistributionData,
  Interval,
  RadarData,
  RankingData,
  ScatterData,
} from './place-data.ts'
import { knownPlaces, ofRole } from './place-looks.ts'
import { ratio } from './radar-option.ts'
import { ordered } from './ranking-option.ts'
import { binOf, bins, fiveNumbers } from './spread.ts'

/** A figure as it is written, a word, or why there is no figure. */
export type Cell = string | { missing: string; reason?: string }
export type TableData = {
  /** the first stands over the names of the rows */
  headings: readonly string[]
  rows: readonly { name: string; cells: readonly Cell[]; isOwn: boolean }[]
}

type Writes = { show?: (value: number) => string }
const cell = ({ show = written }: Writes, point: Point | undefined): Cell =>
  isKnown(point) ? show(point) : (point ?? { missing: '不明' })

/** The figures of a picture as a table: the same for the screen, a file and paper. */
export function tableOf(data: AnyChartData): TableData {
  if (!isOfPlaces(data)) return tableOfSeries(data)
  switch (data.kind) {
    case 'distribution':
      return tableOfClasses(data)
    case 'ranking':
    case 'interval':
      return tableOfRanks(data)
    case 'box':
      return tableOfBoxes(data)
    case 'scatter':
      return tableOfPairs(data)
    case 'radar':
      return tableOfRatios(data)
  }
}

function tableOfSeries(data: ChartData): TableData {
  const breakAt = new Map(data.breaks?.map(({ at, label }) => [at, label]))
  return {
    headings: [data.axis, ...data.series.map(({ name, unit }) => `${name}（${unit ?? data.unit}）`)],
    rows: data.categories.map(({ label }, at) => ({
      name: breakAt.has(at) ? `${label}（ここから${breakAt.get(at)}）` : label,
      isOwn: at === data.marked,
      cells: data.series.map((series) => {
        const point = series.points[at]
        return isKnown(point) ? shown(data, series, point) : (point ?? { missing: '不明' })
      }),
    })),
  }
}

function tableOfClasses(data: DistributionData): TableData {
  const places = knownPlaces(data.places)
  const classes = bins(places.map(({ value }) => value))
  const show = data.show ?? written
  const marked = [...ofRole(places, 'own'), ...ofRole(places, 'peer')]
  const lacking = data.places.length - places.length
  const inClass = (n: number) => marked.filter(({ value }) => binOf(classes, value) === n)
  return {
    headings: [`${data.axis}（${data.unit}）`, `${data.of}（数）`, '私たちと比べる相手'],
    rows: [
      ...classes.map(({ from, to, count }, n) => ({
        name: `${show(from)}以上${show(to)}未満`,
        isOwn: inClass(n).some(({ role }) => role === 'own'),
        cells: [
          written(count),
          inClass(n)
            .map(({ name, value }) => `${name} ${show(value)}`)
            .join('、'),
        ],
      })),
      ...(lacking > 0 ? [{ name: '値のないもの', isOwn: false, cells: [written(lacking), ''] }] : []),
    ],
  }
}

const bounds = ({ show = written }: Writes, interval: Interval | undefined): Cell => {
  if (!interval) return ''
  return 'low' in interval ? `${show(interval.low)}～${show(interval.high)}` : interval
}

function tableOfRanks(data: RankingData): TableData {
  const hasBounds = data.places.some(({ interval }) => interval)
  const isRanked = data.kind === 'ranking'
  return {
    headings: [
      data.of,
      ...(isRanked ? ['順位'] : []),
      `${data.axis}（${data.unit}）`,
      ...(hasBounds ? ['区間'] : []),
    ],
    rows: ordered(data).map(({ place, rank, ties = 1 }) => ({
      name: place.name,
      isOwn: place.role === 'own',
      cells: [
        ...(isRanked
          ? [rank ? `${written(rank)}${ties > 1 ? `（同じ順位${written(ties)}）` : ''}` : '―']
          : []),
        cell(data, place.value),
        ...(hasBounds ? [bounds(data, place.interval)] : []),
      ],
    })),
  }
}

function tableOfBoxes(data: BoxData): TableData {
  const show = data.show ?? written
  return {
    headings: [
      data.by,
      `${data.of}（数）`,
      ...['最小', '第1四分位', '中央値', '第3四分位', '最大'].map((one) => `${one}（${data.unit}）`),
      '私たちと比べる相手',
    ],
    rows: data.groups.map(({ name, places }) => {
      const known = knownPlaces(places)
      const marked = [...ofRole(known, 'own'), ...ofRole(known, 'peer')]
      const five = known.length > 0 ? fiveNumbers(known.map(({ value }) => value)) : null
      const none = { missing: '値なし' }
      return {
        name,
        isOwn: marked.some(({ role }) => role === 'own'),
        cells: [
          written(known.length),
          ...(five
            ? [five.lowest, five.q1, five.median, five.q3, five.highest].map(show)
            : [none, none, none, none, none]),
          marked.map((one) => `${one.name} ${show(one.value)}`).join('、'),
        ],
      }
    }),
  }
}

function tableOfPairs({ of, x, y, points }: ScatterData): TableData {
  const weight = { own: 0, peer: 1, none: 2 }
  return {
    headings: [of, `${x.axis}（${x.unit}）`, `${y.axis}（${y.unit}）`],
    rows: points
      .toSorted((a, b) => weight[a.role ?? 'none'] - weight[b.role ?? 'none'])
      .map((one) => ({ name: one.name, isOwn: one.role === 'own', cells: [cell(x, one.x), cell(y, one.y)] })),
  }
}

const directions = {
  higher: '高いほうがよい',
  lower: '低いほうがよい（比は逆）',
  neither: '良し悪しなし',
} as const

function tableOfRatios({ spokes, places, base }: RadarData): TableData {
  return {
    headings: [
      '指標',
      `${base}（100）`,
      ...places.flatMap(({ name }) => [`${name}の値`, `${name}の比`]),
      '向き',
    ],
    rows: spokes.map((spoke, n) => ({
      name: `${spoke.axis}（${spoke.unit}）`,
      isOwn: false,
      cells: [
        cell(spoke, spoke.base),
        ...places.flatMap(({ values }) => [
          cell(spoke, values[n]),
          cell({ show: (value) => value.toFixed(0) }, ratio(spoke, values[n])),
        ]),
        directions[spoke.better],
      ],
    })),
  }
}
