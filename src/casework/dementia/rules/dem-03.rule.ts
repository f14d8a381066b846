import { z } from 'zod'
import { dementiaDasc21 } from '../../../law/casework/dementia-scales.ts'
import { codesOf, defineRule } from '../../../platform/computation/index.ts'
import { severityHint } from './dasc-severity.ts'
import { points } from './points-field.ts'
import { AGAINST, against, refuseOutsideScale, scaleProblems, scaleTotal } from './scale.ts'

const HINTS = { mild: '軽度の可能性', 'moderate-or-more': '中等度以上の可能性' } as const

export const rule = defineRule({
  id: 'DEM-03',
  title: 'DASC-21 の合計点',
  group: '認知症',
  meaning: 'DASC-21 の21項目の合計点と、認知症を疑う31点に達しているかです。診断ではありません。',
  formula:
    '合計＝21項目の点（1～4点）の和。31点以上で認知症の可能性。欠けた項目は、1点と4点の場合の範囲で示す',
  source: {
    text: '地域包括ケアシステムにおける認知症アセスメントシート DASC-21',
    url: 'https://kaigo123.jp/dasc-21/',
  },
  confidence: 'secondary',
  limits:
    '質問文は載せていません（著作権は作成者にあります）。導入の2問は点に入りません。欠けた項目の扱いは本ソフトの決めです。軽度・中等度以上の見方は原典で確かめていません。',
  parameters: { scale: dementiaDasc21 },
  input: z.strictObject({ points: points('21項目の点') }),
  compute({ points: given }, { law, entry, note }) {
    refuseOutsideScale(scaleProblems(given, law.scale, 'points'))
    const total = scaleTotal(given, law.scale)
    const result = against(total, law.scale.cutPoints)
    const hint = result === 'at-or-over' ? severityHint(given, law.scale) : null
    const { source, confidence } = entry.scale
    note?.({
      label: '合計点',
      formula: '21項目の点の和',
      inputs: { 欠けた項目: total.missing },
      value: total.total,
      unit: '点',
    })
    note?.({ label: '合計点の範囲', value: `${total.min}～${total.max}`, unit: '点' })
    note?.({
      label: '区切り',
      formula: `${law.scale.cutPoints}点以上`,
      value: AGAINST[result],
      source,
      confidence,
    })
    note?.({
      label: '重さの目安',
      formula: `項目${law.scale.severeItems.join('・')}のどれかが${law.scale.severePoints}点以上なら中等度以上`,
      value: hint && HINTS[hint],
      source,
      confidence,
    })
    return { ...total, result, hint }
  },
  labels: {
    total: '合計点',
    min: '合計点の最小',
    max: '合計点の最大',
    missing: '欠けた項目',
    result: '区切り',
    ...codesOf('result', AGAINST),
    hint: '重さの目安',
    ...codesOf('hint', HINTS),
  },
  cases: [
    ...(
      [
        [
          'すべて1点（DEM-03-a）',
          [],
          { total: 21, min: 21, max: 21, missing: 0, result: 'below', hint: null },
        ],
        [
          '2点が10項目（DEM-03-b）',
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
          { total: 31, min: 31, max: 31, missing: 0, result: 'at-or-over', hint: 'mild' },
        ],
        [
          '2点が9項目（DEM-03-c）',
          [1, 2, 3, 4, 5, 6, 7, 8, 9],
          { total: 30, min: 30, max: 30, missing: 0, result: 'below', hint: null },
        ],
      ] as const
    ).map(([title, twos, value]) => ({
      title,
      on: '2026-04-01',
      input: {
        points: Array.from({ length: 21 }, (_, at) => ((twos as readonly number[]).includes(at + 1) ? 2 : 1)),
      },
      value,
    })),
    {
      title: '項目5が4点、ほかの7項目が2点（DEM-03-d）',
      on: '2026-04-01',
      input: { points: [2, 2, 2, 2, 4, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
      value: { total: 31, min: 31, max: 31, missing: 0, result: 'at-or-over', hint: 'moderate-or-more' },
    },
    {
      title: '20項目で28点、1項目が欠けている（DEM-03-e）',
      on: '2026-04-01',
      input: { points: [2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, null] },
      value: { total: null, min: 29, max: 32, missing: 1, result: 'undetermined', hint: null },
    },
    {
      title: '欠けた項目があっても、31点以上なら判定し、重さは言わない',
      on: '2026-04-01',
      input: { points: [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, null] },
      value: { total: null, min: 31, max: 34, missing: 1, result: 'at-or-over', hint: null },
    },
    {
      title: '欠けた項目が4点でも31点に届かない',
      on: '2026-04-01',
      input: { points: [null, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
      value: { total: null, min: 27, max: 30, missing: 1, result: 'below', hint: null },
    },
    {
      title: '5点の項目がある（DEM-03-f）',
      on: '2026-04-01',
      input: { points: [1, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
      refused: { code: 'points-outside-scale', path: 'points.1' },
    },
    {
      title: '0点の項目がある',
      on: '2026-04-01',
      input: { points: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0] },
      refused: { code: 'points-outside-scale', path: 'points.20' },
    },
    {
      title: '20項目しかない',
      on: '2026-04-01',
      input: { points: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
      refused: { code: 'wrong-number-of-items', path: 'points' },
    },
  ],
})
