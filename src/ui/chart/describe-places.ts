import { isKnown, written } from './chart-data.ts'
import type {
  BoxData,
  DistributionData,
  PlaceChartData,
  RadarData,
  RankingData,
  ScatterData,
} from './place-data.ts'
import { figure, knownPlaces, ofRole, pointText } from './place-looks.ts'
import { drawnSpokes, ratio } from './radar-option.ts'
import { isCurve, ordered } from './ranking-option.ts'
import { binOf, bins, fiveNumbers } from './spread.ts'

/** What a picture of places says, for those who hear it. */
export function describePlaces(data: PlaceChartData): string {
  switch (data.kind) {
    case 'distribution':
      return distribution(data)
    case 'ranking':
    case 'interval':
      return ranking(data)
    case 'box':
      return boxes(data)
    case 'scatter':
      return scatter(data)
    case 'radar':
      return radar(data)
  }
}

const lacking = (count: number, of: string) => (count > 0 ? `値のない${of}が${written(count)}。` : '')

function distribution(data: DistributionData): string {
  const places = knownPlaces(data.places)
  if (places.length === 0) return '度数の図。値がありません。'
  const values = places.map(({ value }) => value)
  const { lowest, median, highest } = fiveNumbers(values)
  const classes = bins(values)
  const most = classes.reduce((best, one) => (one.count > best.count ? one : best))
  const say = (value: number) => figure(data, value)
  const ours = ofRole(places, 'own').map(
    ({ name, value }) =>
      `${name}は${say(value)}で、${written(classes[binOf(classes, value)]?.count ?? 0)}の${data.of}と同じ階級にあります。`,
  )
  return [
    `${data.axis}の度数の図。${written(places.length)}の${data.of}。`,
    `最小${say(lowest)}、中央値${say(median)}、最大${say(highest)}。`,
    `最も多いのは${say(most.from)}以上${say(most.to)}未満の${written(most.count)}。`,
    ...ours,
    ...ofRole(places, 'peer').map(({ name, value }) => `比べる相手の${name}は${say(value)}。`),
    ...(data.levels ?? []).map(({ label, value }) => `${label}は${say(value)}。`),
    lacking(data.places.length - places.length, data.of),
  ].join('')
}

function ranking(data: RankingData): string {
  const all = ordered(data)
  const known = all.filter(({ place }) => isKnown(place.value))
  const kind = data.kind === 'interval' ? '値と区間の図' : isCurve(data) ? '順位の曲線' : '順位の図'
  const ours = all
    .filter(({ place }) => place.role === 'own')
    .map(({ place, rank }) => {
      const { interval } = place
      const sure =
        interval && 'low' in interval
          ? `（区間は${figure(data, interval.low)}から${figure(data, interval.high)}）`
          : ''
      const at = rank ? `で、${written(known.length)}のうち${written(rank)}位` : ''
      return `${place.name}は${pointText(data, place.value)}${sure}${at}。`
    })
  const ends = known.length > 1 ? [known[0]!, known.at(-1)!] : []
  return [
    `${data.axis}の${kind}。${written(all.length)}の${data.of}。`,
    ...ours,
    ...(data.kind === 'ranking'
      ? ends.map(
          ({ place }, n) => `${n === 0 ? '1位' : '最後'}は${place.name}の${pointText(data, place.value)}。`,
        )
      : []),
    ...(data.levels ?? []).map(({ label, value }) => `${label}は${figure(data, value)}。`),
    lacking(all.length - known.length, data.of),
  ].join('')
}

function boxes(data: BoxData): string {
  const known = data.groups
    .map(({ name, places }) => ({ name, places: knownPlaces(places) }))
    .filter(({ places }) => places.length > 0)
    .map((one) => ({ ...one, median: fiveNumbers(one.places.map(({ value }) => value)).median }))
    .toSorted((a, b) => b.median - a.median)
  const [first, last] = [known[0], known.at(-1)]
  const ours = known.flatMap(({ name, places, median }) =>
    ofRole(places, 'own').map(
      (one) =>
        `${one.name}は${figure(data, one.value)}、${name}の${places.length}の${data.of}の中央値は${figure(data, median)}。`,
    ),
  )
  return [
    `${data.axis}の箱ひげ図。${data.by}ごとに${known.length}の箱。`,
    ...ours,
    first && last
      ? `中央値が最も高いのは${first.name}の${figure(data, first.median)}、最も低いのは${last.name}の${figure(data, last.median)}。`
      : '',
  ].join('')
}

function scatter(data: ScatterData): string {
  const known = data.points.filter(({ x, y }) => isKnown(x) && isKnown(y))
  const side = (is: boolean) => (is ? '高い' : '低い')
  const { cross } = data
  const ours = ofRole(data.points, 'own').map(({ name, x, y }) => {
    const where =
      cross && isKnown(x) && isKnown(y)
        ? `、${cross.label}より${data.x.axis}は${side(x > cross.x)}、${data.y.axis}は${side(y > cross.y)}`
        : ''
    return `${name}は${data.x.axis}が${pointText(data.x, x)}、${data.y.axis}が${pointText(data.y, y)}${where}。`
  })
  return [
    `散布図。横は${data.x.axis}、縦は${data.y.axis}。${written(known.length)}の${data.of}。`,
    ...ours,
    lacking(data.points.length - known.length, data.of),
  ].join('')
}

function radar(data: RadarData): string {
  const at = drawnSpokes(data)
  const lines = data.places.map(({ name, values }) => {
    const words = at.map((n) => {
      const value = ratio(data.spokes[n]!, values[n])
      return `${data.spokes[n]!.axis}${isKnown(value) ? Math.round(value) : ''}`
    })
    return `${name}は${words.join('、')}。`
  })
  const out = data.spokes.length - at.length
  return [
    `レーダー図。${data.base}を100とした比。${at.length}の指標。`,
    ...lines,
    out > 0 ? `値がそろわない${out}の指標は図にありません。` : '',
  ].join('')
}
