import { nameOf } from '../pictures/place-points.ts'
import type { Ranking, SimilarList } from '../schema.ts'

export type RankedPlace = Ranking['items'][number]
export type Group = 'all' | 'around' | 'prefecture' | 'similar'
export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  all: '全国',
  around: '全国の中の前後10',
  prefecture: '同じ都道府県',
  similar: '似た保険者と私たち',
}
export const isGroup = (word: string): word is Group => Object.hasOwn(GROUP_WORDS, word)

const folded = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

/** Ranked places of a group whose names hold the words; ranks stay those of the whole country. */
export function rankedRows(
  items: readonly RankedPlace[],
  {
    own,
    group,
    similar,
    words,
    isRising,
  }: {
    own: string
    group: Group
    similar: SimilarList['items']
    words: string
    isRising: boolean
  },
): RankedPlace[] {
  const ours = items.find(({ code }) => code === own)
  const alike = new Set([own, ...similar.map(({ code }) => code)])
  const at = items.findIndex(({ code }) => code === own)
  const around = at < 0 ? [] : items.slice(Math.max(0, at - 10), at + 11)
  const isIn = (one: RankedPlace) => {
    if (group === 'all') return true
    if (group === 'around') return around.includes(one)
    return group === 'similar' ? alike.has(one.code) : one.prefectureCode === ours?.prefectureCode
  }
  const found = items.filter((one) => isIn(one) && folded(nameOf(one)).includes(folded(words)))
  return isRising ? found.toReversed() : found
}
