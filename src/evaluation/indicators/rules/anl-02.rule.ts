import { z } from 'zod'
import { defineRule } from '../../../platform/computation/index.ts'
import { layersField, matched, standardField } from './analysis-inputs.ts'
import { standardised } from './compute.ts'
import { LEAST_IN_LAYER } from './intervals.ts'

export const rule = defineRule({
  id: 'ANL-02',
  title: '調整済み認定率（直接法）',
  group: '地域分析',
  meaning:
    '年齢と性別の構成が標準と同じだったら、認定率がいくつになるかです。年齢の違う地域どうしを比べられます。',
  formula: 'Σ（区分の認定率×標準の人数）÷標準の人数の合計',
  source: { text: '地域包括ケア「見える化」システムの調整済み認定率（二次資料）' },
  confidence: 'secondary',
  limits:
    '標準が違う値どうしは比べられません（見える化システムにも、標準の違う系列があります）。値には標準の名前と時点を付けます。実数で計算し、0.01%まで示します。認定者が5人未満の区分があるときは、間接法（ANL-03）で見ます。',
  parameters: {},
  input: z.strictObject({ layers: layersField('区分ごとの人数'), standard: standardField }),
  compute({ layers, standard }, { note, caution }) {
    const { name, asOf } = standard
    const people = matched(layers, standard.layers, 'standard.layers', '標準の人数').map((one) => one.people)
    const few = layers.filter(({ counted }) => counted < LEAST_IN_LAYER)
    if (few.length > 0)
      caution(
        `認定者が${LEAST_IN_LAYER}人未満の区分があります（${few.map((one) => one.name).join('、')}）。値は偶然に大きく動くので、間接法（ANL-03）で見てください。`,
      )
    const made = standardised(layers, people, 10_000)
    layers.forEach((layer, at) => {
      note?.({
        label: `${layer.name} の認定率`,
        formula: '認定者数÷第1号被保険者数',
        inputs: { 認定者数: layer.counted, 第1号被保険者数: layer.people, 標準の人数: people[at]! },
        value: layer.people === 0 ? null : Math.round((layer.counted / layer.people) * 10_000) / 100,
        unit: '%',
      })
    })
    const adjustedRatePerMyriad = made.value === null ? null : Math.round(made.value)
    note?.({
      label: `調整済み認定率（標準: ${name}、${asOf}）`,
      formula: 'Σ（区分の認定率×標準の人数）÷標準の人数の合計',
      value: adjustedRatePerMyriad === null ? null : adjustedRatePerMyriad / 100,
      unit: '%',
    })
    return { adjustedRatePerMyriad, standard: { name, asOf } }
  },
  cases: (() => {
    const young = (counted: number, people: number) => ({ name: '65〜74歳', counted, people })
    const old = (counted: number, people: number) => ({ name: '75歳以上', counted, people })
    const ages = (one: number, two: number) => [
      { name: '65〜74歳', people: one },
      { name: '75歳以上', people: two },
    ]
    const standard = { name: '架空の標準', asOf: '2026-03-31', layers: ages(45, 55) }
    return [
      {
        title: '設計資料の例: 5%と32%、標準45:55なら19.85%（調整前は21.2%）',
        on: '2026-04-01',
        input: { layers: [young(20, 400), old(192, 600)], standard },
        value: { adjustedRatePerMyriad: 1985, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '標準の構成が自分と同じなら、調整前と同じ',
        on: '2026-04-01',
        input: { layers: [young(20, 400), old(192, 600)], standard: { ...standard, layers: ages(400, 600) } },
        value: { adjustedRatePerMyriad: 2120, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '人のいない区分があれば、率はない',
        on: '2026-04-01',
        input: { layers: [young(0, 0), old(192, 600)], standard },
        value: { adjustedRatePerMyriad: null, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '標準の並びが違っても、区分の名前で合わせる',
        on: '2026-04-01',
        input: {
          layers: [young(20, 400), old(192, 600)],
          standard: { ...standard, layers: ages(45, 55).toReversed() },
        },
        value: { adjustedRatePerMyriad: 1985, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '区分が標準と違えば断る',
        on: '2026-04-01',
        input: { layers: [young(20, 400)], standard },
        refused: { code: 'layers-differ', path: 'standard.layers' },
      },
      {
        title: '標準にない区分があれば断る',
        on: '2026-04-01',
        input: {
          layers: [young(20, 400), old(192, 600)],
          standard: { ...standard, layers: ages(45, 55).slice(1) },
        },
        refused: { code: 'layers-differ', path: 'standard.layers' },
      },
      {
        title: '同じ区分が2回あれば断る',
        on: '2026-04-01',
        input: { layers: [young(20, 400), young(20, 400)], standard },
        refused: { code: 'layer-twice', path: 'layers' },
      },
      {
        title: '標準に同じ区分が2回あれば断る',
        on: '2026-04-01',
        input: {
          layers: [young(20, 400), old(192, 600)],
          standard: { ...standard, layers: [...ages(45, 55), ...ages(1, 1).slice(1)] },
        },
        refused: { code: 'layer-twice', path: 'standard.layers' },
      },
      {
        title: '認定者が被保険者より多い区分は断る',
        on: '2026-04-01',
        input: { layers: [young(401, 400), old(1, 2)], standard },
        refused: { code: 'custom', path: 'layers.0.counted' },
      },
    ]
  })(),
})
