import { z } from 'zod'
import { defineRule, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { adoptedCases } from '../examples/adopted.ts'
import { adopted, monthlyExact } from './chain.ts'
import { adjustedInsuredTenths, adopt, collectionRatePerMyriad } from './chain-fields.ts'

export const rule = defineRule({
  id: 'PRM-18',
  title: '条例で定める基準額と、丸めによる過不足',
  group: '保険料',
  meaning:
    '丸める前の基準額を、その市町村の端数処理で条例の額にし、その額で3年間に集まる額と必要額の差を示します。',
  formula: '基準額＝月額（または年額）を単位に丸める。集まる額＝年額×補正後被保険者数×予定収納率',
  source: { text: '介護保険法第129条第2項' },
  confidence: 'secondary',
  limits:
    '不足は基金などでまかないます。端数処理「なし」は1円未満を四捨五入します。年額を丸めるときの月額は、年額÷12の目安です。',
  parameters: {},
  input: z.strictObject({
    needYen: yen('保険料収納必要額（3年の合計）'),
    collectionRatePerMyriad,
    adjustedInsuredTenths,
    adopt,
  }),
  compute(input, { note, round }) {
    const amounts = adopted(monthlyExact(input.needYen, input), input.adopt, round)
    const { annualAdoptedYen } = amounts
    const collected = {
      over: product(annualAdoptedYen, input.adjustedInsuredTenths, input.collectionRatePerMyriad),
      under: product(10, 10_000),
    }
    const revenueYen = round('3年間に集まる額', collected, 'half-up')
    const surplusYen = revenueYen - input.needYen
    note?.({
      label: '条例の年額',
      formula: input.adopt.roundOn === 'monthly' ? '丸めた月額×12' : '月額×12を丸める',
      inputs: { 端数処理の単位: input.adopt.unitYen },
      value: annualAdoptedYen,
      unit: '円',
    })
    note?.({
      label: '集まる額と必要額の差',
      formula: '年額×補正後被保険者数×予定収納率−必要額',
      inputs: { 集まる額: revenueYen, 必要額: input.needYen },
      value: surplusYen,
      unit: '円',
    })
    return { ...amounts, revenueYen, surplusYen }
  },
  cases: adoptedCases,
})
