import type { RuleProblem } from '../../../platform/computation/index.ts'
import type { Answer, Answers, Indicator, IndicatorSet } from '../schema.ts'
import { laddersOf } from './score-ladder.ts'
import { contradicting, indicatorsOf } from './score-set.ts'
import { fits } from './score-subitem.ts'

/** What is wrong with answers to these sets, all of it at once. */
export function answerProblems(sets: readonly IndicatorSet[], answers: Answers): RuleProblem[] {
  const byId = new Map(indicatorsOf(sets).map((indicator) => [indicator.id, indicator]))
  const found = Object.entries(answers).flatMap(([ref, answer]) => {
    const [id = '', key] = ref.split(':')
    const indicator = byId.get(id)
    const reason = indicator ? reasonAgainst(indicator, key, ref, answer) : UNKNOWN
    return reason ? [{ path: `answers.${ref}`, ...reason, message: `${ref}: ${reason.message}` }] : []
  })
  const twice = contradicting(sets, answers).map((ref) => ({
    path: `answers.${ref}`,
    code: 'shared-goal-differs',
    message: `${ref}: 二つの交付金で共通の指標に、違う回答があります。どちらか一つの番号で回答してください。`,
  }))
  return [...found, ...twice]
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
  const ladder = laddersOf(indicator.id, indicator.subitems).find((one) => one.ref === ref)
  return ladder ? reasonAgainstLadder(indicator, ladder.steps.length, answer) : UNKNOWN
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
