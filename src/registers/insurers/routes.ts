import { area, route } from '../../platform/http/index.ts'
import './policy.ts'
import { Insurer } from './schema.ts'
import { ownInsurer } from './service.ts'

const insurer = route({
  method: 'get',
  path: '/api/insurer',
  summary: '自分の保険者',
  may: 'insurer.read',
  audit: 'none',
  responses: { 200: Insurer },
})

export const routes = area().openapi(insurer, async (c) => c.json(await ownInsurer(c.get('work')), 200))
