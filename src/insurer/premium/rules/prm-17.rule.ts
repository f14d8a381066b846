import { z } from 'zod'
import { defineRule, yen } from '../../../platform/computation/index.ts'
import { decimalText } from '../../../platform/exact/index.ts'
import { monthlyExact, times } from './chain.ts'
import { adjustedInsuredTenths, collectionRatePerMyriad } from './chain-fields.ts'

export const rule = defineRule({
  id: 'PRM-17',
  title: '保険料基準額（月額、端数処理の前）',
  group: '保険料',
  meaning: '保険料収納必要額を、予定収納率と補正後の人数と12か月で割った、丸める前の基準額です。',
  formula: '保険料収納必要額÷予定収納率÷補正後被保険者数÷12',
  source: { text: '介護保険法施行令第38条' },
  confidence: 'secondary',
  limits: '銭の位まで示します（四捨五入）。条例の額は PRM-18 で丸めます。途中で丸めません。',
  parameters: {},
  input: z.strictObject({
    needYen: yen('保険料収納必要額（3年の合計）'),
    collectionRatePerMyriad,
    adjustedInsuredTenths,
  }),
  compute(input, { note, round }) {
    const monthly = monthlyExact(input.needYen, input)
    note?.({
      label: '保険料基準額（月額、端数処理の前）',
      formula: '必要額÷予定収納率÷補正後被保険者数÷12',
      inputs: {
        必要額: input.needYen,
        '予定収納率（‱）': input.collectionRatePerMyriad,
        '補正後被保険者数（0.1人）': input.adjustedInsuredTenths,
      },
      value: decimalText(monthly, 4), // number: digits shown
      unit: '円',
    })
    return {
      monthlyExactHundredths: round('保険料基準額（月額、円と銭）', times(monthly, 100), 'half-up', 1, '銭'),
    }
  },
  cases: [
    {
      title: '大雪地区広域連合 第9期: 6,427.92円（印刷は6,428円）',
      on: '2024-04-01',
      input: { needYen: 2_051_968_467, collectionRatePerMyriad: 9900, adjustedInsuredTenths: 268_710 },
      value: { monthlyExactHundredths: 642_792 },
      source: { text: '大雪地区広域連合 第9期介護保険事業計画（計画作成者の公開の作業記録による転記）' },
      isSecondary: true,
    },
    {
      title: 'A町の下書き: 7,644.21円',
      on: '2024-04-01',
      input: { needYen: 840_642_000, collectionRatePerMyriad: 9600, adjustedInsuredTenths: 95_461 },
      value: { monthlyExactHundredths: 764_421 },
      source: { text: 'A町（匿名）の将来推計総括表の下書き（二次資料）' },
      isSecondary: true,
    },
  ],
})
