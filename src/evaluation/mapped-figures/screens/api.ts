import { hc } from 'hono/client'
import { apiFetch, callApi, callPath } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type {
  FiguresMapping,
  FiguresPreview,
  FiguresProfile,
  PutFiguresProfile,
  StoredMeasure,
} from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api['mapped-figures']

export const storedQuery = {
  queryKey: ['mapped-figures', 'stored'],
  queryFn: async () => (await callApi(client.$get())).items as StoredMeasure[],
  // stored on the page of the run: coming back from there must show it
  staleTime: 0,
}
export const profilesQuery = {
  queryKey: ['mapped-figures', 'profiles'],
  queryFn: async () => (await callApi(client.profiles.$get())).items as FiguresProfile[],
}
export const putProfile = async (json: PutFiguresProfile) =>
  (await callApi(client.profiles.put.$post({ json }))) as FiguresProfile
/** Mappings of all kinds are kept in one place, and go from there. */
export const removeProfile = ({ id, version }: { id: string; version: number }) =>
  callPath<{ removed: boolean }>('POST', `/api/mapping-profiles/${id}/remove`, { json: { version } })

export type Look = { sheet: string | null; headerRow: number | null; mapping: FiguresMapping | null }

/** Nothing is stored: the file is sent with each look at it. */
export function lookAt(file: File, { sheet, headerRow, mapping }: Look): Promise<FiguresPreview> {
  const form = new FormData()
  form.append('file', file, file.name)
  if (sheet !== null) form.append('sheet', sheet)
  if (headerRow !== null) form.append('headerRow', String(headerRow))
  if (mapping !== null) form.append('mapping', JSON.stringify(mapping))
  return callPath<FiguresPreview>('POST', '/api/mapped-figures/preview', { form })
}

/** Stores the file for the one import engine, which shows what would change before anything is taken over. */
export function uploadMapped(file: File, mapping: FiguresMapping, attribution: string) {
  const form = new FormData()
  form.append('files', file, file.name)
  form.append('mapping', JSON.stringify(mapping))
  if (attribution.trim() !== '') form.append('attribution', attribution)
  return callPath<{ runId: string; jobId: string }>('POST', '/api/imports/mapped-figures', { form })
}
