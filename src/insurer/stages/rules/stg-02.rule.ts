import { z } from 'zod'
import { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { stg02Cases } from '../examples/stg-02.ts'
import { firstDayOf, fiscalYear } from './persons.ts'
import { nationalTable } from './table-in-force.ts'

export const rule = defineRule({
  id: 'STG-02',
  title: '年度ごとの標準の段階表',
  group: '所得段階',
  meaning:
    '年度に効力のある国の標準の段階、割合、公費による軽減の後の割合、本人課税の段階の所得の下限を並べます。',
  formula: '標準の表と、その年度の軽減後の割合を段階ごとに合わせる',
  source: { text: '介護保険法施行令第38条第1項' },
  confidence: 'recalled',
  limits: '第5期までの6段階と特例の段階は登録していません。第10期は第9期の値の仮置きです。',
  parameters: { table: standardStages, reduced: reducedRatiosPerMille },
  input: z.strictObject({ fiscalYear: fiscalYear() }),
  dateOf: ({ fiscalYear }) => firstDayOf(fiscalYear),
  compute(_, context) {
    const { rows, source, confidence } = nationalTable(context)
    for (const { stage, ratioPerMille, reducedRatioPerMille } of rows)
      context.note?.({
        label: `第${stage}段階の割合`,
        inputs: { '軽減後（‰）': reducedRatioPerMille ?? '軽減なし' },
        value: ratioPerMille,
        unit: '‰',
        source,
        confidence,
      })
    return { stages: [...rows] }
  },
  cases: stg02Cases,
})
