import './policy.ts'
import './words.ts'
import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { Certification, CertificationSheet, RenewalList } from './answers.ts'
import {
  changeCertification,
  closeCertification,
  decideCertification,
  postponeDecision,
  withdrawCertification,
} from './change.ts'
import { enterCertification } from './enter.ts'
import { exportRenewals } from './export.ts'
import { certificationSheet, readCertification } from './read.ts'
import { listRenewals } from './renewals.ts'
import * as shape from './schema.ts'

const params = shape.CertificationId
const responses = { 200: Certification }
const ONE = '/api/certifications/{id}'

const ofPerson = route({
  method: 'get',
  path: '/api/people/{id}/certifications',
  summary: '利用者の要介護認定（申請、決定、被保険者証で確認したもの）',
  may: 'certification.read',
  audit: 'certification.listed',
  request: { params: shape.PersonParams },
  responses: { 200: CertificationSheet },
})
const enter = route({
  method: 'post',
  path: '/api/people/{id}/certifications',
  summary: '認定の申請・被保険者証の内容・保険者の決定を記録する',
  may: 'certification.enter',
  audit: 'certification.entered',
  request: { params: shape.PersonParams, body: shape.NewCertification },
  responses,
})
const read = route({
  method: 'get',
  path: ONE,
  summary: '認定の記録を一件見る',
  may: 'certification.read',
  audit: 'certification.viewed',
  request: { params },
  responses,
})
const change = route({
  method: 'patch',
  path: ONE,
  summary: '認定の記録を直す',
  may: 'certification.enter',
  audit: 'certification.changed',
  request: { params, body: shape.ChangeBody },
  responses,
})
const decide = route({
  method: 'post',
  path: `${ONE}/decide`,
  summary: '申請に対する認定を決める（保険者）',
  may: 'certification.decide',
  audit: 'certification.decided',
  request: { params, body: shape.DecideBody },
  responses,
})
const withdraw = route({
  method: 'post',
  path: `${ONE}/withdraw`,
  summary: '申請や、被保険者証で確認した記録を、理由を添えて取り下げる',
  may: 'certification.enter',
  audit: 'certification.withdrawn',
  request: { params, body: shape.WithdrawBody },
  responses,
})
const close = route({
  method: 'post',
  path: `${ONE}/close`,
  summary: '申請を却下する、または認定を取り消す（保険者）',
  may: 'certification.decide',
  audit: 'certification.closed',
  request: { params, body: shape.CloseBody },
  responses,
})
const postpone = route({
  method: 'post',
  path: `${ONE}/postpone`,
  summary: '決定の延期を通知したことを記録する（保険者）',
  may: 'certification.decide',
  audit: 'certification.postponed',
  request: { params, body: shape.PostponeBody },
  responses,
})
const renewals = route({
  method: 'post',
  path: '/api/certifications/renewals',
  summary: '更新の対象者の一覧',
  may: 'certification.read',
  audit: 'certification.renewals-listed',
  request: { body: shape.RenewalFilter },
  responses: { 200: RenewalList },
})
const exported = route({
  method: 'post',
  path: '/api/certifications/renewals/export',
  summary: '更新の対象者の一覧を、画面の絞り込みのままファイルで受け取る（CSV・Excel）',
  may: 'certification.export',
  audit: 'certification.renewals-exported',
  request: { body: shape.RenewalExport },
  // the bytes of a file; the wrapper knows only JSON answers
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(ofPerson, async (c) =>
    c.json(await certificationSheet(c.get('work'), c.req.valid('param').id), 200),
  )
  .openapi(enter, async (c) =>
    c.json(await enterCertification(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(renewals, async (c) => c.json(await listRenewals(c.get('work'), c.req.valid('json')), 200))
  .openapi(exported, async (c) => {
    const { format, ...filter } = c.req.valid('json')
    return answerFile(c, await exportRenewals(c.get('work'), filter, format)) as never
  })
  .openapi(read, async (c) => c.json(await readCertification(c.get('work'), c.req.valid('param').id), 200))
  .openapi(change, async (c) =>
    c.json(await changeCertification(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(decide, async (c) =>
    c.json(await decideCertification(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdraw, async (c) =>
    c.json(await withdrawCertification(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(close, async (c) =>
    c.json(await closeCertification(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(postpone, async (c) =>
    c.json(await postponeDecision(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
