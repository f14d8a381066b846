import { z } from 'zod'
import { defineRule, refuse, yen } from '../../../platform/computation/index.ts'
import { needCases } from '../examples/need.ts'
import { needAfterDraw, needBeforeDraw } from './chain.ts'
import {
  adjustmentGrantExpectedYen,
  fundDrawYen,
  incentiveGrantYen,
  municipalSpecialYen,
  stabilisationFundYen,
} from './chain-fields.ts'

export const rule = defineRule({
  id: 'PRM-13',
  covers: ['PRM-14'],
  title: '保険料収納必要額と準備基金の取崩し',
  group: '保険料',
  meaning:
    '第1号保険料で集める額を、準備基金を取り崩す前と後で出し、取り崩さない・半分・全部の三つの場合を並べます。',
  formula:
    '取崩し前＝第1号負担分＋調整交付金相当額−調整交付金見込額＋安定化基金−推進交付金等＋特別給付等。取崩し後＝取崩し前−取崩額（0円以上、基金の残高まで）',
  source: { text: '介護保険法施行令第38条' },
  confidence: 'secondary',
  limits: '基金の残高は、計画期間の前の年度末の見込みです。残高の上限を条例で定める市町村もあります。',
  parameters: {},
  input: z.strictObject({
    firstInsuredShareYen: yen('第1号被保険者負担分相当額'),
    adjustmentGrantEquivalentYen: yen('調整交付金相当額'),
    adjustmentGrantExpectedYen,
    stabilisationFundYen,
    incentiveGrantYen,
    municipalSpecialYen,
    fundBalanceYen: yen('準備基金の残高（前の年度末の見込み）'),
    fundDrawYen,
  }),
  compute(input, { note }) {
    const { fundBalanceYen, fundDrawYen } = input
    if (fundDrawYen > fundBalanceYen)
      refuse(
        'draw-above-balance',
        'fundDrawYen',
        `準備基金取崩額: 基金の残高（${fundBalanceYen.toLocaleString('en-US')}円）以下で入力してください。`,
      )
    const needBeforeDrawYen = needBeforeDraw(input)
    const needYen = needAfterDraw(needBeforeDrawYen, fundDrawYen)
    const whole = Math.min(fundBalanceYen, needBeforeDrawYen)
    const patterns = [0, (whole - (whole % 2)) / 2, whole].map((drawYen) => ({
      drawYen,
      needYen: needBeforeDrawYen - drawYen,
      balanceAfterYen: fundBalanceYen - drawYen,
    }))
    note?.({
      label: '取崩し前の保険料収納必要額',
      formula: '第1号負担分＋調整交付金相当額−調整交付金見込額＋安定化基金−推進交付金等＋特別給付等',
      inputs: {
        第1号負担分: input.firstInsuredShareYen,
        調整交付金相当額: input.adjustmentGrantEquivalentYen,
        調整交付金見込額: input.adjustmentGrantExpectedYen,
        安定化基金: input.stabilisationFundYen,
        推進交付金等: input.incentiveGrantYen,
        特別給付等: input.municipalSpecialYen,
      },
      value: needBeforeDrawYen,
      unit: '円',
    })
    note?.({
      label: '保険料収納必要額',
      formula: '取崩し前の必要額−取崩額',
      inputs: { 取崩し前の必要額: needBeforeDrawYen, 取崩額: fundDrawYen, 基金の残高: fundBalanceYen },
      value: needYen,
      unit: '円',
    })
    return { needBeforeDrawYen, needYen, balanceAfterYen: fundBalanceYen - fundDrawYen, patterns }
  },
  cases: needCases,
})
