import { area, route } from '../../platform/http/index.ts'
import './policy.ts'
import { Changes, ChangesBody } from './schema.ts'
import { changesOf } from './service.ts'

const list = route({
  method: 'post',
  path: '/api/register-changes',
  summary: '台帳の変更の記録',
  may: 'register.changes',
  audit: 'register.changes-listed',
  request: { body: ChangesBody },
  responses: { 200: Changes },
})

export const routes = area().openapi(list, async (c) =>
  c.json(await changesOf(c.get('work'), c.req.valid('json')), 200),
)
