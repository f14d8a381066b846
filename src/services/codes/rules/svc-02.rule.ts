import { z } from 'zod'
import { serviceKinds } from '../../../law/services/service-kinds.ts'
import { codesOf, defineRule, month } from '../../../platform/computation/index.ts'
import { svc02Cases } from '../examples/svc-02.ts'
import { readServiceCode } from './service-code.ts'

const Input = z.strictObject({
  code: z
    .string('サービスコード: 文字で入力してください。')
    .max(40, 'サービスコード: 40文字までです。') // number: room for spaces
    .meta({ title: 'サービスコード', description: '種類2文字と項目4文字。全角と空白は読み替える' }),
  month: month('サービスの月'),
})
export type Input = z.input<typeof Input>

const SHARES = {
  national: '国の上限の中で市町村が定める単位、利用者負担は割合',
  rate: '市町村の単価、利用者負担は割合',
  fixed: '市町村の単価、利用者負担は定額',
  none: '利用者負担なし',
}

export const rule = defineRule({
  id: 'SVC-02',
  title: '総合事業のサービスコード',
  group: '総合事業',
  meaning: 'サービスコードを種類と項目に分け、その月に使える種類かどうかを確かめます。',
  formula: '先頭の2文字が種類、続く4文字が項目',
  source: { text: '介護予防・日常生活支援総合事業の費用に係るサービスコード' },
  confidence: 'recalled',
  limits:
    '項目（4文字）が市町村のコード表にあるかどうかは確かめません。市町村ごとの単位とコードは、その市町村のデータです。英字のIとOを使わないことは出典未確認です。',
  parameters: { kinds: serviceKinds },
  input: Input,
  dateOf: (input) => `${input.month}-01`,
  compute({ code }, { law, entry, note }) {
    const read = readServiceCode(code, law.kinds)
    note?.({
      label: 'サービスの種類',
      value: read === null ? null : `${read.kind} ${read.name}`,
      formula: read === null ? '入力がない' : SHARES[read.share],
      source: entry.kinds.source,
      confidence: entry.kinds.confidence,
    })
    if (read !== null) note?.({ label: 'サービスの項目', value: read.item })
    return read && { ...read }
  },
  labels: {
    kind: '種類',
    item: '項目',
    name: '名称',
    share: '単位と利用者負担',
    ...codesOf('share', SHARES),
  },
  cases: svc02Cases,
})
