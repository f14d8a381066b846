import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { ExportFormat } from '../../../ui/save/export-buttons.tsx'
import type { routes } from '../routes.ts'
import type { AssignArea, AssignTowns, EndArea, PutArea, PutTown } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api

export const registerQuery = {
  queryKey: ['areas', 'register'],
  queryFn: () => callApi(client.areas.register.$get()),
}
export interface CentreChoice {
  id: string
  name: string
  validFrom: string
  validTo: string | null
}
/** Centres to choose from; another area's list, of which only these are needed. */
export const centresQuery = {
  queryKey: ['centres', 'register'],
  queryFn: async () => (await callPath<{ items: CentreChoice[] }>('GET', '/api/centres/register')).items,
}
export const putArea = (json: PutArea) => callApi(client.areas.put.$post({ json }))
export const endArea = (json: EndArea) => callApi(client.areas.end.$post({ json }))
export const assignArea = (json: AssignArea) => callApi(client.areas.assign.$post({ json }))
export const putTown = (json: PutTown) => callApi(client.towns.put.$post({ json }))
export const assignTowns = (json: AssignTowns) => callApi(client.towns.assign.$post({ json }))
export const countAffected = async (townIds: string[]) =>
  (await callApi(client.towns.affected.$post({ json: { townIds } }))).items
export const runTowns = (rows: string[][], dryRun: boolean) =>
  callApi(client.towns.rows.$post({ json: { rows, dryRun } }))
export const exportTowns = (format: ExportFormat) =>
  callNamedFile(client.towns.export.$post({ json: { format } }))
