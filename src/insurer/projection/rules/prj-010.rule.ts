import { z } from 'zod'
import { serviceKinds } from '../../../law/insurer/service-kinds.ts'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import { prj010Cases } from '../examples/prj-010.ts'
import { fiscalYear, head } from './projection-fields.ts'
import { capped } from './service-users.ts'

const LEVEL_LIMIT = 10
const area = z.strictObject({
  name: z
    .string('圏域: 名前を入力してください。')
    .min(1, '圏域: 名前を入力してください。')
    .max(100, '圏域: 100字までです。')
    .meta({ title: '日常生活圏域', description: '日常生活圏域の名前' }),
  capacity: head('必要利用定員総数'),
})

export const rule = defineRule({
  id: 'PRJ-010',
  title: '定員と利用者数の差',
  group: '将来推計',
  meaning:
    '一つのサービスの見込みの利用者数を、圏域ごとの定員（必要利用定員総数）の合計と比べます。市町村が整備を決める地域密着型では、定員でおさえた要介護度ごとの人数も示します。',
  formula: '差＝利用者数−定員。おさえた人数は、要介護度ごとの人数に比例し、端数の大きい方から1人ずつ',
  source: { text: '介護保険法第117条第2項第1号（必要利用定員総数）。おさえ方は本ソフトの決め' },
  confidence: 'decided',
  limits:
    '将来推計のツールは定員でおさえません。居宅・施設の種類は需要のままとし、差だけを示します。利用者数は自市町村の被保険者の分を入力してください。',
  parameters: { kinds: serviceKinds },
  input: z.strictObject({
    fiscalYear: fiscalYear(),
    kind: z.string('サービス種類: コードを入力してください。').meta({
      title: 'サービス種類',
      description: 'サービス種類のコード（「サービス種類の一覧」にあるもの）',
    }),
    users: z
      .array(head('利用者数'), '利用者数: 要介護度ごとに並べて入力してください。')
      .min(1, '利用者数: 1つ以上を入力してください。')
      .max(LEVEL_LIMIT, '利用者数: 10までです。')
      .meta({ title: '利用者数', description: '要介護度ごとの利用者数（人）。軽い順' }),
    areas: z
      .array(area, '定員: 圏域ごとに入力してください。')
      .min(1, '定員: 1つ以上の圏域を入力してください。')
      .max(1000, '定員: 1,000圏域までです。')
      .meta({ title: '定員', description: '日常生活圏域ごとの定員（必要利用定員総数）' }),
  }),
  dateOf: ({ fiscalYear }) => `${fiscalYear}-04-01`,
  compute({ kind, users, areas, fiscalYear }, { law, entry, note, caution }) {
    const found = law.kinds.find(({ code }) => code === kind)
    if (!found)
      return refuse(
        'unknown-kind',
        'kind',
        `サービス種類「${kind}」は、${fiscalYear}年度の一覧にありません。「サービス種類の一覧」のコードにしてください。`,
      )
    if (entry.kinds.status !== undefined) caution('この年度のサービス種類の一覧は、まだ案です。')
    const total = users.reduce((sum, one) => sum + one, 0)
    const capacity = areas.reduce((sum, one) => sum + one.capacity, 0)
    const isCapped = found.group === 'community'
    note?.({
      label: `${found.name}の差`,
      formula: '利用者数−定員',
      inputs: { 利用者数: total, 定員: capacity },
      value: total - capacity,
      unit: '人',
      source: entry.kinds.source,
      confidence: entry.kinds.confidence,
    })
    return {
      overUsers: total - capacity,
      isEnough: total <= capacity,
      cappedUsers: isCapped ? capped(users, capacity) : users,
    }
  },
  cases: prj010Cases,
})
