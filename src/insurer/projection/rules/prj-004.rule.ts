import { z } from 'zod'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { prj004Cases } from '../examples/prj-004.ts'
import { change, head } from './projection-fields.ts'
import { rateOf, roundTimes } from './rate.ts'

const cell = z.strictObject({
  insured: head('被保険者数'),
  rateOver: whole('認定率の分子', '人', { help: '認定率を分数で書いたときの分子' }),
  rateUnder: whole('認定率の分母', '人', { min: 1, help: '認定率を分数で書いたときの分母' }),
})

export const rule = defineRule({
  id: 'PRJ-004',
  title: '認定者数',
  group: '将来推計',
  meaning:
    '区分ごとの被保険者数に認定率をかけて四捨五入し、合計は四捨五入した数を足します。施策反映の増減は、自然体と並べて示します。',
  formula: '区分ごとに 被保険者数×認定率（四捨五入）、その合計＋施策反映',
  source: { text: '地域包括ケア「見える化」システム 将来推計（計画作成の実務資料による）' },
  confidence: 'secondary',
  parameters: {},
  input: z.strictObject({
    cells: z
      .array(cell, '区分: 被保険者数と認定率を並べて入力してください。')
      .min(1, '区分: 1区分以上を入力してください。')
      .max(1000, '区分: 1,000区分までです。')
      .meta({ title: '区分', description: '一つの要介護度の、性別・年齢区分ごとの被保険者数と認定率' }),
    change: change.default(0).meta({
      title: '施策反映の増減',
      unit: '人',
      description: '施策反映で足す人数（人）。減らすときは負の数。入れないときは0',
    }),
  }),
  compute({ cells, change }, { note }) {
    const certifiedByCell = cells.map(({ insured, rateOver, rateUnder }, index) => {
      if (rateOver > rateUnder)
        refuse(
          'above-one',
          `cells.${index}.rateOver`,
          `${index + 1}番目の区分: 認定率が1をこえています。分子を分母以下にしてください。`,
        )
      return roundTimes(insured, rateOf(rateOver, rateUnder))
    })
    const natural = certifiedByCell.reduce((sum, one) => sum + one, 0)
    const adjusted = natural + change
    if (adjusted < 0)
      refuse('below-zero', 'change', `施策反映の増減: 自然体の${natural}人より多くは減らせません。`)
    const insured = cells.reduce((sum, one) => sum + one.insured, 0)
    if (change > 0 && adjusted > insured)
      refuse(
        'above-insured',
        'change',
        `施策反映の増減: 増やしたあとの${adjusted}人が、被保険者数${insured}人をこえています。増やす数を直してください。`,
      )
    note?.({
      label: '認定者数（自然体）',
      formula: 'Σ 四捨五入（被保険者数×認定率）',
      inputs: { 区分の数: cells.length },
      value: natural,
      unit: '人',
    })
    note?.({
      label: '認定者数（施策反映後）',
      formula: '自然体＋増減',
      inputs: { 増減: change },
      value: adjusted,
      unit: '人',
    })
    return { certifiedByCell, natural, adjusted }
  },
  cases: prj004Cases,
})
