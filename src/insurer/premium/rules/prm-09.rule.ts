import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { defineRule, perMyriad, refuse } from '../../../platform/computation/index.ts'
import { decimalText, type Ratio } from '../../../platform/exact/index.ts'
import { grantExpectedCases } from '../examples/grant-factors.ts'
import { generalProjectYen, standardBenefitYen } from './chain-fields.ts'
import { grantRate, part } from './grant-factors.ts'
import { elderlyFactorPerMyriad, incomeFactorPerMyriad } from './prm-08.rule.ts'
import { sumOf, years } from './yearly.ts'

interface Year {
  elderlyFactorPerMyriad?: number | undefined
  incomeFactorPerMyriad?: number | undefined
  ratePerMyriad?: number | undefined
}

/** The printed rate where there is one, else the exact one of the two factors. */
function rateOf(year: Year, at: number, law: { sharePerMille: number; equivalentPerMille: number }): Ratio {
  const { elderlyFactorPerMyriad, incomeFactorPerMyriad, ratePerMyriad } = year
  if (ratePerMyriad !== undefined) return { over: ratePerMyriad, under: 10_000 }
  if (elderlyFactorPerMyriad === undefined || incomeFactorPerMyriad === undefined)
    refuse(
      'rate-missing',
      `years.${at}.ratePerMyriad`,
      `${at + 1}年目: 見込交付割合か、二つの補正係数の両方を入力してください。`,
    )
  return grantRate({ ...law, elderlyFactorPerMyriad, incomeFactorPerMyriad })
}

export const rule = defineRule({
  id: 'PRM-09',
  title: '調整交付金見込額',
  group: '保険料',
  limits:
    '丸めない割合で計算します。国のツールが印刷した割合（%の小数第2位まで）で掛けた計画もあり、千円単位で差が出ます。印刷された割合を入れると、その割合で計算します。',
  meaning: '年度ごとの給付費と総合事業費に見込交付割合を掛け、千円単位にして足した額です。',
  formula: 'Σ（（標準給付費＋総合事業費）×見込交付割合、千円未満四捨五入）',
  source: { text: '介護保険の調整交付金の交付額の算定に関する省令' },
  confidence: 'secondary',
  parameters: { sharePerMille: firstInsuredSharePerMille, equivalentPerMille: adjustmentEquivalentPerMille },
  input: z.strictObject({
    years: years(
      '年度ごとの費用と係数',
      z.strictObject({
        standardBenefitYen,
        generalProjectYen,
        elderlyFactorPerMyriad: elderlyFactorPerMyriad.optional(),
        incomeFactorPerMyriad: incomeFactorPerMyriad.optional(),
        ratePerMyriad: perMyriad('見込交付割合', {
          max: 10_000,
          help: '国のツールが印刷した割合を使うとき。6.36%は636。書けば二つの係数より先に使う',
        }).optional(),
      }),
    ),
  }),
  compute({ years }, { law, entry, note, round }) {
    const yearlyYen = years.map((one, at) => {
      const rate = rateOf(one, at, law)
      const baseYen = one.standardBenefitYen + one.generalProjectYen
      const yen = round(`${at + 1}年目の調整交付金`, part(baseYen, rate), 'half-up', 1000)
      note?.({
        label: `${at + 1}年目の調整交付金`,
        formula: '（標準給付費＋総合事業費）×見込交付割合',
        inputs: { '標準給付費＋総合事業費': baseYen, 見込交付割合: decimalText(rate, 8) }, // number: digits shown
        value: yen,
        unit: '円',
        source: entry.sharePerMille.source,
        confidence: entry.sharePerMille.confidence,
      })
      return yen
    })
    const adjustmentGrantExpectedYen = sumOf(yearlyYen)
    note?.({
      label: '調整交付金見込額',
      formula: '各年度の和',
      value: adjustmentGrantExpectedYen,
      unit: '円',
    })
    return { yearlyYen, adjustmentGrantExpectedYen }
  },
  cases: grantExpectedCases,
})
