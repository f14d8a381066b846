import { plausibleBody } from '../../../law/casework/measured-body.ts'
import { needsSurveyBmiTenths } from '../../../law/insurer/needs-survey-bmi.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { body, bodyAnswers, credible, isThin } from './body.ts'

const of = (
  title: string,
  heightMillimetres: number | null,
  weightTenthsKg: number | null,
  isAtRisk: boolean | null,
  bmiTenths: number | null,
) => ({
  title,
  input: { heightMillimetres, weightTenthsKg },
  value: { isAtRisk, bmiTenths },
})

export const rule = defineRule({
  id: 'NDS-04a',
  title: '低栄養の傾向',
  group: 'ニーズ調査',
  meaning: 'ニーズ調査の身長と体重から、低栄養の傾向を判定します。',
  formula: 'BMI＝体重kg÷身長m÷身長m。丸めない値が限界以下',
  source: { text: '介護予防・日常生活圏域ニーズ調査実施の手引き' },
  confidence: 'secondary',
  limits:
    '基本チェックリストの限界は「未満」で、ここは「以下」です。表示だけを小数第1位に丸めます（四捨五入）。入力の範囲（身長100.0～220.0cm、体重20.0～200.0kg）の外の値は使わず、わからないとします（本ソフトの決め）。',
  parameters: { limitTenths: needsSurveyBmiTenths, plausible: plausibleBody },
  labels: { isAtRisk: '低栄養の傾向がある', bmiTenths: 'BMI（0.1）' },
  input: bodyAnswers,
  compute(given, { law, entry, note, round, caution }) {
    const input = credible(given, law.plausible, caution)
    const isAtRisk = isThin(input, law.limitTenths)
    const exact = body(input)
    const bmiTenths = exact === null ? null : round('BMI', exact, 'half-up', 1, '（0.1）')
    note?.({
      label: '低栄養の傾向',
      formula: 'BMIが限界以下',
      inputs: { 'BMI（0.1）': bmiTenths, '限界（0.1）': law.limitTenths },
      value: isAtRisk === null ? '判定できない' : isAtRisk,
      source: entry.limitTenths.source,
      confidence: entry.limitTenths.confidence,
    })
    return { isAtRisk, bmiTenths }
  },
  cases: [
    of('152cm、42.0kg: 18.18', 1520, 420, true, 182),
    of('150cm、41.7kg: 18.53', 1500, 417, false, 185),
    of('ちょうど18.5', 2000, 740, true, 185),
    of('18.5をわずかに超える', 2000, 741, false, 185),
    of('cmで書かれた身長（152）は使わない', 152, 420, null, null),
    of('kgで書かれた体重（42）は使わない', 1520, 42, null, null),
    of('範囲の下の端', 1000, 200, false, 200),
    of('身長が範囲の下の端のすぐ下', 999, 200, null, null),
    of('体重が範囲の下の端のすぐ下', 1000, 199, null, null),
    of('範囲の上の端', 2200, 2000, false, 413),
    of('身長が範囲の上の端のすぐ上', 2201, 2000, null, null),
    of('体重が範囲の上の端のすぐ上', 2200, 2001, null, null),
    of('身長がない', null, 420, null, null),
    of('体重がない', 1520, null, null, null),
  ].map((one) => ({ ...one, on: '2026-11-22' })),
})
