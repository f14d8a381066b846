import type pg from 'pg'
import { publisher, readFileName } from '../../exchange/care-offices/index.ts'
import { type ImportContext, type StatedAttribution, storeRelease } from '../../platform/import/index.ts'
import { completeMunicipalityCode } from '../numbers/index.ts'

const DATASET = 'care-offices'
/** six digits of the nation, as platform.dataset_release has it */
const NATION = '000000'

/** 出典 as the loader states it; else that of the layout, which is the publisher's own and of nobody else. */
export function originOf(stated: string | null): StatedAttribution {
  const { name, licence, address } = publisher
  return { from: stated ? 'loader' : 'file', attribution: stated ?? name, licence, sourceAddress: address }
}

interface FileRow {
  fileName: string
  serviceCode: string
  serviceName: string
  rowCount: number
  prefectures: Record<string, number>
}

/**
 * Keeps which service of which prefecture is loaded, from which file. A file that was loaded before keeps its day: only its
 * 出典 may be completed.
 */
export async function storeLoads(client: pg.ClientBase, context: ImportContext): Promise<void> {
  const { rows } = await client.query<FileRow>(
    `select file_name as "fileName", max(service_code) as "serviceCode", max(service_name) as "serviceName",
       sum(n)::int as "rowCount", jsonb_object_agg(prefecture_code, n) as prefectures
     from (select file_name, service_code, max(service_name) as service_name, prefecture_code, count(*)::int as n
       from stage group by file_name, service_code, prefecture_code) s
     group by file_name order by file_name`,
  )
  for (const file of rows) await storeLoad(client, context, file)
}

async function storeLoad(client: pg.ClientBase, context: ImportContext, file: FileRow): Promise<void> {
  const named = readFileName(file.fileName)
  const { rows: known } = await client.query<{ asOf: string }>(
    `select min(as_of)::text as "asOf" from platform.dataset_release where dataset = $1 and file_sha256 = $2 having count(*) > 0`,
    [DATASET, context.checksums.get(file.fileName)],
  )
  const asOf = named?.madeOn ?? known[0]?.asOf ?? context.today
  const codes = Object.keys(file.prefectures)
  const releaseId = await storeRelease(client, context, {
    dataset: DATASET,
    areaCode: named?.isNational ? NATION : codes.length === 1 ? (codes[0] ?? null) : null,
    asOf,
    release: '確定',
    fileName: file.fileName,
    rowCount: file.rowCount,
    origin: originOf(context.attribution),
  })
  const covered = named?.isNational ? { ...emptyPrefectures(), ...file.prefectures } : file.prefectures
  await client.query(
    `insert into registers.care_office_load as l
       (service_code, prefecture_code, service_name, as_of, dated_by, row_count, release_id)
     select $1, key, $2, $3::date, $4, value::int, $5 from jsonb_each_text($6::jsonb)
     on conflict (service_code, prefecture_code) do update set service_name = excluded.service_name, as_of = excluded.as_of,
       dated_by = excluded.dated_by, row_count = excluded.row_count, release_id = excluded.release_id`,
    [
      file.serviceCode,
      file.serviceName,
      asOf,
      named?.madeOn ? 'file-name' : 'load',
      releaseId,
      JSON.stringify(covered),
    ],
  )
}

/** Six digits of all 47, each with no office. */
const emptyPrefectures = (): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: 47 }, (_, n) => [
      completeMunicipalityCode(`${String(n + 1).padStart(2, '0')}000`),
      0,
    ]),
  )
