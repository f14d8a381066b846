import type { Context } from 'hono'
import { answerFile } from '../../platform/documents/index.ts'
import { area, type Env, route, z } from '../../platform/http/index.ts'
import { exportValues } from './export.ts'
import { openly } from './open.ts'
import './policy.ts'
import {
  CompareBody,
  Comparison,
  ExportQuery,
  IndicatorList,
  IndicatorParam,
  Listed,
  ListQuery,
  Ranking,
  Reading,
  ReadingQuery,
  Series,
  SeriesQuery,
  SimilarList,
  SimilarQuery,
  Values,
  ValuesQuery,
  View,
  ViewBody,
  ViewChange,
  ViewList,
  ViewParam,
  ViewVersion,
} from './schema.ts'
import {
  askedOnce,
  type Desk,
  listIndicators,
  oneIndicator,
  rankingOf,
  seriesOf,
  valuesOf,
} from './service.ts'
import { compareIndicators } from './service-compare.ts'
import { readPlace } from './service-reading.ts'
import { similarInsurers } from './service-similar.ts'
import { addView, changeView, listViews, removeView } from './service-views.ts'

const READ = { method: 'get', may: 'indicator.read', audit: 'none' } as const
const OPEN = { method: 'get', may: 'public', audit: 'none' } as const

const list = route({
  ...READ,
  path: '/api/indicators',
  summary: '指標の定義の一覧（分子、分母、言えないこと、出典、値のある期間）',
  request: { query: ListQuery },
  responses: { 200: IndicatorList },
})
const compare = route({
  method: 'post',
  may: 'indicator.read',
  audit: 'none',
  path: '/api/indicators/compare',
  summary: 'いくつかの指標をまとめて（散布図、レーダー、図の多いページ）',
  request: { body: CompareBody },
  responses: { 200: Comparison },
})
const one = route({
  ...READ,
  path: '/api/indicators/{id}',
  summary: '一つの指標の定義',
  request: { params: IndicatorParam },
  responses: { 200: Listed },
})
const values = route({
  ...READ,
  path: '/api/indicators/{id}/values',
  summary: '指標の値（すべての場所の分布、値のない理由、95%の幅、出典）',
  request: { params: IndicatorParam, query: ValuesQuery },
  responses: { 200: Values },
})
const series = route({
  ...READ,
  path: '/api/indicators/{id}/series',
  summary: '指標の移り変わり',
  request: { params: IndicatorParam, query: SeriesQuery },
  responses: { 200: Series },
})
const ranking = route({
  ...READ,
  path: '/api/indicators/{id}/ranking',
  summary: '指標の順位（同順位、順位に入れない数とも）',
  request: { params: IndicatorParam, query: ValuesQuery },
  responses: { 200: Ranking },
})
const similar = route({
  ...READ,
  path: '/api/indicators/{id}/similar',
  summary: '規模と年齢構成の似た5つの保険者と、その値',
  request: { params: IndicatorParam, query: SimilarQuery },
  responses: { 200: SimilarList },
})
const reading = route({
  ...READ,
  path: '/api/indicators/{id}/reading',
  summary: '一つの場所の値の読み方（文と、よりどころ）',
  request: { params: IndicatorParam, query: ReadingQuery },
  responses: { 200: Reading },
})
const exportFile = route({
  ...READ,
  path: '/api/indicators/{id}/export',
  summary: '指標の値を CSV か Excel で受け取る（定義と出典つき）',
  request: { params: IndicatorParam, query: ExportQuery },
  responses: { 200: z.string() },
})
const views = route({
  ...READ,
  path: '/api/indicator-views',
  summary: '保存した見方（自分のものと、保険者の中で共有されたもの）',
  responses: { 200: ViewList },
})
const keepView = route({
  method: 'post',
  may: 'indicator.keep-view',
  audit: 'indicator.view-kept',
  path: '/api/indicator-views',
  summary: '見方に名前を付けて保存する',
  request: { body: ViewBody },
  responses: { 200: View },
})
const putView = route({
  method: 'put',
  may: 'indicator.keep-view',
  audit: 'indicator.view-changed',
  path: '/api/indicator-views/{viewId}',
  summary: '保存した見方を直す（保存した人だけ）',
  request: { params: ViewParam, body: ViewChange },
  responses: { 200: View },
})
const dropView = route({
  method: 'delete',
  may: 'indicator.keep-view',
  audit: 'indicator.view-removed',
  path: '/api/indicator-views/{viewId}',
  summary: '保存した見方を消す（保存した人だけ）',
  request: { params: ViewParam, query: ViewVersion },
  responses: { 200: View },
})
const openList = route({
  ...OPEN,
  path: '/api/open/indicators',
  summary: '公開データ: 指標の定義の一覧（サインインなし、ETag つき）',
  request: { query: ListQuery },
  responses: { 200: IndicatorList },
})
const openOne = route({
  ...OPEN,
  path: '/api/open/indicators/{id}',
  summary: '公開データ: 一つの指標の定義（サインインなし、ETag つき）',
  request: { params: IndicatorParam },
  responses: { 200: Listed },
})
const openValues = route({
  ...OPEN,
  path: '/api/open/indicators/{id}/values',
  summary: '公開データ: 指標の値（サインインなし、ETag つき、出典つき）',
  request: { params: IndicatorParam, query: ValuesQuery },
  responses: { 200: Values },
})
const openSeries = route({
  ...OPEN,
  path: '/api/open/indicators/{id}/series',
  summary: '公開データ: 指標の移り変わり（サインインなし、ETag つき、出典つき）',
  request: { params: IndicatorParam, query: SeriesQuery },
  responses: { 200: Series },
})
const openCsv = route({
  ...OPEN,
  path: '/api/open/indicators/{id}/values.csv',
  summary: '公開データ: 指標の値の CSV（UTF-8、サインインなし、ETag つき、定義と出典の列つき）',
  request: { params: IndicatorParam, query: ValuesQuery },
  responses: { 200: z.string() },
})

