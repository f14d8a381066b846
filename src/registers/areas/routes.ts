import { area, route } from '../../platform/http/index.ts'
import './policy.ts'
import { AreaList, TownList } from './schema.ts'
import { listAreas, listTowns } from './service.ts'

const towns = route({
  method: 'get',
  path: '/api/towns',
  summary: '町の一覧（今日の圏域と担当センターつき）',
  may: 'area.read',
  audit: 'none',
  responses: { 200: TownList },
})
const areas = route({
  method: 'get',
  path: '/api/areas',
  summary: '日常生活圏域の一覧',
  may: 'area.read',
  audit: 'none',
  responses: { 200: AreaList },
})

export const routes = area()
  .openapi(towns, async (c) => c.json({ items: await listTowns(c.get('work')) }, 200))
  .openapi(areas, async (c) => c.json({ items: await listAreas(c.get('work')) }, 200))
