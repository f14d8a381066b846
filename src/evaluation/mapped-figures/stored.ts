import type { Work } from '../../platform/database/work.ts'
import { attributionOf, measureLabel } from '../statistics/index.ts'
import type { StoredMeasure } from './schema.ts'
import { DATASET } from './store.ts'

interface Row {
  measure: string
  level: string
  series: string
  unit: string
  release: string
  periods: { from: string; to: string }[]
  places: number
  releaseIds: string[]
}

/** What was read by mappings so far, newest period first. Places are counted in the newest. */
export async function storedMeasures(work: Work): Promise<StoredMeasure[]> {
  return work.read(async (tx) => {
    const rows = await tx.query<Row>(
      `select measure, level, series, unit, release,
         json_agg(json_build_object('from', period_from::text, 'to', period_to::text) order by period_to desc, period_from desc) as periods,
         (array_agg((select count(f) from unnest(figures) f) order by period_to desc, period_from desc))[1]::int as places,
         (array_agg(to_json(release_ids) order by period_to desc, period_from desc))[1] as "releaseIds"
       from evaluation.fact_column where dataset = $1
       group by measure, level, series, unit, release order by measure, level, series, release`,
      [DATASET],
    )
    const measures: StoredMeasure[] = []
    for (const { measure, releaseIds, ...row } of rows)
      measures.push({
        ...row,
        id: measure,
        label: measureLabel(measure),
        source: await attributionOf(tx, releaseIds),
      })
    return measures
  })
}
