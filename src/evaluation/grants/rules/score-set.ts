import type { Answer, Answers, Goal, Group, Indicator, IndicatorSet } from '../schema.ts'
import { type Score, scoreOf, type TraceLine, together } from './score.ts'
import { type AnswerOf, scoreIndicator } from './score-indicator.ts'
import { isMark, laddersIn } from './score-ladder.ts'

export interface ScoredIndicator {
  id: string
  title: string
  kind: Group['kind']
  score: Score
  trace: readonly TraceLine[]
}
export interface ScoredGroup {
  kind: Group['kind']
  score: Score
}
export interface ScoredGoal {
  id: string
  title: string
  score: Score
  groups: readonly ScoredGroup[]
  indicators: readonly ScoredIndicator[]
}
export interface ScoredSet {
  set: string
  fiscalYear: string
  score: Score
  goals: readonly ScoredGoal[]
}
export interface ScoredSets {
  sets: readonly ScoredSet[]
  byKind: Partial<Record<Group['kind'], Score>>
  total: Score
}

/**
 * Points of the sets of one year together. A goal that two sets share (Ⅳ) is answered once, under the ids of either, and booked in both.
 * @param isRestNotScored sub-items without an answer earned nothing: for a published table, which names only those that scored
 */
export function scoreSets(
  sets: readonly IndicatorSet[],
  answers: Answers,
  isRestNotScored = false,
): ScoredSets {
  const read = readerOf(sets, answers, isRestNotScored)
  const scored = sets.map((set) => scoreSet(set, read))
  const groups = scored.flatMap(({ goals }) => goals.flatMap((goal) => goal.groups))
  const kinds = Map.groupBy(groups, ({ kind }) => kind)
  const byKind = [...kinds].map(([kind, ones]) => [kind, all(ones, null)])
  return { sets: scored, byKind: Object.fromEntries(byKind), total: all(scored, null) }
}

const all = (parts: readonly { score: Score }[], declared: number | null): Score =>
  together(
    parts.map(({ score }) => score),
    declared,
  )

function scoreSet(set: IndicatorSet, read: AnswerOf): ScoredSet {
  const goals = set.goals.map((goal) => scoreGoal(goal, read, set.populationSize))
  return { set: set.set, fiscalYear: set.fiscalYear, score: all(goals, set.pointsTotal), goals }
}

function scoreGoal(goal: Goal, read: AnswerOf, populationSize?: number): ScoredGoal {
  const parts = goal.groups.map((group) => {
    const indicators = group.indicators.map((one) => ({
      id: one.id,
      title: one.title,
      kind: group.kind,
      ...scoreIndicator(one, read, populationSize),
    }))
    const whole = all(indicators, group.points)
    return { kind: group.kind, indicators, score: withUnseen(whole, indicators, group.points) }
  })
  const whole = all(parts, goal.points)
  return {
    id: goal.id,
    title: goal.title,
    score: withUnseen(whole, parts, goal.points),
    groups: parts.map(({ kind, score }) => ({ kind, score })),
    indicators: parts.flatMap(({ indicators }) => indicators),
  }
}

/** Where the parts that were seen do not make up the whole, the rest is open and the status says so. */
function withUnseen(whole: Score, parts: readonly { score: Score }[], declared: number | null): Score {
  const seen = parts.reduce((sum, { score }) => sum + (score.possible ?? 0), 0)
  if (declared === null || parts.length === 0 || seen >= declared || whole.unpointed > 0) return whole
  return scoreOf({ ...whole, unpointed: 1 })
}

/** The answer to a ref as it was given; of a shared goal also under the id that the other set gives it. */
export function givenOf(sets: readonly IndicatorSet[], answers: Answers): AnswerOf {
  const twins = sharedIds(sets)
  return (ref) => answers[ref] ?? answers[otherRef(ref, twins) ?? '']
}

/** The same, with what is assumed of the rest: of steps nothing while their ladder is answered as a whole. */
function readerOf(sets: readonly IndicatorSet[], answers: Answers, isRestNotScored: boolean): AnswerOf {
  const given = givenOf(sets, answers)
  if (!isRestNotScored) return given
  const rest = new Set(indicatorsOf(sets).flatMap((one) => restOf(one, given)))
  return (ref) => given(ref) ?? (rest.has(ref) ? 'notScored' : undefined)
}

const restOf = (indicator: Indicator, given: AnswerOf): string[] => {
  const answered = laddersIn(indicator).filter(({ ref, steps }) => isAnsweredWhole(ref, steps, given))
  const settled = new Set(answered.flatMap(({ steps }) => steps.map(({ ref }) => ref)))
  return indicator.subitems.flatMap(({ key }) => {
    const ref = `${indicator.id}:${key}`
    return settled.has(ref) ? [] : [ref]
  })
}

const isAnsweredWhole = (ref: string, steps: readonly { ref: string }[], given: AnswerOf): boolean =>
  given(ref) !== undefined && !steps.some((step) => isMark(given(step.ref)))

export const indicatorsOf = (sets: readonly IndicatorSet[]) =>
  sets.flatMap(({ goals }) => goals.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators)))

/** Indicators of goals that sets share, each with the id of its twin: by goal and position. */
export function sharedIds(sets: readonly IndicatorSet[]): ReadonlyMap<string, string> {
  const shared = sets.flatMap(({ goals }) => goals.filter(({ sharedGoal }) => sharedGoal !== undefined))
  const twins = new Map<string, string>()
  for (const [, goals] of Map.groupBy(shared, ({ id }) => id)) {
    const [one, two] = goals.map(({ groups }) => groups.flatMap(({ indicators }) => indicators))
    one?.forEach((indicator, at) => {
      const twin = two?.[at]
      if (!twin || twin.id === indicator.id) return
      twins.set(indicator.id, twin.id)
      twins.set(twin.id, indicator.id)
    })
  }
  return twins
}

/** The same sub-item or ladder under the twin's id; null: it has none. */
export function otherRef(ref: string, twins: ReadonlyMap<string, string>): string | null {
  const [id = '', ...key] = ref.split(':')
  const twin = twins.get(id)
  return twin === undefined ? null : [twin, ...key].join(':')
}

/** Answers that contradict each other under the two ids of a shared goal. */
export const contradicting = (sets: readonly IndicatorSet[], answers: Answers): string[] => {
  const twins = sharedIds(sets)
  const same = (a: Answer, b: Answer) => JSON.stringify(a) === JSON.stringify(b)
  return Object.entries(answers).flatMap(([ref, answer]) => {
    const twin = answers[otherRef(ref, twins) ?? '']
    return twin !== undefined && !same(answer, twin) ? [ref] : []
  })
}
