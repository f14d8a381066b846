import { z } from 'zod'
import { ceilingsRoundingYen } from '../../../law/insurer/ceilings-programme.ts'
import {
  ceilingsSupportByHeadsYen,
  ceilingsSupportSharePerMille,
} from '../../../law/insurer/ceilings-support.ts'
import { codesOf, defineRule, persons, yen } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { grown, growthRates } from './growth.ts'

export const rule = defineRule({
  id: 'CSP-02',
  title: '包括的支援事業（センターの運営）・任意事業の上限額',
  group: '地域支援事業の上限',
  meaning:
    '交付金の対象になる、地域包括支援センターの運営と任意事業の事業費の上限です。高齢者数による額のほうが大きければ、それを使えます。',
  formula:
    '平成26年度の介護給付費×2%×65歳以上の伸び率。高齢者数による額＝1センター分の額×65歳以上人口÷センター当たり人口＋1人分の額×65歳以上人口。大きいほう（千円未満切捨て）',
  source: {
    text: '介護保険法施行令第37条の13（社会保障審議会介護保険部会第128回資料2）',
    url: 'https://www.wic-net.com/material/document/22358/60',
  },
  confidence: 'seen',
  limits:
    '社会保障充実分（CSP-03）との間で額を融通することはできません。端数処理は CSP-01 と同じとしました（原典未確認）。',
  parameters: {
    sharePerMille: ceilingsSupportSharePerMille,
    byHeads: ceilingsSupportByHeadsYen,
    roundingYen: ceilingsRoundingYen,
  },
  input: z.strictObject({
    h26BenefitYen: yen('平成26年度の介護給付費'),
    growth65: growthRates('65歳以上人口の伸び率'),
    aged65: persons('65歳以上人口', { max: 100_000_000 }), // number: what a count may be
  }),
  compute({ h26BenefitYen, growth65, aged65 }, { law, entry, note, round }) {
    const { over, under } = grown(h26BenefitYen, growth65)
    const byGrowth = { over: product(over, law.sharePerMille), under: product(under, 1000) }
    const byGrowthYen = round('平成26年度の額による上限', byGrowth, 'down', law.roundingYen)
    const { centreYen, centrePersons, personYen } = law.byHeads
    const perCentre = BigInt(product(centreYen, aged65)) + BigInt(product(personYen, aged65, centrePersons))
    const byHeads = { over: perCentre, under: centrePersons }
    const byHeadsYen = round('高齢者数による上限', byHeads, 'down', law.roundingYen)
    const basis = byHeadsYen > byGrowthYen ? 'heads' : 'growth'
    const capYen = Math.max(byGrowthYen, byHeadsYen)
    note?.({
      label: '平成26年度の額による上限',
      formula: '平成26年度の介護給付費×割合×伸び率',
      inputs: { 介護給付費: h26BenefitYen, '割合（‰）': law.sharePerMille },
      value: byGrowthYen,
      unit: '円',
      source: entry.sharePerMille.source,
      confidence: entry.sharePerMille.confidence,
    })
    note?.({
      label: '高齢者数による上限',
      formula: '1センター分の額×65歳以上人口÷センター当たり人口＋1人分の額×65歳以上人口',
      inputs: {
        '1センター分の額': centreYen,
        センター当たり人口: centrePersons,
        '1人分の額': personYen,
        '65歳以上人口': aged65,
      },
      value: byHeadsYen,
      unit: '円',
      source: entry.byHeads.source,
      confidence: entry.byHeads.confidence,
    })
    note?.({ label: '上限額', formula: '大きいほう', value: capYen, unit: '円' })
    return { byGrowthYen, byHeadsYen, basis, capYen }
  },
  labels: {
    byGrowthYen: '平成26年度の額による上限',
    byHeadsYen: '高齢者数による上限',
    basis: '採った額',
    ...codesOf('basis', { growth: '平成26年度の額による', heads: '高齢者数による' }),
  },
  cases: [
    {
      title: '高齢者9,000人の町では、高齢者数による額が大きい（架空の給付費）',
      on: '2026-04-01',
      input: { h26BenefitYen: 2_500_000_000, growth65: [1_050_000], aged65: 9000 },
      value: { byGrowthYen: 52_500_000, byHeadsYen: 58_370_000, basis: 'heads', capYen: 58_370_000 },
    },
    {
      title: '給付費による額が大きければ、そちらを採る（架空の額）',
      on: '2026-04-01',
      input: { h26BenefitYen: 3_000_000_000, growth65: [1_050_000, 1_010_000], aged65: 9000 },
      value: { byGrowthYen: 63_630_000, byHeadsYen: 58_370_000, basis: 'growth', capYen: 63_630_000 },
    },
    {
      title: '同じ額なら、給付費によるものとする',
      on: '2026-04-01',
      input: { h26BenefitYen: 2_918_500_000, growth65: [], aged65: 9000 },
      value: { byGrowthYen: 58_370_000, byHeadsYen: 58_370_000, basis: 'growth', capYen: 58_370_000 },
    },
    {
      title: '端数は千円未満を切り捨てる',
      on: '2026-04-01',
      input: { h26BenefitYen: 100_049_999, growth65: [], aged65: 1 },
      value: { byGrowthYen: 2_000_000, byHeadsYen: 6_000, basis: 'growth', capYen: 2_000_000 },
    },
  ],
})
