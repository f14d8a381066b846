import { z } from 'zod'
import { defineRule } from '../../../platform/computation/index.ts'
import { layersField, matched, standardName } from './analysis-inputs.ts'
import { indirect } from './compute.ts'

export const rule = defineRule({
  id: 'ANL-03',
  title: '標準化認定比（間接法）',
  group: '地域分析',
  meaning:
    '年齢・性別ごとの認定率が全国と同じだったら見込まれる認定者数に対して、実際の認定者数がどれだけかです（全国=100）。',
  formula: '実際の認定者数÷Σ（区分の第1号被保険者数×全国の区分の認定率）×100',
  source: { text: '地域分析の手引き（標準化認定比）' },
  confidence: 'seen',
  limits:
    '全国の認定率は正しいものとして扱い、偶然の幅は出しません（指標のページにあります）。実数で計算し、0.1まで示します。間接法の値どうしは、標準が同じでも厳密には比べられません。',
  parameters: {},
  input: z.strictObject({
    layers: layersField('区分ごとの人数'),
    nation: z
      .strictObject({ ...standardName, layers: layersField('全国の区分ごとの人数') })
      .meta({ title: '全国', description: '同じ区分の全国の人数。区分は名前で合わせます（順は問いません）' }),
  }),
  compute({ layers, nation: whole }, { note }) {
    const made = indirect(layers, matched(layers, whole.layers, 'nation.layers', '全国の区分'))
    const standard = { name: whole.name, asOf: whole.asOf }
    const observed = layers.reduce((sum, { counted }) => sum + counted, 0)
    const expectedTenths = made.value === null ? null : Math.round((made.denominator ?? 0) * 10)
    const ratioTenths = made.value === null ? null : Math.round(made.value * 10)
    note?.({
      label: `標準化認定比（標準: ${whole.name}、${whole.asOf}）`,
      formula: '実際の認定者数÷見込まれる認定者数×100',
      inputs: {
        実際の認定者数: observed,
        見込まれる認定者数: expectedTenths === null ? null : expectedTenths / 10,
      },
      value: ratioTenths === null ? null : ratioTenths / 10,
      unit: '（全国=100）',
    })
    return { ratioTenths, observed, expectedTenths, standard }
  },
  cases: (() => {
    const nation = { name: '架空の全国', asOf: '2026-03-31' }
    const layer = (name: string, counted: number, people: number) => ({ name, counted, people })
    return [
      {
        title: '設計資料の例: 実際540、見込み600なら90.0',
        on: '2026-04-01',
        input: {
          layers: [layer('65〜74歳', 140, 4000), layer('75歳以上', 400, 2000)],
          nation: { ...nation, layers: [layer('65〜74歳', 5, 100), layer('75歳以上', 20, 100)] },
        },
        value: { ratioTenths: 900, observed: 540, expectedTenths: 6000, standard: nation },
      },
      {
        title: '全国と同じなら100.0',
        on: '2026-04-01',
        input: {
          layers: [layer('75歳以上', 20, 100)],
          nation: { ...nation, layers: [layer('75歳以上', 20, 100)] },
        },
        value: { ratioTenths: 1000, observed: 20, expectedTenths: 200, standard: nation },
      },
      {
        title: '見込みが0なら、比はない',
        on: '2026-04-01',
        input: {
          layers: [layer('75歳以上', 0, 100)],
          nation: { ...nation, layers: [layer('75歳以上', 0, 100)] },
        },
        value: { ratioTenths: null, observed: 0, expectedTenths: null, standard: nation },
      },
      {
        title: '全国の並びが違っても、区分の名前で合わせる',
        on: '2026-04-01',
        input: {
          layers: [layer('男65〜69歳', 100, 1000), layer('女65〜69歳', 30, 100)],
          nation: { ...nation, layers: [layer('女65〜69歳', 30, 100), layer('男65〜69歳', 100, 1000)] },
        },
        value: { ratioTenths: 1000, observed: 130, expectedTenths: 1300, standard: nation },
      },
      {
        title: '全国に同じ区分が2回あれば断る',
        on: '2026-04-01',
        input: {
          layers: [layer('a', 1, 100), layer('b', 1, 100)],
          nation: { ...nation, layers: [layer('a', 1, 2), layer('a', 1, 2)] },
        },
        refused: { code: 'layer-twice', path: 'nation.layers' },
      },
      {
        title: '名前の違う区分は断る',
        on: '2026-04-01',
        input: {
          layers: [layer('75歳以上', 1, 100)],
          nation: { ...nation, layers: [layer('85歳以上', 1, 2)] },
        },
        refused: { code: 'layers-differ', path: 'nation.layers' },
      },
      {
        title: '区分の数が全国と違えば断る',
        on: '2026-04-01',
        input: {
          layers: [layer('75歳以上', 1, 100)],
          nation: { ...nation, layers: [layer('a', 1, 2), layer('b', 1, 2)] },
        },
        refused: { code: 'layers-differ', path: 'nation.layers' },
      },
    ]
  })(),
})
