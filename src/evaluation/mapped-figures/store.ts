import type pg from 'pg'
import type { FiguresMapping } from '../../exchange/mapped-figures/index.ts'
import { type ImportContext, type StatedAttribution, storeRelease } from '../../platform/import/index.ts'
import {
  type Count,
  type FactMissing,
  type FactUnit,
  mergeFacts,
  NATION,
  type NewPlace,
  putPlaces,
  readerOf,
} from '../statistics/index.ts'
import { seriesOf } from './places.ts'

export const DATASET = 'mapped-figures'

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

/** Each measure and period that the run gives; places that it does not name stay as they are. */
export async function applyFigures(
  client: pg.ClientBase,
  context: ImportContext,
  step: () => Promise<void>,
): Promise<void> {
  const mapping = context.mapping as FiguresMapping
  const series = seriesOf(mapping)
  const releases = await storeReleases(client, context)
  await putNewPlaces(client, mapping)
  const staged = await readerOf(client).query<StagedFigure>(
    `select distinct on (measure, period_from, period_to, m.code) measure, unit, m.code, period_from::text as "periodFrom",
       period_to::text as "periodTo", figure, reason, file_name as "fileName"
     from stage join mapped_place m using (place_key) order by measure, period_from, period_to, m.code, row_number`,
  )
  const columns = Map.groupBy(
    staged,
    ({ measure, periodFrom, periodTo }) => `${measure} ${periodFrom} ${periodTo}`,
  )
  for (const rows of columns.values()) {
    await step()
    const { measure, unit, periodFrom, periodTo } = rows[0]!
    await mergeFacts(client, {
      dataset: DATASET,
      level: mapping.level,
      series,
      measure,
      unit,
      periodFrom,
      periodTo,
      release: mapping.release,
      byCode: new Map<string, Count>(
        rows.map(({ code, figure, reason }) => [
          code,
          figure === null ? { missing: reason ?? 'not-reported' } : Number(figure),
        ]),
      ),
      releaseIds: rows.map(({ fileName }) => releases.get(fileName)!),
    })
  }
}

/** Municipalities that only the list of codes knew so far. What is said of known places stays. */
async function putNewPlaces(client: pg.ClientBase, mapping: FiguresMapping): Promise<void> {
  const places = await readerOf(client).query<NewPlace>(
    `select distinct code, name, prefecture_code as "prefectureCode", array[code] as "municipalityCodes", latitude, longitude
     from mapped_place where is_new order by code`,
  )
  if (places.length > 0) await putPlaces(client, mapping.level, seriesOf(mapping), places)
}

/** The file was taken in, also when its counts were known already: 出典 may be completed. */
export async function recordFigures(client: pg.ClientBase, context: ImportContext): Promise<void> {
  await storeReleases(client, context)
}

async function storeReleases(client: pg.ClientBase, context: ImportContext): Promise<Map<string, string>> {
  const { level, municipalityCode, release } = context.mapping as FiguresMapping
  const files = await readerOf(client).query<
    StatedAttribution & { fileName: string; asOf: string; rowCount: number }
  >(
    `select file_name as "fileName", max(period_to)::text as "asOf", count(*)::int as "rowCount",
       max(attribution_from) as "from", max(attribution) as attribution, max(licence) as licence, max(source_address) as "sourceAddress"
     from stage group by file_name order by file_name`,
  )
  const ids = new Map<string, string>()
  for (const { fileName, asOf, rowCount, ...origin } of files) {
    const areaCode = level === 'town' ? municipalityCode : NATION
    const file = { dataset: DATASET, areaCode, asOf, release, fileName, rowCount, origin }
    ids.set(fileName, await storeRelease(client, context, file))
  }
  return ids
}
