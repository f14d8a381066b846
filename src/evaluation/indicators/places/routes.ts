import { area, route } from '../../../platform/http/index.ts'
import '../policy.ts'
import { PlaceList } from './schema.ts'
import { listPlaces } from './service.ts'

const findPlaces = route({
  method: 'get',
  path: '/api/indicator-places',
  summary: '指標を見られる場所の一覧（保険者、市区町村、都道府県）と、自分の場所',
  may: 'indicator.read',
  audit: 'none',
  responses: { 200: PlaceList },
})

export const routes = area().openapi(findPlaces, async (c) => c.json(await listPlaces(c.get('work')), 200))
