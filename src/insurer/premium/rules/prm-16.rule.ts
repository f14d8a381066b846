import { z } from 'zod'
import { defineRule, perMille, persons, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { adjustedInsuredCases } from '../examples/adjusted-insured.ts'
import { adjustedInsured } from './adjusted-insured.ts'
import { sumOf } from './yearly.ts'

export const rule = defineRule({
  id: 'PRM-16',
  title: '所得段階別加入割合補正後被保険者数',
  group: '保険料',
  meaning:
    '段階ごとの3年の人数に、条例の割合（公費による軽減の前）を掛けて足した人数です。基準額を払う人に換算した人数にあたります。',
  formula: 'Σ 段階ごとの人数（3年の合計）×割合、0.1人まで（四捨五入）。人数に対する比は、丸める前の人数から',
  source: { text: '介護保険法施行令第38条' },
  confidence: 'secondary',
  limits:
    '軽減の後の割合（0.285など）は使いません。単純な人数の合計と同じ値になったときは、取り違えていないか注意を出します。',
  parameters: {},
  input: z.strictObject({
    stages: z
      .array(
        z.strictObject({
          ratioPerMille: perMille('割合（公費による軽減の前）', { max: 10_000 }),
          persons: persons('人数（3年の合計）'),
        }),
        '段階ごとの割合と人数: 段階ごとに並べてください。',
      )
      .min(1, '段階ごとの割合と人数: 1段階以上入力してください。')
      .max(100, '段階ごとの割合と人数: 100段階までです。')
      .meta({ title: '段階ごとの割合と人数', description: '第1段階から順に' }),
  }),
  compute({ stages }, { note, round, caution }) {
    const insured = sumOf(stages.map(({ persons }) => persons))
    if (insured === 0) refuse('nobody', 'stages', '段階ごとの割合と人数: 1人以上を入力してください。')
    const exact = adjustedInsured(stages)
    const adjustedInsuredTenths = round('補正後被保険者数', exact, 'half-up', 1, '0.1人')
    const wRatioPerMyriad = round(
      '人数に対する比',
      { over: product(exact.over, 1000), under: product(exact.under, insured) }, // not of the rounded persons
      'half-up',
      1,
      '‱',
    )
    if (adjustedInsuredTenths === insured * 10 && stages.some(({ ratioPerMille }) => ratioPerMille !== 1000))
      caution('補正後の人数が、単純な人数の合計と同じです。割合と人数を取り違えていないか確かめてください。')
    note?.({
      label: '補正後被保険者数',
      formula: 'Σ 段階ごとの人数×割合',
      inputs: { 段階の数: stages.length, 人数の合計: insured },
      value: adjustedInsuredTenths,
      unit: '（0.1人）',
    })
    return { insured, adjustedInsuredTenths, wRatioPerMyriad }
  },
  cases: adjustedInsuredCases,
})
