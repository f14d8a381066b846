import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/route.ts'
import { identityOf } from '../../platform/identity/index.ts'
import { runRows } from '../../platform/import/index.ts'
import { Report } from '../../platform/import/schema.ts'
import { postChoices } from './choices.ts'
import { staffForm, staffList } from './files.ts'
import { firstPasswordSlips, waitingStaff } from './first-passwords.ts'
import { staffKind } from './imports.ts'
import { findStaff, listStaff } from './list.ts'
import './policy.ts'
import { decideRequest, listRequests } from './requests.ts'
import * as shape from './schema.ts'
import * as service from './service.ts'
import { STAFF_HEADINGS } from './staff-file.ts'

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

const requests = route({
  method: 'get',
  path: '/api/staff/post-requests',
  summary: '二人目の確認を待つ職と、最近決まったもの',
  may: 'staff.confirm',
  audit: 'staff.requests-listed',
  responses: { 200: shape.PostRequestList },
})
const decide = route({
  method: 'post',
  path: '/api/staff/post-requests/decide',
  summary: '職を二人目として確認する、断る、取り下げる',
  may: 'staff.confirm',
  audit: 'staff.post-decided',
  request: { body: shape.DecidePost },
  responses: { 200: shape.Done },
})
const rows = route({
  method: 'post',
  path: '/api/staff/rows',
  summary: '表に打った職員を確かめる、まとめて登録する',
  may,
  audit: 'staff.imported',
  request: { body: shape.StaffRows },
  responses: { 200: Report },
})
const form = route({
  method: 'post',
  path: '/api/staff/form',
  summary: '職員の登録様式（選択肢つき）',
  may,
  audit: 'none',
  request: { body: shape.ExportBody },
  responses: { 200: z.string() },
})
const exported = route({
  method: 'post',
  path: '/api/staff/export',
  summary: '職員と職をファイルに書き出す',
  may,
  audit: 'staff.exported',
  request: { body: shape.ExportBody },
  responses: { 200: z.string() },
})
const waiting = route({
  method: 'get',
  path: '/api/staff/first-passwords',
  summary: 'まだ自分のパスワードを決めていない職員',
  may,
  audit: 'staff.listed',
  responses: { 200: shape.WaitingStaff },
})
const slips = route({
  method: 'post',
  path: '/api/staff/first-passwords',
  summary: '最初のパスワードを作り、一人一枚の紙（PDF）をこの一度だけ返す',
  may,
  audit: 'staff.first-passwords-made',
  request: { body: shape.FirstPasswordsBody },
  responses: { 200: z.string() },
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
  .openapi(requests, async (c) => c.json({ items: await listRequests(c.get('work')) }, 200))
  .openapi(decide, async (c) => {
    await decideRequest(c.get('work'), c.req.valid('json'))
    return c.json({ done: true as const }, 200)
  })
  .openapi(rows, async (c) => {
    const given = c.req.valid('json')
    return c.json(await runRows(c.get('work'), staffKind, { headings: STAFF_HEADINGS, ...given }), 200)
  })
  .openapi(
    form,
    async (c) => answerFile(c, await staffForm(c.get('work'), c.req.valid('json').format)) as never,
  )
  .openapi(
    exported,
    async (c) => answerFile(c, await staffList(c.get('work'), c.req.valid('json').format)) as never,
  )
  .openapi(waiting, async (c) => c.json({ items: await waitingStaff(c.get('work'), identityOf(c)) }, 200))
  .openapi(slips, async (c) => {
    const { staffIds } = c.req.valid('json')
    return answerFile(c, await firstPasswordSlips(c.get('work'), identityOf(c), staffIds)) as never
  })
