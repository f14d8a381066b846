import { z } from 'zod'
import { defineRule } from '../../../platform/computation/index.ts'
import { checkMunicipalityCode } from '../municipality-code.ts'
import { answerOf, typed } from './number-rule.ts'

export const rule = defineRule({
  id: 'NUM-01',
  title: '市区町村コード',
  group: '番号',
  meaning: '全国地方公共団体コードの検査数字を確かめ、5けたなら検査数字を補います。',
  formula:
    '先頭5けたに6・5・4・3・2を掛けた和を11で割った余りを11から引いた数の1の位（和が11より小さいときは11から引く）',
  source: { text: '全国地方公共団体コード（JIS X 0401・0402）' },
  confidence: 'recalled',
  limits: 'コードが実在するか、いつまで使われたかは、市区町村の台帳で確かめます。',
  parameters: {},
  labels: { value: '市区町村コード（6けた）', warning: '注意' },
  input: z.strictObject({ number: typed('市区町村コード') }),
  compute: ({ number }, { note, caution }) =>
    answerOf(checkMunicipalityCode(number), 'number', {
      label: '市区町村コード（6けた）',
      formula: '先頭5けたの検査数字と合わせる',
      typed: number,
      note,
      caution,
    }),
  cases: [
    {
      title: 'NUM-01-a 渋谷区',
      on: '2026-11-22',
      input: { number: '131130' },
      value: { value: '131130', warning: null },
    },
    {
      title: 'NUM-01-b 札幌市',
      on: '2026-11-22',
      input: { number: '011002' },
      value: { value: '011002', warning: null },
    },
    {
      title: 'NUM-01-c 千葉市中央区',
      on: '2026-11-22',
      input: { number: '121011' },
      value: { value: '121011', warning: null },
    },
    {
      title: 'NUM-01-d 千代田区',
      on: '2026-11-22',
      input: { number: '131016' },
      value: { value: '131016', warning: null },
    },
    {
      title: 'NUM-01-e 函館市',
      on: '2026-11-22',
      input: { number: '012025' },
      value: { value: '012025', warning: null },
    },
    {
      title: 'NUM-01-f 大阪市',
      on: '2026-11-22',
      input: { number: '271004' },
      value: { value: '271004', warning: null },
    },
    {
      title: 'NUM-01-g 東京都',
      on: '2026-11-22',
      input: { number: '130001' },
      value: { value: '130001', warning: null },
    },
    {
      title: 'NUM-01-h 検査数字が違う',
      on: '2026-11-22',
      input: { number: '131131' },
      refused: { code: 'check-digit', path: 'number' },
    },
    {
      title: 'NUM-01-i 5けたは補う',
      on: '2026-11-22',
      input: { number: '13113' },
      value: { value: '131130', warning: null },
    },
    {
      title: '全角も読む',
      on: '2026-11-22',
      input: { number: '１３１１３０' },
      value: { value: '131130', warning: null },
    },
    {
      title: '48は都道府県でない',
      on: '2026-11-22',
      input: { number: '480001' },
      refused: { code: 'prefecture', path: 'number' },
    },
    { title: '空', on: '2026-11-22', input: { number: '' }, refused: { code: 'blank', path: 'number' } },
    {
      title: '4けた',
      on: '2026-11-22',
      input: { number: '1311' },
      refused: { code: 'length', path: 'number' },
    },
    {
      title: '英字',
      on: '2026-11-22',
      input: { number: '13113A' },
      refused: { code: 'characters', path: 'number' },
    },
  ],
})
