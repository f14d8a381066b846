import { z } from 'zod'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import {
  benefitShares,
  comprehensiveShares,
  premiumHalfPerMille,
} from '../../../law/insurer/funding-shares.ts'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { choice, defineRule, orUnknown, refuse, whole } from '../../../platform/computation/index.ts'
import { firstDayOfPeriod } from '../../premium/rules/period-day.ts'
import { splitCases } from '../examples/fnd-02.ts'
import { amountYen, period } from './funding-fields.ts'
import { type Split, splitAmount, splitComprehensive } from './split-amount.ts'

const GROUPS = {
  home: '居宅等給付費',
  facility: '施設等給付費',
  general: '介護予防・日常生活支援総合事業',
  comprehensive: '包括的支援事業・任意事業',
}
const LABELS: Record<keyof Split, string> = {
  nationYen: '国（調整交付金を除く）',
  adjustmentGrantYen: '調整交付金',
  prefectureYen: '都道府県',
  municipalityYen: '市町村',
  category2Yen: '第2号被保険者',
  category1Yen: '第1号被保険者',
}

export const rule = defineRule({
  id: 'FND-02',
  title: '費用を負担する者ごとの額',
  group: '財源構成',
  meaning:
    '給付費や事業費の額を、国、都道府県、市町村、第1号・第2号被保険者に分けます。合計は必ず元の額になります。',
  formula:
    '国・都道府県・市町村・第2号・調整交付金＝額×割合（1円未満四捨五入）。第1号＝額−ほかの合計（0円を下回らない）',
  source: { text: '介護保険法第121条～第125条、介護保険の国庫負担金の算定等に関する政令' },
  confidence: 'decided',
  limits:
    '割合は法令、1円未満を四捨五入して差額を第1号に寄せることは本ソフトの決めです。四捨五入だけで第1号が0円を下回るときは、切り上げた端数の大きい負担者から1円ずつ切り捨てます。高額介護サービス費、高額医療合算と、居宅の特定入所者介護サービス費は居宅等に、施設の特定入所者介護サービス費は施設等に入れます。平成17年度までの割合は持っていません。',
  parameters: {
    category1: firstInsuredSharePerMille,
    half: premiumHalfPerMille,
    benefits: benefitShares,
    comprehensive: comprehensiveShares,
    equivalent: adjustmentEquivalentPerMille,
  },
  input: z.strictObject({
    period,
    group: choice('費用の区分', GROUPS),
    amountYen: amountYen('分ける額'),
    grantPerMillion: orUnknown(
      whole('調整交付金の割合', '100万分の1', { max: 1_000_000, help: '5.8567%は58567' }), // number: the whole in millionths
      '包括的支援事業・任意事業では null',
    ),
  }),
  dateOf: ({ period }) => firstDayOfPeriod(period),
  compute({ group, amountYen, grantPerMillion }, { law, entry, note, round }) {
    const split =
      group === 'comprehensive'
        ? splitComprehensive(
            amountYen,
            comprehensiveOf(law.comprehensive, grantPerMillion),
            law.category1,
            round,
          )
        : splitAmount(
            amountYen,
            {
              public: law.benefits[group],
              grantPerMillion: grantOf(grantPerMillion, law.category1 + law.equivalent),
              category2PerMille: law.half - law.category1,
            },
            round,
          )
    const used = group === 'comprehensive' ? entry.comprehensive : entry.benefits
    note?.({ label: '分ける額', value: amountYen, unit: '円' })
    note?.({
      label: '第1号被保険者の割合',
      value: law.category1,
      unit: '‰',
      source: entry.category1.source,
      confidence: entry.category1.confidence,
    })
    for (const [key, label] of Object.entries(LABELS) as [keyof Split, string][])
      note?.({
        label,
        formula: key === 'category1Yen' ? '額−ほかの負担の合計' : '額×割合',
        value: split[key],
        unit: '円',
        source: used.source,
        confidence: used.confidence,
      })
    return split
  },
  cases: splitCases,
})

function comprehensiveOf<T>(shares: T | null, grantPerMillion: number | null): T {
  if (shares === null)
    refuse(
      'no-programme',
      'period',
      '計画期間: 地域支援事業は第3期からです。第3期以後の期間を選んでください。',
    )
  if (grantPerMillion !== null)
    refuse(
      'grant-not-paid',
      'grantPerMillion',
      '調整交付金の割合: 包括的支援事業・任意事業には調整交付金がありません。空（null）にしてください。',
    )
  return shares
}

/** @param mostPerMille 第1号の割合＋5%: all that the grant could take over */
function grantOf(grantPerMillion: number | null, mostPerMille: number): number {
  if (grantPerMillion === null)
    return refuse(
      'grant-missing',
      'grantPerMillion',
      '調整交付金の割合: 交付されない見込みなら0、見込みがあればその割合を入力してください。',
    )
  if (grantPerMillion > mostPerMille * 1000)
    refuse(
      'grant-above',
      'grantPerMillion',
      `調整交付金の割合: 第1号の割合と調整交付金相当の合計（${mostPerMille}‰）を超えています。割合を確かめてください。`,
    )
  return grantPerMillion
}
