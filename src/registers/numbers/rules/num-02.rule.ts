import { z } from 'zod'
import { defineRule } from '../../../platform/computation/index.ts'
import { checkInsurerNumber } from '../insurer-number.ts'
import { answerOf, typed } from './number-rule.ts'

export const rule = defineRule({
  id: 'NUM-02',
  title: '介護保険の保険者番号',
  group: '番号',
  meaning: '介護保険の保険者番号の検査数字を確かめます。市区町村コードを入れたときは、そう言います。',
  formula: '先頭5けたに右から2・1・2・1・2を掛け、各けたの数の和を10で割った余りを10から引いた数の1の位',
  source: { text: '介護保険の保険者番号の設定（モジュラス10ウェイト21）' },
  confidence: 'secondary',
  limits: '実在する保険者かは、保険者の台帳で確かめます。国保連の8けた（先頭に00）は6けたにします。',
  parameters: {},
  labels: { value: '保険者番号（6けた）', warning: '注意' },
  input: z.strictObject({ number: typed('保険者番号') }),
  compute: ({ number }, { note, caution }) =>
    answerOf(checkInsurerNumber(number), 'number', {
      label: '保険者番号（6けた）',
      formula: '先頭5けたの検査数字と合わせる',
      typed: number,
      note,
      caution,
    }),
  cases: [
    {
      title: 'NUM-02-a',
      on: '2026-11-22',
      input: { number: '131136' },
      value: { value: '131136', warning: null },
    },
    {
      title: 'NUM-02-b',
      on: '2026-11-22',
      input: { number: '122192' },
      value: { value: '122192', warning: null },
    },
    {
      title: 'NUM-02-c',
      on: '2026-11-22',
      input: { number: '121012' },
      value: { value: '121012', warning: null },
    },
    {
      title: 'NUM-02-d',
      on: '2026-11-22',
      input: { number: '141002' },
      value: { value: '141002', warning: null },
    },
    {
      title: 'NUM-02-e',
      on: '2026-11-22',
      input: { number: '011007' },
      value: { value: '011007', warning: null },
    },
    {
      title: 'NUM-02-f 渋谷区の市区町村コード',
      on: '2026-11-22',
      input: { number: '131130' },
      refused: { code: 'municipality-code', path: 'number' },
    },
    { title: 'NUM-02-g 空', on: '2026-11-22', input: { number: '' }, value: { value: null, warning: null } },
    {
      title: '8けたは6けたに',
      on: '2026-11-22',
      input: { number: '00131136' },
      value: { value: '131136', warning: null },
    },
    {
      title: '検査数字が違う',
      on: '2026-11-22',
      input: { number: '131137' },
      refused: { code: 'check-digit', path: 'number' },
    },
    {
      title: '7けた',
      on: '2026-11-22',
      input: { number: '0131136' },
      refused: { code: 'length', path: 'number' },
    },
    {
      title: '英字',
      on: '2026-11-22',
      input: { number: 'H31136' },
      refused: { code: 'characters', path: 'number' },
    },
  ],
})
