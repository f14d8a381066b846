import { hc } from 'hono/client'
import { apiFetch, callApi, callPath } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'

const client = hc<typeof routes>('/', { fetch: apiFetch }).api

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
export function uploadFiles(kind: string, files: readonly File[], attribution: string) {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  if (attribution.trim() !== '') form.append('attribution', attribution)
  return callPath<{ runId: string; jobId: string }>('POST', `/api/imports/${encodeURIComponent(kind)}`, {
    form,
  })
}
