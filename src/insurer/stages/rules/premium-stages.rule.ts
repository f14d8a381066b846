import { z } from 'zod'
import { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule, RuleRefusal } from '../../../platform/computation/index.ts'
import { premiumStagesCases } from '../examples/premium-stages.ts'
import { upwardReductions } from './own-table.ts'
import { baseAnnualYen, roundOn, stageRounding } from './premium-fields.ts'
import { stageAmounts } from './stage-amounts.ts'
import { stageRow } from './stage-table.ts'
import { nationalTable } from './table-in-force.ts'

/** A stage may stand twice here, before and after the reduction: published tables print it so. */
const rows = z
  .array(stageRow, '段階の表: 段階を並べて入力してください。')
  .min(1, '段階の表: 1段階以上を入力してください。')
  .max(100, '段階の表: 100行までです。') // number: room for every published table
  .meta({
    title: '段階の表',
    description:
      '段階と割合。軽減後の割合も入れると、軽減後の年額も答える。入力しないときは、計算する日の国の標準',
    setting: 'premium.stages',
  })

export const rule = defineRule({
  id: 'premium-stages',
  covers: ['STG-04'],
  title: '段階別の保険料（年額）',
  group: '所得段階',
  meaning:
    '基準額と段階ごとの割合から、段階別の年額保険料を、市町村の端数処理のとおりに計算します。端数処理は市町村ごとに違います。',
  formula: '年額: 端数処理（基準額×割合）。月額で端数処理をするとき: 端数処理（基準額÷12×割合）×12',
  source: { text: '介護保険法第129条第2項、介護保険法施行令第38条' },
  confidence: 'seen',
  limits:
    '割合は‰（小数第3位まで）です。端数処理をした額から割合を逆に求めることはしません。年度の途中の資格の得喪（STG-06）は含みません。',
  parameters: { table: standardStages, reduced: reducedRatiosPerMille },
  input: z.strictObject({
    baseAnnualYen,
    stages: rows.optional(),
    rounding: stageRounding,
    roundOn,
  }),
  compute({ baseAnnualYen, stages: own, rounding, roundOn }, context) {
    const { note, round } = context
    const stages = own ?? nationalTable(context).rows
    const upward = upwardReductions(stages)
    if (upward.length > 0) throw new RuleRefusal(upward)
    const how = { baseAnnualYen, rounding, roundOn }
    const full = stageAmounts({ ...how, stages }, round)
    const reducedRows = stages.flatMap(({ stage, reducedRatioPerMille }) =>
      reducedRatioPerMille === null ? [] : [{ stage, ratioPerMille: reducedRatioPerMille }],
    )
    const reduced = stageAmounts({ ...how, stages: reducedRows }, round).values()
    return {
      stages: full.map(({ stage, annualYen }, index) => {
        const { ratioPerMille, reducedRatioPerMille } = stages[index]!
        note?.({
          label: `第${stage}段階の年額`,
          formula: roundOn === 'monthly' ? '端数処理（基準額÷12×割合）×12' : '基準額×割合、端数処理',
          inputs: { 基準額: baseAnnualYen, '割合（‰）': ratioPerMille },
          value: annualYen,
          unit: '円',
        })
        if (reducedRatioPerMille === null) return { stage, annualYen }
        const reducedAnnualYen = reduced.next().value!.annualYen
        note?.({
          label: `第${stage}段階の軽減後の年額`,
          inputs: { 基準額: baseAnnualYen, '割合（‰）': reducedRatioPerMille },
          value: reducedAnnualYen,
          unit: '円',
        })
        return { stage, annualYen, reducedAnnualYen }
      }),
    }
  },
  cases: premiumStagesCases,
})
