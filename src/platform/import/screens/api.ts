import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile, callPath } from '../../../ui/http/index.ts'
import type { routes as differenceRoutes } from '../differences/routes.ts'
import type { routes as historyRoutes } from '../history/routes.ts'
import type { routes } from '../routes.ts'
import type { Difference } from '../schema.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api
const differences = hc<typeof differenceRoutes>('/', { fetch: apiFetch }).api.imports.runs[':id'].differences
const history = hc<typeof historyRoutes>('/', { fetch: apiFetch }).api['import-history']

export const kindsQuery = {
  queryKey: ['import-kinds'],
  queryFn: async () => (await callApi(client['import-kinds'].$get())).items,
  staleTime: 10 * 60_000,
}
export const runsQuery = {
  queryKey: ['imports'],
  queryFn: async () => (await callApi(client.imports.$get())).items,
}
export const runKey = (id: string) => ['imports', id] as const
export const fetchRun = (id: string) => callApi(client.imports.runs[':id'].$get({ param: { id } }))
export const applyRun = (id: string) => callApi(client.imports.runs[':id'].apply.$post({ param: { id } }))

/** Stores the files and begins to read them; nothing of their content is taken over yet. */
export function uploadFiles(kind: string, files: readonly File[], attribution: string, release = '') {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  if (attribution.trim() !== '') form.append('attribution', attribution)
  if (release !== '') form.append('release', release)
  return callPath<{ runId: string; jobId: string }>('POST', `/api/imports/${encodeURIComponent(kind)}`, {
    form,
  })
}

export const fetchDifferences = (id: string, state: Difference['state'], cursor: string | undefined) =>
  callApi(differences.$get({ param: { id }, query: { state, ...(cursor ? { cursor } : {}) } }))
export const differencesCsv = (id: string) => callNamedFile(differences.export.$post({ param: { id } }))

export const fetchHistory = (kind: string, cursor: string | undefined) =>
  callApi(history.$get({ query: { ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) } }))
export const historyKindsQuery = {
  queryKey: ['import-history', 'kinds'],
  queryFn: async () => (await callApi(history.$get({ query: { limit: '1' } }))).kinds,
}
export const undoRun = (id: string) => callApi(history[':id'].undo.$post({ param: { id } }))
