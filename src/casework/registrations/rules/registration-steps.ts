import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { Step } from '../../../platform/explanation/index.ts'
import { JUDGEMENTS } from '../../checklists/codes.ts'
import type { Certification } from '../../checklists/rules/judgement.ts'
import { END_REASONS, labelOf, OFFICES, REGISTRATION_STATES } from '../codes.ts'
import type { RegistrationInput, RegistrationOutcome, RegistrationRefusal } from './registration.ts'

/** What to say and what to do, for each refusal. */
export const REFUSAL_TEXTS: Record<RegistrationRefusal, string> = {
  notApplicable: '対象外です。第1号被保険者でない方は、認定申請をご案内ください。',
  insuredTypeUnknown: '被保険者の種別が分かりません。生年月日を確認してください。',
  criteriaNotMet:
    'チェックリストが「基準に該当」ではありません。認定申請または一般介護予防事業をご案内ください。',
  criteriaUndetermined: 'チェックリストに判定できない項目があります。未回答の項目を確認してください。',
  checklistDateUnknown: 'チェックリストの実施日がありません。実施日を入力してください。',
  municipalityRegisters: '登録は市町村が行います。登録の依頼として市町村へ引き継いでください。',
  decidedBeforeChecklist: '登録日がチェックリストの実施日より前です。どちらかの日付を直してください。',
  decidedBeforeNotification: '登録日が届出の受理日より前です。どちらかの日付を直してください。',
  careLevelRuns: '要介護認定の有効期間中です。認定が終わるまで登録は始まりません。',
  certificationEndUnknown: '要支援認定の有効期間の終わりが分かりません。終わりの日を確認してください。',
  careLevelEndNotSettled: '要介護認定を受けた方です。サービスの利用を確かめて、終了日を入力してください。',
  endLevelUnknown: '認定で終わりますが、認定の区分が分かりません。要支援か要介護かを入力してください。',
  supportStartUnknown:
    '要支援認定で終わりますが、認定の効力の始まりの日が分かりません。その日を入力してください。',
  endDayUnknown: '終わりの理由はありますが、最後の日が分かりません。最後の日を確かめて入力してください。',
  endBeforeStart: '終了日が開始日より前になります。認定日や終了日を確認してください。',
}

const LEVELS = { support: '要支援', care: '要介護' } as const
const day = (on: IsoDate | null | undefined) => (on == null ? null : formatDate(on))

/** The way to the outcome, as an officer follows it. */
export function registrationSteps(input: RegistrationInput, outcome: RegistrationOutcome): Step[] {
  const { judgement, checklistOn, notificationOn, decision } = input
  const before: Step[] = [
    { label: 'チェックリストの判定', value: labelOf(JUDGEMENTS, judgement) },
    { label: 'チェックリストの実施日', value: day(checklistOn) },
    { label: '届出の受理日', value: day(notificationOn) ?? '届出なし' },
    {
      label: '登録',
      formula: '登録を決めるのは市町村で、センターと委託先は決めない',
      inputs: decision ? { 登録した者: labelOf(OFFICES, decision.by) } : {},
      value: day(decision?.on) ?? '未登録',
      confidence: 'decided',
    },
  ]
  if (outcome.outcome === 'refused')
    return [
      ...before,
      { label: '登録できない理由', value: outcome.reasons.map((one) => REFUSAL_TEXTS[one]).join(' ') },
    ]
  if (outcome.outcome === 'waiting')
    return [...before, { label: '状態', value: labelOf(REGISTRATION_STATES, outcome.state) }]
  return [...before, ...periodSteps(input, outcome)]
}

/** A 認定 with both days, numbered from the second on. */
const periodOf = ({ level, from, to }: Certification, at: number) => [
  `${LEVELS[level]}認定${at > 0 ? `（${at + 1}）` : ''}`,
  `${formatDate(from)}から${to === null ? '（終わりは不明）' : `${formatDate(to)}まで`}`,
]

function periodSteps(
  { settings, certifications }: RegistrationInput,
  outcome: Extract<RegistrationOutcome, { outcome: 'registered' }>,
): Step[] {
  const start = settings.start === 'checklistDate' ? '実施日' : '登録日'
  const steps: Step[] = [
    {
      label: '事業対象者の開始日',
      formula: `${start}から（市町村の設定）。要支援認定の有効期間中は、その終わりの翌日から`,
      inputs: Object.fromEntries(certifications.map(periodOf)),
      value: formatDate(outcome.from),
      confidence: 'recalled',
    },
  ]
  if (outcome.endReason !== null)
    steps.push({
      label: '事業対象者の終了日',
      formula: '要支援認定なら、その効力が生じる日の前日',
      inputs: { 理由: labelOf(END_REASONS, outcome.endReason) },
      value: day(outcome.to),
      confidence: 'recalled',
    })
  steps.push({
    label: '再確認の期限',
    formula: '全国一律の期限はない。市町村が定めた月数を実施日から数えた最後の日',
    inputs: { 月数: settings.reviewMonths ?? '定めなし' },
    value: day(outcome.reviewDue) ?? '定めなし',
    confidence: 'decided',
  })
  return steps
}
