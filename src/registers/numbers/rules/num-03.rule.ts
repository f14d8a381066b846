import { z } from 'zod'
import { defineRule, yesNo } from '../../../platform/computation/index.ts'
import { normaliseInsuredNumber } from '../insured-number.ts'
import { answerOf, typed } from './number-rule.ts'

export const rule = defineRule({
  id: 'NUM-03',
  title: '被保険者番号',
  group: '番号',
  meaning: '介護保険の被保険者番号の形を確かめます。検査数字は知られていないので、確かめません。',
  formula: '10けたの数字、または H と9けたの数字（生活保護のみの40～64歳）',
  source: { text: '介護保険の被保険者証の様式' },
  confidence: 'unverified',
  limits: '番号は保険者の中だけで一つです。けた数の足りない番号は、頼まれたときだけ0を補います。',
  parameters: {},
  labels: { value: '被保険者番号', warning: '注意' },
  input: z.strictObject({ number: typed('被保険者番号'), padLeft: yesNo('先頭に0を補う').default(false) }),
  compute: ({ number, padLeft }, { note, caution }) =>
    answerOf(normaliseInsuredNumber(number, { padLeft }), 'number', {
      label: '被保険者番号',
      formula: '10けたの数字、または H と9けたの数字',
      typed: number,
      note,
      caution,
    }),
  cases: [
    {
      title: '0を残す',
      on: '2026-11-22',
      input: { number: '0000012345' },
      value: { value: '0000012345', warning: null },
    },
    {
      title: '5けたは勝手に補わない',
      on: '2026-11-22',
      input: { number: '12345' },
      refused: { code: 'length', path: 'number' },
    },
    {
      title: '頼まれれば0を補う',
      on: '2026-11-22',
      input: { number: '12345', padLeft: true },
      value: { value: '0000012345', warning: null },
    },
    {
      title: 'H番号',
      on: '2026-11-22',
      input: { number: 'H000123456' },
      value: { value: 'H000123456', warning: null },
    },
    {
      title: '小文字は大文字に',
      on: '2026-11-22',
      input: { number: 'h000123456' },
      value: { value: 'H000123456', warning: null },
    },
    {
      title: '11けた',
      on: '2026-11-22',
      input: { number: '12345678901' },
      refused: { code: 'length', path: 'number' },
    },
    { title: '空は申請前', on: '2026-11-22', input: { number: '' }, value: { value: null, warning: null } },
    {
      title: 'ほかの英字',
      on: '2026-11-22',
      input: { number: 'A000123456' },
      refused: { code: 'characters', path: 'number' },
    },
  ],
})
