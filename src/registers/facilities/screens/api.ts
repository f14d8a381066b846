import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type { FacilityExport, FacilityKey, FacilityLine, Filter } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api.facilities

export const listsQuery = {
  queryKey: ['facilities', 'lists'],
  queryFn: async () => (await callApi(client.lists.$get())).items,
  staleTime: 0, // one comes here from an import
}

/** One page; how many there are in all is asked with the first. */
export async function searchPage(filter: Filter, cursor: string | undefined) {
  const json = { ...filter, limit: 50, cursor: cursor ?? null, withTotal: cursor === undefined }
  return (await callApi(client.search.$post({ json }))) as {
    items: FacilityLine[]
    nextCursor: string | null
    total?: number
  }
}
export const fetchDetail = (json: FacilityKey) => callApi(client.detail.$post({ json }))
export const exportList = (filter: Filter, format: FacilityExport['format']) =>
  callNamedFile(client.export.$post({ json: { ...filter, format } }))
