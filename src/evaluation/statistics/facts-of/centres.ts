import type pg from 'pg'
import { JAPAN, readerOf, storeFacts } from '../facts.ts'
import { putMunicipalities } from './towns.ts'

export const FACILITIES = 'facilities'
const CENTRES = '地域包括支援センター'

interface ListRow {
  code: string
  asOf: string
  centres: number
  releaseId: string
}

/** 地域包括支援センター with its サブセンター, as many as the published list of a municipality has; of the day of the list. */
export async function refreshCentres(client: pg.ClientBase, today: string): Promise<void> {
  const lists = await readerOf(client).query<ListRow>(
    `select area_code as code, as_of::text as "asOf", row_count as centres, release_id as "releaseId"
     from registers.facility_list where category = $1 order by as_of, area_code`,
    [CENTRES],
  )
  await client.query(
    `delete from evaluation.fact_column f where f.dataset = $1 and f.period_to > coalesce((select max(d) from unnest($2::date[]) d), '-infinity')`,
    [FACILITIES, lists.map(({ asOf }) => asOf)],
  )
  const latest = lists.at(-1)
  if (!latest) return
  await putMunicipalities(
    client,
    lists.map(({ code }) => code),
    today,
  )
  // lists of earlier days still stand on the latest one: nothing newer is published of them
  await storeFacts(client, {
    dataset: FACILITIES,
    level: 'municipality',
    series: JAPAN,
    measure: 'facilities.centre',
    unit: 'か所',
    periodFrom: latest.asOf,
    periodTo: latest.asOf,
    release: '確定',
    byCode: new Map(lists.map(({ code, centres }) => [code, centres])),
    absent: 'not-loaded',
    releaseIds: lists.map(({ releaseId }) => releaseId),
  })
}
