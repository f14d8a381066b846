import { divide, product } from '../../../platform/exact/index.ts'
import type { Answer, AnswerType, Scoring, Subitem } from '../schema.ts'

/** What one sub-item comes to on its own. null: open. */
export interface Mark {
  points: number | null
  /** はい, but the evidence is not there yet */
  isAwaiting?: boolean
  /** computed here, not imported */
  isEstimated?: boolean
  input: string
}

const WORDS: Readonly<Record<string, string>> = {
  yes: 'はい',
  yesWithoutEvidence: 'はい（根拠待ち）',
  no: 'いいえ',
  unanswered: '未回答',
  scored: '全国の結果: 得点',
  notScored: '全国の結果: 得点なし',
  notDone: '実施していない',
}

/** An answer in words. */
export function answerInWords(answer: Answer | undefined): string {
  if (answer === undefined) return WORDS.unanswered!
  if (typeof answer === 'string') return WORDS[answer] ?? answer
  if ('steps' in answer) return `全国の結果: ${answer.steps}段階`
  if ('rank' in answer) return `${answer.rank}位${answer.of === undefined ? '' : `／${answer.of}`}`
  if ('level' in answer) return `段階 ${answer.level}`
  if ('chosen' in answer) return answer.chosen.join('、') || '選択なし'
  if ('value' in answer) return String(answer.value)
  return `${answer.numerator}／${answer.denominator}`
}

const BY_TYPE: Readonly<Record<AnswerType, (answer: Exclude<Answer, string>) => boolean>> = {
  yesNoWithEvidence: () => false,
  requirementWithEvidence: () => false,
  nationalRelativeRank: () => false, // ladders take ranks and steps, not their sub-items
  nationalDerived: () => false,
  choiceLevel: (answer) => 'level' in answer,
  multipleChoice: (answer) => 'chosen' in answer,
  numeric: (answer) => 'value' in answer,
  numericSteps: (answer) => 'value' in answer,
  ratio: (answer) => 'numerator' in answer,
}
const YES_NO: readonly AnswerType[] = ['yesNoWithEvidence', 'requirementWithEvidence']
const IMPORTED: readonly Answer[] = ['scored', 'notScored', 'unanswered']

/** Whether a sub-item of this type can be answered so. Imported national results fit every type. */
export function fits(type: AnswerType, answer: Answer): boolean {
  if (typeof answer !== 'string') return BY_TYPE[type](answer)
  if (IMPORTED.includes(answer)) return true
  return YES_NO.includes(type) && answer !== 'notDone'
}

/** Points of a sub-item by its own answer; an imported result always wins. */
export function markOf(subitem: Subitem, answer: Answer | undefined, scoring: Scoring): Mark {
  const input = answerInWords(answer)
  if (answer === undefined || answer === 'unanswered') return { points: null, input }
  if (answer === 'scored' || answer === 'yes') return { points: subitem.points, input }
  if (answer === 'yesWithoutEvidence') return { points: subitem.points, isAwaiting: true, input }
  if (typeof answer === 'string') return { points: 0, input }
  return { points: computed(subitem, answer, scoring), isEstimated: true, input }
}

/** @returns null where the scoring does not say how such an answer becomes points */
function computed(subitem: Subitem, answer: Exclude<Answer, string>, scoring: Scoring): number | null {
  if (scoring.type === 'mapLevels') {
    if ('level' in answer) return scoring.levels[answer.level] ?? null
    if (!('chosen' in answer)) return null
    const points = answer.chosen.map((key) => scoring.levels[key])
    return points.every((one) => one !== undefined) ? points.reduce((sum, one) => sum + one, 0) : null
  }
  if (scoring.type === 'thresholds') return byLimits(answer, scoring)
  if (scoring.type === 'proportional' && 'numerator' in answer && subitem.points !== null) {
    const { numerator, denominator } = answer
    const share = Math.min(numerator, denominator)
    return divide({ over: product(subitem.points, share), under: denominator }, 'down')
  }
  return null
}

/** Points of the best limit that is reached; 0 below the first. */
function byLimits(
  answer: Exclude<Answer, string>,
  { limits, direction }: Extract<Scoring, { type: 'thresholds' }>,
): number | null {
  // a share against ‰: numerator × 1000 against limit × denominator, without a division
  const sides =
    'value' in answer
      ? ([answer.value, 1] as const)
      : 'numerator' in answer
        ? ([answer.numerator * 1000, answer.denominator] as const)
        : null
  if (!sides) return null
  const [over, under] = sides
  const reached = limits.filter(({ limit }) =>
    direction === 'asc' ? over <= limit * under : over >= limit * under,
  )
  return reached.reduce((best, { points }) => Math.max(best, points), 0)
}

/** The most a sub-item can give by the scoring of its indicator; null: not known. */
export function mostOf({ points, answerType }: Subitem, scoring: Scoring): number | null {
  if (scoring.type === 'mapLevels') {
    const levels = Object.values(scoring.levels)
    return answerType === 'multipleChoice'
      ? levels.reduce((all, one) => all + one, 0)
      : Math.max(0, ...levels)
  }
  if (scoring.type === 'thresholds') return Math.max(...scoring.limits.map((limit) => limit.points))
  return points
}
