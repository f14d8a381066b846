import './policy.ts'
import './words.ts'
import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import {
  Consultation,
  ConsultationHistory,
  ConsultationList,
  Created,
  Received,
  Referral,
  ReferralInbox,
} from './answers.ts'
import { createConsultation } from './create.ts'
import { exportConsultations } from './export.ts'
import { historyOf } from './history.ts'
import { joinPerson } from './join-person.ts'
import { listConsultations } from './list.ts'
import { printConsultation } from './print.ts'
import { readConsultation } from './read.ts'
import { addReferral, answerReferral, receiveReferral, referralInbox } from './referrals.ts'
import {
  AddedReferral,
  ConsultationChange,
  ConsultationExport,
  ConsultationFilter,
  IdParams,
  NewConsultation,
  PersonOfConsultation,
  ReferralReceipt,
  ReferralResult,
  Withdrawal,
} from './schema.ts'
import { updateConsultation, withdrawConsultation } from './update.ts'

const params = IdParams
const ONE = '/api/consultations/{id}'

const create = route({
  method: 'post',
  path: '/api/consultations',
  summary: '相談を記録する',
  may: 'consultation.write',
  audit: 'consultation.created',
  request: { body: NewConsultation },
  responses: { 200: Created },
})
const list = route({
  method: 'post',
  path: '/api/consultations/list',
  summary: '相談記録の一覧と検索',
  may: 'consultation.list',
  audit: 'consultation.listed',
  request: { body: ConsultationFilter },
  responses: { 200: ConsultationList },
})
const exportList = route({
  method: 'post',
  path: '/api/consultations/export',
  summary: '相談記録の一覧を、画面の絞り込みのままファイルで受け取る（CSV・Excel）',
  may: 'consultation.export',
  audit: 'consultation.exported',
  request: { body: ConsultationExport },
  // the bytes of a file; the wrapper knows only JSON answers
  responses: { 200: z.string() },
})
const read = route({
  method: 'get',
  path: ONE,
  summary: '相談記録を見る',
  may: 'consultation.read',
  audit: 'consultation.viewed',
  request: { params },
  responses: { 200: Consultation },
})
const print = route({
  method: 'get',
  path: `${ONE}/pdf`,
  summary: '相談記録をPDFにする',
  may: 'consultation.read',
  audit: 'consultation.printed',
  request: { params },
  // The bytes of a PDF; the wrapper knows only JSON answers.
  responses: { 200: z.string() },
})
const update = route({
  method: 'patch',
  path: ONE,
  summary: '相談記録を直す',
  may: 'consultation.write',
  audit: 'consultation.changed',
  request: { params, body: ConsultationChange },
  responses: { 200: Consultation },
})
const withdraw = route({
  method: 'post',
  path: `${ONE}/withdraw`,
  summary: '相談記録を理由を添えて取り下げる',
  may: 'consultation.write',
  audit: 'consultation.withdrawn',
  request: { params, body: Withdrawal },
  responses: { 200: Consultation },
})
const history = route({
  method: 'get',
  path: `${ONE}/history`,
  summary: '相談記録の変更の経過',
  may: 'consultation.read',
  audit: 'consultation.history-viewed',
  request: { params },
  responses: { 200: ConsultationHistory },
})
const person = route({
  method: 'post',
  path: `${ONE}/person`,
  summary: '氏名不明の相談の対象者を、あとから決める',
  may: 'consultation.write',
  audit: 'consultation.person-joined',
  request: { params, body: PersonOfConsultation },
  responses: { 200: Consultation },
})
const refer = route({
  method: 'post',
  path: `${ONE}/referrals`,
  summary: '相談から他機関に紹介する',
  may: 'consultation.write',
  audit: 'referral.added',
  request: { params, body: AddedReferral },
  responses: { 200: Consultation },
})
const inbox = route({
  method: 'get',
  path: '/api/referrals/inbox',
  summary: '自分や自分のセンターあての紹介',
  may: 'referral.receive',
  audit: 'referral.inbox-viewed',
  responses: { 200: ReferralInbox },
})
const receive = route({
  method: 'post',
  path: '/api/referrals/{id}/receipt',
  summary: '紹介を受領する',
  may: 'referral.receive',
  audit: 'referral.received',
  request: { params, body: ReferralReceipt },
  responses: { 200: Received },
})
const answer = route({
  method: 'post',
  path: '/api/referrals/{id}/result',
  summary: '紹介の結果を記録する',
  may: 'consultation.write',
  audit: 'referral.answered',
  request: { params, body: ReferralResult },
  responses: { 200: Referral },
})

export const routes = area()
  .openapi(create, async (c) => c.json(await createConsultation(c.get('work'), c.req.valid('json')), 200))
  .openapi(list, async (c) => c.json(await listConsultations(c.get('work'), c.req.valid('json')), 200))
  .openapi(exportList, async (c) => {
    const { format, ...filter } = c.req.valid('json')
    return answerFile(c, await exportConsultations(c.get('work'), filter, format)) as never
  })
  .openapi(read, async (c) => c.json(await readConsultation(c.get('work'), c.req.valid('param').id), 200))
  .openapi(print, async (c) => {
    const bytes = await printConsultation(c.get('work'), c.req.valid('param').id)
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="consultation.pdf"',
    }
    return c.body(new Uint8Array(bytes), 200, headers) as never
  })
  .openapi(update, async (c) =>
    c.json(await updateConsultation(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdraw, async (c) =>
    c.json(await withdrawConsultation(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(person, async (c) =>
    c.json(await joinPerson(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(history, async (c) => c.json(await historyOf(c.get('work'), c.req.valid('param').id), 200))
  .openapi(refer, async (c) =>
    c.json(await addReferral(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(inbox, async (c) => c.json(await referralInbox(c.get('work')), 200))
  .openapi(receive, async (c) =>
    c.json(await receiveReferral(c.get('work'), c.req.valid('param').id, c.req.valid('json').version), 200),
  )
  .openapi(answer, async (c) =>
    c.json(await answerReferral(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
