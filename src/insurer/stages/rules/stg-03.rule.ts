import { z } from 'zod'
import { ownTableLimits } from '../../../law/insurer/stages-own-table-limits.ts'
import { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import { standardStages } from '../../../law/insurer/stages-standard.ts'
import { defineRule } from '../../../platform/computation/index.ts'
import { stg03Cases } from '../examples/stg-03.ts'
import { faultsOf } from './own-table.ts'
import { firstDayOf, fiscalYear } from './persons.ts'
import { ownStages } from './stage-table.ts'

export const rule = defineRule({
  id: 'STG-03',
  title: '市町村の段階表の点検',
  group: '所得段階',
  meaning:
    '市町村が条例で定めた段階の表（多段階化・弾力化）が、だれの段階も決まる表か、基準の段階の割合が1.000か、割合の順番と軽減の幅が国の範囲にあるかを点検します。',
  formula:
    '段階は1から順、割合は前の段階以上、基準の段階は1000‰、軽減後の割合は割合以下、軽減の幅は国の標準の幅以下',
  source: { text: '介護保険法施行令第38条・第39条' },
  confidence: 'recalled',
  limits:
    '多段階にしても保険料の総額が変わらないこと（法施行令第39条の要件）は、段階別の人数が要るため点検しません。軽減の幅の上限は、国の標準の割合と軽減後の割合の差から求めています。',
  parameters: { table: standardStages, reduced: reducedRatiosPerMille, limits: ownTableLimits },
  input: z.strictObject({ fiscalYear: fiscalYear(), stages: ownStages }),
  dateOf: ({ fiscalYear }) => firstDayOf(fiscalYear),
  compute({ stages }, { law, entry, note }) {
    const faults = faultsOf(stages, law)
    note?.({
      label: '点検',
      formula: '段階の順、所得の下限、割合の順、基準の段階、軽減の幅',
      inputs: { 段階の数: stages.length, 基準の段階: `第${law.table.baseStage}段階` },
      value: faults.length === 0 ? '誤りなし' : `${faults.length}件`,
      source: entry.reduced.source,
      confidence: entry.reduced.confidence,
    })
    return { isSound: faults.length === 0, faults }
  },
  cases: stg03Cases,
})
