import { z } from 'zod'
import { ownTableLimits } from '../../../law/insurer/stages-own-table-limits.ts'
import { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import { reductionSharesPerMille } from '../../../law/insurer/stages-reduction-shares.ts'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule, persons } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'
import { stg05Cases } from '../examples/stg-05.ts'
import { widestReduction } from './own-table.ts'
import { firstDayOf, fiscalYear } from './persons.ts'
import { baseAnnualYen } from './premium-fields.ts'
import { reductionCost } from './reduction-cost.ts'
import { ownStages, stageNumber } from './stage-table.ts'
import { tableInForce } from './table-in-force.ts'

const MOST_PERSONS = 100_000_000 // number: room for the whole nation
const heads = z
  .array(
    z.strictObject({ stage: stageNumber(), persons: persons('人数', { max: MOST_PERSONS }) }),
    '段階別の人数: 段階と人数を並べて入力してください。',
  )
  .max(100, '段階別の人数: 100行までです。')
  .meta({ title: '段階別の人数', description: '軽減のある段階の人数。書かない段階は0人' })

export const rule = defineRule({
  id: 'STG-05',
  title: '低所得者保険料軽減の費用と負担',
  group: '所得段階',
  meaning:
    '公費による保険料の軽減にかかる費用と、国、都道府県、市町村の負担を計算します。保険料収納必要額（PRM-13）には入りません。',
  formula: '費用=Σ 人数×基準額×（割合−軽減後の割合）。国の範囲の費用の1/2が国、1/4が都道府県、残りが市町村',
  source: { text: '介護保険法第124条の2' },
  confidence: 'recalled',
  limits:
    '段階ごとの額の端数処理をする前の費用です（合計の1円未満は四捨五入）。国と都道府県の負担の1円未満は切り捨て、残りを市町村とします（端数の扱いは本ソフトの決め）。国の標準より広い軽減は、標準の幅までを国と都道府県の負担の対象とします。',
  parameters: {
    table: standardStages,
    reduced: reducedRatiosPerMille,
    limits: ownTableLimits,
    shares: reductionSharesPerMille,
  },
  input: z.strictObject({ fiscalYear: fiscalYear(), baseAnnualYen, heads, stages: ownStages.optional() }),
  dateOf: ({ fiscalYear }) => firstDayOf(fiscalYear),
  compute({ baseAnnualYen, heads, stages }, context) {
    const { law, entry, note, round, caution } = context
    const table = tableInForce(stages, context)
    const cost = reductionCost(baseAnnualYen, heads, table.rows, (stage) => widestReduction(stage, law))
    const costYen = round('軽減の費用', cost.whole, 'half-up')
    const sharedYen =
      cost.shared.over === cost.whole.over ? costYen : round('国の範囲の軽減の費用', cost.shared, 'half-up')
    note?.({
      label: '軽減の費用',
      formula: 'Σ 人数×基準額×（割合−軽減後の割合）',
      inputs: { 基準額: baseAnnualYen, 人数: heads.reduce((sum, { persons }) => sum + persons, 0) },
      value: costYen,
      unit: '円',
      source: table.source,
      confidence: table.confidence,
    })
    const part = (label: string, sharePerMille: number) =>
      round(label, { over: product(sharedYen, sharePerMille), under: 1000 }, 'down')
    const nationYen = part('国の負担', law.shares.nationPerMille)
    const prefectureYen = part('都道府県の負担', law.shares.prefecturePerMille)
    const municipalityYen = costYen - nationYen - prefectureYen
    if (sharedYen < costYen) {
      const ownYen = costYen - sharedYen
      note?.({
        label: '国の範囲をこえる軽減の費用',
        formula: '軽減の費用−国の範囲の軽減の費用',
        inputs: { 国の範囲の軽減の費用: sharedYen },
        value: ownYen,
        unit: '円',
        source: entry.reduced.source,
        confidence: entry.reduced.confidence,
      })
      caution(
        `国の範囲をこえる軽減の費用${ownYen.toLocaleString('en-US')}円は、国と都道府県の負担がないものとして、市町村の負担に含めています。`,
      )
    }
    note?.({
      label: '市町村の負担',
      formula: '費用−国の負担−都道府県の負担',
      inputs: { 国の負担: nationYen, 都道府県の負担: prefectureYen },
      value: municipalityYen,
      unit: '円',
      source: entry.shares.source,
      confidence: entry.shares.confidence,
    })
    return { costYen, nationYen, prefectureYen, municipalityYen }
  },
  cases: stg05Cases,
})
