import { hc } from 'hono/client'
import { apiFetch, callApi } from '../../../ui/http/index.ts'
import type { routes } from '../routes.ts'

const statistics = hc<typeof routes>('/', { fetch: apiFetch }).api.statistics

export const figuresQuery = {
  queryKey: ['municipal-figures'],
  queryFn: () => callApi(statistics['municipal-figures'].$get()),
}
