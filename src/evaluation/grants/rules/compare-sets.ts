import type { Indicator, IndicatorSet } from '../schema.ts'
import { indicatorsOf } from './score-set.ts'

/** What a new definition changes, for people to read. */
export interface SetChange {
  kind: 'new' | 'dropped' | 'changed'
  /** indicator of the new set, or of the old one when it is gone */
  id: string
  /** id in the old set where it is another */
  before?: string
  title: string
  /** in Japanese, one sentence each */
  details: readonly string[]
}

const plain = (title: string) => title.normalize('NFKC').replace(/[\s、。・]/gu, '')

/**
 * Differences between two years. Indicators belong together by `idMap`; without one by their title, and where it was reworded by
 * the most similar one that is left. Ids are no help: in 令和7年度 D-II-1 became another indicator.
 */
export function compareSets(before: IndicatorSet, after: IndicatorSet): SetChange[] {
  const [old, now] = [indicatorsOf([before]), indicatorsOf([after])]
  const pairs = pairsOf(old, now, after)
  const gone = old.filter((one) => !pairs.some(({ was }) => was === one))
  return [
    ...pairs.flatMap(({ was, is }): SetChange[] => {
      if (!was) return [{ kind: 'new', id: is.id, title: is.title, details: [pointsInWords(is)] }]
      const details = differencesOf(was, is)
      const before = was.id === is.id ? {} : { before: was.id }
      return details.length === 0 ? [] : [{ kind: 'changed', id: is.id, ...before, title: is.title, details }]
    }),
    ...gone.map(
      (one): SetChange => ({ kind: 'dropped', id: one.id, title: one.title, details: [pointsInWords(one)] }),
    ),
  ]
}

interface Pair {
  is: Indicator
  was: Indicator | null
}

function pairsOf(old: readonly Indicator[], now: readonly Indicator[], { idMap }: IndicatorSet): Pair[] {
  const wasOf = new Map<Indicator, Indicator>()
  const isTaken = (one: Indicator) => [...wasOf.values()].includes(one)
  const pass = (find: (is: Indicator) => Indicator | undefined) => {
    for (const is of now) {
      const was = wasOf.has(is) ? undefined : find(is)
      if (was && !isTaken(was)) wasOf.set(is, was)
    }
  }
  if (idMap) pass((is) => old.find(({ id }) => idMap.some((one) => one.to === is.id && one.from === id)))
  else {
    pass((is) => old.find(({ title }) => plain(title) === plain(is.title)))
    pass((is) =>
      mostSimilar(
        is,
        old.filter((one) => !isTaken(one)),
      ),
    )
  }
  return now.map((is) => ({ is, was: wasOf.get(is) ?? null }))
}

/** A reworded title shares at least half of its pairs of letters with the old one; that of another indicator does not. */
function mostSimilar({ title }: Indicator, old: readonly Indicator[]): Indicator | undefined {
  const own = letterPairs(title)
  const shared = (other: Set<string>) => [...own].filter((pair) => other.has(pair)).length
  const ranked = old
    .map((one) => ({ one, pairs: letterPairs(one.title) }))
    .map(({ one, pairs }) => ({ one, shared: shared(pairs), least: Math.min(own.size, pairs.size) }))
    .filter((candidate) => candidate.shared * 2 >= candidate.least)
  return ranked.sort((a, b) => b.shared - a.shared)[0]?.one
}

function letterPairs(title: string): Set<string> {
  const letters = [...plain(title)]
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
}

const listOf = ({ subitems }: Indicator): string =>
  subitems.map(({ key, points }) => `${key} ${points === null ? '未確認' : `${points}点`}`).join('、')

const pointsInWords = (one: Indicator): string =>
  `${one.maxPoints === null ? '配点は未確認' : `${one.maxPoints}点`}（${listOf(one) || '小項目は未確認'}）`

function differencesOf(was: Indicator, is: Indicator): string[] {
  const differs = (name: string, before: string, after: string) =>
    before === after ? [] : [`${name}: ${before} → ${after}`]
  return [
    ...differs('番号', was.id, is.id),
    ...differs('満点', String(was.maxPoints), String(is.maxPoints)),
    ...differs('小項目', listOf(was), listOf(is)),
    ...differs('点の決まり', was.scoring.type, is.scoring.type),
  ]
}
