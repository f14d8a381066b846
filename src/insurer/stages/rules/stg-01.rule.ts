import { z } from 'zod'
import { lowIncomeLimitYen } from '../../../law/insurer/stages-low-income-limit.ts'
import { ownTableLimits } from '../../../law/insurer/stages-own-table-limits.ts'
import { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import { oldSalaryDeduction } from '../../../law/insurer/stages-salary-deduction.ts'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { stg01Cases } from '../examples/stg-01.ts'
import { ladderOf } from './income-stage.ts'
import { judgePerson } from './judge-person.ts'
import { firstDayOf, fiscalYear, personFields } from './persons.ts'
import { ownStages } from './stage-table.ts'
import { tableInForce } from './table-in-force.ts'

export const rule = defineRule({
  id: 'STG-01',
  covers: ['STG-09'],
  title: '所得段階の判定',
  group: '所得段階',
  meaning:
    '第1号被保険者一人の所得段階を、賦課期日の状態から判定します。分からない項目があっても、どちらでも同じ段階になるときは答えます。境界層として移された段階があれば、それを優先します。',
  formula:
    '生活保護 → 第1段階。本人非課税は、課税年金収入＋（合計所得金額−年金の雑所得−特別控除）と世帯の課税で、本人課税は、合計所得金額−特別控除で分ける',
  source: { text: '介護保険法施行令第38条第1項', url: 'https://laws.e-gov.go.jp/law/410CO0000000412' },
  confidence: 'recalled',
  limits:
    '第5期までの段階は判定しません。年度により給与所得から10万円を差し引く調整は含みません（合計所得金額に調整後の額を入力してください）。令和8年度の特例では、住民税の課税・非課税も改正前の基準で入力してください。住民税が非課税の方が令和9年度以後にどの段階になるかは、境の額が定まるまで判定しません。',
  parameters: {
    table: standardStages,
    reduced: reducedRatiosPerMille,
    limits: ownTableLimits,
    limitYen: lowIncomeLimitYen,
    salary: oldSalaryDeduction,
  },
  input: z.strictObject({
    fiscalYear: fiscalYear(),
    ...personFields,
    stages: ownStages.optional(),
  }),
  dateOf: ({ fiscalYear }) => firstDayOf(fiscalYear),
  compute({ fiscalYear: _, stages, ...person }, context) {
    const { law, entry, note, caution } = context
    const table = tableInForce(stages, context)
    const ladder = ladderOf(law.table, table.rows, () => law.limitYen)
    const judged = judgePerson(person, ladder, () => law.salary, '')
    const row = table.rows.find(({ stage }) => stage === judged.stage)
    if (judged.usedLimit)
      note?.({
        label: '住民税非課税の段階の境（以下）',
        value: law.limitYen,
        unit: '円',
        source: entry.limitYen.source,
        confidence: entry.limitYen.confidence,
      })
    if (judged.additionYen !== null)
      note?.({
        label: '令和8年度の特例で合計所得金額に足す額',
        value: judged.additionYen,
        unit: '円',
        source: entry.salary.source,
        confidence: entry.salary.confidence,
      })
    note?.({
      label: '判定した段階',
      formula: '分からない項目は、はい・いいえ、ありうる額のどれでも試す',
      inputs: { ありうる段階: judged.possible.map((stage) => `第${stage}段階`).join('、') },
      value: judged.judgedStage === null ? null : `第${judged.judgedStage}段階`,
      source: table.source,
      confidence: table.confidence,
    })
    if (judged.isBorderOpen)
      caution(
        '境界層として移された段階は、分からない項目によっては、判定される段階より低くないことがあります。項目を確かめてください。',
      )
    if (person.borderLayerStage !== null)
      note?.({ label: '境界層として移された段階', value: `第${person.borderLayerStage}段階` })
    return {
      stage: judged.stage,
      possibleStages: judged.possible,
      ratioPerMille: row?.ratioPerMille ?? null,
      chargedRatioPerMille: row ? (row.reducedRatioPerMille ?? row.ratioPerMille) : null,
    }
  },
  cases: stg01Cases,
})
