import type { Answer, Indicator, Subitem } from '../schema.ts'
import { type Score, type Scored, scoreOf, type TraceLine, together } from './score.ts'
import { type Ladder, laddersOf, scoreLadder } from './score-ladder.ts'
import { type Mark, markOf, mostOf } from './score-subitem.ts'

/** Reads the answer of a sub-item or ladder; undefined: 未回答. */
export type AnswerOf = (ref: string) => Answer | undefined

/** Points of one indicator by the scoring function its definition names. Pure; whole points. */
export function scoreIndicator(indicator: Indicator, answerOf: AnswerOf, populationSize?: number): Scored {
  const { scoring } = indicator
  switch (scoring.type) {
    case 'sum':
    case 'mapLevels':
    case 'thresholds':
    case 'proportional':
    case 'importedOnly':
    case 'unknown':
      return sumOf(indicator, answerOf)
    case 'none':
      return { score: scoreOf({ earned: 0, awaiting: 0, unknown: 0, possible: 0, unpointed: 0 }), trace: [] }
    case 'cumulativeTopShare':
    case 'stepsUnknown': {
      const ladders = laddersOf(indicator.id, indicator.subitems)
      const scored = ladders.map((ladder) => scoreLadder(ladder, answerOf, scoring, populationSize))
      return added(scored, indicator.maxPoints)
    }
    case 'bestOf': {
      const keys = scoring.alternatives.map((one) => (typeof one === 'string' ? one : one.key))
      return better(indicator, keys, undefined, scoring.cap, answerOf, populationSize)
    }
    case 'cappedAlternatives':
      return better(indicator, scoring.alternatives, scoring.fallback, scoring.cap, answerOf, populationSize)
    case 'allRequirements':
      return allOrNothing(indicator, scoring.points, answerOf)
  }
}

const added = (parts: readonly Scored[], declared: number | null): Scored => ({
  score: together(
    parts.map(({ score }) => score),
    declared,
  ),
  trace: parts.flatMap(({ trace }) => trace),
})

/** Sub-items one by one; one that requires another counts only when that has scored. */
function sumOf(indicator: Indicator, answerOf: AnswerOf): Scored {
  const marks = new Map<string, Mark>()
  for (const subitem of indicator.subitems) {
    const mark = markOf(subitem, answerOf(`${indicator.id}:${subitem.key}`), indicator.scoring)
    marks.set(subitem.key, required(subitem, mark, marks))
  }
  const parts = indicator.subitems.map((subitem): Scored => {
    const { points, isAwaiting = false, isEstimated, input } = marks.get(subitem.key)!
    const most = mostOf(subitem, indicator.scoring)
    const rule = most === null ? '配点未確認' : `${most}点`
    const line: TraceLine = { ref: `${indicator.id}:${subitem.key}`, rule, input, points }
    const score = scoreOf({
      earned: isAwaiting ? 0 : (points ?? 0),
      awaiting: isAwaiting ? (points ?? 0) : 0,
      unknown: points === null ? (most ?? 0) : 0,
      possible: most,
      unpointed: most === null ? 1 : 0,
      isEstimated,
    })
    return { score, trace: [line] }
  })
  return added(parts, indicator.maxPoints)
}

/** Definitions name only keys that stand before (the check refuses others). */
function required({ requires = [] }: Subitem, mark: Mark, marks: ReadonlyMap<string, Mark>): Mark {
  const before = requires.flatMap((key) => marks.get(key) ?? [])
  if (before.some(({ points }) => points === 0)) return { ...mark, points: 0 }
  const isOpen = before.some(({ points }) => points === null)
  const isAwaiting = mark.isAwaiting || before.some((one) => one.isAwaiting)
  return isOpen && mark.points !== 0 ? { ...mark, points: null } : { ...mark, isAwaiting }
}

/** The best alternative, up to the cap; without any point of theirs, the fallback. Equal ones: the first that is listed. */
function better(
  indicator: Indicator,
  keys: readonly string[],
  fallback: string | undefined,
  cap: number,
  answerOf: AnswerOf,
  populationSize: number | undefined,
): Scored {
  const ladders = laddersOf(indicator.id, indicator.subitems)
  const scored = keys.flatMap((key) => {
    const ladder = ladders.find((one) => one.key === key)
    return ladder ? [scoreLadder(ladder, answerOf, indicator.scoring, populationSize)] : []
  })
  const rest = indicator.subitems.filter(({ key }) => key === fallback)
  const last = rest.map((one) =>
    scoreLadder(alone(indicator.id, one), answerOf, indicator.scoring, populationSize),
  )
  const all = [...scored, ...last]
  const best = bestPart(scored.map(({ score }) => score.earned))
  const credited = best.points === 0 ? last[0] : scored[best.at]
  const earned = Math.min(cap, credited?.score.earned ?? 0)
  const reach = Math.max(0, ...all.map(({ score }) => score.earned + score.unknown))
  const score: Score = scoreOf({
    earned,
    awaiting: 0,
    unknown: Math.max(0, Math.min(cap, reach) - earned),
    possible: indicator.maxPoints,
    unpointed: all.reduce((sum, one) => sum + one.score.unpointed, 0),
    isEstimated: all.some((one) => one.score.status === '試算'),
  })
  return { score, trace: all.flatMap((one) => (one === credited ? one.trace : one.trace.map(notCredited))) }
}

const alone = (indicatorId: string, subitem: Subitem): Ladder => ({
  ref: `${indicatorId}:${subitem.key}`,
  key: subitem.key,
  steps: [{ ...subitem, ref: `${indicatorId}:${subitem.key}` }],
})

const notCredited = (line: TraceLine): TraceLine =>
  line.points ? { ...line, points: 0, input: `${line.input}（採らない方）` } : line

/** The largest, the first of equal ones; of none: 0 points, at −1. */
export function bestPart(points: readonly number[]): { at: number; points: number } {
  const most = Math.max(0, ...points)
  return { at: points.indexOf(most), points: most }
}

function allOrNothing(indicator: Indicator, points: number, answerOf: AnswerOf): Scored {
  const marks = indicator.subitems.map((subitem) => {
    const ref = `${indicator.id}:${subitem.key}`
    return { ref, ...markOf({ ...subitem, points: 1 }, answerOf(ref), indicator.scoring) }
  })
  const isFailed = marks.some((mark) => mark.points === 0)
  const isOpen = marks.some((mark) => mark.points === null)
  const isAwaiting = marks.some((mark) => mark.isAwaiting)
  const gets = (when: boolean) => (when && !isFailed ? points : 0)
  const score = scoreOf({
    earned: gets(!isOpen && !isAwaiting),
    awaiting: gets(!isOpen && isAwaiting),
    unknown: gets(isOpen),
    possible: indicator.maxPoints,
    unpointed: 0,
  })
  const whole: TraceLine = {
    ref: indicator.id,
    rule: `すべての要件を満たすと${points}点`,
    input: `${marks.filter((mark) => mark.points === 1).length}／${marks.length}`,
    points: isFailed ? 0 : isOpen ? null : points,
  }
  const lines = marks.map(({ ref, input, points }) => ({
    ref,
    rule: '要件（単独の配点はない）',
    input,
    points: points === null ? null : 0,
  }))
  return { score, trace: [...lines, whole] }
}
