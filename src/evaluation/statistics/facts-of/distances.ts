import type pg from 'pg'
import { type OfficePlace, officeCounts, officePlaces } from '../../../registers/offices/index.ts'
import { type Count, type Place, placesOf, readerOf, storeFacts } from '../facts.ts'
import { metresBetween } from '../rules/metres.ts'
import { serviceDays } from './offices.ts'

export const DISTANCES = 'town-distances'

/**
 * Metres in a straight line from the point of each town to the nearest office of each kind. Missing when the town has no point, or
 * the service is not loaded for its prefecture; offices of prefectures that are not loaded are not seen.
 */
export async function refreshDistances(client: pg.ClientBase): Promise<void> {
  const reader = readerOf(client)
  const offices = await officeCounts(reader)
  const days = serviceDays(offices)
  await client.query(
    `delete from evaluation.fact_column f where f.dataset = $1 and not exists (
       select from unnest($2::text[], $3::date[]) d(service, as_of)
       where split_part(f.measure, '.', 2) = d.service and f.period_to <= d.as_of)`,
    [DISTANCES, days.map(({ serviceCode }) => serviceCode), days.map(({ asOf }) => asOf)],
  )
  const series = await reader.query<{ code: string; releaseIds: string[] }>(
    `select municipality_code as code, array_agg(distinct release_id) as "releaseIds" from evaluation.town_population p
     where as_of = (select max(as_of) from evaluation.town_population l where l.municipality_code = p.municipality_code)
     group by 1 order by 1`,
  )
  if (series.length === 0 || days.length === 0) return
  const byService = Map.groupBy(await officePlaces(reader), (office) => office.serviceCode)
  const isLoaded = new Set(
    offices.loaded.map((one) => `${one.prefectureCode.slice(0, 2)} ${one.serviceCode}`),
  )
  for (const { code, releaseIds } of series) {
    const towns = await placesOf(reader, 'town', code)
    if (towns.length === 0) continue
    for (const day of days) {
      if (!isLoaded.has(`${code.slice(0, 2)} ${day.serviceCode}`)) continue
      const near = byService.get(day.serviceCode) ?? []
      await storeFacts(client, {
        dataset: DISTANCES,
        level: 'town',
        series: code,
        measure: `distance.${day.serviceCode}`,
        unit: 'm',
        periodFrom: day.asOf,
        periodTo: day.asOf,
        release: '確定',
        byCode: new Map(towns.map((town) => [town.code, nearest(town, near)])),
        releaseIds: [...day.releaseIds, ...releaseIds],
      })
    }
  }
}

function nearest({ latitude, longitude }: Place, offices: readonly OfficePlace[]): Count {
  if (latitude === null || longitude === null) return { missing: 'not-reported' }
  if (offices.length === 0) return { missing: 'no-such-service' }
  const point = { latitude, longitude }
  return Math.round(
    offices.reduce(
      (least, office) => Math.min(least, metresBetween(point, office)),
      Number.POSITIVE_INFINITY,
    ),
  )
}
