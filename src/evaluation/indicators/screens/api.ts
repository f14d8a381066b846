import { hc } from 'hono/client'
import { apiFetch, callApi, callFile } from '../../../ui/http/index.ts'
import { saveFile } from '../../../ui/save/index.ts'
import type { routes as placeRoutes } from '../places/routes.ts'
import type { routes } from '../routes.ts'

const api = hc<typeof routes>('/', { fetch: apiFetch }).api
const one = api.indicators[':id']
const places = hc<typeof placeRoutes>('/', { fetch: apiFetch }).api['indicator-places']

/** Published figures change by an import only; a page that stays open asks again after a while. */
const staleTime = 5 * 60 * 1000

export type At = { level: Level; series: string; periodTo?: string }
export type Level = 'nation' | 'prefecture' | 'insurer' | 'municipality' | 'town'

export const listQuery = {
  queryKey: ['indicators'],
  queryFn: () => callApi(api.indicators.$get({ query: {} })),
  staleTime,
}
export const placesQuery = {
  queryKey: ['indicator-places'],
  queryFn: () => callApi(places.$get()),
  staleTime,
}
export const valuesQuery = (id: string, at: At) => ({
  queryKey: ['indicators', id, 'values', at],
  queryFn: () => callApi(one.values.$get({ param: { id }, query: at })),
  staleTime,
})
export const rankingQuery = (id: string, at: At) => ({
  queryKey: ['indicators', id, 'ranking', at],
  queryFn: () => callApi(one.ranking.$get({ param: { id }, query: at })),
  staleTime,
})
export const seriesQuery = (id: string, { level, series }: At, codes: readonly string[]) => ({
  queryKey: ['indicators', id, 'series', level, series, codes],
  queryFn: () =>
    callApi(one.series.$get({ param: { id }, query: { level, series, codes: codes.join(',') } })),
  staleTime,
})
export const similarQuery = (id: string, code: string) => ({
  queryKey: ['indicators', id, 'similar', code],
  queryFn: () => callApi(one.similar.$get({ param: { id }, query: { code } })),
  staleTime,
})
export const readingQuery = (id: string, at: At, code: string, versus?: string) => ({
  queryKey: ['indicators', id, 'reading', at, code, versus],
  queryFn: () => callApi(one.reading.$get({ param: { id }, query: { ...at, code, versus } })),
  staleTime,
})

export type Asked = {
  indicators: string[]
  level: Level
  series: string
  places: string[]
  include: ('values' | 'spread' | 'series')[]
}
export const compareQuery = (asked: Asked) => ({
  queryKey: ['indicators', 'compare', asked],
  queryFn: () => callApi(api.indicators.compare.$post({ json: asked })),
  staleTime,
})

const views = api['indicator-views']
export const viewsQuery = {
  queryKey: ['indicator-views'],
  queryFn: () => callApi(views.$get()),
}
export const keepView = (view: { title: string; link: string; isShared: boolean }) =>
  callApi(views.$post({ json: view }))
export const removeView = ({ id, version }: { id: string; version: number }) =>
  callApi(views[':viewId'].$delete({ param: { viewId: id }, query: { version: String(version) } }))

/** The values of the page as a file, with definition and sources. @throws Problem */
export async function saveValues(
  { id, title }: { id: string; title: string },
  { level, series, periodTo }: At,
  format: 'csv' | 'csv-cp932' | 'xlsx',
): Promise<void> {
  const query = new URLSearchParams({ level, series, format, ...(periodTo ? { periodTo } : {}) })
  const file = await callFile(`/api/indicators/${id}/export?${query}`)
  saveFile(`${title}_${periodTo ?? '最新'}.${format === 'xlsx' ? 'xlsx' : 'csv'}`, file)
}

/** The page of one place on paper. @throws Problem */
export async function saveSheet(
  { id, title }: { id: string; title: string },
  { level, series, periodTo }: At,
  { code, name }: { code: string; name: string },
  compared: string,
): Promise<void> {
  const query = new URLSearchParams({
    level,
    series,
    code,
    with: compared,
    ...(periodTo ? { periodTo } : {}),
  })
  saveFile(`${title}_${name}.pdf`, await callFile(`/api/indicator-sheets/${id}?${query}`))
}
