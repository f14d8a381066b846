import { z } from 'zod'
import { choice, defineRule, persons } from '../../../platform/computation/index.ts'
import { listOf } from './fields.ts'
import { rateOf } from './share.ts'

const SEXES = { male: '男', female: '女', unknown: 'わからない' } as const
const AGES = { young: '65～74歳', old: '75歳以上', unknown: 'わからない' } as const
type Row = { sex: keyof typeof SEXES; age: keyof typeof AGES; participants: number }

const sum = (rows: readonly Row[], is: (row: Row) => boolean) =>
  rows.filter(is).reduce((all, { participants }) => all + participants, 0)

export const rule = defineRule({
  id: 'KYB-03',
  title: '通いの場の参加者の構成',
  group: '通いの場',
  meaning: '参加者のうち75歳以上の方と男性の割合です。年齢や性別のわからない方は、割合の分母から除きます。',
  formula: '75歳以上の割合＝75歳以上÷年齢のわかる参加者。男性の割合＝男性÷性別のわかる参加者',
  source: {
    text: '介護予防・日常生活支援総合事業（地域支援事業）の実施状況に関する調査',
    url: 'https://www.wic-net.com/material/document/20118/94',
  },
  confidence: 'seen',
  limits:
    'わからない方が多いと、割合はかたよることがあります。全国では75歳以上が令和5年度に74.2%、男性がおよそ20%です。',
  parameters: {},
  input: z.strictObject({
    rows: listOf(
      '参加者',
      z
        .strictObject({
          sex: choice('性別', SEXES),
          age: choice('年齢', AGES),
          participants: persons('参加者'),
        })
        .meta({ title: '性別と年齢' }),
      '性別と年齢ごとの参加者',
    ),
  }),
  compute({ rows }, { note, round, caution }) {
    const all = sum(rows, () => true)
    const knownAge = sum(rows, ({ age }) => age !== 'unknown')
    const knownSex = sum(rows, ({ sex }) => sex !== 'unknown')
    const old = sum(rows, ({ age }) => age === 'old')
    const men = sum(rows, ({ sex }) => sex === 'male')
    const oldPerMyriad = rateOf(round, '75歳以上の割合', old, knownAge)
    const menPerMyriad = rateOf(round, '男性の割合', men, knownSex)
    if (knownAge < all) caution(`年齢のわからない ${all - knownAge}人を、75歳以上の割合から除きました。`)
    if (knownSex < all) caution(`性別のわからない ${all - knownSex}人を、男性の割合から除きました。`)
    note?.({
      label: '75歳以上の割合',
      inputs: { '75歳以上': old, 年齢のわかる参加者: knownAge },
      value: oldPerMyriad,
      unit: '‱',
    })
    note?.({
      label: '男性の割合',
      inputs: { 男性: men, 性別のわかる参加者: knownSex },
      value: menPerMyriad,
      unit: '‱',
    })
    return { participants: all, knownAge, knownSex, oldPerMyriad, menPerMyriad }
  },
  labels: {
    knownAge: '年齢のわかる参加者',
    knownSex: '性別のわかる参加者',
    oldPerMyriad: '75歳以上の割合',
    menPerMyriad: '男性の割合',
  },
  cases: [
    {
      title: '年齢や性別のわからない方がいる（架空）',
      on: '2026-04-01',
      input: {
        rows: [
          { sex: 'male', age: 'young', participants: 30 },
          { sex: 'male', age: 'old', participants: 70 },
          { sex: 'female', age: 'young', participants: 100 },
          { sex: 'female', age: 'old', participants: 250 },
          { sex: 'female', age: 'unknown', participants: 50 },
          { sex: 'unknown', age: 'old', participants: 50 },
        ],
      },
      value: { participants: 550, knownAge: 500, knownSex: 500, oldPerMyriad: 7400, menPerMyriad: 2000 },
    },
    {
      title: '誰の年齢も性別もわからない',
      on: '2026-04-01',
      input: { rows: [{ sex: 'unknown', age: 'unknown', participants: 5 }] },
      value: { participants: 5, knownAge: 0, knownSex: 0, oldPerMyriad: null, menPerMyriad: null },
    },
    {
      title: '参加者がいない',
      on: '2026-04-01',
      input: { rows: [] },
      value: { participants: 0, knownAge: 0, knownSex: 0, oldPerMyriad: null, menPerMyriad: null },
    },
  ],
})
