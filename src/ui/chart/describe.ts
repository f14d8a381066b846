import {
  type AnyChartData,
  type ChartData,
  drawn,
  isKnown,
  isOfPlaces,
  type Series,
  shown,
} from './chart-data.ts'
import { describePlaces } from './describe-places.ts'

const kinds = {
  line: '折れ線グラフ',
  bar: '棒グラフ',
  'grouped-bar': '並べた棒グラフ',
  'small-multiples': '小さなグラフの並び',
} as const

/** What a picture shows, for those who hear it: its kind, what runs along it, and of each series the ends and the extremes. */
export function describe(title: string, data: AnyChartData): string {
  return `${title}。${isOfPlaces(data) ? describePlaces(data) : describeSeries(data)}すべての数は「表で見る」で読めます。`
}

function describeSeries(data: ChartData): string {
  const { categories, breaks = [] } = data
  const [first, last] = [categories[0], categories.at(-1)]
  const along =
    first && last ? `${data.axis}は${first.label}から${last.label}までの${categories.length}点。` : ''
  const sentences = drawn(data).map((series) => sentence(data, series))
  const cuts = breaks.map(({ at, label }) => `${categories[at]?.label}から${label}。`)
  return `${kinds[data.kind]}。${along}${cuts.join('')}${sentences.join('')}`
}

function sentence(data: ChartData, series: Series): string {
  const known = series.points.flatMap((point, at) => (isKnown(point) ? [{ value: point, at }] : []))
  const lacking = series.points.length - known.length
  const unknown = lacking > 0 ? `、数のないところが${lacking}点` : ''
  if (known.length === 0) return `${series.name}は数がありません。`
  const say = ({ value, at }: { value: number; at: number }) =>
    `${data.categories[at]?.label}の${shown(data, series, value)}${data.unit}`
  const highest = known.reduce((best, one) => (one.value > best.value ? one : best))
  const lowest = known.reduce((best, one) => (one.value < best.value ? one : best))
  if (known.length === 1) return `${series.name}は${say(known[0]!)}${unknown}。`
  const ends = data.kind === 'line' || data.kind === 'small-multiples'
  const walk = ends ? `${say(known[0]!)}から${say(known.at(-1)!)}まで、` : ''
  return `${series.name}は${walk}最も多いのは${say(highest)}、最も少ないのは${say(lowest)}${unknown}。`
}
