import { z } from 'zod'
import { certificationValidity } from '../../../law/casework/certification-validity.ts'
import { movingInDays } from '../../../law/casework/moving-in-days.ts'
import { addDays, type IsoDate } from '../../../platform/calendar/index.ts'
import { choice, day, defineRule, refuse, whole, yesNo } from '../../../platform/computation/index.ts'
import { validityCases } from '../examples/validity.ts'
import { certificationPeriod } from './validity.ts'

const CASES = {
  new: '新規',
  movedIn: '転入',
  change: '区分変更・職権',
  renewalSame: '更新（区分が変わらない）',
  renewalOther: '更新（区分が変わる、要支援と要介護の間を含む）',
}

const localMost = (key: string, title: string) =>
  whole(title, 'か月', { min: 1, max: 100 })
    .nullable()
    .default(null)
    .meta({
      title,
      unit: 'か月',
      description: '定めがなければ書かない',
      setting: `certification.max-${key}`,
    })

export const rule = defineRule({
  id: 'CRT-04',
  title: '認定有効期間',
  group: '要介護認定',
  meaning: '申請の種類と月数から、認定の有効期間の始まりと終わりを出します。',
  formula:
    '始まりが1日なら、その月から数えた月の末日。1日でなければ、始まりの月の端数に月数を足した月の末日。国の上限と市町村の上限の小さいほうまで',
  source: { text: '介護保険法施行規則第38条・第41条・第52条・第55条' },
  confidence: 'secondary',
  limits:
    '更新で市町村が国より短い上限を定めているときは、その上限を入れてください。新規と区分変更は国の上限によります。',
  parameters: { national: certificationValidity, movingInDays },
  labels: { from: '有効期間の始まり', to: '有効期間の終わり', isDefault: '月数は初期値' },
  input: z.strictObject({
    appliedOn: day('申請日', '申請日に効力のある上限で決める'),
    case: choice('申請の種類', CASES),
    startOn: day('有効期間の始まり', '新規・区分変更は申請日、更新は前の終わりの翌日、転入は転入した日'),
    isLateForCause: yesNo(
      '災害などやむを得ない理由で、有効期間の終わりの後に更新を申請した',
      '介護保険法第28条第3項・第33条第3項の申請。ほかは書かない',
    ).default(false),
    months: whole('月数', 'か月', { min: 0, max: 100 }).nullable().meta({
      title: '月数',
      unit: 'か月',
      description: '示されていないときは null（初期値を使い、そう示す）',
    }),
    renewalSameMaxMonths: localMost('renewal-same', '市町村の上限（更新、区分が変わらない）'),
    renewalOtherMaxMonths: localMost('renewal-other', '市町村の上限（更新、区分が変わる）'),
  }),
  dateOf: ({ appliedOn }) => appliedOn,
  compute({ case: kind, appliedOn, startOn, isLateForCause, months, ...local }, { law, entry, note }) {
    refuseStart(kind, appliedOn, startOn, isLateForCause, kind === 'movedIn' ? law.movingInDays : 0)
    const localMax = { renewalSame: local.renewalSameMaxMonths, renewalOther: local.renewalOtherMaxMonths }
    const { value, steps } = certificationPeriod({
      case: kind === 'movedIn' ? 'new' : kind,
      startOn,
      months,
      national: entry.national,
      localMax: kind === 'renewalSame' || kind === 'renewalOther' ? localMax[kind] : null,
    })
    for (const step of steps) note?.(step)
    if (value.outcome === 'refused' && value.reason === 'localBelowMinimum')
      refuse(
        value.reason,
        kind === 'renewalSame' ? 'renewalSameMaxMonths' : 'renewalOtherMaxMonths',
        `市町村の上限: ${value.limits.max}か月は、国の下限の${value.limits.min}か月より短いので使えません。市町村の定めを確かめてください。`,
      )
    if (value.outcome === 'refused')
      refuse(
        value.reason,
        'months',
        `月数: ${CASES[kind]}は${value.limits.min}か月から${value.limits.max}か月までです。`,
      )
    return { from: value.from, to: value.to, months: value.months, isDefault: value.isDefault }
  },
  cases: validityCases,
})

/** The start that a kind of application gives: a start that cannot be belongs to another kind. @throws RuleRefusal */
function refuseStart(
  kind: keyof typeof CASES,
  appliedOn: IsoDate,
  startOn: IsoDate,
  isLateForCause: boolean,
  movingDays: number,
): void {
  const field = '有効期間の始まり: '
  if (kind === 'new' && startOn !== appliedOn)
    refuse(
      'start-not-application',
      'startOn',
      `${field}新規は申請日から始まります。申請日と同じ日にするか、転入なら申請の種類を転入にしてください。`,
    )
  if (kind === 'movedIn' && (appliedOn < startOn || appliedOn > addDays(startOn, movingDays)))
    refuse(
      'start-not-moving-in',
      'startOn',
      `${field}転入の認定は、転入した日から${movingDays}日以内に申請したときにその日から始まります。日を確かめるか、新規として申請日から始めてください。`,
    )
  const isRenewal = kind === 'renewalSame' || kind === 'renewalOther'
  if (isRenewal && startOn <= appliedOn && !isLateForCause)
    refuse(
      'renewal-after-end',
      'startOn',
      `${field}更新は前の終わりの翌日からですが、申請日には前の認定が終わっています。新規として扱うか、日を確かめてください。`,
    )
}
