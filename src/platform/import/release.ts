import type pg from 'pg'
import type { StatedAttribution } from './attribution.ts'
import type { ImportContext } from './kind.ts'

/** One published file: what, of where, of when. */
export interface PublishedFile {
  /** the kind of import */
  dataset: string
  /** six digits: municipality, prefecture, or 000000 the nation; null: of no one area */
  areaCode: string | null
  /** the day its figures are of, 'YYYY-MM-DD' */
  asOf: string
  release: '速報' | '確定' | '改訂'
  fileName: string
  rowCount: number
  origin: StatedAttribution
}

/** Keeps that a file was taken in; the same file again is the same release. @returns its id */
export async function storeRelease(
  client: pg.ClientBase,
  { checksums, now, loadedBy }: ImportContext,
  { dataset, areaCode, asOf, release, fileName, rowCount, origin }: PublishedFile,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into platform.dataset_release as r
       (dataset, area_code, as_of, release, attribution_from, attribution, licence, source_address, file_name, file_sha256,
        row_count, loaded_at, loaded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (dataset, area_code, as_of, release, file_sha256) do update set loaded_at = excluded.loaded_at,
       attribution = coalesce(excluded.attribution, r.attribution),
       attribution_from = case when excluded.attribution is null then r.attribution_from else excluded.attribution_from end
     returning id`,
    [
      dataset,
      areaCode,
      asOf,
      release,
      origin.from,
      origin.attribution,
      origin.licence,
      origin.sourceAddress,
      fileName,
      checksums.get(fileName),
      rowCount,
      now.toString(),
      loadedBy,
    ],
  )
  return rows[0]!.id
}
