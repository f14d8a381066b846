import { z } from 'zod'
import { dementiaDbd13 } from '../../../law/casework/dementia-scales.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { points } from './points-field.ts'
import { refuseOutsideScale, scaleProblems, scaleTotal } from './scale.ts'

export const rule = defineRule({
  id: 'DEM-04',
  title: 'DBD13 の合計点',
  group: '認知症',
  meaning: '行動障害の13項目の合計点です。高いほど行動が多く、区切りの点はありません。',
  formula: '合計＝13項目の点（0～4点）の和。欠けた項目は、0点と4点の場合の範囲で示す',
  source: {
    text: '認知症行動障害尺度短縮版 DBD13',
    url: 'https://www.springermedizin.de/link?doi=10.3143/geriatrics.49.463',
  },
  confidence: 'seen',
  limits: '質問文は載せていません。欠けた項目の扱いは本ソフトの決めです。',
  parameters: { scale: dementiaDbd13 },
  input: z.strictObject({ points: points('13項目の点') }),
  compute({ points: given }, { law, entry, note }) {
    refuseOutsideScale(scaleProblems(given, law.scale, 'points'))
    const total = scaleTotal(given, law.scale)
    const { source, confidence } = entry.scale
    note?.({
      label: '合計点',
      formula: '13項目の点の和',
      inputs: { 欠けた項目: total.missing },
      value: total.total,
      unit: '点',
      source,
      confidence,
    })
    note?.({ label: '合計点の範囲', value: `${total.min}～${total.max}`, unit: '点' })
    return total
  },
  labels: { total: '合計点', min: '合計点の最小', max: '合計点の最大', missing: '欠けた項目' },
  cases: [
    {
      title: 'すべて0点',
      on: '2026-04-01',
      input: { points: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      value: { total: 0, min: 0, max: 0, missing: 0 },
    },
    {
      title: 'すべて4点',
      on: '2026-04-01',
      input: { points: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4] },
      value: { total: 52, min: 52, max: 52, missing: 0 },
    },
    {
      title: '12項目で20点、1項目が欠けている',
      on: '2026-04-01',
      input: { points: [2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, null] },
      value: { total: null, min: 20, max: 24, missing: 1 },
    },
    {
      title: '5点の項目がある',
      on: '2026-04-01',
      input: { points: [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      refused: { code: 'points-outside-scale', path: 'points.0' },
    },
    {
      title: '14項目ある',
      on: '2026-04-01',
      input: { points: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
      refused: { code: 'wrong-number-of-items', path: 'points' },
    },
  ],
})
