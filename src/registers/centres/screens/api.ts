import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { ExportFormat } from '../../../ui/save/export-buttons.tsx'
import type { routes } from '../routes.ts'
import type { PutCentre } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api

export const registerQuery = {
  queryKey: ['centres', 'register'],
  queryFn: async () => (await callApi(client.centres.register.$get())).items,
}
/** Organisations to choose from; another area's list, of which only these are needed. */
export const organisationsQuery = {
  queryKey: ['organisations'],
  queryFn: async () =>
    (
      await callPath<{ items: { id: string; name: string; validTo: string | null }[] }>(
        'GET',
        '/api/organisations',
      )
    ).items,
}
export const putCentre = (json: PutCentre) => callApi(client.centres.put.$post({ json }))
export const fetchDependents = (centreId: string, lastDay: string) =>
  callApi(client.centres[':centreId'].dependents.$get({ param: { centreId }, query: { lastDay } }))
export const endCentre = (centreId: string, version: number, lastDay: string | null) =>
  callApi(client.centres[':centreId'].end.$post({ param: { centreId }, json: { version, lastDay } }))
export const exportCentres = (format: ExportFormat) =>
  callNamedFile(client.centres.export.$post({ json: { format } }))
