import { z } from 'zod'
import { lowIncomeLimitYen } from '../../../law/insurer/stages-low-income-limit.ts'
import { ownTableLimits } from '../../../law/insurer/stages-own-table-limits.ts'
import { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import { oldSalaryDeduction } from '../../../law/insurer/stages-salary-deduction.ts'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { premiumPersonsCases } from '../examples/premium-persons.ts'
import { ladderOf } from './income-stage.ts'
import { firstDayOf, fiscalYear, person } from './persons.ts'
import { baseAnnualYen, roundOn, stageRounding } from './premium-fields.ts'
import { premiumOfPersons } from './premium-persons.ts'
import { stageAmounts } from './stage-amounts.ts'
import { ownStages } from './stage-table.ts'
import { tableInForce } from './table-in-force.ts'

export const rule = defineRule({
  id: 'premium-persons',
  title: '多人数の所得段階と年額保険料',
  group: '所得段階',
  meaning:
    '多くの人の所得段階と、軽減後の年額保険料を一度に計算し、段階ごとの人数と合計も出します。判定できない人は空のままにし、人数を示します。',
  formula: '一人ずつ所得段階を判定し、その段階の年額（公費による軽減の後）を当てる',
  source: { text: '介護保険法第129条、介護保険法施行令第38条' },
  confidence: 'recalled',
  limits: '一人ずつの判定は「所得段階の判定」と同じです。年度の途中の資格の得喪（月割り）は含みません。',
  parameters: {
    table: standardStages,
    reduced: reducedRatiosPerMille,
    limits: ownTableLimits,
    limitYen: lowIncomeLimitYen,
    salary: oldSalaryDeduction,
  },
  input: z.strictObject({
    fiscalYear: fiscalYear(),
    baseAnnualYen,
    stages: ownStages.optional(),
    rounding: stageRounding,
    roundOn,
    persons: z
      .array(person, '人の一覧: 一人ずつの項目を並べて入力してください。')
      .max(1_000_000, '人の一覧: 1,000,000人までです。') // number: room for the largest insurer
      .meta({ title: '人の一覧', description: '賦課期日の状態。氏名や番号は入れない' }),
  }),
  dateOf: ({ fiscalYear }) => firstDayOf(fiscalYear),
  compute({ baseAnnualYen, stages, rounding, roundOn, persons }, context) {
    const { law, note, caution } = context
    const table = tableInForce(stages, context)
    const charged = table.rows.map(({ stage, ratioPerMille, reducedRatioPerMille }) => ({
      stage,
      ratioPerMille: reducedRatioPerMille ?? ratioPerMille,
    }))
    const amounts = stageAmounts({ baseAnnualYen, stages: charged, rounding, roundOn })
    const ladder = ladderOf(law.table, table.rows, () => law.limitYen)
    const { openBorders, ...result } = premiumOfPersons(persons, ladder, amounts, () => law.salary)
    if (result.undetermined > 0)
      caution(
        `${result.undetermined}人は、分からない項目があるため段階を判定していません。合計に含めていません。`,
      )
    if (openBorders > 0)
      caution(
        `${openBorders}人は、境界層として移された段階が、分からない項目によっては、判定される段階より低くないことがあります。項目を確かめてください。`,
      )
    for (const { stage, persons, annualYen } of result.byStage)
      note?.({
        label: `第${stage}段階`,
        formula: '人数×軽減後の年額',
        inputs: { 人数: persons },
        value: annualYen,
        unit: '円',
        source: table.source,
        confidence: table.confidence,
      })
    return result
  },
  cases: premiumPersonsCases,
})
