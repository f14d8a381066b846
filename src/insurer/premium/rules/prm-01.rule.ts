import { z } from 'zod'
import { defineRule, yen } from '../../../platform/computation/index.ts'
import { LARGEST } from '../../../platform/exact/index.ts'
import { sumOf, years } from './yearly.ts'

const PARTS = {
  totalBenefitYen: '総給付費（財政影響額調整後）',
  specifiedResidentYen: '特定入所者介護サービス費等給付額',
  highCostYen: '高額介護サービス費等給付額',
  highCostMedicalYen: '高額医療合算介護サービス費等給付額',
  reviewFeeYen: '算定対象審査支払手数料',
} as const
type Part = keyof typeof PARTS
const names = Object.keys(PARTS) as Part[]
const ofEach = (amountYen: number) => ({
  totalBenefitYen: amountYen,
  specifiedResidentYen: amountYen,
  highCostYen: amountYen,
  highCostMedicalYen: amountYen,
  reviewFeeYen: amountYen,
})

export const rule = defineRule({
  id: 'PRM-01',
  title: '標準給付費見込額',
  group: '保険料',
  meaning: '年度ごとの給付の見込みを足して、計画期間の標準給付費見込額を出します。',
  formula:
    '総給付費＋特定入所者介護サービス費等＋高額介護サービス費等＋高額医療合算＋審査支払手数料（年度ごと）、その合計',
  source: { text: '介護保険法施行令第38条第3項' },
  confidence: 'recalled',
  limits: '財政影響額（利用者負担や補足給付の見直しなど）の調整は、総給付費などに入れてから使います。',
  parameters: {},
  input: z.strictObject({
    years: years(
      '年度ごとの見込み',
      z.strictObject({
        totalBenefitYen: yen(PARTS.totalBenefitYen),
        specifiedResidentYen: yen(PARTS.specifiedResidentYen),
        highCostYen: yen(PARTS.highCostYen),
        highCostMedicalYen: yen(PARTS.highCostMedicalYen),
        reviewFeeYen: yen(PARTS.reviewFeeYen),
      }),
    ),
  }),
  compute({ years }, { note }) {
    const totals = years.map((year) => sumOf(names.map((name) => year[name])))
    totals.forEach((value, at) => {
      const inputs = Object.fromEntries(names.map((name) => [PARTS[name], years[at]![name]]))
      note?.({
        label: `${at + 1}年目の標準給付費`,
        formula: '五つの給付と手数料の和',
        inputs,
        value,
        unit: '円',
      })
    })
    const standardBenefitYen = sumOf(totals)
    note?.({ label: '標準給付費見込額', formula: '各年度の和', value: standardBenefitYen, unit: '円' })
    return { yearlyYen: totals, standardBenefitYen }
  },
  cases: [
    {
      title: 'A町の下書き（3年の合計を一つの年度として）',
      on: '2024-04-01',
      input: {
        years: [
          {
            totalBenefitYen: 3_189_830_000,
            specifiedResidentYen: 162_299_291,
            highCostYen: 82_949_253,
            highCostMedicalYen: 7_410_739,
            reviewFeeYen: 2_094_300,
          },
        ],
      },
      value: { yearlyYen: [3_444_583_583], standardBenefitYen: 3_444_583_583 },
      source: { text: 'A町（匿名）の将来推計総括表の下書き（二次資料）' },
      isSecondary: true,
    },
    {
      title: '金ケ崎町 第9期（総給付費は年度ごと、ほかは3年分を1年目に）',
      on: '2024-04-01',
      input: {
        years: [
          {
            totalBenefitYen: 1_195_533_000,
            specifiedResidentYen: 169_821_756,
            highCostYen: 88_080_654,
            highCostMedicalYen: 9_745_436,
            reviewFeeYen: 3_677_450,
          },
          ...[1_189_414_000, 1_174_494_000].map((totalBenefitYen) => ({
            totalBenefitYen,
            specifiedResidentYen: 0,
            highCostYen: 0,
            highCostMedicalYen: 0,
            reviewFeeYen: 0,
          })),
        ],
      },
      value: { yearlyYen: [1_466_858_296, 1_189_414_000, 1_174_494_000], standardBenefitYen: 3_830_766_296 },
      source: { text: '金ケ崎町 第9期介護保険事業計画（計画作成者の公開の作業記録による転記）' },
      isSecondary: true,
    },
    {
      title: '入力できる最も大きい額を5つ、10年度分足しても、1円まで正確（架空）',
      on: '2024-04-01',
      input: { years: Array.from({ length: 10 }, () => ofEach(LARGEST)) },
      value: {
        yearlyYen: Array.from({ length: 10 }, () => 500_000_000_000_000),
        standardBenefitYen: 5_000_000_000_000_000,
      },
    },
    {
      title: '額が大きすぎる',
      on: '2024-04-01',
      input: { years: [{ ...ofEach(0), reviewFeeYen: LARGEST + 1 }] },
      refused: { code: 'too_big', path: 'years.0.reviewFeeYen' },
    },
  ],
})
