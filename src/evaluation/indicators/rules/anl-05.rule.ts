import { z } from 'zod'
import { unitPriceFlatHundredths } from '../../../law/services/area-unit-price.ts'
import { defineRule, persons, whole } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { adjustedUnits } from './adjusted-units.ts'
import { layerName, matched, standardField } from './analysis-inputs.ts'

export const rule = defineRule({
  id: 'ANL-05',
  title: '調整済み給付月額',
  group: '地域分析',
  meaning:
    '年齢と性別の構成が標準と同じで、地域区分の単価の違いもなかったら、1人当たり給付月額がいくらになるかです。',
  formula:
    'Σ（区分の給付単位数÷区分の第1号被保険者数×10円×標準の人数）÷標準の人数の合計÷12、1円未満は四捨五入',
  source: { text: '地域包括ケア「見える化」システムの調整済み第1号被保険者1人当たり給付月額' },
  confidence: 'recalled',
  limits:
    '標準が違う値どうしは比べられません。単位数は1年分です。単位数のない給付（住宅改修、福祉用具購入など）は、10円で割って単位数に直して入れてください（本ソフトの決め）。',
  parameters: { unitHundredths: unitPriceFlatHundredths },
  input: z.strictObject({
    layers: z
      .array(
        z
          .strictObject({
            name: layerName,
            units: whole('1年の給付単位数', '単位'),
            people: persons('第1号被保険者数'),
          })
          .meta({ title: '区分', description: '年齢と性別の区分ごとの給付' }),
        '区分: 並びで入力してください。',
      )
      .min(1, '区分: 1つ以上入力してください。')
      .meta({ title: '区分ごとの給付', description: '年齢と性別の区分ごとの単位数と人数' }),
    standard: standardField,
  }),
  compute({ layers, standard }, { law, entry, note, round }) {
    const { name, asOf } = standard
    const people = matched(layers, standard.layers, 'standard.layers', '標準の人数').map((one) => one.people)
    const perPerson = adjustedUnits(layers, people)
    const exact = perPerson && {
      over: product(perPerson.over, law.unitHundredths),
      under: product(perPerson.under, 12, 100),
    }
    const monthlyYen = exact && round('調整済み給付月額', exact, 'half-up')
    note?.({
      label: `調整済み給付月額（標準: ${name}、${asOf}）`,
      formula: 'Σ（単位数÷人数×単価×標準の人数）÷標準の人数の合計÷12',
      inputs: { 単価: law.unitHundredths / 100, 区分の数: layers.length },
      value: monthlyYen,
      unit: '円',
      source: entry.unitHundredths.source,
      confidence: entry.unitHundredths.confidence,
    })
    return { monthlyYen, standard: { name, asOf } }
  },
  cases: (() => {
    const standard = {
      name: '架空の標準',
      asOf: '2026-03-31',
      layers: [
        { name: '75歳以上', people: 55 },
        { name: '65〜74歳', people: 45 },
      ],
    }
    return [
      {
        title: '65〜74歳 1人1,200単位、75歳以上 36,000単位、標準45:55（並びは違ってもよい）',
        on: '2026-04-01',
        input: {
          layers: [
            { name: '65〜74歳', units: 480_000, people: 400 },
            { name: '75歳以上', units: 21_600_000, people: 600 },
          ],
          standard,
        },
        // (1,200 × 45 + 36,000 × 55) ÷ 100 × 10 ÷ 12
        value: { monthlyYen: 16_950, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '人のいない区分があれば、額はない',
        on: '2026-04-01',
        input: {
          layers: [
            { name: '65〜74歳', units: 0, people: 0 },
            { name: '75歳以上', units: 1, people: 1 },
          ],
          standard,
        },
        value: { monthlyYen: null, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '標準の人数がすべて0なら、額はない',
        on: '2026-04-01',
        input: {
          layers: [{ name: '全体', units: 1, people: 1 }],
          standard: { ...standard, layers: [{ name: '全体', people: 0 }] },
        },
        value: { monthlyYen: null, standard: { name: '架空の標準', asOf: '2026-03-31' } },
      },
      {
        title: '区分が標準と違えば断る',
        on: '2026-04-01',
        input: { layers: [{ name: '全体', units: 1, people: 1 }], standard },
        refused: { code: 'layers-differ', path: 'standard.layers' },
      },
    ]
  })(),
})
