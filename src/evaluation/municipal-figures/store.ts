import type pg from 'pg'
import { MUNICIPALITY } from '../../exchange/municipal-figures/index.ts'
import { type ImportContext, type StatedAttribution, storeRelease } from '../../platform/import/index.ts'
import {
  type Count,
  type FactMissing,
  type FactUnit,
  JAPAN,
  mergeFacts,
  prefectureCode,
  putPlaces,
  readerOf,
} from '../statistics/index.ts'

export const DATASET = 'municipal-figures'
const LEVEL = 'municipality'
const RELEASE = '確定'

interface StagedFigure {
  measure: string
  unit: FactUnit
  code: string
  periodFrom: string
  periodTo: string
  figure: number | null
  reason: FactMissing | null
  fileName: string
}

/** Stores each measure and period that the run gives; other municipalities of a column stay as they are. */
export async function applyFigures(
  client: pg.ClientBase,
  context: ImportContext,
  step: () => Promise<void>,
): Promise<void> {
  const releases = await storeReleases(client, context)
  await putPlaces(client, LEVEL, JAPAN, [
    {
      code: MUNICIPALITY.code,
      name: MUNICIPALITY.name,
      prefectureCode: prefectureCode(MUNICIPALITY.code.slice(0, 2)),
    },
  ])
  const staged = await readerOf(client).query<StagedFigure>(
    `select distinct on (measure, period_from, period_to, municipality_code) measure, unit, municipality_code as code,
       period_from::text as "periodFrom", period_to::text as "periodTo", figure::int as figure, reason, file_name as "fileName"
     from stage order by measure, period_from, period_to, municipality_code, row_number`,
  )
  const columns = Map.groupBy(
    staged,
    ({ measure, periodFrom, periodTo }) => `${measure} ${periodFrom} ${periodTo}`,
  )
  for (const rows of columns.values()) {
    await step()
    await storeColumn(client, rows, releases)
  }
}

async function storeColumn(
  client: pg.ClientBase,
  rows: readonly StagedFigure[],
  releases: ReadonlyMap<string, string>,
): Promise<void> {
  const { measure, unit, periodFrom, periodTo } = rows[0]!
  const given = new Map<string, Count>(
    rows.map(({ code, figure, reason }) => [code, figure ?? { missing: reason ?? 'not-reported' }]),
  )
  await mergeFacts(client, {
    dataset: DATASET,
    level: LEVEL,
    series: JAPAN,
    measure,
    unit,
    periodFrom,
    periodTo,
    release: RELEASE,
    byCode: given,
    releaseIds: rows.map(({ fileName }) => releases.get(fileName)!),
  })
}

/** The file was taken in, also when its counts were known already: 出典 may be completed. */
export async function recordFigures(client: pg.ClientBase, context: ImportContext): Promise<void> {
  await storeReleases(client, context)
}

async function storeReleases(client: pg.ClientBase, context: ImportContext): Promise<Map<string, string>> {
  const files = await readerOf(client).query<
    StatedAttribution & { fileName: string; code: string; asOf: string; rowCount: number }
  >(
    `select file_name as "fileName", max(municipality_code) as code,
       coalesce(max(period_to) filter (where measure not like 'outlook.%'), min(period_to))::text as "asOf",
       count(*)::int as "rowCount", max(attribution_from) as "from", max(attribution) as attribution, max(licence) as licence,
       max(source_address) as "sourceAddress"
     from stage group by file_name order by file_name`,
  )
  const ids = new Map<string, string>()
  for (const { fileName, code, asOf, rowCount, ...origin } of files) {
    const id = await storeRelease(client, context, {
      dataset: DATASET,
      areaCode: code,
      // an outlook: the year from which it looks ahead
      asOf,
      release: RELEASE,
      fileName,
      rowCount,
      origin,
    })
    ids.set(fileName, id)
  }
  return ids
}
