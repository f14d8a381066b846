import { area, route, z } from '../../platform/http/index.ts'
import { byArea } from './by-area.ts'
import { exportTowns } from './export.ts'
import './policy.ts'
import {
  ByArea,
  ExportQuery,
  ReleaseList,
  TownPopulation,
  TownPopulationQuery,
  Trend,
  TrendQuery,
} from './schema.ts'
import { releases, townPopulation, trend } from './service.ts'

const findTowns = route({
  method: 'get',
  path: '/api/statistics/town-population',
  summary: '町別の人口、65歳以上、75歳以上、高齢化率（出典つき）',
  may: 'statistics.read',
  audit: 'none',
  request: { query: TownPopulationQuery },
  responses: { 200: TownPopulation },
})
const findReleases = route({
  method: 'get',
  path: '/api/statistics/town-population/releases',
  summary: '取り込んだ町別人口の調査日、ファイル、出典',
  may: 'statistics.read',
  audit: 'none',
  responses: { 200: ReleaseList },
})
const findTrend = route({
  method: 'get',
  path: '/api/statistics/town-population/trend',
  summary: '市区町村全体の人口、65歳以上、75歳以上の移り変わり（出典つき）',
  may: 'statistics.read',
  audit: 'none',
  request: { query: TrendQuery },
  responses: { 200: Trend },
})
const findByArea = route({
  method: 'get',
  path: '/api/statistics/town-population/by-area',
  summary: '65歳以上、75歳以上、高齢化率を、自分の保険者の日常生活圏域ごとに、調査日ごとに（出典つき）',
  may: 'statistics.read',
  audit: 'none',
  request: { query: TrendQuery },
  responses: { 200: ByArea },
})
const exportFile = route({
  method: 'get',
  path: '/api/statistics/town-population/export',
  summary: '町別の人口を CSV・Excel・地図用（GeoJSON）のファイルで受け取る（出典つき、画面と同じ数字）',
  may: 'statistics.read',
  audit: 'none',
  request: { query: ExportQuery },
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(findTowns, async (c) => {
    const { municipalityCode, asOf } = c.req.valid('query')
    return c.json(await townPopulation(c.get('work'), municipalityCode, asOf), 200)
  })
  .openapi(findReleases, async (c) => c.json(await releases(c.get('work')), 200))
  .openapi(findTrend, async (c) =>
    c.json(await trend(c.get('work'), c.req.valid('query').municipalityCode), 200),
  )
  .openapi(findByArea, async (c) =>
    c.json(await byArea(c.get('work'), c.req.valid('query').municipalityCode), 200),
  )
  .openapi(exportFile, async (c) => {
    const { name, type, bytes } = await exportTowns(c.get('work'), c.req.valid('query'))
    c.header('content-type', type)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    return c.body(bytes, 200) as never
  })
