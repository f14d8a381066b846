import { area, route } from '../../platform/http/route.ts'
import { identityOf } from '../../platform/identity/index.ts'
import { postChoices } from './choices.ts'
import { findStaff, listStaff } from './list.ts'
import './policy.ts'
import * as shape from './schema.ts'
import * as service from './service.ts'

const may = 'staff.manage'

const list = route({
  method: 'post',
  path: '/api/staff/list',
  summary: '職員と職の一覧',
  may,
  audit: 'staff.listed',
  request: { body: shape.ListStaff },
  responses: { 200: shape.StaffPage },
})
const sheet = route({
  method: 'get',
  path: '/api/staff/{staffId}/sheet',
  summary: '職員ひとりの職と口座の状態',
  may,
  audit: 'staff.viewed',
  request: { params: shape.StaffId },
  responses: { 200: shape.StaffMember },
})
const choices = route({
  method: 'get',
  path: '/api/staff/post-choices',
  summary: '職に選べる役割、センター、事業所・法人',
  may,
  audit: 'none',
  responses: { 200: shape.PostChoices },
})
const add = route({
  method: 'post',
  path: '/api/staff',
  summary: '職員を登録し、最初のパスワードをこの一度だけ返す',
  may,
  audit: 'staff.added',
  request: { body: shape.NewStaff },
  responses: { 200: shape.StaffAdded },
})
const addPost = route({
  method: 'post',
  path: '/api/staff/{staffId}/posts',
  summary: '職員に職を加える（異動、兼務）',
  may,
  audit: 'staff.post-added',
  request: { params: shape.StaffId, body: shape.NewPost },
  responses: { 200: shape.PostAdded },
})
const endPost = route({
  method: 'post',
  path: '/api/staff/posts/{postId}/end',
  summary: '職の最後の日を決める',
  may,
  audit: 'staff.post-ended',
  request: { params: shape.PostId, body: shape.EndPost },
  responses: { 200: shape.Done },
})
const resetPassword = route({
  method: 'post',
  path: '/api/staff/{staffId}/password',
  summary: '最初のパスワードを出し直す。閉じた口座は開き、サインインは終わる',
  may,
  audit: 'staff.password-reset',
  request: { params: shape.StaffId },
  responses: { 200: shape.FirstPassword },
})
const resetSecondFactor = route({
  method: 'post',
  path: '/api/staff/{staffId}/second-factor',
  summary: '2要素を取り除く（端末の紛失）。サインインは終わる',
  may,
  audit: 'staff.second-factor-reset',
  request: { params: shape.StaffId },
  responses: { 200: shape.Done },
})
const revokeSessions = route({
  method: 'post',
  path: '/api/staff/{staffId}/sessions/revoke',
  summary: '職員のサインインをすべて終わらせる',
  may,
  audit: 'staff.sessions-revoked',
  request: { params: shape.StaffId },
  responses: { 200: shape.SessionsEnded },
})

export const routes = area()
  .openapi(list, async (c) => c.json(await listStaff(c.get('work'), identityOf(c), c.req.valid('json')), 200))
  .openapi(sheet, async (c) => {
    const { staffId } = c.req.valid('param')
    return c.json(await findStaff(c.get('work'), identityOf(c), staffId), 200)
  })
  .openapi(choices, async (c) => c.json(await postChoices(c.get('work')), 200))
  .openapi(add, async (c) => c.json(await service.addStaff(c.get('work'), c.req.valid('json')), 200))
  .openapi(addPost, async (c) => {
    const { staffId } = c.req.valid('param')
    return c.json(await service.addPost(c.get('work'), staffId, c.req.valid('json')), 200)
  })
  .openapi(endPost, async (c) => {
    await service.endPost(c.get('work'), c.req.valid('param').postId, c.req.valid('json'))
    return c.json({ done: true as const }, 200)
  })
  .openapi(resetPassword, async (c) => {
    const { staffId } = c.req.valid('param')
    const password = await service.resetPassword(c.get('work'), identityOf(c), staffId)
    return c.json({ firstPassword: password }, 200)
  })
  .openapi(resetSecondFactor, async (c) => {
    await service.resetSecondFactor(c.get('work'), identityOf(c), c.req.valid('param').staffId)
    return c.json({ done: true as const }, 200)
  })
  .openapi(revokeSessions, async (c) => {
    const { staffId } = c.req.valid('param')
    return c.json({ ended: await service.revokeSessions(c.get('work'), identityOf(c), staffId) }, 200)
  })
