import { z } from 'zod'
import { plausibleBody } from '../../../law/casework/measured-body.ts'
import { needsSurveyBmiTenths } from '../../../law/insurer/needs-survey-bmi.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { answer, ITEMS } from './answers.ts'
import { credible, heightMillimetres, isThin, weightTenthsKg } from './body.ts'
import { atLeast } from './risk.ts'

const thin = { heightMillimetres: 1520, weightTenthsKg: 420 } // number: a worked case
const not = { heightMillimetres: 1500, weightTenthsKg: 417 } // number: a worked case
const unknown = { heightMillimetres: null, weightTenthsKg: 420 } // number: a worked case

export const rule = defineRule({
  id: 'NDS-04b',
  title: '低栄養状態（オプション項目）',
  group: 'ニーズ調査',
  meaning: '低栄養の傾向があり、6か月で2～3kgの体重減少があるときに、低栄養状態と判定します。',
  formula: '低栄養の傾向（NDS-04a）かつ体重減少＝はい',
  source: { text: '介護予防・日常生活圏域ニーズ調査実施の手引き' },
  confidence: 'recalled',
  limits: '体重減少はオプション項目です。聞いていない調査では判定できません。',
  parameters: { limitTenths: needsSurveyBmiTenths, plausible: plausibleBody },
  labels: { isAtRisk: '低栄養状態にある' },
  input: z.strictObject({
    heightMillimetres,
    weightTenthsKg,
    weightLoss: answer(ITEMS.weightLoss!.title, ITEMS.weightLoss!.answers),
  }),
  compute(input, { law, entry, note, caution }) {
    const isLighter = input.weightLoss === null ? null : input.weightLoss === 1
    const isAtRisk = atLeast(2, [isThin(credible(input, law.plausible, caution), law.limitTenths), isLighter])
    note?.({
      label: '低栄養状態',
      formula: '低栄養の傾向かつ体重減少',
      inputs: { 体重減少の回答: input.weightLoss, '限界（0.1）': law.limitTenths },
      value: isAtRisk === null ? '判定できない' : isAtRisk,
      source: entry.limitTenths.source,
      confidence: entry.limitTenths.confidence,
    })
    return { isAtRisk }
  },
  cases: [
    { title: '両方', on: '2026-11-22', input: { ...thin, weightLoss: 1 }, value: { isAtRisk: true } },
    {
      title: '体重減少なし',
      on: '2026-11-22',
      input: { ...thin, weightLoss: 2 },
      value: { isAtRisk: false },
    },
    { title: '傾向なし', on: '2026-11-22', input: { ...not, weightLoss: 1 }, value: { isAtRisk: false } },
    {
      title: '身長がなく体重減少あり',
      on: '2026-11-22',
      input: { ...unknown, weightLoss: 1 },
      value: { isAtRisk: null },
    },
    {
      title: 'cmで書かれた身長は使わないので、わからない',
      on: '2026-11-22',
      input: { heightMillimetres: 152, weightTenthsKg: 420, weightLoss: 1 },
      value: { isAtRisk: null },
    },
    {
      title: '身長がなく体重減少なし',
      on: '2026-11-22',
      input: { ...unknown, weightLoss: 2 },
      value: { isAtRisk: false },
    },
    {
      title: '傾向があり体重減少が無回答',
      on: '2026-11-22',
      input: { ...thin, weightLoss: null },
      value: { isAtRisk: null },
    },
  ],
})
