import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { defineRule, perMyriad } from '../../../platform/computation/index.ts'
import { decimalText } from '../../../platform/exact/index.ts'
import { grantRateCases } from '../examples/grant-factors.ts'
import { grantRate, perMyriadOf } from './grant-factors.ts'

export const elderlyFactorPerMyriad = perMyriad('後期高齢者加入割合補正係数', {
  min: 1,
  max: 10 * 10_000,
  help: '0.9634は9634',
})
export const incomeFactorPerMyriad = perMyriad('所得段階別加入割合補正係数（交付金の係数）', {
  min: 1,
  max: 10 * 10_000,
  help: '0.9767は9767',
})

export const rule = defineRule({
  id: 'PRM-08',
  title: '普通調整交付金の見込交付割合',
  group: '保険料',
  meaning:
    '調整交付金が給付費の何%になるかの見込みです。自分の第1号負担が α×二つの係数 になり、残りを交付金が受け持ちます。',
  formula:
    '（第1号負担割合＋5%）−第1号負担割合×後期高齢者加入割合補正係数×所得段階別加入割合補正係数。0%を下回らない',
  source: { text: '介護保険の調整交付金の交付額の算定に関する省令' },
  confidence: 'secondary',
  limits:
    '表示は%の小数第2位まで（四捨五入）。計算には丸めない割合を使います。実際の交付額は、請求の期間と調整率で別に決まります。',
  parameters: { sharePerMille: firstInsuredSharePerMille, equivalentPerMille: adjustmentEquivalentPerMille },
  input: z.strictObject({ elderlyFactorPerMyriad, incomeFactorPerMyriad }),
  compute(input, { law, entry, note, round }) {
    const rate = grantRate({
      ...input,
      sharePerMille: law.sharePerMille,
      equivalentPerMille: law.equivalentPerMille,
    })
    const ratePerMyriad = round('見込交付割合', perMyriadOf(rate), 'half-up', 1, '‱')
    note?.({
      label: '見込交付割合（丸める前）',
      formula: '（負担割合＋5%）−負担割合×係数×係数',
      inputs: {
        '負担割合（‰）': law.sharePerMille,
        '調整交付金相当（‰）': law.equivalentPerMille,
        '後期高齢者加入割合補正係数（‱）': input.elderlyFactorPerMyriad,
        '所得段階別加入割合補正係数（‱）': input.incomeFactorPerMyriad,
      },
      value: decimalText(rate, 8), // number: digits shown
      source: entry.sharePerMille.source,
      confidence: entry.sharePerMille.confidence,
    })
    return { ratePerMyriad }
  },
  cases: grantRateCases,
})
