import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { exportLawValues } from './export.ts'
import './policy.ts'
import * as shape from './schema.ts'
import { confirmLawValue, listLawValues, openLawValue, withdrawConfirmation } from './service.ts'

// Nothing here is about a person; what an officer confirms is on record.
const reading = { may: 'law-value.read', audit: 'none' } as const

const list = route({
  method: 'get',
  path: '/api/law-values',
  summary: '制度の数値の一覧（今日の値、確かさ、使う計算）',
  ...reading,
  responses: { 200: shape.LawValueList },
})
const exported = route({
  method: 'get',
  path: '/api/law-values/export',
  summary: '制度の数値を、日付ごとの値・出典・確認とともにファイルで受け取る（CSV・Excel）',
  may: 'law-value.read',
  audit: 'law-value.exported',
  request: { query: shape.ExportQuery },
  // the bytes of a file; the wrapper knows only JSON answers
  responses: { 200: z.string() },
})
const open = route({
  method: 'get',
  path: '/api/law-values/{id}',
  summary: '制度の数値: 日付ごとの値、出典、確認の記録、使う計算',
  ...reading,
  request: { params: shape.LawValueId },
  responses: { 200: shape.LawValuePage },
})
const confirm = route({
  method: 'post',
  path: '/api/law-values/{id}/confirm',
  summary: '制度の数値を、見た出典と自分の名前で確認する',
  may: 'law-value.confirm',
  audit: 'law.confirmed',
  request: { params: shape.LawValueId, body: shape.ConfirmLawValue },
  responses: { 200: shape.LawValuePage },
})
const withdraw = route({
  method: 'post',
  path: '/api/law-values/{id}/withdraw',
  summary: '制度の数値の確認を、理由をつけて取り消す',
  may: 'law-value.confirm',
  audit: 'law.confirmation-withdrawn',
  request: { params: shape.LawValueId, body: shape.WithdrawConfirmation },
  responses: { 200: shape.LawValuePage },
})

export const routes = area()
  .openapi(list, async (c) => c.json(await listLawValues(c.get('work')), 200))
  .openapi(
    exported,
    async (c) => answerFile(c, await exportLawValues(c.get('work'), c.req.valid('query').format)) as never,
  )
  .openapi(open, async (c) => c.json(await openLawValue(c.get('work'), c.req.valid('param').id), 200))
  .openapi(confirm, async (c) =>
    c.json(await confirmLawValue(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdraw, async (c) =>
    c.json(await withdrawConfirmation(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
