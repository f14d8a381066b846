import type { IndicatorList } from '../schema.ts'
import type { Level } from './api.ts'
import { levelsOf } from './where.ts'

type Listed = IndicatorList['items'][number]

/** As many as one answer may hold. */
const most = 24

/** What is to be asked for the figures of one place: indicators of one level together. Towns have no figure of the place. */
export function asksOf(items: readonly Listed[]): { level: Level; indicators: string[] }[] {
  const byLevel = Map.groupBy(items, (item) => levelsOf(item)[0])
  return [...byLevel].flatMap(([level, of]) => {
    if (level === undefined || level === 'town') return []
    const ids = of.map(({ id }) => id)
    const parts = Array.from({ length: Math.ceil(ids.length / most) }, (_, n) =>
      ids.slice(n * most, (n + 1) * most),
    )
    return parts.map((indicators) => ({ level, indicators }))
  })
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** Every word stands somewhere in title, group or definition. */
export function matches({ title, group, numerator, denominator, source }: Listed, words: string): boolean {
  const text = fold([title, group, numerator, denominator, source].join(' '))
  return fold(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
