import { hc } from 'hono/client'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'
import type { PutSetting } from '../schema.ts'

const { settings } = hc<typeof routes>('/', { fetch: apiFetch }).api

export const settingsQuery = { queryKey: ['settings'], queryFn: () => callApi(settings.$get()) }
export const putSetting = (key: string, json: PutSetting) =>
  callApi(settings[':key'].$post({ param: { key }, json }))
export const removeSetting = (key: string, id: string, version: number) =>
  callApi(settings[':key'].remove.$post({ param: { key }, json: { id, version } }))
