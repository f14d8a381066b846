import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { exportFacilities } from './export.ts'
import './policy.ts'
import * as shape from './schema.ts'
import { facilityDetail, facilityLists, listFacilities } from './service.ts'

const lists = route({
  method: 'get',
  path: '/api/facilities/lists',
  summary: '読み込んである施設・場所の一覧と、その出典',
  may: 'facility.read',
  audit: 'none',
  responses: { 200: shape.FacilityLists },
})
const search = route({
  method: 'post',
  path: '/api/facilities/search',
  summary: '施設・場所を名称・住所・種類・市区町村で探す',
  may: 'facility.read',
  audit: 'none',
  request: { body: shape.FacilityQuery },
  responses: { 200: shape.FacilityPage },
})
const detail = route({
  method: 'post',
  path: '/api/facilities/detail',
  summary: '一つの施設・場所について一覧にあること',
  may: 'facility.read',
  audit: 'none',
  request: { body: shape.FacilityKey },
  responses: { 200: shape.FacilityDetail },
})
const exported = route({
  method: 'post',
  path: '/api/facilities/export',
  summary: '施設・場所の一覧をファイルに書き出す',
  may: 'facility.read',
  audit: 'facility.exported',
  request: { body: shape.FacilityExport },
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(lists, async (c) => c.json({ items: await facilityLists(c.get('work')) }, 200))
  .openapi(search, async (c) => c.json(await listFacilities(c.get('work'), c.req.valid('json')), 200))
  .openapi(detail, async (c) => c.json(await facilityDetail(c.get('work'), c.req.valid('json')), 200))
  .openapi(
    exported,
    async (c) => answerFile(c, await exportFacilities(c.get('work'), c.req.valid('json'))) as never,
  )
