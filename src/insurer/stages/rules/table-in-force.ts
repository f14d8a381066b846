import type { ownTableLimits } from '../../../law/insurer/stages-own-table-limits.ts'
import type { reducedRatiosPerMille } from '../../../law/insurer/stages-reduced-ratios.ts'
import type { standardStages } from '../../../law/insurer/stages-standard.ts'
import type { Confidence, Source } from '../../../law/types.ts'
import { type RuleContext, RuleRefusal } from '../../../platform/computation/index.ts'
import { structureFaults, wideReductions } from './own-table.ts'
import { type StageRow, standardRows } from './stage-table.ts'

export interface TableParameters {
  table: typeof standardStages
  reduced: typeof reducedRatiosPerMille
}
export interface TableInForce {
  rows: readonly StageRow[]
  source: Source
  confidence: Confidence | undefined
}

/** The national table of the day. */
export const nationalTable = ({
  law,
  entry,
}: Pick<RuleContext<TableParameters>, 'law' | 'entry'>): TableInForce => ({
  rows: standardRows(law.table, law.reduced),
  source: entry.table.source,
  confidence: entry.table.confidence,
})

/**
 * The municipality's own table, else the national one of the day. A reduction wider than the nation shares is said, not refused.
 * @throws RuleRefusal with every fault of an own table by which somebody has no stage or a wrong premium
 */
export function tableInForce(
  own: readonly StageRow[] | undefined,
  context: Pick<
    RuleContext<TableParameters & { limits: typeof ownTableLimits }>,
    'law' | 'entry' | 'caution'
  >,
): TableInForce {
  if (own === undefined) return nationalTable(context)
  const { law, caution } = context
  const faults = structureFaults(own, law)
  if (faults.length > 0) throw new RuleRefusal(faults)
  for (const { message } of wideReductions(own, law))
    caution(`${message}こえた分は市町村だけの負担です。年度と割合を確かめてください。`)
  return {
    rows: own,
    source: { text: '市町村の介護保険条例（入力された段階の表）' },
    confidence: undefined,
  }
}
