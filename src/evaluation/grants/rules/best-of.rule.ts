import { z } from 'zod'
import { grantTopTenths } from '../../../law/evaluation/grants-top-shares.ts'
import { defineRule, refuse, whole } from '../../../platform/computation/index.ts'
import { pointsPerStepField } from './inputs.ts'
import { bestPart } from './score-indicator.ts'

export const alternativeField = z
  .strictObject({
    key: z
      .string()
      .min(1, '番号: ア、イなどを入れてください。')
      .meta({ title: '番号', description: 'ア、イなど' }),
    steps: whole('得た段階の数', '段階', { max: 10 }),
  })
  .meta({ title: '選べる評価', description: '番号と得た段階の数' })

export const rule = defineRule({
  id: 'best-of',
  covers: ['EV-10', 'EV-11'],
  title: '良い方を採る指標（目標Ⅳの1・3・5）',
  group: '交付金',
  meaning: '水準（ア）と変化（イ）のうち、得点の高い方だけを採ります。',
  formula: '得点＝（1段階の配点×得た段階の数）の大きい方、上限まで。同じなら先に並ぶ方を採ったことにする',
  source: { text: '交付金の評価指標 目標Ⅳ（二次資料による転記。全国の得点市町村数とも合う）' },
  confidence: 'secondary',
  limits: '同点のときにどちらを採ったとするかは本ソフトの決めで、得点は変わりません。',
  parameters: { topTenths: grantTopTenths },
  input: z.strictObject({
    alternatives: z
      .array(alternativeField, '選べる評価: 並びで入力してください。')
      .min(2, '選べる評価: 2つ以上入力してください。')
      .meta({ title: '選べる評価', description: '定義に並ぶ順' }),
    pointsPerStep: pointsPerStepField,
    capPoints: whole('上限', '点', { min: 1, max: 1000 }),
  }),
  compute({ alternatives, pointsPerStep, capPoints }, { law, note }) {
    const most = law.topTenths.length
    const above = alternatives.findIndex(({ steps }) => steps > most)
    if (above >= 0)
      refuse(
        'too-many-steps',
        `alternatives.${above}.steps`,
        `得た段階の数: 段階は${most}つまでです。取り込んだ結果を確かめてください。`,
      )
    const all = alternatives.map(({ steps }) => Math.min(capPoints, steps * pointsPerStep))
    const { at, points } = bestPart(all)
    alternatives.forEach(({ key, steps }, i) => {
      note?.({
        label: `${key} の得点${i === at ? '（採る方）' : '（採らない方）'}`,
        formula: '配点×段階の数、上限まで',
        inputs: { 配点: pointsPerStep, 段階の数: steps, 上限: capPoints },
        value: all[i]!,
        unit: '点',
      })
    })
    return { points, credited: alternatives[at]!.key }
  },
  cases: [
    {
      title: 'EV-10 水準1段階、変化3段階なら、変化を採る',
      on: '2026-04-01',
      input: {
        alternatives: [
          { key: 'ア', steps: 1 },
          { key: 'イ', steps: 3 },
        ],
        pointsPerStep: 5,
        capPoints: 20,
      },
      value: { points: 15, credited: 'イ' },
    },
    {
      title: 'EV-11 同点なら、先に並ぶ方を採ったことにする',
      on: '2026-04-01',
      input: {
        alternatives: [
          { key: 'ア', steps: 2 },
          { key: 'イ', steps: 2 },
        ],
        pointsPerStep: 5,
        capPoints: 20,
      },
      value: { points: 10, credited: 'ア' },
    },
    {
      title: '上限を超えない',
      on: '2026-04-01',
      input: {
        alternatives: [
          { key: 'ア', steps: 3 },
          { key: 'イ', steps: 4 },
        ],
        pointsPerStep: 7,
        capPoints: 20,
      },
      value: { points: 20, credited: 'ア' },
    },
    {
      title: '段階は4つ。5つ目は断る',
      on: '2026-04-01',
      input: {
        alternatives: [
          { key: 'ア', steps: 4 },
          { key: 'イ', steps: 5 },
        ],
        pointsPerStep: 5,
        capPoints: 20,
      },
      refused: { code: 'too-many-steps', path: 'alternatives.1.steps' },
    },
    {
      title: '選べる評価が一つでは断る',
      on: '2026-04-01',
      input: { alternatives: [{ key: 'ア', steps: 4 }], pointsPerStep: 5, capPoints: 20 },
      refused: { code: 'too_small', path: 'alternatives' },
    },
  ],
})
