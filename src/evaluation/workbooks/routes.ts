import './policy.ts'
import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { addBinding, changeBinding, removeBinding } from './bindings.ts'
import { decideCarry, readCarry } from './carry.ts'
import { placeOfCell, sheetWindow } from './cells.ts'
import { fillFile, fillForm, previewFill, readFill } from './fill.ts'
import { families, readForm, uploadForm } from './forms.ts'
import { readFigure, searchFigures } from './read-figures.ts'
import {
  Binding,
  BindingBody,
  BindingParams,
  Carry,
  CarryBody,
  CellBody,
  CellPlace,
  ChangeBody,
  FamilyList,
  FigureBody,
  Fill,
  FillBody,
  Form,
  FormParams,
  Offers,
  Preview,
  PreviewBody,
  Reading,
  SearchBody,
  SheetParams,
  SheetQuery,
  SheetWindow,
  Started,
  VersionQuery,
} from './schema.ts'

const FORM = '/api/workbook-forms/{id}'

const list = route({
  method: 'get',
  path: '/api/workbook-families',
  summary: '預けた Excel 様式の一覧',
  may: 'workbook.read',
  audit: 'workbook.listed',
  responses: { 200: FamilyList },
})
const upload = route({
  method: 'post',
  path: '/api/workbook-forms',
  summary:
    'Excel 様式を預ける（multipart の file、fiscalYear と、name・ownerOffice または familyId・carriedFrom）',
  may: 'workbook.fill',
  audit: 'workbook.uploaded',
  responses: { 201: Started },
})
const read = route({
  method: 'get',
  path: FORM,
  summary: '様式のシート、対応づけ、記入の履歴',
  may: 'workbook.read',
  audit: 'workbook.viewed',
  request: { params: FormParams },
  responses: { 200: Form },
})
const sheet = route({
  method: 'get',
  path: `${FORM}/sheets/{sheet}`,
  summary: '様式の一つのシートを表として見る（200行60列ずつ）',
  may: 'workbook.read',
  audit: 'workbook.viewed',
  request: { params: SheetParams, query: SheetQuery },
  responses: { 200: SheetWindow },
})
const place = route({
  method: 'post',
  path: `${FORM}/place`,
  summary: 'セルの見出しと、書けるかどうかを調べる',
  may: 'workbook.read',
  audit: 'workbook.viewed',
  request: { params: FormParams, body: CellBody },
  responses: { 200: CellPlace },
})
const search = route({
  method: 'post',
  path: '/api/workbook-figures/search',
  summary: '様式に入れられる数を探す',
  may: 'workbook.read',
  audit: 'none',
  request: { body: SearchBody },
  responses: { 200: Offers },
})
const figure = route({
  method: 'post',
  path: `${FORM}/figure`,
  summary: '様式の年度での、数の今の値と出典',
  may: 'workbook.read',
  audit: 'workbook.figure-read',
  request: { params: FormParams, body: FigureBody },
  responses: { 200: Reading },
})
const bind = route({
  method: 'post',
  path: `${FORM}/bindings`,
  summary: 'セルに数を対応づける',
  may: 'workbook.fill',
  audit: 'workbook.bound',
  request: { params: FormParams, body: BindingBody },
  responses: { 201: Binding },
})
const change = route({
  method: 'put',
  path: `${FORM}/bindings/{bindingId}`,
  summary: '対応づけを直す',
  may: 'workbook.fill',
  audit: 'workbook.bound',
  request: { params: BindingParams, body: ChangeBody },
  responses: { 200: Binding },
})
const remove = route({
  method: 'delete',
  path: `${FORM}/bindings/{bindingId}`,
  summary: '対応づけを外す',
  may: 'workbook.fill',
  audit: 'workbook.unbound',
  request: { params: BindingParams, query: VersionQuery },
  responses: { 200: Started },
})
const preview = route({
  method: 'post',
  path: `${FORM}/preview`,
  summary: '記入する前に、セルごとの値、出典、記入できないものとその理由を見る',
  may: 'workbook.read',
  audit: 'workbook.previewed',
  request: { params: FormParams, body: PreviewBody },
  responses: { 200: Preview },
})
const fill = route({
  method: 'post',
  path: `${FORM}/fills`,
  summary: '様式に記入し、控えを残す',
  may: 'workbook.fill',
  audit: 'workbook.filled',
  request: { params: FormParams, body: FillBody },
  responses: { 201: Started },
})
const filled = route({
  method: 'get',
  path: '/api/workbook-fills/{id}',
  summary: '記入した控え: 書いた値、出典、記入しなかったもの',
  may: 'workbook.read',
  audit: 'workbook.viewed',
  request: { params: FormParams },
  responses: { 200: Fill },
})
const file = route({
  method: 'get',
  path: '/api/workbook-fills/{id}/file',
  summary: '記入したファイルを、作ったときのまま受け取る',
  may: 'workbook.read',
  audit: 'workbook.downloaded',
  request: { params: FormParams },
  responses: { 200: z.string() },
})
const carry = route({
  method: 'get',
  path: `${FORM}/carry`,
  summary: '前の版の対応づけと、この版との違い',
  may: 'workbook.read',
  audit: 'workbook.viewed',
  request: { params: FormParams },
  responses: { 200: Carry },
})
const decide = route({
  method: 'post',
  path: `${FORM}/carry`,
  summary: '前の版の対応づけを引き継ぐか、外すかを決める',
  may: 'workbook.fill',
  audit: 'workbook.carried',
  request: { params: FormParams, body: CarryBody },
  responses: { 200: Carry },
})

