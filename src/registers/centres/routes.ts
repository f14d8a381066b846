import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { dependentsOf } from './dependents.ts'
import { exportCentres } from './export.ts'
import './policy.ts'
import { endCentre, needCentre, putCentre } from './put.ts'
import * as shape from './schema.ts'
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

const put = route({
  method: 'post',
  path: '/api/centres/put',
  summary: 'センターを登録する、直す',
  may: 'centre.manage',
  audit: 'centre.stored',
  request: { body: shape.PutCentre },
  responses: { 200: shape.CentreStored },
})
const dependents = route({
  method: 'get',
  path: '/api/centres/{centreId}/dependents',
  summary: 'センターが終わるときに残るもの',
  may: 'centre.manage',
  audit: 'none',
  request: { params: shape.CentreId, query: shape.LastDay },
  responses: { 200: shape.Dependents },
})
const end = route({
  method: 'post',
  path: '/api/centres/{centreId}/end',
  summary: 'センターの最後の日を決める',
  may: 'centre.manage',
  audit: 'centre.ended',
  request: { params: shape.CentreId, body: shape.EndCentre },
  responses: { 200: shape.CentreEnded },
})
const exported = route({
  method: 'post',
  path: '/api/centres/export',
  summary: 'センターの台帳をファイルに書き出す',
  may: 'centre.read',
  audit: 'centre.exported',
  request: { body: shape.ExportBody },
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(centres, async (c) => c.json({ items: await listCentres(c.get('work')) }, 200))
  .openapi(register, async (c) => c.json({ items: await centreRegister(c.get('work')) }, 200))
  .openapi(put, async (c) => c.json(await putCentre(c.get('work'), c.req.valid('json')), 200))
  .openapi(dependents, async (c) => {
    const { centreId } = c.req.valid('param')
    await needCentre(c.get('work'), centreId)
    return c.json(await dependentsOf(c.get('work'), centreId, c.req.valid('query').lastDay), 200)
  })
  .openapi(end, async (c) => {
    const { centreId } = c.req.valid('param')
    return c.json(await endCentre(c.get('work'), centreId, c.req.valid('json')), 200)
  })
  .openapi(exported, async (c) => {
    const { format } = c.req.valid('json')
    return answerFile(c, await exportCentres(c.get('work'), format)) as never
  })
