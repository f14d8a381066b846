import { z } from 'zod'
import { defineRule, refuse } from '../../../platform/computation/index.ts'
import { layersField, standardField } from './analysis-inputs.ts'
import { standardised } from './compute.ts'

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
  compute({ layers, standard: { name, asOf, people } }, { note }) {
    if (people.length !== layers.length)
      refuse(
        'layers-differ',
        'standard.people',
        `標準の人数: 区分は${layers.length}、標準は${people.length}です。同じ区分で入力してください。`,
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
    const standard = { name: '架空の標準', asOf: '2026-03-31', people: [45, 55] }
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
        input: { layers: [young(20, 400), old(192, 600)], standard: { ...standard, people: [400, 600] } },
        value: { adjustedRatePerMyriad: 2120, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '人のいない区分があれば、率はない',
        on: '2026-04-01',
        input: { layers: [young(0, 0), old(192, 600)], standard },
        value: { adjustedRatePerMyriad: null, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '区分の数が標準と違えば断る',
        on: '2026-04-01',
        input: { layers: [young(20, 400)], standard },
        refused: { code: 'layers-differ', path: 'standard.people' },
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
