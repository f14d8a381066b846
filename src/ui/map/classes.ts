import { isKnown, type MapData, type Subject, subjectsOf, written } from './map-data.ts'
import { coloursOf } from './palettes.ts'

/** One colour of the map and what stands behind it. */
export type MapClass = { label: string; count: number; colour: string; isHatched: boolean }
export type MapClasses = {
  /** lower ends of all classes but the first */
  breaks: number[]
  classes: MapClass[]
  /** places without a figure: how many, and each word with its number */
  missing: { count: number; words: string }
}

const most = 5

/**
 * Lower ends of fifths: as many places in each class as ties allow. Rounded as figures are written, so that what the legend
 * says is what the map does; ends that would leave a class empty are left out.
 */
export function quantileBreaks(values: readonly number[], digits = 0, count = most): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const least = sorted[0]
  if (least === undefined) return []
  const round = (value: number) => Number(value.toFixed(digits))
  const ends = Array.from({ length: count - 1 }, (_, at) =>
    round(sorted[Math.ceil(((at + 1) * sorted.length) / count)] ?? Number.POSITIVE_INFINITY),
  )
  const highest = sorted.at(-1) ?? least
  return [...new Set(ends)].filter((end) => end > least && end <= highest)
}

/** From 0; a figure on the end of two classes belongs to the upper one. */
export const classOf = (breaks: readonly number[], value: number): number =>
  breaks.reduce((at, end) => (value >= end ? at + 1 : at), 0)

/** @throws RangeError when given breaks do not ascend or are more than four */
export function classesOf(data: MapData, subjects: readonly Subject[] = subjectsOf(data)): MapClasses {
  const known = subjects.map(({ value }) => value).filter(isKnown)
  const breaks = data.breaks ? checked(data.breaks) : quantileBreaks(known, data.digits)
  const palette = data.palette ?? 'sequential'
  const colours = coloursOf(palette, breaks.length + 1)
  const counts = new Array<number>(breaks.length + 1).fill(0)
  for (const value of known) counts[classOf(breaks, value)]! += 1
  return {
    breaks,
    classes: colours.map((colour, at) => ({
      label: labelOf(data, breaks, at),
      count: counts[at] ?? 0,
      colour,
      isHatched: palette === 'diverging' && at < breaks.length / 2,
    })),
    missing: missingOf(subjects),
  }
}

function checked(breaks: readonly number[]): number[] {
  const isAscending = breaks.every((end, at) => at === 0 || end > breaks[at - 1]!)
  if (!isAscending || breaks.length >= most) throw new RangeError('breaks must ascend and be four at most')
  return [...breaks]
}

function labelOf({ unit, digits }: MapData, breaks: readonly number[], at: number): string {
  const [from, below] = [breaks[at - 1], breaks[at]]
  const say = (value: number) => `${written(value, digits)}${unit}`
  if (from === undefined) return below === undefined ? 'すべて' : `${say(below)}未満`
  return below === undefined ? `${say(from)}以上` : `${say(from)}以上 ${say(below)}未満`
}

function missingOf(subjects: readonly Subject[]): MapClasses['missing'] {
  const words = subjects.flatMap(({ value }) => (isKnown(value) ? [] : [value.missing]))
  const each = [...Map.groupBy(words, (word) => word)].map(([word, all]) => `${word} ${all.length}`)
  return { count: words.length, words: each.join('、') }
}
