import './policy.ts'
import './words.ts'
import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import {
  BulkStored,
  Checklist,
  ChecklistCreated,
  ChecklistHistory,
  ChecklistList,
  Confirmed,
  PersonChecklists,
  Preview,
} from './answers.ts'
import { storeBulk } from './bulk.ts'
import { changeChecklist, withdrawChecklist } from './change.ts'
import { confirmChecklist, confirmProposals } from './confirm.ts'
import { createChecklist, previewChecklist } from './create.ts'
import { checklistTemplate, exportChecklists } from './export.ts'
import { historyOf } from './history.ts'
import { listChecklists } from './list.ts'
import { NamedRows, NamedRowsAnswer, nameRows } from './named-rows.ts'
import { personChecklists } from './person-list.ts'
import { printBlank, printChecklist, printResult } from './print.ts'
import { readChecklist } from './read.ts'
import {
  ChecklistBulk,
  ChecklistChange,
  ChecklistConfirmation,
  ChecklistConfirmations,
  ChecklistExport,
  ChecklistFilter,
  ChecklistIdParams,
  ChecklistPersonParams,
  ChecklistPreview,
  ChecklistTemplateQuery,
  ChecklistWithdrawal,
  NewChecklist,
} from './schema.ts'

const params = ChecklistIdParams
const ONE = '/api/checklists/{id}'
/** the bytes of a file; the wrapper knows only JSON answers */
const bytes = z.string()

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
const bulk = route({
  method: 'post',
  path: '/api/checklists/bulk',
  summary:
    '表に入力した基本チェックリストを、まとめて記録する（500枚まで、一つでも直すところがあれば一枚も記録しない）',
  may: 'checklist.bulk',
  audit: 'checklist.bulk-created',
  request: { body: ChecklistBulk },
  responses: { 200: BulkStored },
})
const names = route({
  method: 'post',
  path: '/api/checklists/bulk/names',
  summary: 'まとめて入力する表の番号が、どの方のものかを確かめる（500行まで）',
  may: 'checklist.bulk',
  audit: 'checklist.bulk-named',
  request: { body: NamedRows },
  responses: { 200: NamedRowsAnswer },
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
const exportList = route({
  method: 'post',
  path: '/api/checklists/export',
  summary: '基本チェックリストの一覧を、回答と記入方式を添えてファイルで受け取る（CSV・Excel）',
  may: 'checklist.export',
  audit: 'checklist.exported',
  request: { body: ChecklistExport },
  responses: { 200: bytes },
})
const template = route({
  method: 'get',
  path: '/api/checklist-template',
  summary: '記入方式を書いた、読み込み用のひな形（CSV・Excel）',
  may: 'checklist.read',
  audit: 'none',
  request: { query: ChecklistTemplateQuery },
  responses: { 200: bytes },
})
const blank = route({
  method: 'get',
  path: '/api/checklist-form/pdf',
  summary: '記入していない基本チェックリストの用紙（PDF）',
  may: 'checklist.read',
  audit: 'none',
  responses: { 200: bytes },
})
const confirmMany = route({
  method: 'post',
  path: '/api/checklists/confirmations',
  summary: '判定案を、そのまままとめて確認する',
  may: 'checklist.confirm',
  audit: 'checklist.confirmed',
  request: { body: ChecklistConfirmations },
  responses: { 200: Confirmed },
})
const ofPerson = route({
  method: 'get',
  path: '/api/people/{id}/checklists',
  summary: 'この方の基本チェックリストと、点数の推移',
  may: 'checklist.read',
  audit: 'checklist.person-viewed',
  request: { params: ChecklistPersonParams },
  responses: { 200: PersonChecklists },
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
const change = route({
  method: 'patch',
  path: ONE,
  summary: '基本チェックリストを直す',
  may: 'checklist.write',
  audit: 'checklist.changed',
  request: { params, body: ChecklistChange },
  responses: { 200: Checklist },
})
const confirm = route({
  method: 'post',
  path: `${ONE}/confirm`,
  summary: '判定案を確認する（違うときは理由を添える）',
  may: 'checklist.confirm',
  audit: 'checklist.confirmed',
  request: { params, body: ChecklistConfirmation },
  responses: { 200: Checklist },
})
const withdraw = route({
  method: 'post',
  path: `${ONE}/withdraw`,
  summary: '基本チェックリストを理由を添えて取り下げる',
  may: 'checklist.write',
  audit: 'checklist.withdrawn',
  request: { params, body: ChecklistWithdrawal },
  responses: { 200: Checklist },
})
const history = route({
  method: 'get',
  path: `${ONE}/history`,
  summary: '基本チェックリストの変更の経過',
  may: 'checklist.history',
  audit: 'checklist.history-viewed',
  request: { params },
  responses: { 200: ChecklistHistory },
})
const print = route({
  method: 'get',
  path: `${ONE}/pdf`,
  summary: '基本チェックリストを様式のPDFにする',
  may: 'checklist.read',
  audit: 'checklist.printed',
  request: { params },
  responses: { 200: bytes },
})
const printForPerson = route({
  method: 'get',
  path: `${ONE}/result-pdf`,
  summary: '本人に渡す結果のPDF',
  may: 'checklist.read',
  audit: 'checklist.printed',
  request: { params },
  responses: { 200: bytes },
})

const pdfHeaders = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `inline; filename="${name}.pdf"`,
})

export const routes = area()
  .openapi(preview, async (c) => c.json(await previewChecklist(c.get('work'), c.req.valid('json')), 200))
  .openapi(create, async (c) => c.json(await createChecklist(c.get('work'), c.req.valid('json')), 200))
  .openapi(bulk, async (c) => c.json(await storeBulk(c.get('work'), c.req.valid('json')), 200))
  .openapi(names, async (c) => c.json(await nameRows(c.get('work'), c.req.valid('json')), 200))
  .openapi(list, async (c) => c.json(await listChecklists(c.get('work'), c.req.valid('json')), 200))
  .openapi(exportList, async (c) => {
    const { format, coding, ...filter } = c.req.valid('json')
    return answerFile(c, await exportChecklists(c.get('work'), filter, { format, coding })) as never
  })
  .openapi(template, async (c) => {
    const { format, coding } = c.req.valid('query')
    return answerFile(c, await checklistTemplate(c.get('work'), format, coding)) as never
  })
  .openapi(blank, async (c) => {
    const made = await printBlank(c.get('work'))
    return c.body(new Uint8Array(made), 200, pdfHeaders('checklist-blank')) as never
  })
  .openapi(confirmMany, async (c) => c.json(await confirmProposals(c.get('work'), c.req.valid('json')), 200))
  .openapi(ofPerson, async (c) => c.json(await personChecklists(c.get('work'), c.req.valid('param').id), 200))
  .openapi(read, async (c) => c.json(await readChecklist(c.get('work'), c.req.valid('param').id), 200))
  .openapi(change, async (c) =>
    c.json(await changeChecklist(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(confirm, async (c) =>
    c.json(await confirmChecklist(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdraw, async (c) =>
    c.json(await withdrawChecklist(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(history, async (c) => c.json(await historyOf(c.get('work'), c.req.valid('param').id), 200))
  .openapi(print, async (c) => {
    const made = await printChecklist(c.get('work'), c.req.valid('param').id)
    return c.body(new Uint8Array(made), 200, pdfHeaders('checklist')) as never
  })
  .openapi(printForPerson, async (c) => {
    const made = await printResult(c.get('work'), c.req.valid('param').id)
    return c.body(new Uint8Array(made), 200, pdfHeaders('checklist-result')) as never
  })
