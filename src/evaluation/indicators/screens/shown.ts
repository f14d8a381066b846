import type { Shown } from '../pictures/pictures.ts'
import type { PlaceList } from '../places/schema.ts'
import type { Reading, SimilarList, Values } from '../schema.ts'
import type { At } from './api.ts'
import type { Compared } from './where.ts'

/** What all parts of a page draw from. */
export type ShownOnPage = Shown & {
  values: Values
  places: PlaceList
  at: At
  /** null: no place is chosen, or it has no figure here */
  ours: Values['items'][number] | null
  compared: Compared
}

type Chosen = { code: string | null; compared: Compared; similar: SimilarList['items'] }

/** The values with those who stand out in them: ours, and the comparators that were chosen beforehand. */
export function shownOf(values: Values, reading: Reading | undefined, { code, compared, similar }: Chosen) {
  const ours = values.items.find((item) => item.code === code) ?? null
  return {
    definition: values.definition,
    level: values.level,
    items: values.items,
    roles: { own: code ?? '', peers: peersOf(values.items, ours, compared, similar) },
    levels: levelsOf(values, reading),
    ours,
    compared,
  }
}

export function peersOf(
  items: Values['items'],
  ours: Values['items'][number] | null,
  compared: Compared,
  similar: readonly { code: string }[],
): Set<string> {
  if (!ours || compared === 'none') return new Set()
  if (compared === 'similar') return new Set(similar.map(({ code }) => code))
  return new Set(
    items
      .filter(({ code, prefectureCode }) => code !== ours.code && prefectureCode === ours.prefectureCode)
      .map(({ code }) => code),
  )
}

/** 全国, else the middle of all: the figure that others are held against. */
function levelsOf({ spread, definition }: Values, reading: Reading | undefined) {
  if (definition.kind === 'count') return []
  const nation = reading?.comparisons.find(({ name }) => name === '全国')
  if (nation) return [{ label: '全国', value: nation.value }]
  return spread ? [{ label: '中央値', value: spread.median }] : []
}
