import '../policy.ts'
import { area, route } from '../../../platform/http/index.ts'
import { PersonParams } from '../schema.ts'
import { AsOnQuery, PersonAsOn } from './schema.ts'
import { personAsOn } from './service.ts'

const asOn = route({
  method: 'get',
  path: '/api/people/{id}/as-on',
  summary: 'ある日の姿: その日の終わりの記録と、今日との違い',
  may: 'person.history',
  audit: 'person.as-on-viewed',
  request: { params: PersonParams, query: AsOnQuery },
  responses: { 200: PersonAsOn },
})

export const routes = area().openapi(asOn, async (c) =>
  c.json(await personAsOn(c.get('work'), c.req.valid('param').id, c.req.valid('query').on), 200),
)
