import type { Answer, Indicator, Scoring, Subitem } from '../schema.ts'
import { stepsOfRank, thresholdRanks } from './ranks.ts'
import { type Scored, scoreOf, type TraceLine } from './score.ts'
import { answerInWords, markOf } from './score-subitem.ts'

/** The steps of one ranked metric, in order: ア to エ of an indicator, or ①–④ of one of its alternatives. */
export interface Ladder {
  /** `S-I-5`, or `S-IV-1:ア` where the indicator has several */
  ref: string
  /** ア, or empty where the indicator has one ladder */
  key: string
  steps: readonly (Subitem & { ref: string })[]
}

const STEP = /^(.+)[①-⑳]$/u

/** The ladders of an indicator in the order of its sub-items; a sub-item without a step number stands alone only among such. */
export function laddersOf(indicatorId: string, subitems: readonly Subitem[]): Ladder[] {
  const keyOf = ({ key }: Subitem) => STEP.exec(key)?.[1] ?? ''
  return [...Map.groupBy(subitems, keyOf)].map(([key, steps]) => ({
    ref: key === '' ? indicatorId : `${indicatorId}:${key}`,
    key,
    steps: steps.map((step) => ({ ...step, ref: `${indicatorId}:${step.key}` })),
  }))
}

/** The ladders that an indicator is scored by, each of which can be answered as a whole; none where sub-items stand alone. */
export function laddersIn({ id, scoring, subitems }: Indicator): Ladder[] {
  const ladders = laddersOf(id, subitems)
  switch (scoring.type) {
    case 'cumulativeTopShare':
    case 'stepsUnknown':
      return ladders
    case 'bestOf':
    case 'cappedAlternatives': {
      const keys = scoring.alternatives.map((one) => (typeof one === 'string' ? one : one.key))
      return ladders.filter(({ key }) => keys.includes(key))
    }
    default:
      return []
  }
}

/** A national result of one step, against 未回答. */
export const isMark = (answer: Answer | undefined): boolean => answer === 'scored' || answer === 'notScored'

/** Points of a ladder: by imported steps, by imported sub-items, by a rank (試算), or open. */
export function scoreLadder(
  ladder: Ladder,
  answerOf: (ref: string) => Answer | undefined,
  scoring: Scoring,
  populationSize: number | undefined,
): Scored {
  const own = ladder.steps.map(({ ref }) => answerOf(ref))
  const answer = answerOf(ladder.ref)
  const isImported = typeof answer === 'object' && 'steps' in answer
  if (!isImported && own.some(answer === undefined ? (one) => one !== undefined : isMark))
    return byMarks(ladder, own, scoring)
  const earned = stepsEarned(ladder, answer, scoring, populationSize)
  const trace = ladder.steps.map((step, at): TraceLine => {
    const points = earned === null ? null : at < earned ? step.points : 0
    return { ref: step.ref, rule: stepInWords(step), input: answerInWords(answer), points }
  })
  const isRank = typeof answer === 'object' && 'rank' in answer
  return { trace, score: scoreOf({ ...sums(ladder, trace), isEstimated: isRank }) }
}

function byMarks(ladder: Ladder, own: readonly (Answer | undefined)[], scoring: Scoring): Scored {
  const trace = ladder.steps.map((step, at): TraceLine => {
    const { points, input } = markOf(step, own[at], scoring)
    return { ref: step.ref, rule: stepInWords(step), input, points }
  })
  return { trace, score: scoreOf(sums(ladder, trace)) }
}

function sums(ladder: Ladder, trace: readonly TraceLine[]) {
  const all = (of: (step: Subitem, points: number | null) => number) =>
    ladder.steps.reduce((sum, step, at) => sum + of(step, trace[at]!.points), 0)
  const isKnown = ladder.steps.every(({ points }) => points !== null)
  return {
    earned: all((_, points) => points ?? 0),
    awaiting: 0,
    unknown: all((step, points) => (points === null ? (step.points ?? 0) : 0)),
    possible: isKnown ? all((step) => step.points ?? 0) : null,
    unpointed: all((step) => (step.points === null ? 1 : 0)),
  }
}

/** How many steps the answer earns; null: not known. */
function stepsEarned(
  { steps }: Ladder,
  answer: Answer | undefined,
  scoring: Scoring,
  populationSize: number | undefined,
): number | null {
  if (answer === 'notDone') return 0
  if (typeof answer !== 'object') return null
  if ('steps' in answer) return Math.min(answer.steps, steps.length)
  if (!('rank' in answer)) return null
  const isImplementers = scoring.type === 'cumulativeTopShare' && scoring.population === 'implementers'
  // the nation's number is not that of the implementers
  const size = answer.of ?? (isImplementers ? undefined : populationSize)
  const isFirstForAll = scoring.type === 'cumulativeTopShare' && scoring.firstStep === 'allImplementersScore'
  const tenths = steps.slice(isFirstForAll ? 1 : 0).map(({ topTenths }) => topTenths)
  if (size === undefined || !tenths.every((share) => typeof share === 'number')) return null
  return stepsOfRank(answer.rank, thresholdRanks(size, tenths, isFirstForAll))
}

const stepInWords = ({ topTenths, points }: Subitem): string =>
  `${topTenths ? `上位${topTenths}割` : '段階'} ${points === null ? '配点未確認' : `${points}点`}`
