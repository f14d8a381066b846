import './policy.ts'
import './words.ts'
import { area, route } from '../../platform/http/index.ts'
import { Checklist, ChecklistCreated, ChecklistList, Preview } from './answers.ts'
import { createChecklist, previewChecklist } from './create.ts'
import { listChecklists } from './list.ts'
import { readChecklist } from './read.ts'
import { ChecklistFilter, ChecklistIdParams, ChecklistPreview, NewChecklist } from './schema.ts'

const params = ChecklistIdParams
const ONE = '/api/checklists/{id}'

const preview = route({
  method: 'post',
  path: '/api/checklists/preview',
  summary: '基本チェックリストを、保存せずに判定する',
  may: 'checklist.write',
  audit: 'checklist.previewed',
  request: { body: ChecklistPreview },
  responses: { 200: Preview },
})
const create = route({
  method: 'post',
  path: '/api/checklists',
  summary: '基本チェックリストを記録する',
  may: 'checklist.write',
  audit: 'checklist.created',
  request: { body: NewChecklist },
  responses: { 200: ChecklistCreated },
})
const list = route({
  method: 'post',
  path: '/api/checklists/list',
  summary: '基本チェックリストの一覧',
  may: 'checklist.list',
  audit: 'checklist.listed',
  request: { body: ChecklistFilter },
  responses: { 200: ChecklistList },
})
const read = route({
  method: 'get',
  path: ONE,
  summary: '基本チェックリストと判定案を、計算の段とともに見る',
  may: 'checklist.read',
  audit: 'checklist.viewed',
  request: { params },
  responses: { 200: Checklist },
})

export const routes = area()
  .openapi(preview, async (c) => c.json(await previewChecklist(c.get('work'), c.req.valid('json')), 200))
  .openapi(create, async (c) => c.json(await createChecklist(c.get('work'), c.req.valid('json')), 200))
  .openapi(list, async (c) => c.json(await listChecklists(c.get('work'), c.req.valid('json')), 200))
  .openapi(read, async (c) => c.json(await readChecklist(c.get('work'), c.req.valid('param').id), 200))
