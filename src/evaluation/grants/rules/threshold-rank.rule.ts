import { z } from 'zod'
import { grantTopTenths } from '../../../law/evaluation/grants-top-shares.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { firstForAllField, populationField, sharesOf, topTenthsField } from './inputs.ts'
import { thresholdRanks } from './ranks.ts'

const RANKED = { text: '交付金の評価結果一覧（令和6・7年度の得点市町村数。計画作成者の作業記録による転記）' }

export const rule = defineRule({
  id: 'threshold-rank',
  covers: ['EV-01', 'EV-02', 'EV-03', 'EV-04'],
  title: '相対評価の順位の境',
  group: '交付金',
  meaning:
    '上位7割・5割・3割・1割などの段階を得る、最後の順位です。任意の取組は、実施している市町村を母数にします。',
  formula: '順位の境＝母数×割÷10（切捨て）。実施市町村を母数とする指標では、第1段階は実施した市町村のすべて',
  source: { text: '交付金の評価結果一覧（得点市町村数から導いた決まり）' },
  confidence: 'secondary',
  limits:
    '全国の得点市町村数には、この境より1、2少ないものがあります（理由は未確認）。取り込んだ全国の結果があれば、そちらを使います。母数が10未満のとき、上位1割は0となり、だれも得ません（式のとおり。実際の扱いは未確認）。',
  parameters: { topTenths: grantTopTenths },
  input: z.strictObject({
    populationSize: populationField,
    topTenths: topTenthsField,
    isFirstForAll: firstForAllField,
  }),
  compute({ populationSize, topTenths, isFirstForAll = false }, { law, entry, note }) {
    const shares = sharesOf(topTenths, law, isFirstForAll)
    const thresholds = thresholdRanks(populationSize, shares, isFirstForAll)
    if (isFirstForAll)
      note?.({ label: '第1段階（実施した市町村のすべて）', value: populationSize, unit: '位まで' })
    thresholds.slice(isFirstForAll ? 1 : 0).forEach((value, at) => {
      note?.({
        label: `上位${shares[at]}割の順位の境`,
        formula: '母数×割÷10、切捨て',
        inputs: { 母数: populationSize, 割: shares[at]! },
        value,
        unit: '位まで',
        ...(topTenths ? {} : { source: entry.topTenths.source, confidence: entry.topTenths.confidence }),
      })
    })
    return { thresholdRanks: thresholds }
  },
  cases: [
    {
      title: 'EV-01 市町村 1,741',
      on: '2026-04-01',
      input: { populationSize: 1741 },
      value: { thresholdRanks: [1218, 870, 522, 174] },
      source: RANKED,
      isSecondary: true,
    },
    {
      title: 'EV-02 都道府県 47',
      on: '2026-04-01',
      input: { populationSize: 47, topTenths: [7, 5, 3, 1] },
      value: { thresholdRanks: [32, 23, 14, 4] },
      source: RANKED,
      isSecondary: true,
    },
    {
      title: 'EV-03 実施市町村 960（令和6年度 ポイント事業）',
      on: '2024-04-01',
      input: { populationSize: 960, topTenths: [5, 3, 1], isFirstForAll: true },
      value: { thresholdRanks: [960, 480, 288, 96] },
      source: RANKED,
      isSecondary: true,
    },
    {
      title: 'EV-03 割合を省いても、第1段階の次は上位5割から（7割の段階はない）',
      on: '2024-04-01',
      input: { populationSize: 960, isFirstForAll: true },
      value: { thresholdRanks: [960, 480, 288, 96] },
      source: RANKED,
      isSecondary: true,
    },
    {
      title: 'EV-04 実施市町村 627（令和7年度 定着研修）は、四捨五入ではなく切捨て',
      on: '2025-04-01',
      input: { populationSize: 627, topTenths: [5, 3, 1], isFirstForAll: true },
      value: { thresholdRanks: [627, 313, 188, 62] },
      source: RANKED,
      isSecondary: true,
    },
    {
      title: '母数9では、上位1割はだれも得ない',
      on: '2026-04-01',
      input: { populationSize: 9 },
      value: { thresholdRanks: [6, 4, 2, 0] },
    },
    {
      title: '母数10では、上位1割は1位だけ',
      on: '2026-04-01',
      input: { populationSize: 10 },
      value: { thresholdRanks: [7, 5, 3, 1] },
    },
    {
      title: '母数0は断る',
      on: '2026-04-01',
      input: { populationSize: 0 },
      refused: { code: 'too_small', path: 'populationSize' },
    },
    {
      title: '狭い方から並べた割合は断る',
      on: '2026-04-01',
      input: { populationSize: 47, topTenths: [1, 3] },
      refused: { code: 'custom', path: 'topTenths' },
    },
    {
      title: '令和5年度より前の段階は置いていない',
      on: '2024-03-31',
      input: { populationSize: 1741 },
      refused: { code: 'no-value-in-force' },
    },
    {
      title: '令和9年度の段階は確かめていない',
      on: '2027-04-01',
      input: { populationSize: 1741 },
      refused: { code: 'no-value-in-force' },
    },
  ],
})
