import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'
import type { WindowCounting } from './rules/renewal.ts'

const group = '要介護認定'

/** CRT-05: the counting variant of the renewal window */
export const windowCounting = setting<WindowCounting>({
  key: 'certification.window-counting',
  group,
  title: '更新申請の受付開始日の数え方',
  unit: null,
  help: '満了日の60日前からです。満了日を1日目と数える（1日遅い）市町村があります。',
  schema: z.enum(['lastDayExcluded', 'lastDayCounted'], '数え方: どちらかを選んでください。'),
  input: {
    kind: 'choice',
    choices: [
      { code: 'lastDayExcluded', label: '満了日を数えない（満了日の60日前）' },
      { code: 'lastDayCounted', label: '満了日を1日目と数える' },
    ],
  },
  initial: 'lastDayExcluded',
  source: { text: '介護保険法施行規則第39条・第53条（60日前）。数え方は市町村の取扱い' },
  confidence: 'unverified',
  approval: 'two',
})

export const wishMonths = setting({
  key: 'certification.wish-months',
  group,
  title: '更新の意向を確かめる時期',
  unit: '月前',
  help: '有効期間が終わる何か月前に、担当者の予定に「更新の意向確認」を出すかを決めます。',
  schema: z
    .int('時期: 月数を整数で入力してください。')
    .min(1, '時期: 1か月以上にしてください。')
    .max(12, '時期: 12か月までです。'),
  input: { kind: 'integer', min: 1, max: 12 },
  initial: 3,
  source: { text: '有効期間満了の3か月前に対象者を一覧にする市の例' },
  confidence: 'secondary',
})

const most = (key: string, title: string) =>
  setting({
    key,
    group,
    title,
    unit: '月',
    help: '国の上限より短くする市町村だけが入力します。国の上限を越える数は、国の上限として扱います。更新申請の日に効力のある値を使います。',
    schema: z
      .int('上限: 月数を整数で入力してください。')
      .min(3, '上限: 3か月以上にしてください。')
      .max(48, '上限: 48か月までです。')
      .nullable(),
    input: { kind: 'integer', min: 3, max: 48, blank: '国の上限のとおり' },
    initial: null as number | null,
    source: { text: '市町村・認定審査会の取扱い' },
    confidence: 'decided',
    approval: 'two',
  })

/** CRT-04: a municipality may keep tighter limits for renewals */
export const maxRenewalSame = most(
  'certification.max-renewal-same',
  '更新の有効期間の上限（区分が変わらないとき）',
)
export const maxRenewalOther = most(
  'certification.max-renewal-other',
  '更新の有効期間の上限（区分が変わるとき）',
)

export const settings = [windowCounting, wishMonths, maxRenewalSame, maxRenewalOther]
