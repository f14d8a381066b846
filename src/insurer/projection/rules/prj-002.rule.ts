import { z } from 'zod'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { prj002Cases } from '../examples/prj-002.ts'
import { head } from './projection-fields.ts'
import { rateOf, rateText } from './rate.ts'

const MILLION = 1000 * 1000

export const rule = defineRule({
  id: 'PRJ-002',
  title: '区分ごとの認定率',
  group: '将来推計',
  meaning: '性別、年齢区分、要介護度ごとの認定率です。推計では端数処理をせず、分数のまま使います。',
  formula: '認定者数÷被保険者数',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  limits: '百万分率は表示のための四捨五入で、推計には使いません。被保険者が0人の区分は0とし、警告します。',
  parameters: {},
  input: z.strictObject({ certified: head('認定者数'), insured: head('被保険者数') }),
  compute({ certified, insured }, { note, round, caution }) {
    if (certified > insured)
      refuse(
        'above-insured',
        'certified',
        `認定者数: ${certified}人が、被保険者数${insured}人をこえています。どちらかを直してください。`,
      )
    if (insured === 0) caution('被保険者が0人なので、認定率を0とします。')
    const rate = rateText(rateOf(certified, insured))
    const rateMillionths =
      insured === 0
        ? 0
        : round(
            '認定率（表示）',
            { over: product(certified, MILLION), under: insured },
            'half-up',
            1,
            '百万分の1',
          )
    note?.({
      label: '認定率',
      formula: '認定者数÷被保険者数',
      inputs: { 認定者数: certified, 被保険者数: insured },
      value: rate,
    })
    return { rate, rateMillionths }
  },
  cases: prj002Cases,
})
