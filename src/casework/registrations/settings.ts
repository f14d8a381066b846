import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'
import type { RegistrationSettings } from './rules/registration.ts'

const group = '事業対象者の登録'
const source = { text: '総合事業の実施要綱など、各市町村の定め（全国一律の定めはない）' }

/** CHK-05, 8 */
export const startRule = setting<RegistrationSettings['start']>({
  key: 'registration.start',
  group,
  title: '事業対象者の開始日',
  unit: null,
  help: '基本チェックリストの実施日から、または登録した日から。要支援認定の有効期間中は、どちらでもその終わりの翌日からです。',
  schema: z.enum(['checklistDate', 'registrationDate'], '開始日: 実施日・登録日のどちらかを選んでください。'),
  input: {
    kind: 'choice',
    choices: [
      { code: 'checklistDate', label: '基本チェックリストの実施日から' },
      { code: 'registrationDate', label: '登録した日から' },
    ],
  },
  initial: 'checklistDate',
  source,
  confidence: 'recalled',
  approval: 'two',
})

/** CHK-05, 9 */
export const reviewMonths = setting({
  key: 'registration.review-months',
  group,
  title: '再確認までの月数',
  unit: '月',
  help: '基本チェックリストの実施日から数えます。全国一律の期限はありません。2年（24か月）とする市があります。',
  schema: z
    .int('再確認の期限: 月数を整数で入力してください。定めがなければ空欄にしてください。')
    .min(1, '再確認の期限: 1か月以上にしてください。定めがなければ空欄にしてください。')
    .max(120, '再確認の期限: 120か月までです。')
    .nullable(),
  input: { kind: 'integer', min: 1, max: 120, blank: '定めなし' },
  initial: null as number | null,
  source,
  confidence: 'recalled',
  approval: 'two',
})

export interface LocalClass {
  code: string
  label: string
}

/** CHK-05, 12: 事業対象者1・2 and the like; the national code stays 06 */
export const localClasses = setting<LocalClass[]>({
  key: 'registration.local-classes',
  group,
  title: '事業対象者の市独自の区分',
  unit: null,
  help: '市の中だけで使う区分です（例 事業対象者1・事業対象者2）。国の区分コードは06のままです。使わなければ空にします。',
  schema: z
    .array(
      z.object({
        code: z
          .string()
          .trim()
          .min(1, '区分: コードを入力してください。')
          .max(10, '区分: コードは10字までです。')
          .meta({ title: 'コード' }),
        label: z
          .string()
          .trim()
          .min(1, '区分: 名称を入力してください。')
          .max(40, '区分: 名称は40字までです。')
          .meta({ title: '名称' }),
      }),
    )
    .max(20, '区分: 20までです。')
    .refine(
      (list) => new Set(list.map(({ code }) => code)).size === list.length,
      '区分: 同じコードが重なっています。',
    ),
  input: { kind: 'structure' },
  initial: [],
  source,
  confidence: 'decided',
})

export const settings = [startRule, reviewMonths, localClasses]
