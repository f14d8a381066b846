import './policy.ts'
import { area, route } from '../http/index.ts'
import { Draft, DraftBody, DraftParams, DraftRemoved, DraftSaved } from './schema.ts'
import { readDraft, removeDraft, saveDraft } from './service.ts'

const may = 'draft.own'
const path = '/api/drafts/{key}'
const params = DraftParams

const save = route({
  method: 'put',
  path,
  summary: '書きかけの内容を残す',
  may,
  audit: 'draft.saved',
  request: { params, body: DraftBody },
  responses: { 200: DraftSaved },
})
const read = route({
  method: 'get',
  path,
  summary: '残しておいた内容を読む',
  may,
  audit: 'draft.read',
  request: { params },
  responses: { 200: Draft },
})
const remove = route({
  method: 'delete',
  path,
  summary: '残しておいた内容を捨てる',
  may,
  audit: 'draft.removed',
  request: { params },
  responses: { 200: DraftRemoved },
})

export const routes = area()
  .openapi(save, async (c) =>
    c.json(await saveDraft(c.get('work'), c.req.valid('param').key, c.req.valid('json')), 200),
  )
  .openapi(read, async (c) => c.json(await readDraft(c.get('work'), c.req.valid('param').key), 200))
  .openapi(remove, async (c) => c.json(await removeDraft(c.get('work'), c.req.valid('param').key), 200))
