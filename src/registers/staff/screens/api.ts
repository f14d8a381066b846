import { hc } from 'hono/client'
import { apiFetch, callApi, callNamedFile } from '../../../ui/http/index.ts'
import type { ExportFormat } from '../../../ui/save/export-buttons.tsx'
import type { routes } from '../routes.ts'
import type { NewPost, NewStaff } from '../schema.ts'

const { staff } = hc<typeof routes>('/', { fetch: apiFetch }).api
const at = (staffId: string) => ({ param: { staffId } })

export const listKey = ['staff', 'list'] as const
export const listStaff = async (cursor: string | undefined, signal: AbortSignal) => {
  const page = await callApi(
    staff.list.$post({ json: { cursor: cursor ?? null, limit: 100 } }, { init: { signal } }),
  )
  return { items: page.rows, nextCursor: page.nextCursor }
}
export const memberQuery = (id: string) => ({
  queryKey: ['staff', id],
  queryFn: () => callApi(staff[':staffId'].sheet.$get(at(id))),
})
export const choicesQuery = {
  queryKey: ['staff', 'post-choices'],
  queryFn: () => callApi(staff['post-choices'].$get()),
  staleTime: 60_000,
}

export const addStaff = (json: NewStaff) => callApi(staff.$post({ json }))
export const addPost = (id: string, json: NewPost) =>
  callApi(staff[':staffId'].posts.$post({ ...at(id), json }))
export const endPost = (postId: string, version: number, lastDay: string) =>
  callApi(staff.posts[':postId'].end.$post({ param: { postId }, json: { version, lastDay } }))
export const resetPassword = (id: string) => callApi(staff[':staffId'].password.$post(at(id)))
export const resetSecondFactor = (id: string) => callApi(staff[':staffId']['second-factor'].$post(at(id)))
export const revokeSessions = (id: string) => callApi(staff[':staffId'].sessions.revoke.$post(at(id)))

export const requestsQuery = {
  queryKey: ['staff', 'post-requests'],
  queryFn: async () => (await callApi(staff['post-requests'].$get())).items,
}
export const decideRequest = (id: string, decision: 'confirmed' | 'refused' | 'withdrawn') =>
  callApi(staff['post-requests'].decide.$post({ json: { id, decision } }))
export const runStaff = (rows: string[][], dryRun: boolean) =>
  callApi(staff.rows.$post({ json: { rows, dryRun } }))
export const loadForm = (format: ExportFormat) => callNamedFile(staff.form.$post({ json: { format } }))
export const exportStaff = (format: ExportFormat) => callNamedFile(staff.export.$post({ json: { format } }))
export const waitingQuery = {
  queryKey: ['staff', 'first-passwords'],
  queryFn: async () => (await callApi(staff['first-passwords'].$get())).items,
}
export const makeSlips = (staffIds: string[]) =>
  callNamedFile(staff['first-passwords'].$post({ json: { staffIds } }))
