import type { GrantPopulation } from '../../../law/evaluation/grants-population.ts'
import type { RuleProblem } from '../../../platform/computation/index.ts'
import type { Answer, Answers, Indicator, IndicatorSet } from '../schema.ts'
import type { AnswerOf } from './score-indicator.ts'
import { type Ladder, laddersIn, laddersOf } from './score-ladder.ts'
import { contradicting, givenOf, indicatorsOf } from './score-set.ts'
import { fits } from './score-subitem.ts'

interface Checking {
  /** as in `scoreSets` */
  isRestNotScored?: boolean
  /** how many are ranked at most; asked only where an answer is a rank */
  population?: () => GrantPopulation
}

/** What is wrong with answers to these sets, all of it at once. */
export function answerProblems(
  sets: readonly IndicatorSet[],
  answers: Answers,
  checking: Checking = {},
): RuleProblem[] {
  const asked = sets.flatMap((set) => indicatorsOf([set]).map((indicator) => ({ set, indicator })))
  const byId = new Map(asked.map((one) => [one.indicator.id, one]))
  const found = Object.entries(answers).flatMap(([ref, answer]) => {
    const [id = '', key] = ref.split(':')
    const one = byId.get(id)
    const reason = one
      ? (reasonAgainst(one.indicator, key, ref, answer) ?? aboveAll(one.set, answer, checking.population))
      : UNKNOWN
    return reason ? [{ path: `answers.${ref}`, ...reason, message: `${ref}: ${reason.message}` }] : []
  })
  const given = givenOf(sets, answers)
  const ladders = asked.flatMap(({ indicator }) =>
    laddersIn(indicator).flatMap((ladder) => {
      const ref = [ladder.ref, ...ladder.steps.map((step) => step.ref)].find((one) => one in answers)
      const message = ref && contradictionIn(ladder, indicator, given, checking.isRestNotScored === true)
      return message ? [{ path: `answers.${ref}`, code: 'steps-contradict', message }] : []
    }),
  )
  const twice = contradicting(sets, answers).map((ref) => ({
    path: `answers.${ref}`,
    code: 'shared-goal-differs',
    message: `${ref}: 二つの交付金で共通の指標に、違う回答があります。どちらか一つの番号で回答してください。`,
  }))
  return [...found, ...ladders, ...twice]
}

/** Steps are cumulative: who has earned one has earned those before it, and their number is that of the whole. */
function contradictionIn(
  { ref, steps }: Ladder,
  { scoring }: Indicator,
  given: AnswerOf,
  isRestNotScored: boolean,
): string | null {
  const marks = steps.map((step) => given(step.ref))
  const last = marks.lastIndexOf('scored')
  const isMissed = (mark: Answer | undefined) =>
    mark === 'notScored' || (isRestNotScored && mark === undefined)
  const missed = marks.findIndex((mark, at) => at < last && isMissed(mark))
  // where nobody knows what earns a step, nobody knows their order
  if (missed >= 0 && scoring.type !== 'stepsUnknown')
    return `${steps[missed]!.ref}: 段階は積み重なるので、${steps[last]!.key}で得点し、${steps[missed]!.key}で得点しないことはありません。全国の結果を確かめてください。`
  const whole = given(ref)
  const isSteps = typeof whole === 'object' && 'steps' in whole
  const earned = whole === 'notDone' ? 0 : isSteps ? whole.steps : null
  if (earned === null) return null
  const differs = marks.some((mark, at) => mark === (at < earned ? 'notScored' : 'scored'))
  return differs
    ? `${ref}: ${isSteps ? `${earned}段階` : '実施していない'}という回答と、小項目ごとの結果が合いません。どちらが正しいかを確かめて、片方を消してください。`
    : null
}

/** A rank, or a number of those ranked, above the number of all there are. */
function aboveAll(
  { audience }: IndicatorSet,
  answer: Answer,
  population: Checking['population'],
): Reason | null {
  if (typeof answer !== 'object' || !('rank' in answer) || !population) return null
  if (audience === '地域包括支援センター') return null
  const most = audience === '市町村' ? population().municipalities : population().prefectures
  const { rank, of } = answer
  if (of !== undefined && of > most)
    return {
      code: 'population-above-all',
      message: `母数（${of}）が、評価を受ける${audience}の数（${most}）より大きくなっています。母数を確かめてください。`,
    }
  if (rank <= most) return null
  return {
    code: 'rank-above-population',
    message: `${rank}位は、母数（${most}）より大きくなっています。順位を確かめてください。`,
  }
}

type Reason = Pick<RuleProblem, 'code' | 'message'>
const UNKNOWN: Reason = {
  code: 'unknown-subitem',
  message: '選んだ指標の定義にない番号です。年度と番号を確かめてください。',
}

function reasonAgainst(
  indicator: Indicator,
  key: string | undefined,
  ref: string,
  answer: Answer,
): Reason | null {
  const subitem = indicator.subitems.find((one) => one.key === key)
  if (subitem)
    return fits(subitem.answerType, answer)
      ? null
      : {
          code: 'answer-kind',
          message: 'この小項目には合わない形の回答です。定義の回答の種類を確かめてください。',
        }
  const isRef = (one: Ladder) => one.ref === ref
  const ladder = laddersIn(indicator).find(isRef)
  if (ladder) return reasonAgainstLadder(indicator, ladder.steps.length, answer)
  return laddersOf(indicator.id, indicator.subitems).some(isRef)
    ? { code: 'answer-kind', message: 'この指標には、小項目ごとに回答してください。' }
    : UNKNOWN
}

function reasonAgainstLadder({ scoring }: Indicator, steps: number, answer: Answer): Reason | null {
  if (answer === 'unanswered' || answer === 'notDone') return null
  if (typeof answer === 'object' && 'steps' in answer)
    return answer.steps <= steps
      ? null
      : { code: 'too-many-steps', message: `段階は ${steps} までです。取り込んだ結果を確かめてください。` }
  if (typeof answer !== 'object' || !('rank' in answer))
    return {
      code: 'answer-kind',
      message: '相対評価の指標には、順位（rank）か得た段階の数（steps）で回答してください。',
    }
  if (answer.of !== undefined && answer.rank > answer.of)
    return {
      code: 'rank-above-population',
      message: `${answer.rank}位は、母数（${answer.of}）より大きくなっています。`,
    }
  const isRanked = ['cumulativeTopShare', 'bestOf', 'cappedAlternatives'].includes(scoring.type)
  if (!isRanked)
    return {
      code: 'steps-unknown',
      message: '順位から点を出す決まりが分かっていません。全国の結果で回答してください。',
    }
  const needsSize = scoring.type === 'cumulativeTopShare' && scoring.population === 'implementers'
  return needsSize && answer.of === undefined
    ? {
        code: 'implementers-needed',
        message: '実施している市町村の数（of）を入れてください。1,741とは違う母数です。',
      }
    : null
}
