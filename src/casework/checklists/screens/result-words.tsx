import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../../ui/icon/index.ts'
import { Status, type Tone } from '../../../ui/status/index.ts'
import {
  CRITERION_RESULTS,
  type CriterionResult,
  FRAILTY_LABELS,
  JUDGEMENTS,
  type Judgement,
  labelOf,
} from '../codes.ts'

/** 基準に該当 asks for something to be done; it is no alarm. Sign and word say it, the colour repeats. */
export const judgementTone: Record<Judgement, Tone> = {
  target: 'info',
  notTarget: 'good',
  undetermined: 'caution',
  notApplicable: 'neutral',
}
const judgementIcon: Record<Judgement, IconName> = {
  target: 'flag',
  notTarget: 'check',
  undetermined: 'caution',
  notApplicable: 'neutral',
}

export const JudgementWord = ({ judgement }: { judgement: Judgement }) => (
  <Status tone={judgementTone[judgement]} icon={judgementIcon[judgement]}>
    {labelOf(JUDGEMENTS, judgement)}
  </Status>
)

/** The same in large type, as the result of one paper. */
export function JudgementHead({ judgement, children }: { judgement: Judgement; children?: ReactNode }) {
  return (
    <p className="flex flex-wrap items-center gap-2 text-2xl font-bold">
      <Icon name={judgementIcon[judgement]} className="size-7" />
      {labelOf(JUDGEMENTS, judgement)}
      {children}
    </p>
  )
}

const criterionIcon: Record<CriterionResult, IconName> = {
  met: 'flag',
  notMet: 'check',
  undetermined: 'caution',
}
const criterionClass: Record<CriterionResult, string> = {
  met: 'font-bold text-accent',
  notMet: 'text-soft',
  undetermined: 'text-caution',
}

export const CriterionWord = ({ result }: { result: CriterionResult }) => (
  <span className={`inline-flex items-center gap-1 whitespace-nowrap ${criterionClass[result]}`}>
    <Icon name={criterionIcon[result]} className="size-3.5" />
    {labelOf(CRITERION_RESULTS, result)}
  </span>
)

/** Told to everybody who does a checklist (CHK-04, 5). */
export const ANY_TIME = '要介護認定の申請は、チェックリストの結果にかかわらず、いつでもできます。'

/** What the judgement says and what it does not. */
export const JUDGEMENT_MEANING: Record<Judgement, string> = {
  target: '回答が基準に当てはまることだけを示します。事業対象者になるのは、市町村が登録した方です。',
  notTarget: 'チェックリストのどの基準にも当てはまりません。要介護認定の「非該当」とは別のものです。',
  undetermined: '回答のない項目があるため、当てはまるとも当てはまらないとも言えません。',
  notApplicable:
    'チェックリストで事業対象者になれるのは第1号被保険者（65歳以上）の方です。40～64歳の方は要介護認定の申請をご案内します。',
}

/** The label of a frailty class; a code that is not known shows as it is. */
export const frailtyWord = (code: string): string =>
  Object.entries(FRAILTY_LABELS).find(([known]) => known === code)?.[1] ?? code

/** In a cell of a grid: sign and word without a frame. */
export const JudgementInline = ({ judgement }: { judgement: Judgement | null }) =>
  judgement === null ? (
    <span className="text-soft">―</span>
  ) : (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap ${judgement === 'target' ? 'font-bold text-accent' : ''}`}
    >
      <Icon name={judgementIcon[judgement]} className="size-3.5" />
      {labelOf(JUDGEMENTS, judgement)}
    </span>
  )
