import { z } from 'zod'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

export const rule = defineRule({
  id: 'STC-02-attendance',
  title: '短期集中予防サービスの実施率',
  group: '総合事業',
  meaning: '計画した回数のうち、参加した回数の割合です。',
  formula: '実施率＝参加した回数÷計画した回数。計画が0回なら「わからない」',
  source: { text: '本ソフトの決め' },
  confidence: 'decided',
  limits: '計画より多く参加した回数は受け付けません。増やした回は計画に加えてください。',
  parameters: {},
  input: z.strictObject({
    planned: whole('計画した回数', '回', { max: 1000 }),
    attended: whole('参加した回数', '回', { max: 1000 }),
  }),
  compute({ planned, attended }, { note, round }) {
    if (attended > planned)
      refuse(
        'more-than-planned',
        'attended',
        '参加した回数が計画を超えています。増やした回は計画した回数に加えてください。',
      )
    const ratePerMille =
      planned === 0
        ? null
        : round('実施率', { over: product(attended, 1000), under: planned }, 'half-up', 1, '‰')
    note?.({
      label: '実施率',
      formula: '参加した回数÷計画した回数',
      inputs: { 参加した回数: attended, 計画した回数: planned },
      value: ratePerMille,
      unit: '‰',
    })
    return { ratePerMille }
  },
  labels: { ratePerMille: '実施率' },
  cases: [
    {
      title: '12回のうち10回（架空）',
      on: '2026-04-01',
      input: { planned: 12, attended: 10 },
      value: { ratePerMille: 833 },
    },
    {
      title: 'すべて参加',
      on: '2026-04-01',
      input: { planned: 12, attended: 12 },
      value: { ratePerMille: 1000 },
    },
    {
      title: '計画が0回',
      on: '2026-04-01',
      input: { planned: 0, attended: 0 },
      value: { ratePerMille: null },
    },
    {
      title: '計画より多く参加した',
      on: '2026-04-01',
      input: { planned: 12, attended: 13 },
      refused: { code: 'more-than-planned', path: 'attended' },
    },
  ],
})
