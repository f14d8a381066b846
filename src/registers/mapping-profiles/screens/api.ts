import { hc } from 'hono/client'
import { apiFetch, callApi, callPath } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type { FacilityMapping, MappingProfile, Preview, PutMappingProfile } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api['mapping-profiles']

export const profilesQuery = {
  queryKey: ['mapping-profiles'],
  queryFn: async () => (await callApi(client.$get())).items as MappingProfile[],
}
export const putProfile = async (json: PutMappingProfile) =>
  (await callApi(client.put.$post({ json }))) as MappingProfile
export const removeProfile = ({ id, version }: { id: string; version: number }) =>
  callApi(client[':id'].remove.$post({ param: { id }, json: { version } }))

export type Look = { sheet: string | null; headerRow: number | null; mapping: FacilityMapping | null }

/** Nothing is stored: the file is sent with each look at it. */
export function lookAt(file: File, { sheet, headerRow, mapping }: Look): Promise<Preview> {
  const form = new FormData()
  form.append('file', file, file.name)
  if (sheet !== null) form.append('sheet', sheet)
  if (headerRow !== null) form.append('headerRow', String(headerRow))
  if (mapping !== null) form.append('mapping', JSON.stringify(mapping))
  return callPath<Preview>('POST', '/api/mapping-profiles/preview', { form })
}

/** Stores the file for the one import engine, which shows what would change before anything is taken over. */
export function uploadMapped(file: File, mapping: FacilityMapping, attribution: string) {
  const form = new FormData()
  form.append('files', file, file.name)
  form.append('mapping', JSON.stringify(mapping))
  if (attribution.trim() !== '') form.append('attribution', attribution)
  return callPath<{ runId: string; jobId: string }>('POST', '/api/imports/facilities', { form })
}