/** Reads as the signed-in person. */
const signedIn = <T>(c: Context<Env>, read: (desk: Desk) => Promise<T>): Promise<T> => {
  const work = c.get('work')
  return work.read((tx) => read({ reader: askedOnce(tx), today: work.today }))
}
/** Reads published tables as nobody in particular: they have no tenant. */
const anybody = (c: Context<Env>): Desk => {
  const { engine, clock } = c.get('tools')
  const reader = {
    query: <Row>(text: string, given: readonly unknown[] = []) => engine.plain(text, given) as Promise<Row[]>,
  }
  return { reader: askedOnce(reader), today: clock.today().toString() }
}
const made = (c: Context<Env>) => {
  const { clock } = c.get('tools')
  return { today: clock.today().toString(), createdAt: new Date(clock.now().epochMilliseconds) }
}

export const routes = area()
  .openapi(list, async (c) =>
    c.json(await signedIn(c, (desk) => listIndicators(desk, c.req.valid('query').level)), 200),
  )
  .openapi(compare, async (c) =>
    c.json(await signedIn(c, (desk) => compareIndicators(desk, c.req.valid('json'))), 200),
  )
  .openapi(one, async (c) =>
    c.json(await signedIn(c, (desk) => oneIndicator(desk, c.req.valid('param').id)), 200),
  )
  .openapi(values, async (c) =>
    c.json(await signedIn(c, (desk) => valuesOf(desk, c.req.valid('param').id, c.req.valid('query'))), 200),
  )
  .openapi(series, async (c) =>
    c.json(await signedIn(c, (desk) => seriesOf(desk, c.req.valid('param').id, c.req.valid('query'))), 200),
  )
  .openapi(ranking, async (c) =>
    c.json(await signedIn(c, (desk) => rankingOf(desk, c.req.valid('param').id, c.req.valid('query'))), 200),
  )
  .openapi(similar, async (c) =>
    c.json(
      await signedIn(c, (desk) => similarInsurers(desk, c.req.valid('param').id, c.req.valid('query').code)),
      200,
    ),
  )
  .openapi(reading, async (c) =>
    c.json(await signedIn(c, (desk) => readPlace(desk, c.req.valid('param').id, c.req.valid('query'))), 200),
  )
  .openapi(exportFile, async (c) => {
    const { format, ...query } = c.req.valid('query')
    const found = await signedIn(c, (desk) => valuesOf(desk, c.req.valid('param').id, query))
    return answerFile(c, await exportValues(found, format, made(c))) as never
  })
  .openapi(views, async (c) => c.json({ items: await listViews(c.get('work')) }, 200))
  .openapi(keepView, async (c) => c.json(await addView(c.get('work'), c.req.valid('json')), 200))
  .openapi(putView, async (c) =>
    c.json(await changeView(c.get('work'), c.req.valid('param').viewId, c.req.valid('json')), 200),
  )
  .openapi(dropView, async (c) =>
    c.json(await removeView(c.get('work'), c.req.valid('param').viewId, c.req.valid('query').version), 200),
  )
  .openapi(openList, async (c) => openly(c, await listIndicators(anybody(c), c.req.valid('query').level)))
  .openapi(openCsv, async (c) => {
    const found = await valuesOf(anybody(c), c.req.valid('param').id, c.req.valid('query'))
    return openly(c, await exportValues(found, 'csv', made(c)))
  })
  .openapi(openValues, async (c) =>
    openly(c, await valuesOf(anybody(c), c.req.valid('param').id, c.req.valid('query'))),
  )
  .openapi(openSeries, async (c) =>
    openly(c, await seriesOf(anybody(c), c.req.valid('param').id, c.req.valid('query'))),
  )
  .openapi(openOne, async (c) => openly(c, await oneIndicator(anybody(c), c.req.valid('param').id)))
