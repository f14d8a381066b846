import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { exportOrganisations } from './export.ts'
import { listOrganisations, putOrganisation } from './organisations.ts'
import './policy.ts'
import * as shape from './schema.ts'
import { changeInsurer, insurerSheet, ownInsurer, putMember, removeMember } from './service.ts'

const insurer = route({
  method: 'get',
  path: '/api/insurer',
  summary: '自分の保険者',
  may: 'insurer.read',
  audit: 'none',
  responses: { 200: shape.Insurer },
})
const sheet = route({
  method: 'get',
  path: '/api/insurer/sheet',
  summary: '自分の保険者の登録内容と構成市町村',
  may: 'insurer.manage',
  audit: 'none',
  responses: { 200: shape.InsurerSheet },
})
const change = route({
  method: 'post',
  path: '/api/insurer/change',
  summary: '保険者の名称・番号・種別を直す',
  may: 'insurer.manage',
  audit: 'insurer.changed',
  request: { body: shape.ChangeInsurer },
  responses: { 200: shape.Done },
})
const member = route({
  method: 'post',
  path: '/api/insurer/members/put',
  summary: '構成市町村を加える、直す',
  may: 'insurer.manage',
  audit: 'insurer.member-stored',
  request: { body: shape.PutMember },
  responses: { 200: shape.Done },
})
const remove = route({
  method: 'post',
  path: '/api/insurer/members/remove',
  summary: 'まちがって加えた構成市町村を取り除く',
  may: 'insurer.manage',
  audit: 'insurer.member-removed',
  request: { body: shape.RemoveMember },
  responses: { 200: shape.Done },
})
const organisations = route({
  method: 'get',
  path: '/api/organisations',
  summary: '法人・事業所の台帳',
  may: 'organisation.read',
  audit: 'none',
  responses: { 200: shape.OrganisationList },
})
const put = route({
  method: 'post',
  path: '/api/organisations/put',
  summary: '法人・事業所を登録する、直す、終える',
  may: 'organisation.manage',
  audit: 'organisation.stored',
  request: { body: shape.PutOrganisation },
  responses: { 200: shape.Stored },
})
const exported = route({
  method: 'post',
  path: '/api/organisations/export',
  summary: '法人・事業所の台帳をファイルに書き出す',
  may: 'organisation.read',
  audit: 'organisation.exported',
  request: { body: shape.ExportBody },
  responses: { 200: z.string() },
})

const done = { done: true as const }

export const routes = area()
  .openapi(insurer, async (c) => c.json(await ownInsurer(c.get('work')), 200))
  .openapi(sheet, async (c) => c.json(await insurerSheet(c.get('work')), 200))
  .openapi(change, async (c) => {
    await changeInsurer(c.get('work'), c.req.valid('json'))
    return c.json(done, 200)
  })
  .openapi(member, async (c) => {
    await putMember(c.get('work'), c.req.valid('json'))
    return c.json(done, 200)
  })
  .openapi(remove, async (c) => {
    await removeMember(c.get('work'), c.req.valid('json'))
    return c.json(done, 200)
  })
  .openapi(organisations, async (c) => c.json({ items: await listOrganisations(c.get('work')) }, 200))
  .openapi(put, async (c) => c.json(await putOrganisation(c.get('work'), c.req.valid('json')), 200))
  .openapi(exported, async (c) => {
    const { format } = c.req.valid('json')
    return answerFile(c, await exportOrganisations(c.get('work'), format)) as never
  })
