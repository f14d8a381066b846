import { z } from 'zod'
import { addDays } from '../../../platform/calendar/index.ts'
import { choice, codesOf, day, defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { INSURED_TYPES, JUDGEMENTS } from '../../checklists/codes.ts'
import { refuseReversed } from '../../checklists/rules/sheet-fields.ts'
import { END_REASONS, OFFICES, REGISTRATION_STATES } from '../codes.ts'
import { registrationCases } from '../examples/registration.ts'
import { type RegistrationEnd, registrationOf } from './registration.ts'
import { REFUSAL_TEXTS } from './registration-steps.ts'

const labels = <C extends string>(list: readonly { code: C; label: string }[]) =>
  Object.fromEntries(list.map(({ code, label }) => [code, label])) as Record<C, string>
const orNull = (title: string, help: string) =>
  day(title).nullable().default(null).meta({ title, description: help })
const STARTS = { checklistDate: '実施日から', registrationDate: '登録日から' }
const LEVELS = { support: '要支援', care: '要介護' }

export const rule = defineRule({
  id: 'CHK-05',
  title: '事業対象者の登録',
  group: '基本チェックリスト',
  meaning:
    'チェックリストの結果、届出、市町村の登録から、事業対象者である期間を出します。足りないものがあれば、それを言います。',
  formula:
    '基準に該当＋届出＋市町村の登録がそろえば、実施日（または登録日）から。要支援がある間は、その終わりの翌日から。後から始まる要支援の前日まで',
  source: { text: '介護保険法施行規則第140条の62の4第2号' },
  confidence: 'recalled',
  limits:
    '登録するのは市町村です。始まりの日の決め方と、再び確かめる期限は、市町村の定めによります。要介護になったときの最後の日は ELG-01 で決めます。',
  parameters: {},
  labels: {
    outcome: '結果',
    ...codesOf('outcome', { registered: '登録', waiting: '待ち', refused: '登録できない' }),
    state: '状態',
    ...codesOf('state', labels(REGISTRATION_STATES)),
    reasons: '理由',
    ...codesOf('reasons', REFUSAL_TEXTS),
    from: '事業対象者の始まり',
    to: '事業対象者の最後の日',
    endReason: '終わりの理由',
    ...codesOf('endReason', labels(END_REASONS)),
    reviewDue: '再び確かめる期限',
  },
  input: z.strictObject({
    judgement: choice('チェックリストの判定', labels(JUDGEMENTS)),
    insuredType: choice('被保険者の種別', labels(INSURED_TYPES))
      .nullable()
      .meta({ title: '被保険者の種別', labels: labels(INSURED_TYPES), description: 'わからないときは null' }),
    checklistOn: orNull('実施日', 'わからないときは書かない'),
    notificationOn: orNull('届出を受けた日', '届出がなければ書かない'),
    decision: z
      .strictObject({ by: choice('登録した者', labels(OFFICES)), on: day('登録した日') })
      .nullable()
      .default(null)
      .meta({ title: '登録', description: 'まだなら書かない' }),
    certification: z
      .strictObject({
        level: choice('認定の区分', LEVELS),
        from: day('有効期間の始まり'),
        to: day('有効期間の終わり')
          .nullable()
          .meta({ title: '有効期間の終わり', description: 'わからないときは null' }),
      })
      .nullable()
      .default(null)
      .meta({ title: '要支援・要介護の認定', description: 'なければ書かない' }),
    start: choice('始まりの日', STARTS)
      .default('checklistDate')
      .meta({ title: '始まりの日', labels: STARTS, setting: 'registration.start' }),
    reviewMonths: whole('再び確かめるまでの月数', 'か月', { min: 1, max: 1000 })
      .nullable()
      .default(null)
      .meta({
        title: '再び確かめるまでの月数',
        unit: 'か月',
        description: '市町村の定め。なければ書かない',
        setting: 'registration.review-months',
      }),
    end: z
      .strictObject({
        reason: choice('終わりの理由', labels(END_REASONS)),
        lastDay: day('最後の日').nullable().meta({
          title: '最後の日',
          description: '要支援になったときは書かず、次の欄に。決まっていなければ null',
        }),
        level: choice('認定の区分', LEVELS)
          .nullable()
          .default(null)
          .meta({ title: '認定の区分', labels: LEVELS, description: '認定で終わるとき' }),
        effectiveFrom: orNull('認定の効力の始まり', '要支援になったとき'),
      })
      .nullable()
      .default(null)
      .meta({ title: '終わり', description: '続いていれば書かない' }),
  }),
  compute({ end, start, reviewMonths, certification, ...input }, { note }) {
    refuseReversed(certification)
    const { value, steps } = registrationOf({
      ...input,
      certifications: certification === null ? [] : [certification],
      settings: { start, reviewMonths },
      end: endOf(end),
    })
    for (const step of steps) note?.(step)
    return value
  },
  cases: registrationCases,
})

interface EndInput {
  reason: (typeof END_REASONS)[number]['code']
  lastDay: string | null
  level: 'support' | 'care' | null
  effectiveFrom: string | null
}

/** An end as the rule takes it. What is not said stays unknown; a last day beside a 要支援 has to be its eve. */
function endOf(end: EndInput | null): RegistrationEnd | null {
  if (end === null) return null
  const { reason, lastDay, level, effectiveFrom } = end
  if (reason !== 'certification') return { reason, lastDay }
  if (level === null) return { reason, level }
  if (level === 'care') return { reason, level, lastDay }
  if (lastDay !== null && effectiveFrom !== null && lastDay !== addDays(effectiveFrom, -1))
    refuse(
      'end-days-differ',
      'end.lastDay',
      '最後の日: 要支援認定の効力の始まりの前日ではありません。どちらかの日を直すか、最後の日を書かないでください。',
    )
  return { reason, level, effectiveFrom }
}
