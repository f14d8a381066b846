import { hc } from 'hono/client'
import { apiFetch, callApi, callFile } from '../../../ui/http/index.ts'
import { saveFile } from '../../../ui/save/index.ts'
import type { routes } from '../routes.ts'

const towns = hc<typeof routes>('/', { fetch: apiFetch }).api.statistics['town-population']

export const releasesQuery = {
  queryKey: ['town-population', 'releases'],
  queryFn: () => callApi(towns.releases.$get()),
}
export const townsQuery = (municipalityCode: string, asOf: string) => ({
  queryKey: ['town-population', municipalityCode, asOf],
  queryFn: () => callApi(towns.$get({ query: { municipalityCode, asOf } })),
})
export const trendQuery = (municipalityCode: string) => ({
  queryKey: ['town-population', municipalityCode, 'trend'],
  queryFn: () => callApi(towns.trend.$get({ query: { municipalityCode } })),
})

export const byAreaQuery = (municipalityCode: string) => ({
  queryKey: ['town-population', municipalityCode, 'by-area'],
  queryFn: () => callApi(towns['by-area'].$get({ query: { municipalityCode } })),
})

/** The same figures as a file. @throws Problem */
export async function saveTowns(
  municipalityCode: string,
  asOf: string,
  format: 'csv' | 'xlsx' | 'geojson',
): Promise<void> {
  const query = new URLSearchParams({ municipalityCode, asOf, format })
  const file = await callFile(`/api/statistics/town-population/export?${query}`)
  saveFile(`町別人口_${municipalityCode}_${asOf}.${format}`, file)
}
