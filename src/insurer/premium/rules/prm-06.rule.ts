import { z } from 'zod'
import { ageBandWeights } from '../../../law/insurer/premium-age-bands.ts'
import { defineRule, persons, refuse } from '../../../platform/computation/index.ts'
import { elderlyFactorCases } from '../examples/grant-factors.ts'
import { elderlyFactor, perMyriadOf } from './grant-factors.ts'

export const rule = defineRule({
  id: 'PRM-06',
  title: '後期高齢者加入割合補正係数',
  group: '保険料',
  meaning:
    '第1号被保険者の年齢構成が全国より若いか高いかを、1人あたりの給付月額で表します。1より大きいと全国より若く、交付金は少なくなります。',
  formula: 'Σ（全国の割合×1人あたり給付月額）÷Σ（その市町村の割合×1人あたり給付月額）、小数第4位まで',
  source: { text: '介護保険の調整交付金の交付額の算定に関する省令' },
  confidence: 'secondary',
  limits:
    '令和10年度からの7区分は係数が定まっていません。小数第5位の扱いは四捨五入としています（公表された係数と合う）。',
  parameters: { bands: ageBandWeights },
  input: z.strictObject({
    personsByBand: z
      .array(persons('その年齢区分の人数'), '年齢区分ごとの第1号被保険者数: 若い区分から順に並べてください。')
      .max(20, '年齢区分ごとの第1号被保険者数: 20区分までです。') // number: a guard on the length of a list
      .meta({ title: '年齢区分ごとの第1号被保険者数', description: '若い区分から順に（人）' }),
  }),
  compute({ personsByBand }, { law, entry, note, round }) {
    if (personsByBand.length !== law.bands.length)
      refuse(
        'bands-differ',
        'personsByBand',
        `年齢区分ごとの第1号被保険者数: ${law.bands.map(({ label }) => label).join('、')}の${law.bands.length}区分を順に入力してください。`,
      )
    if (personsByBand.every((count) => count === 0))
      refuse('nobody', 'personsByBand', '年齢区分ごとの第1号被保険者数: 1人以上を入力してください。')
    const factor = perMyriadOf(elderlyFactor(law.bands, personsByBand))
    const elderlyFactorPerMyriad = round('後期高齢者加入割合補正係数', factor, 'half-up', 1, '‱')
    note?.({
      label: '後期高齢者加入割合補正係数',
      formula: 'Σ（全国の割合×1人あたり給付月額）÷Σ（その市町村の割合×1人あたり給付月額）',
      inputs: Object.fromEntries(
        law.bands.map(({ label, unitYen, nationalSharePerMyriad }, at) => [
          `${label}（人、円、全国‱）`,
          `${personsByBand[at]}、${unitYen}、${nationalSharePerMyriad}`,
        ]),
      ),
      value: elderlyFactorPerMyriad,
      unit: '‱',
      source: entry.bands.source,
      confidence: entry.bands.confidence,
    })
    return { elderlyFactorPerMyriad }
  },
  cases: elderlyFactorCases,
})
