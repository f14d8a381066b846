import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import type { ExportFormat } from '../../../ui/save/export-buttons.tsx'
import type { routes } from '../routes.ts'
import type { ChangeInsurer, PutMember, PutOrganisation } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api

export const sheetQuery = {
  queryKey: ['insurer', 'sheet'],
  queryFn: () => callApi(client.insurer.sheet.$get()),
}
export const organisationsQuery = {
  queryKey: ['organisations'],
  queryFn: async () => (await callApi(client.organisations.$get())).items,
}
export const changeInsurer = (json: ChangeInsurer) => callApi(client.insurer.change.$post({ json }))
export const putMember = (json: PutMember) => callApi(client.insurer.members.put.$post({ json }))
export const removeMember = (id: string, version: number) =>
  callApi(client.insurer.members.remove.$post({ json: { id, version } }))
export const putOrganisation = (json: PutOrganisation) => callApi(client.organisations.put.$post({ json }))
export const exportOrganisations = (format: ExportFormat) =>
  callNamedFile(client.organisations.export.$post({ json: { format } }))
