import { z } from 'zod'
import { choice, defineRule } from '../../../platform/computation/index.ts'
import { checkOfficeNumber } from '../office-number.ts'
import { answerOf, typed } from './number-rule.ts'

export const rule = defineRule({
  id: 'NUM-04',
  title: '介護事業所番号',
  group: '番号',
  meaning: '事業所番号の形と検査数字を確かめます。取り込みでは、合わない番号を注意つきで残すこともできます。',
  formula:
    '9けたに右から2・1を交互に掛け、各けたの数の和を10で割った余りを10から引いた数の1の位。英字はA=10から（I・O・Qを除く）',
  source: { text: '介護保険事業所番号の設定（モジュラス10ウェイト21）' },
  confidence: 'seen',
  limits: '事業所区分の一覧は公表ごとに異なるので、区分では断りません。',
  parameters: {},
  labels: { value: '事業所番号', warning: '注意', 'warning=check-digit': '検査数字が合いません' },
  input: z.strictObject({
    number: typed('事業所番号'),
    mode: choice('検査数字が合わないとき', { strict: '断る', warn: '注意をつけて残す' }).default('strict'),
  }),
  compute: ({ number, mode }, { note, caution }) =>
    answerOf(checkOfficeNumber(number, mode), 'number', {
      label: '事業所番号（10けた）',
      formula: '9けたの検査数字と合わせる',
      typed: number,
      note,
      caution,
    }),
  cases: [
    {
      title: 'NUM-04-a',
      on: '2026-11-22',
      input: { number: '1300600077' },
      value: { value: '1300600077', warning: null },
    },
    {
      title: 'NUM-04-b',
      on: '2026-11-22',
      input: { number: '1270501180' },
      value: { value: '1270501180', warning: null },
    },
    {
      title: 'NUM-04-c',
      on: '2026-11-22',
      input: { number: '1270500281' },
      value: { value: '1270500281', warning: null },
    },
    {
      title: 'NUM-04-d',
      on: '2026-11-22',
      input: { number: '13A0100019' },
      value: { value: '13A0100019', warning: null },
    },
    {
      title: 'NUM-04-e',
      on: '2026-11-22',
      input: { number: '11A2232606' },
      value: { value: '11A2232606', warning: null },
    },
    {
      title: 'NUM-04-f',
      on: '2026-11-22',
      input: { number: '1370101238' },
      value: { value: '1370101238', warning: null },
    },
    {
      title: 'NUM-04-g 検査数字が違う',
      on: '2026-11-22',
      input: { number: '1370101230' },
      refused: { code: 'check-digit', path: 'number' },
    },
    {
      title: 'NUM-04-h 英字のI',
      on: '2026-11-22',
      input: { number: '13I0100010' },
      refused: { code: 'characters', path: 'number' },
    },
    {
      title: 'NUM-04-i 9けた',
      on: '2026-11-22',
      input: { number: '137010123' },
      refused: { code: 'length', path: 'number' },
    },
    {
      title: 'NUM-04-j ほかのソフトの試験の番号',
      on: '2026-11-22',
      input: { number: '9999900046' },
      refused: { code: 'check-digit', path: 'number' },
    },
    {
      title: 'NUM-04-j 注意をつけて残す',
      on: '2026-11-22',
      input: { number: '9999900046', mode: 'warn' },
      value: { value: '9999900046', warning: 'check-digit' },
    },
    { title: '空', on: '2026-11-22', input: { number: '' }, refused: { code: 'blank', path: 'number' } },
    {
      title: '都道府県でない',
      on: '2026-11-22',
      input: { number: '4870101237' },
      refused: { code: 'prefecture', path: 'number' },
    },
  ],
})
