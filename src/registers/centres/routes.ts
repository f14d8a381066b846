import { area, route } from '../../platform/http/index.ts'
import './policy.ts'
import { CentreList, CentreRegister } from './schema.ts'
import { centreRegister, listCentres } from './service.ts'

const centres = route({
  method: 'get',
  path: '/api/centres',
  summary: '地域包括支援センターの一覧',
  may: 'centre.read',
  audit: 'none',
  responses: { 200: CentreList },
})

const register = route({
  method: 'get',
  path: '/api/centres/register',
  summary: 'センターの台帳（種別、親センター、運営、法人、圏域、期間）',
  may: 'centre.read',
  audit: 'none',
  responses: { 200: CentreRegister },
})

export const routes = area()
  .openapi(centres, async (c) => c.json({ items: await listCentres(c.get('work')) }, 200))
  .openapi(register, async (c) => c.json({ items: await centreRegister(c.get('work')) }, 200))
