import type pg from 'pg'
import { type ImportContext, storeRelease } from '../../platform/import/index.ts'

interface StagedFile {
  fileName: string
  rowCount: number
  from: 'file' | 'loader' | 'none'
  attribution: string | null
  licence: string | null
  sourceAddress: string | null
}

/**
 * A release for each file of the stage. Lists of codes carry no day of their own: it is the day on which a file first came in.
 * @returns file name → id of its release
 */
export async function releaseOfFile(
  client: pg.ClientBase,
  context: ImportContext,
  dataset: string,
): Promise<Record<string, string>> {
  const { rows } = await client.query<StagedFile>(
    `select file_name as "fileName", count(*)::int as "rowCount", max(attribution_from) as "from", max(attribution) as attribution,
       max(licence) as licence, max(source_address) as "sourceAddress" from stage group by file_name order by file_name`,
  )
  const releases: Record<string, string> = {}
  for (const { fileName, rowCount, ...origin } of rows) {
    const { rows: before } = await client.query<{ asOf: string }>(
      'select as_of as "asOf" from platform.dataset_release where dataset = $1 and file_sha256 = $2 order by as_of limit 1',
      [dataset, context.checksums.get(fileName)],
    )
    releases[fileName] = await storeRelease(client, context, {
      dataset,
      areaCode: null,
      asOf: before[0]?.asOf ?? context.today,
      release: '確定',
      fileName,
      rowCount,
      origin,
    })
  }
  return releases
}
