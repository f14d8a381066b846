import type pg from 'pg'
import type { AnnualGroup } from '../../exchange/annual-report/index.ts'
import { type ImportContext, storeRelease } from '../../platform/import/index.ts'
import { NOT_IN_TABLE, PUBLISHER } from './annual-words.ts'
import {
  type Count,
  type FactMissing,
  isCount,
  JAPAN,
  NATION,
  prefectureCode,
  putPlaces,
  type ReleaseState,
  readerOf,
  storeFacts,
} from './facts.ts'

export interface AnnualMeasure {
  /** name in evaluation.fact_column */
  measure: string
  group: AnnualGroup
  label: string
  /** which column of the table, from 1 */
  nth: number
}

interface StagedRow {
  period: string
  release: ReleaseState
  grp: AnnualGroup
  prefecture: string
  prefectureName: string
  insurer: string
  code: string
  members: string[]
  counts: (number | null)[]
  reasons: (FactMissing | null)[] | null
  fileName: string
}

interface FileRow {
  fileName: string
  period: string
  release: ReleaseState
  from: 'file' | 'loader'
  attribution: string
  rowCount: number
}

/** Stores the staged tables: insurers as printed, prefectures and the nation as the sums of their insurers. */
export async function applyAnnual(
  client: pg.ClientBase,
  context: ImportContext,
  {
    dataset,
    measures,
    step,
  }: { dataset: string; measures: readonly AnnualMeasure[]; step: () => Promise<void> },
): Promise<void> {
  const releases = await storeReleases(client, context, dataset)
  const rows = await readerOf(client).query<StagedRow>(
    `select s.period::text, s.release, s.grp, s.prefecture, s.prefecture_name as "prefectureName", s.insurer, c.code, c.members,
       to_json(s.counts) as counts, s.reasons, s.file_name as "fileName"
     from stage s join coded c using (period, prefecture, insurer) order by s.row_number`,
  )
  await putPlacesOf(client, rows)
  for (const [file, ofFile] of Map.groupBy(rows, (row) => row.fileName)) {
    const groups = Map.groupBy(ofFile, (row) => row.grp)
    for (const { measure, group, nth } of measures) {
      await step()
      const ofGroup = groups.get(group) ?? []
      const { period, release } = ofFile[0]!
      const common = {
        dataset,
        series: JAPAN,
        measure,
        unit: '実人数',
        release,
        releaseIds: [releases.get(file)!],
      } as const
      for (const [level, byCode] of levelsOf(ofGroup, nth))
        await storeFacts(client, {
          ...common,
          level,
          periodFrom: period,
          periodTo: period,
          byCode,
          absent: NOT_IN_TABLE,
        })
    }
  }
}

/** The file was taken in, also when its counts were known already: 出典 may be completed. */
export async function recordAnnual(
  client: pg.ClientBase,
  context: ImportContext,
  dataset: string,
): Promise<void> {
  await storeReleases(client, context, dataset)
}

async function storeReleases(
  client: pg.ClientBase,
  context: ImportContext,
  dataset: string,
): Promise<Map<string, string>> {
  const files = await readerOf(client).query<FileRow>(
    `select file_name as "fileName", period::text, release, attribution_from as "from", attribution, count(*)::int as "rowCount"
     from stage group by 1, 2, 3, 4, 5 order by 1`,
  )
  const ids = new Map<string, string>()
  for (const { fileName, period, release, from, attribution, rowCount } of files) {
    const origin = {
      from,
      attribution,
      licence: from === 'file' ? PUBLISHER.licence : null,
      sourceAddress: null,
    }
    ids.set(
      fileName,
      await storeRelease(client, context, {
        dataset,
        areaCode: NATION,
        asOf: period,
        release,
        fileName,
        rowCount,
        origin,
      }),
    )
  }
  return ids
}

async function putPlacesOf(client: pg.ClientBase, rows: readonly StagedRow[]): Promise<void> {
  await putPlaces(client, 'nation', JAPAN, [{ code: NATION, name: '全国', prefectureCode: null }])
  const prefectures = new Map(rows.map((row) => [row.prefecture, row.prefectureName]))
  await putPlaces(
    client,
    'prefecture',
    JAPAN,
    [...prefectures]
      .sort()
      .map(([two, name]) => ({ code: prefectureCode(two), name, prefectureCode: prefectureCode(two) })),
  )
  const insurers = new Map(rows.map((row) => [row.code, row]))
  await putPlaces(
    client,
    'insurer',
    JAPAN,
    [...insurers.values()].map(({ code, insurer, prefecture, members }) => ({
      code,
      name: insurer,
      prefectureCode: prefectureCode(prefecture),
      municipalityCodes: members,
    })),
  )
}

/** One column of the table at three levels. A sum with a missing part is missing, for the reason of that part. */
function levelsOf(
  rows: readonly StagedRow[],
  nth: number,
): (readonly ['insurer' | 'prefecture' | 'nation', Map<string, Count>])[] {
  const countOf = (row: StagedRow): Count =>
    row.counts[nth - 1] ?? { missing: row.reasons?.[nth - 1] ?? 'not-reported' }
  const sum = (some: readonly StagedRow[]) =>
    some.map(countOf).reduce((a, b) => (isCount(a) && isCount(b) ? a + b : isCount(a) ? b : a), 0)
  const prefectures = Map.groupBy(rows, (row) => row.prefecture)
  return [
    ['insurer', new Map(rows.map((row) => [row.code, countOf(row)]))],
    ['prefecture', new Map([...prefectures].map(([two, some]) => [prefectureCode(two), sum(some)]))],
    ['nation', new Map([[NATION, sum(rows)]])],
  ]
}
