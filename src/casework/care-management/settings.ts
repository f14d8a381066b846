import { z } from 'zod'
import { setting } from '../../registers/settings/index.ts'
import { COURSE_TYPES, SERVICE_GROUPS, type ServiceGroup } from './codes.ts'
import { type TypeTable, usualTypes } from './rules/type.ts'

const group = '介護予防ケアマネジメント'
const decided = { source: { text: '製品の初期値' }, confidence: 'decided' as const }
const days = (key: string, title: string, help: string, initial: number) =>
  setting({
    key: `care-management.${key}`,
    group,
    title,
    unit: '日',
    help,
    schema: z
      .int('日数を整数で入力してください。')
      .min(0, '0日以上にしてください。')
      .max(90, '90日までです。'),
    input: { kind: 'integer', min: 0, max: 90 },
    initial,
    ...decided,
  })

/** Which type a service leads to: one setting for each group, so that a town enters only what it decided otherwise. */
const typeOf = ({ code, label }: { code: ServiceGroup; label: string }) =>
  setting<'A' | 'B' | 'C'>({
    key: `care-management.type.${code}`,
    group: `${group}: サービスと類型`,
    title: label,
    unit: null,
    help: 'この種類のサービスを使う計画の類型です。いくつか使うときは、A、B、C の順に重いものを採ります。',
    schema: z.enum(['A', 'B', 'C'], '類型を選んでください。'),
    input: { kind: 'choice', choices: [...COURSE_TYPES] },
    initial: usualTypes[code],
    source: { text: '介護予防ケアマネジメントの実施について（平成27年6月5日老振発0605第1号）の一般的な扱い' },
    confidence: 'recalled',
    approval: 'two',
  })
export const typeSettings = SERVICE_GROUPS.map((one) => ({ code: one.code, definition: typeOf(one) }))

export const firstVisitDays = days(
  'first-visit-days',
  'アセスメントの訪問まで',
  '始めた日からこの日数までに、アセスメントの訪問を予定に出します。',
  14,
)
export const confirmDays = days(
  'confirm-days',
  '委託先の記録の確認まで',
  '委託先が記録した日からこの日数までに、センターの確認を予定に出します。',
  7,
)
export const changeDays = days(
  'change-days',
  '状態の変化のあとの訪問まで',
  '「著しく変わった」の記録からこの日数までに、訪問を予定に出します。',
  7,
)
export const typeBMonths = setting<number | null>({
  key: 'care-management.type-b-months',
  group,
  title: '類型Bのモニタリングの間隔',
  unit: 'か月',
  help: '類型Bは市町村が間隔を決めます。定めがなければ、方ごとに入力するまで「計算できない」に並びます。',
  schema: z
    .int('か月を整数で入力してください。')
    .min(1, '1か月以上にしてください。')
    .max(12, '12か月までです。')
    .nullable(),
  input: { kind: 'integer', min: 1, max: 12, blank: '定めなし' },
  initial: null,
  ...decided,
  approval: 'two',
})

export const settings = [
  ...typeSettings.map(({ definition }) => definition),
  typeBMonths,
  firstVisitDays,
  changeDays,
  confirmDays,
]

/** The values of a day as the rules take them. */
export interface LocalSettings {
  types: { table: TypeTable; source: string; isOwn: boolean }
  typeBMonths: number | null
  firstVisitDays: number
  confirmDays: number
  changeDays: number
}
