import { z } from 'zod'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { longTermSharePerMille } from '../../../law/insurer/premium-long-term-share.ts'
import { defineRule, perMyriad, persons, refuse, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { longTermCases } from '../examples/long-term.ts'
import {
  collectionRatePerMyriad,
  comprehensiveSupportYen,
  generalProjectYen,
  standardBenefitYen,
} from './chain-fields.ts'

export const rule = defineRule({
  id: 'PRM-20',
  title: '中長期の保険料（参考値）',
  group: '保険料',
  meaning:
    '計画期間の先の一つの年度について、基金を使わずに同じ式で基準額の目安を出します。報酬改定も制度改正も見込まない参考値です。',
  formula:
    '必要額＝α×（（標準給付費＋地域支援事業費）＋（標準給付費＋総合事業費）×（F×G−1））。月額＝必要額÷予定収納率÷（人数×補正の比）÷12',
  source: { text: '介護保険法第117条第3項' },
  confidence: 'secondary',
  limits:
    '負担割合は将来の仮の値です。調整交付金を千円単位にする前の式なので、計画期間の計算とは端数が異なります。',
  parameters: { sharePerMille: longTermSharePerMille, equivalentPerMille: adjustmentEquivalentPerMille },
  input: z.strictObject({
    fiscalYear: whole('年度', '年度', { min: 2000, max: 2100, help: '西暦。令和12年度は2030' }), // number: years that a form accepts
    standardBenefitYen,
    generalProjectYen,
    comprehensiveSupportYen,
    factorPerMyriad: perMyriad('二つの補正係数の積（F×G）', {
      min: 1,
      max: 10 * 10_000,
      help: '0.9410は9410',
    }),
    collectionRatePerMyriad,
    insured: persons('第1号被保険者数', { min: 1 }),
    wRatioPerMyriad: perMyriad('補正後の人数の比', { min: 1, max: 10 * 10_000, help: '0.9692は9692' }),
  }),
  dateOf: ({ fiscalYear }) => `${fiscalYear}-04-01`,
  compute(input, { law, entry, note, round }) {
    const { standardBenefitYen, generalProjectYen, comprehensiveSupportYen, factorPerMyriad } = input
    const costYen = BigInt(standardBenefitYen + generalProjectYen + comprehensiveSupportYen)
    const away = BigInt(standardBenefitYen + generalProjectYen) * BigInt(factorPerMyriad - 10_000)
    const share = BigInt(law.sharePerMille)
    // the 5 % of PRM-05 and of the grant rate cancel out, unless the rate would fall below zero
    const own = { over: share * (costYen * 10_000n + away), under: product(1000, 10_000) }
    if (law.sharePerMille * (factorPerMyriad - 10_000) > law.equivalentPerMille * 10_000)
      refuse(
        'rate-below-zero',
        'factorPerMyriad',
        '二つの補正係数の積: 見込交付割合が0%を下回ります。値を確かめてください。',
      )
    const needYen = round('必要額', own, 'half-up')
    const persons = product(input.insured, input.wRatioPerMyriad, input.collectionRatePerMyriad, 12)
    const monthly = { over: product(needYen, 10_000, 10_000, 100), under: persons }
    const monthlyExactHundredths = round('月額（参考値、円と銭）', monthly, 'half-up', 1, '銭')
    note?.({
      label: '必要額（参考値）',
      formula: 'α×（（標準給付費＋地域支援事業費）＋（標準給付費＋総合事業費）×（F×G−1））',
      inputs: {
        'α（‰）': law.sharePerMille,
        標準給付費: standardBenefitYen,
        総合事業費: generalProjectYen,
        'F×G（‱）': factorPerMyriad,
      },
      value: needYen,
      unit: '円',
      source: entry.sharePerMille.source,
      confidence: entry.sharePerMille.confidence,
    })
    note?.({
      label: '月額（参考値）',
      formula: '必要額÷予定収納率÷（人数×補正の比）÷12',
      inputs: {
        人数: input.insured,
        '補正の比（‱）': input.wRatioPerMyriad,
        '予定収納率（‱）': input.collectionRatePerMyriad,
      },
      value: monthlyExactHundredths,
      unit: '銭',
    })
    return { isReferenceOnly: true, needYen, monthlyExactHundredths }
  },
  cases: longTermCases,
})
