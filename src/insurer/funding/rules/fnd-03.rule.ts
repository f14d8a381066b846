import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { benefitShares, comprehensiveShares } from '../../../law/insurer/funding-shares.ts'
import { reductionSharesPerMille } from '../../../law/insurer/stages-reduction-shares.ts'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { firstDayOfPeriod } from '../../premium/rules/period-day.ts'
import { generalAccountCases } from '../examples/fnd-03.ts'
import { amountYen, period } from './funding-fields.ts'
import { publicPart } from './split-amount.ts'

const row = z.strictObject({
  label: z
    .string('年度: 年度の名前（例: 令和6年度、3年間）を入力してください。')
    .trim()
    .min(1, '年度: 年度の名前（例: 令和6年度、3年間）を入力してください。')
    .meta({ title: '年度', description: '年度の名前。3年間をまとめてもよい' }),
  standardBenefitYen: amountYen('標準給付費見込額'),
  generalProjectYen: amountYen('介護予防・日常生活支援総合事業費'),
  comprehensiveSupportYen: amountYen(
    '包括的支援事業・任意事業費',
    'センターの運営と任意事業、社会保障充実分の合計',
  ),
  lowIncomeReductionYen: amountYen(
    '低所得者保険料軽減の額（公費の全体）',
    'ないときは書かない（0円）',
  ).default(0),
  administrativeYen: amountYen('事務費', '市町村が全額を負担する額。ないときは書かない（0円）').default(0),
})

const PARTS = {
  benefitYen: '給付費と総合事業費の市町村負担',
  comprehensiveYen: '包括的支援事業・任意事業の市町村負担',
  reductionYen: '低所得者保険料軽減の市町村負担',
  administrativeYen: '事務費',
}

export const rule = defineRule({
  id: 'FND-03',
  title: '計画にかかる市町村の一般会計の負担',
  group: '財源構成',
  meaning:
    '計画の費用のうち、市町村の一般会計から繰り入れる額を、年度ごと（または3年まとめて）と合計で答えます。',
  formula:
    '（標準給付費＋総合事業費）×12.5%＋包括的支援・任意事業費×（1−第1号の割合）/4＋低所得者保険料軽減の1/4＋事務費',
  source: { text: '介護保険法第124条・第124条の2' },
  confidence: 'recalled',
  limits:
    '1円未満は、項目ごと、行ごとに四捨五入します（本ソフトの決め）。そのため年度ごとの合計は、3年をまとめて計算した額と数円違うことがあります。任意の一般会計からの繰入れは含みません。',
  parameters: {
    category1: firstInsuredSharePerMille,
    benefits: benefitShares,
    comprehensive: comprehensiveShares,
    reduction: reductionSharesPerMille,
  },
  input: z.strictObject({
    period,
    rows: z
      .array(row, '年度の表: 年度ごとに並べて入力してください。')
      .min(1, '年度の表: 1行以上を入力してください。')
      .max(10, '年度の表: 10行までです。')
      .meta({ title: '年度の表', description: '年度ごとの費用。3年間をまとめて1行でもよい' }),
  }),
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute({ rows }, { law, entry, note, round }) {
    const { comprehensive } = law
    if (comprehensive === null)
      return refuse(
        'no-programme',
        'period',
        '計画期間: 地域支援事業は第3期からです。第3期以後の期間を選んでください。',
      )
    const answers = rows.map((one) => {
      const baseYen = one.standardBenefitYen + one.generalProjectYen
      const half = (name: keyof typeof PARTS, exact: Parameters<typeof round>[1]) =>
        round(`${one.label} ${PARTS[name]}`, exact, 'half-up')
      const parts = {
        benefitYen: half('benefitYen', {
          over: product(baseYen, law.benefits.home.municipalityPerMille),
          under: 1000,
        }),
        comprehensiveYen: half(
          'comprehensiveYen',
          publicPart(one.comprehensiveSupportYen, comprehensive.municipalityPerMille, law.category1),
        ),
        reductionYen:
          one.lowIncomeReductionYen &&
          half('reductionYen', {
            over: product(one.lowIncomeReductionYen, municipalQuarter(law.reduction)),
            under: 1000,
          }),
        administrativeYen: one.administrativeYen,
      }
      const totalYen =
        parts.benefitYen + parts.comprehensiveYen + parts.reductionYen + parts.administrativeYen
      const sources = {
        benefitYen: entry.benefits,
        comprehensiveYen: entry.comprehensive,
        reductionYen: one.lowIncomeReductionYen ? entry.reduction : undefined,
        administrativeYen: undefined,
      }
      for (const name of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
        const used = sources[name]
        note?.({
          label: `${one.label} ${PARTS[name]}`,
          value: parts[name],
          unit: '円',
          ...(used ? { source: used.source, confidence: used.confidence } : {}),
        })
      }
      note?.({ label: `${one.label} 合計`, value: totalYen, unit: '円' })
      return { label: one.label, ...parts, totalYen }
    })
    const totalYen = answers.reduce((sum, one) => sum + one.totalYen, 0)
    note?.({ label: '一般会計の負担の合計', value: totalYen, unit: '円' })
    return { rows: answers, totalYen }
  },
  cases: generalAccountCases,
})

/** What the nation and the prefecture leave of 低所得者保険料軽減, ‰. */
const municipalQuarter = (shares: { nationPerMille: number; prefecturePerMille: number }): number =>
  1000 - shares.nationPerMille - shares.prefecturePerMille
