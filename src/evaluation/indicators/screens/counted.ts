import type { Comparison } from '../schema.ts'
import type { Level } from './api.ts'

type Item = Comparison['items'][number]
export interface Count {
  key: string
  name: string
  value: number
  periodFrom: string
  periodTo: string
  words: string
  source: string
}

/** Whose numerators and denominators are people that are easily taken for each other. */
export const COUNTED: { level: Level; indicators: string[] }[] = [
  { level: 'municipality', indicators: ['population-65over', 'city-certification-rate'] },
  { level: 'insurer', indicators: ['certification-rate', 'certified-share-second'] },
]

/** The counts behind those indicators, by what they count; one that is not known is not listed as zero but left out. */
export function countsOf(items: readonly Item[]): Count[] {
  const one = (id: string) => items.find(({ definition }) => definition.id === id)
  const of = (
    id: string,
    part: 'numerator' | 'denominator',
    name: string,
    words: (definition: Item['definition']) => string,
  ): Count[] => {
    const item = one(id)
    const value = item?.values?.[0]?.[part]
    if (!item || value === null || value === undefined) return []
    const { periodFrom, periodTo, definition } = item
    return [
      {
        key: `${id} ${part}`,
        name,
        value,
        periodFrom,
        periodTo,
        words: words(definition),
        source: definition.source,
      },
    ]
  }
  const above = ({ numerator }: Item['definition']) => numerator
  const below = ({ denominator }: Item['definition']) => denominator
  return [
    ...residents(one('population-65over')),
    ...of('certification-rate', 'denominator', '第1号被保険者（年報）', below),
    ...of('city-certification-rate', 'denominator', '第1号被保険者（市の集計）', below),
    ...of('certified-share-second', 'denominator', '認定者 第1号と第2号（年報）', below),
    ...of('certification-rate', 'numerator', '認定者 第1号だけ（年報）', above),
    ...of('city-certification-rate', 'numerator', '認定者（市の集計）', above),
  ]
}

/** Residents on the latest day, and on the 1 October before it, where the city counts its insured. */
function residents(item: Item | undefined): Count[] {
  if (!item) return []
  const { definition } = item
  const points = (item.line?.[0]?.points ?? []).filter(({ value }) => value !== null)
  const october = points.findLast(({ periodTo }) => periodTo.slice(5) === '10-01')
  return [...new Set([october, points.at(-1)])].flatMap((point) =>
    point && point.value !== null
      ? [
          {
            key: `residents ${point.periodTo}`,
            name: '65歳以上の住民',
            value: point.value,
            periodFrom: point.periodFrom,
            periodTo: point.periodTo,
            words: definition.numerator,
            source: definition.source,
          },
        ]
      : [],
  )
}
