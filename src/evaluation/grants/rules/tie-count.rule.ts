import { z } from 'zod'
import { grantTopTenths } from '../../../law/evaluation/grants-top-shares.ts'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { populationField, topTenthsField } from './inputs.ts'
import { scoredWithTie, thresholdRanks } from './ranks.ts'

export const rule = defineRule({
  id: 'tie-count',
  covers: ['EV-08'],
  title: '1位が並ぶときの得点市町村数',
  group: '交付金',
  meaning: '多くの市町村が同じ最良の値で並ぶとき、各段階を得る市町村の数です。',
  formula: '得点市町村数＝順位の境と、1位で並ぶ数の大きい方',
  source: { text: '交付金の評価結果一覧（令和6年度 医療情報との突合）' },
  confidence: 'secondary',
  limits: '1位より下には、境で並ぶ市町村がないものとして数えます。',
  parameters: { topTenths: grantTopTenths },
  input: z.strictObject({
    populationSize: populationField,
    tiedFirst: whole('1位で並ぶ市町村の数', 'か所', { min: 1 }),
    topTenths: topTenthsField,
  }),
  compute({ populationSize, tiedFirst, topTenths }, { law, note }) {
    if (tiedFirst > populationSize)
      refuse(
        'tied-above-population',
        'tiedFirst',
        '1位で並ぶ市町村の数: 母数より多くなっています。どちらかを確かめてください。',
      )
    const shares = topTenths ?? law.topTenths
    const scored = scoredWithTie(tiedFirst, thresholdRanks(populationSize, shares))
    scored.forEach((value, at) => {
      note?.({
        label: `上位${shares[at]}割の点を得る市町村数`,
        inputs: { 母数: populationSize, 一位で並ぶ数: tiedFirst },
        value,
        unit: 'か所',
      })
    })
    return { scored }
  },
  cases: [
    {
      title: 'EV-08 1,199市町村が1位で並ぶ（令和6年度 医療情報との突合）',
      on: '2024-04-01',
      input: { populationSize: 1741, tiedFirst: 1199 },
      value: { scored: [1218, 1199, 1199, 1199] },
      source: { text: '交付金の評価結果一覧（令和6年度。計画作成者の作業記録による転記）' },
      isSecondary: true,
    },
    {
      title: '並ぶ数が境と同じ',
      on: '2024-04-01',
      input: { populationSize: 10, tiedFirst: 5 },
      value: { scored: [7, 5, 5, 5] },
    },
    {
      title: '母数9では、並んでも上位1割はだれも得ない',
      on: '2024-04-01',
      input: { populationSize: 9, tiedFirst: 9 },
      value: { scored: [9, 9, 9, 0] },
    },
    {
      title: '母数より多く並ぶことはない',
      on: '2024-04-01',
      input: { populationSize: 10, tiedFirst: 11, topTenths: [7] },
      refused: { code: 'tied-above-population', path: 'tiedFirst' },
    },
  ],
})
