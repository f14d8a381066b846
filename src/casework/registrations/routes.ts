import './policy.ts'
import './words.ts'
import type { Context } from 'hono'
import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { RegisteredMany, Registration, RegistrationList, RegistrationSheet } from './answers.ts'
import { beginRegistration } from './begin.ts'
import {
  receiveRequest,
  recordAct,
  recordReview,
  registerMany,
  registerPerson,
  returnRequest,
} from './decide.ts'
import { endRegistration } from './end.ts'
import { exportRegistrations } from './export.ts'
import { listRegistrations } from './list.ts'
import { printNotice, printNotification } from './print.ts'
import { chooseRoute, requestRegistration, useChecklist, withdrawRegistration } from './propose.ts'
import { readRegistration, registrationSheet } from './read.ts'
import * as shape from './schema.ts'

const params = shape.RegistrationId
const responses = { 200: Registration }
const ONE = '/api/registrations/{id}'
const [propose, decide] = ['registration.propose', 'registration.decide'] as const
/** the bytes of a file; the wrapper knows only JSON answers */
const file = { 200: z.string() }

const ofPerson = route({
  method: 'get',
  path: '/api/people/{id}/registrations',
  summary: '利用者の事業対象者の登録と、その手続き',
  may: 'registration.read',
  audit: 'registration.listed-of-person',
  request: { params: shape.PersonParams },
  responses: { 200: RegistrationSheet },
})
const begin = route({
  method: 'post',
  path: '/api/people/{id}/registrations',
  summary: '登録の手続きを始める（受付。希望とチェックリストがあれば、そこまで進む）',
  may: propose,
  audit: 'registration.begun',
  request: { params: shape.PersonParams, body: shape.NewRegistration },
  responses,
})
const list = route({
  method: 'post',
  path: '/api/registrations/list',
  summary: '登録の依頼・手続き中・登録台帳の一覧',
  may: 'registration.read',
  audit: 'registration.listed',
  request: { body: shape.RegistrationFilter },
  responses: { 200: RegistrationList },
})
const exported = route({
  method: 'post',
  path: '/api/registrations/export',
  summary: '事業対象者の登録台帳をファイルで受け取る（CSV・Excel）',
  may: 'registration.export',
  audit: 'registration.exported',
  request: { body: shape.RegistrationExport },
  responses: file,
})
const many = route({
  method: 'post',
  path: '/api/registrations/register',
  summary: '登録の依頼を、何人か選んで一度に登録する（一人ずつ確かめる）',
  may: decide,
  audit: 'registration.registered-many',
  request: { body: shape.RegisterManyBody },
  responses: { 200: RegisteredMany },
})
const read = route({
  method: 'get',
  path: ONE,
  summary: '登録の手続きを一件見る（経過、計算の過程、断る理由）',
  may: 'registration.read',
  audit: 'registration.viewed',
  request: { params },
  responses,
})
const fork = route({
  method: 'post',
  path: `${ONE}/fork`,
  summary: '分岐: 本人の希望と同意により、認定申請かチェックリストへ進む',
  may: propose,
  audit: 'registration.forked',
  request: { params, body: shape.ForkBody },
  responses,
})
const checklist = route({
  method: 'post',
  path: `${ONE}/checklist`,
  summary: '「基準に該当」のチェックリストを取り込む',
  may: propose,
  audit: 'registration.criteria-met',
  request: { params, body: shape.ChecklistBody },
  responses,
})
const request = route({
  method: 'post',
  path: `${ONE}/request`,
  summary: '届出書を受け取り、市へ登録を依頼する（届出がまだなら届出待ち）',
  may: propose,
  audit: 'registration.requested',
  request: { params, body: shape.RequestBody },
  responses,
})
const receive = route({
  method: 'post',
  path: `${ONE}/receipt`,
  summary: '登録の依頼を受領する（市町村）',
  may: decide,
  audit: 'registration.received',
  request: { params, body: shape.VersionBody },
  responses,
})
const sendBack = route({
  method: 'post',
  path: `${ONE}/return`,
  summary: '登録の依頼を、理由を添えて差し戻す（市町村）',
  may: decide,
  audit: 'registration.returned',
  request: { params, body: shape.ReturnBody },
  responses,
})
const register = route({
  method: 'post',
  path: `${ONE}/register`,
  summary: '事業対象者として登録する（市町村）',
  may: decide,
  audit: 'registration.registered',
  request: { params, body: shape.RegisterBody },
  responses,
})
const withdraw = route({
  method: 'post',
  path: `${ONE}/withdraw`,
  summary: '登録の前の手続きを、理由を添えて取り下げる',
  may: propose,
  audit: 'registration.withdrawn',
  request: { params, body: shape.WithdrawBody },
  responses,
})
const act = route({
  method: 'post',
  path: `${ONE}/acts`,
  summary: '証の再交付・国保連への連絡・お知らせを、日付とともに記録する（市町村）',
  may: decide,
  audit: 'registration.act-recorded',
  request: { params, body: shape.ActBody },
  responses,
})
const review = route({
  method: 'post',
  path: `${ONE}/review`,
  summary: '再確認: 新しいチェックリストも「基準に該当」（市町村）',
  may: decide,
  audit: 'registration.reviewed',
  request: { params, body: shape.ReviewBody },
  responses,
})
const end = route({
  method: 'post',
  path: `${ONE}/end`,
  summary: '登録を、理由と最後の日とともに終える（市町村）',
  may: decide,
  audit: 'registration.ended',
  request: { params, body: shape.EndBody },
  responses,
})
const notificationForm = route({
  method: 'get',
  path: `${ONE}/notification-form`,
  summary: '届出書に、分かっていることを入れて印刷する（PDF）',
  may: 'registration.read',
  audit: 'registration.form-printed',
  request: { params },
  responses: file,
})
const notice = route({
  method: 'get',
  path: `${ONE}/notice`,
  summary: '本人への登録のお知らせ（PDF）',
  may: 'registration.read',
  audit: 'registration.notice-printed',
  request: { params },
  responses: file,
})

