import type { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import type { standardStages } from '../../../law/insurer/stages-standard.ts'
import type { Confidence, Source } from '../../../law/types.ts'
import { type RuleContext, RuleRefusal } from '../../../platform/computation/index.ts'
import { gapsIn, type StageRow, standardRows } from './stage-table.ts'

export interface TableParameters {
  table: typeof standardStages
  reduced: typeof reducedRatiosPerMille
}
export interface TableInForce {
  rows: readonly StageRow[]
  source: Source
  confidence: Confidence | undefined
}

/**
 * The municipality's own table, else the national one of the day; a placeholder of the law is said.
 * @throws RuleRefusal with every gap when the own table leaves persons without a stage
 */
export function tableInForce(
  own: readonly StageRow[] | undefined,
  { law, entry, caution }: Pick<RuleContext<TableParameters>, 'law' | 'entry' | 'caution'>,
): TableInForce {
  if (own !== undefined) {
    const gaps = gapsIn(own, law.table)
    if (gaps.length > 0) throw new RuleRefusal(gaps)
    return {
      rows: own,
      source: { text: '市町村の介護保険条例（入力された段階の表）' },
      confidence: undefined,
    }
  }
  if (entry.table.status !== undefined)
    caution('この年度の段階の表は、国の標準がまだ定まっていないため仮置きです。')
  return {
    rows: standardRows(law.table, law.reduced),
    source: entry.table.source,
    confidence: entry.table.confidence,
  }
}