export const routes = area()
  .openapi(list, async (c) => c.json({ items: await families(c.get('work')) }, 200))
  .openapi(upload, async (c) => {
    const form = await c.req.formData().catch(() => new FormData())
    return c.json(await uploadForm(c.get('work'), form), 201)
  })
  .openapi(read, async (c) => c.json(await readForm(c.get('work'), c.req.valid('param').id), 200))
  .openapi(sheet, async (c) => {
    const { id, sheet } = c.req.valid('param')
    return c.json(await sheetWindow(c.get('work'), id, sheet, c.req.valid('query')), 200)
  })
  .openapi(place, async (c) =>
    c.json(await placeOfCell(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(search, async (c) => c.json(await searchFigures(c.get('work'), c.req.valid('json')), 200))
  .openapi(figure, async (c) =>
    c.json(await readFigure(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(bind, async (c) =>
    c.json(await addBinding(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(change, async (c) => {
    const { id, bindingId } = c.req.valid('param')
    return c.json(await changeBinding(c.get('work'), id, bindingId, c.req.valid('json')), 200)
  })
  .openapi(remove, async (c) => {
    const { id, bindingId } = c.req.valid('param')
    await removeBinding(c.get('work'), id, bindingId, c.req.valid('query').version)
    return c.json({ id: bindingId }, 200)
  })
  .openapi(preview, async (c) =>
    c.json(await previewFill(c.get('work'), c.req.valid('param').id, c.req.valid('json').typed), 200),
  )
  .openapi(fill, async (c) => {
    const { typed, digest } = c.req.valid('json')
    return c.json(await fillForm(c.get('work'), c.req.valid('param').id, typed, digest), 201)
  })
  .openapi(filled, async (c) => c.json(await readFill(c.get('work'), c.req.valid('param').id), 200))
  .openapi(file, async (c) => answerFile(c, await fillFile(c.get('work'), c.req.valid('param').id)) as never)
  .openapi(carry, async (c) => c.json(await readCarry(c.get('work'), c.req.valid('param').id), 200))
  .openapi(decide, async (c) =>
    c.json(await decideCarry(c.get('work'), c.req.valid('param').id, c.req.valid('json').decisions), 200),
  )
