import { z } from 'zod'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { adjustmentEquivalentCases } from '../examples/adjustment-equivalent.ts'
import { adjustmentEquivalent } from './chain.ts'
import { generalProjectYen, standardBenefitYen } from './chain-fields.ts'

export const rule = defineRule({
  id: 'PRM-05',
  title: '調整交付金相当額',
  group: '保険料',
  meaning:
    '全国平均で交付される調整交付金（5%）にあたる額です。包括的支援事業と任意事業の費用は対象になりません。',
  formula: '（標準給付費見込額＋総合事業費）×5%、1円未満は四捨五入',
  source: { text: '介護保険法第122条第2項' },
  confidence: 'secondary',
  limits: '標準給付費だけ、または地域支援事業費の全体に5%を掛ける表計算がありますが、どちらも誤りです。',
  parameters: { perMille: adjustmentEquivalentPerMille },
  input: z.strictObject({ standardBenefitYen, generalProjectYen }),
  compute({ standardBenefitYen, generalProjectYen }, { law, entry, note, round }) {
    const exact = adjustmentEquivalent(standardBenefitYen + generalProjectYen, law.perMille)
    const adjustmentGrantEquivalentYen = round('調整交付金相当額', exact, 'half-up')
    note?.({
      label: '調整交付金相当額',
      formula: '（標準給付費見込額＋総合事業費）×割合',
      inputs: {
        標準給付費見込額: standardBenefitYen,
        総合事業費: generalProjectYen,
        '割合（‰）': law.perMille,
      },
      value: adjustmentGrantEquivalentYen,
      unit: '円',
      source: entry.perMille.source,
      confidence: entry.perMille.confidence,
    })
    return { adjustmentGrantEquivalentYen }
  },
  cases: adjustmentEquivalentCases,
})
