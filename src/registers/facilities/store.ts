import type pg from 'pg'
import { type ImportContext, storeRelease } from '../../platform/import/index.ts'
import { columns } from './columns.ts'

interface StagedList {
  area_code: string
  category: string
  known_by: string
  file_name: string
  row_count: number
  as_of: string | null
  attribution_from: 'file' | 'loader' | 'none'
  attribution: string | null
  licence: string | null
  source_address: string | null
}

/**
 * One release per list of a file, and the list itself with its source. Where nobody stated the day the list is of, the day on
 * which the file was first loaded stands for it, and is shown as such.
 */
export async function storeLists(client: pg.ClientBase, context: ImportContext): Promise<void> {
  const { rows } = await client.query<StagedList>(
    `select area_code, category, max(known_by) as known_by, max(file_name) as file_name, count(*)::int as row_count,
       max(as_of)::text as as_of, max(attribution_from) as attribution_from, max(attribution) as attribution,
       max(licence) as licence, max(source_address) as source_address
     from stage group by area_code, category`,
  )
  for (const list of rows) {
    const asOf = list.as_of ?? (await firstLoaded(client, context, list)) ?? context.today
    const releaseId = await storeRelease(client, context, {
      dataset: 'facilities',
      areaCode: list.area_code,
      asOf,
      release: '確定',
      fileName: list.file_name,
      rowCount: list.row_count,
      origin: {
        from: list.attribution_from,
        attribution: list.attribution,
        licence: list.licence,
        sourceAddress: list.source_address,
      },
    })
    await storeList(client, context, list, { asOf, releaseId })
  }
}

/** The day that the same file was given when it was loaded before. */
async function firstLoaded(
  client: pg.ClientBase,
  { checksums }: ImportContext,
  { area_code, file_name }: StagedList,
): Promise<string | undefined> {
  const { rows } = await client.query<{ as_of: string }>(
    `select as_of::text from platform.dataset_release
     where dataset = 'facilities' and area_code = $1 and file_sha256 = $2 order by as_of desc limit 1`,
    [area_code, checksums.get(file_name)],
  )
  return rows[0]?.as_of
}

async function storeList(
  client: pg.ClientBase,
  { now }: ImportContext,
  { area_code, category, known_by, row_count, as_of }: StagedList,
  { asOf, releaseId }: { asOf: string; releaseId: string },
): Promise<void> {
  await client.query(
    `insert into registers.facility_list as l
       (area_code, category, known_by, as_of, is_as_of_stated, release_id, row_count, loaded_at)
     values ($1, $2, $3, $4::date, $5, $6, $7, $8)
     on conflict (area_code, category) do update set known_by = excluded.known_by,
       is_as_of_stated = excluded.is_as_of_stated or (l.is_as_of_stated and l.as_of = excluded.as_of),
       as_of = excluded.as_of, release_id = excluded.release_id, row_count = excluded.row_count,
       loaded_at = excluded.loaded_at`,
    [area_code, category, known_by, asOf, as_of !== null, releaseId, row_count, now.toString()],
  )
}

const names = [
  'area_code',
  'category',
  'key',
  ...columns.map(({ name }) => name),
  'name_fold',
  'address_fold',
  'source_row',
]

export async function storePlaces(client: pg.ClientBase): Promise<void> {
  await client.query(
    'delete from registers.facility where (area_code, category) in (select area_code, category from stage)',
  )
  await client.query(
    `insert into registers.facility (${names.join(', ')}) select ${names.join(', ')} from stage`,
  )
}
