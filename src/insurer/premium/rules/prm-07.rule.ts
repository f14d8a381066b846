import { z } from 'zod'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule, perMille, perMyriad, persons, refuse } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { incomeFactorCases } from '../examples/grant-factors.ts'
import { incomeFactor, perMyriadOf } from './grant-factors.ts'
import { sumOf } from './yearly.ts'

/** All of the nation, in parts of ten thousand. */
const WHOLE = 10_000

export const rule = defineRule({
  id: 'PRM-07',
  title: '所得段階別加入割合補正係数',
  group: '保険料',
  meaning:
    '所得段階の分布が全国より低いか高いかを表す二つの数です。交付金の計算に入る係数（標準割合による）と、補正後の人数の比（自分の割合による）は別のものです。',
  formula: '交付金の係数=1−Σ（1−標準割合）×（その市町村の割合−全国の割合）。人数の比=Σ人数×自分の割合÷Σ人数',
  source: { text: '介護保険の調整交付金の交付額の算定に関する省令' },
  confidence: 'unverified',
  limits:
    '省令の式と、計画のワークシートが使う式が同じかは確かめていません。交付割合には、国のツールが示す係数を入れてください。二つの数を黙って入れ替えません。',
  parameters: { standard: standardStages },
  input: z.strictObject({
    stages: z
      .array(
        z.strictObject({
          persons: persons('その段階の人数'),
          nationalSharePerMyriad: perMyriad('その段階の全国の割合', {
            max: WHOLE,
            help: '17.0%は1700。合計は10000',
          }),
          ownRatioPerMille: perMille('条例の割合（公費による軽減の前）', { max: 10_000 }),
        }),
        '段階ごとの人数と割合: 第1段階から順に並べてください。',
      )
      .max(100, '段階ごとの人数と割合: 100段階までです。')
      .meta({ title: '段階ごとの人数と割合', description: '標準の段階で、第1段階から順に' }),
  }),
  compute({ stages }, { law, entry, note, round }) {
    const ratios = law.standard.ratiosPerMille
    if (stages.length !== ratios.length)
      refuse(
        'stages-differ',
        'stages',
        `段階ごとの人数と割合: 標準の${ratios.length}段階を順に入力してください。多段階の市町村は、標準の段階にまとめた人数を使います。`,
      )
    const heads = sumOf(stages.map(({ persons }) => persons))
    if (heads === 0) refuse('nobody', 'stages', '段階ごとの人数と割合: 1人以上を入力してください。')
    const shares = sumOf(stages.map(({ nationalSharePerMyriad }) => nationalSharePerMyriad))
    if (shares !== WHOLE)
      refuse(
        'shares-differ',
        'stages',
        `その段階の全国の割合: 合計が${shares.toLocaleString('en-US')}‱で、${WHOLE.toLocaleString('en-US')}‱（100%）になりません。転記を確かめ、公表の端数のために合わないときは、いちばん大きい割合で合わせてください。`,
      )
    const factor = incomeFactor(stages.map((stage, at) => ({ ...stage, standardPerMille: ratios[at]! })))
    const gGrantPerMyriad = round('交付金の係数', perMyriadOf(factor), 'half-up', 1, '‱')
    if (gGrantPerMyriad < 1)
      refuse(
        'factor-below-zero',
        'stages',
        '交付金の係数: 計算すると小数第4位までで0以下になり、係数になりません。人数と全国の割合を、第1段階から順に並べているか確かめてください。',
      )
    const weighted = sumOf(stages.map(({ persons, ownRatioPerMille }) => persons * ownRatioPerMille))
    const wRatioPerMyriad = round(
      '補正後の人数の比',
      { over: product(weighted, 10), under: heads },
      'half-up',
      1,
      '‱',
    )
    note?.({
      label: '交付金の係数',
      formula: '1−Σ（1−標準割合）×（その市町村の割合−全国の割合）',
      inputs: { 人数の合計: heads },
      value: gGrantPerMyriad,
      unit: '‱',
      source: entry.standard.source,
      confidence: 'unverified',
    })
    note?.({
      label: '補正後の人数の比',
      formula: 'Σ人数×条例の割合÷Σ人数',
      inputs: { 人数の合計: heads, 'Σ人数×割合（‰）': weighted },
      value: wRatioPerMyriad,
      unit: '‱',
    })
    return { gGrantPerMyriad, wRatioPerMyriad }
  },
  cases: incomeFactorCases,
})
