import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { planPeriodYears } from '../../../law/insurer/plan-period.ts'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { decimalText } from '../../../platform/exact/index.ts'
import { premiumChainCases } from '../examples/premium-chain.ts'
import { premiumChain } from './chain.ts'
import { adopt, chainShape, period } from './chain-fields.ts'
import { firstDayOfPeriod } from './period-day.ts'

export const rule = defineRule({
  id: 'premium-chain',
  title: '第1号保険料の基準額（見込額から基準額まで）',
  group: '保険料',
  meaning: '計画期間の3年間の費用の見込みから、第1号保険料の基準額を、式を一つずつたどって計算します。',
  formula:
    '保険料収納必要額＝第1号負担分＋調整交付金相当額−調整交付金見込額＋安定化基金−推進交付金等＋特別給付等−基金取崩額。基準額（月額）＝必要額÷予定収納率÷補正後被保険者数÷12',
  source: { text: '介護保険法第129条、介護保険法施行令第38条' },
  confidence: 'secondary',
  limits:
    '財政安定化基金、推進交付金等、特別給付等、取崩額は、書かなければ0円です。ほかの額は書かなければ計算しません。端数処理「なし」は1円未満を四捨五入します（1円未満の保険料は定められないため。本ソフトの決め）。年額を端数処理するときの月額は、年額÷12を四捨五入した目安です。',
  parameters: {
    sharePerMille: firstInsuredSharePerMille,
    equivalentPerMille: adjustmentEquivalentPerMille,
    count: planPeriodYears,
  },
  input: z.strictObject({ period, ...chainShape, adopt }),
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute(input, { law, entry, note, round }) {
    const chain = premiumChain(
      input,
      { firstInsuredSharePerMille: law.sharePerMille, adjustmentEquivalentPerMille: law.equivalentPerMille },
      round,
    )
    const { monthly, ...value } = chain
    note?.({
      label: '第1号被保険者負担分相当額',
      formula: '（標準給付費＋総合事業費＋包括的支援・任意事業費）×第1号負担割合',
      inputs: {
        標準給付費: input.standardBenefitYen,
        総合事業費: input.generalProjectYen,
        '包括的支援・任意事業費': input.comprehensiveSupportYen,
        '第1号負担割合（‰）': law.sharePerMille,
      },
      value: value.firstInsuredShareYen,
      unit: '円',
      source: entry.sharePerMille.source,
      confidence: entry.sharePerMille.confidence,
    })
    note?.({
      label: '調整交付金相当額',
      formula: '（標準給付費＋総合事業費）×調整交付金相当額の割合',
      inputs: {
        標準給付費: input.standardBenefitYen,
        総合事業費: input.generalProjectYen,
        '割合（‰）': law.equivalentPerMille,
      },
      value: value.adjustmentGrantEquivalentYen,
      unit: '円',
      source: entry.equivalentPerMille.source,
      confidence: entry.equivalentPerMille.confidence,
    })
    note?.({
      label: '取崩し前の保険料収納必要額',
      formula: '第1号負担分＋調整交付金相当額−調整交付金見込額＋安定化基金−推進交付金等＋特別給付等',
      inputs: {
        第1号負担分: value.firstInsuredShareYen,
        調整交付金相当額: value.adjustmentGrantEquivalentYen,
        調整交付金見込額: input.adjustmentGrantExpectedYen,
        安定化基金: input.stabilisationFundYen,
        推進交付金等: input.incentiveGrantYen,
        特別給付等: input.municipalSpecialYen,
      },
      value: value.needBeforeDrawYen,
      unit: '円',
    })
    note?.({
      label: '保険料収納必要額',
      formula: '取崩し前の必要額−準備基金取崩額',
      inputs: { 取崩し前の必要額: value.needBeforeDrawYen, 準備基金取崩額: input.fundDrawYen },
      value: value.needYen,
      unit: '円',
    })
    note?.({
      label: '保険料基準額（月額、端数処理の前）',
      formula: '必要額÷予定収納率÷補正後被保険者数÷12',
      inputs: {
        必要額: value.needYen,
        '予定収納率（‱）': input.collectionRatePerMyriad,
        '補正後被保険者数（0.1人）': input.adjustedInsuredTenths,
      },
      value: decimalText(monthly, 4), // number: digits shown
      unit: '円',
    })
    note?.({ label: '保険料基準額（月額）', value: value.monthlyAdoptedYen, unit: '円' })
    note?.({ label: '保険料基準額（年額）', value: value.annualAdoptedYen, unit: '円' })
    return value
  },
  cases: premiumChainCases,
})
