import { area, route } from '../../platform/http/index.ts'
import './policy.ts'
import { CentreList } from './schema.ts'
import { listCentres } from './service.ts'

const centres = route({
  method: 'get',
  path: '/api/centres',
  summary: '地域包括支援センターの一覧',
  may: 'centre.read',
  audit: 'none',
  responses: { 200: CentreList },
})

export const routes = area().openapi(centres, async (c) =>
  c.json({ items: await listCentres(c.get('work')) }, 200),
)