/** Shows a PDF; its name holds no personal word. */
const answerPdf = (c: Context, bytes: Buffer, name: string) =>
  c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
  }) as never

export const routes = area()
  .openapi(ofPerson, async (c) =>
    c.json(await registrationSheet(c.get('work'), c.req.valid('param').id), 200),
  )
  .openapi(begin, async (c) =>
    c.json(await beginRegistration(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(list, async (c) => c.json(await listRegistrations(c.get('work'), c.req.valid('json')), 200))
  .openapi(exported, async (c) => {
    const { format, ...filter } = c.req.valid('json')
    return answerFile(c, await exportRegistrations(c.get('work'), filter, format)) as never
  })
  .openapi(many, async (c) => c.json(await registerMany(c.get('work'), c.req.valid('json')), 200))
  .openapi(read, async (c) => c.json(await readRegistration(c.get('work'), c.req.valid('param').id), 200))
  .openapi(fork, async (c) =>
    c.json(await chooseRoute(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(checklist, async (c) =>
    c.json(await useChecklist(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(request, async (c) =>
    c.json(await requestRegistration(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(receive, async (c) =>
    c.json(await receiveRequest(c.get('work'), c.req.valid('param').id, c.req.valid('json').version), 200),
  )
  .openapi(sendBack, async (c) =>
    c.json(await returnRequest(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(register, async (c) =>
    c.json(await registerPerson(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdraw, async (c) =>
    c.json(await withdrawRegistration(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(act, async (c) =>
    c.json(await recordAct(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(review, async (c) =>
    c.json(await recordReview(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(end, async (c) =>
    c.json(await endRegistration(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(notificationForm, async (c) =>
    answerPdf(c, await printNotification(c.get('work'), c.req.valid('param').id), 'notification'),
  )
  .openapi(notice, async (c) =>
    answerPdf(c, await printNotice(c.get('work'), c.req.valid('param').id), 'notice'),
  )
