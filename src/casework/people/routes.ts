import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { exportPeople } from './export.ts'
import { requestHandOver } from './hand-over-request.ts'
import './index.ts'
import './policy.ts'
import {
  ChangeBody,
  ChangeContactBody,
  Changed,
  Contact,
  ContactParams,
  DuplicateList,
  DuplicatesBody,
  ExportQuery,
  HandOverAsked,
  HandOverRequest,
  InquiryAnswer,
  InquiryBody,
  ListQuery,
  NewContactBody,
  PersonList,
  PersonParams,
  RegisterBody,
  Registered,
  RemoveContactQuery,
  Removed,
  SearchBody,
  SearchResult,
  TransferBody,
  Transferred,
} from './schema.ts'
import { HiddenAddress, History, HistoryQuery, Sheet, Timeline, TimelineQuery } from './schema-sheet.ts'
import { changePerson } from './service-change.ts'
import { addContact, changeContact, listContacts, removeContact } from './service-contacts.ts'
import { inquire, transferPerson } from './service-doors.ts'
import { personHistory } from './service-history.ts'
import { listPeople } from './service-list.ts'
import { duplicateCandidates, registerPerson } from './service-register.ts'
import { searchPeople } from './service-search.ts'
import { hiddenAddress, personSheet } from './service-sheet.ts'
import { personTimeline } from './service-timeline.ts'

const search = route({
  method: 'post',
  path: '/api/people/search',
  summary: '利用者を、かな・氏名・番号・電話・住所で探す',
  may: 'person.read',
  audit: 'person.searched',
  request: { body: SearchBody },
  responses: { 200: SearchResult },
})
const duplicates = route({
  method: 'post',
  path: '/api/people/duplicates',
  summary: '二重登録の候補（範囲の外は伏せて）',
  may: 'person.register',
  audit: 'person.duplicates-viewed',
  request: { body: DuplicatesBody },
  responses: { 200: DuplicateList },
})
const inquiry = route({
  method: 'post',
  path: '/api/people/inquiry',
  summary: '照会: 担当センターを尋ねる',
  may: 'person.inquire',
  audit: 'person.inquired',
  request: { body: InquiryBody },
  responses: { 200: InquiryAnswer },
})
const list = route({
  method: 'get',
  path: '/api/people',
  summary: '利用者の一覧（かな順）',
  may: 'person.list',
  audit: 'person.listed',
  request: { query: ListQuery },
  responses: { 200: PersonList },
})
const register = route({
  method: 'post',
  path: '/api/people',
  summary: '利用者を手で登録する',
  may: 'person.register',
  audit: 'person.registered',
  request: { body: RegisterBody },
  responses: { 201: Registered },
})
const sheet = route({
  method: 'get',
  path: '/api/people/{id}/sheet',
  summary: 'フェースシート',
  may: 'person.read',
  audit: 'person.viewed',
  request: { params: PersonParams },
  responses: { 200: Sheet },
})
const timeline = route({
  method: 'get',
  path: '/api/people/{id}/timeline',
  summary: '経過（新しい順）',
  may: 'person.read',
  audit: 'person.timeline-viewed',
  request: { params: PersonParams, query: TimelineQuery },
  responses: { 200: Timeline },
})
const history = route({
  method: 'get',
  path: '/api/people/{id}/history',
  summary: '変更前の内容',
  may: 'person.history',
  audit: 'person.history-viewed',
  request: { params: PersonParams, query: HistoryQuery },
  responses: { 200: History },
})
const hidden = route({
  method: 'get',
  path: '/api/people/{id}/hidden-address',
  summary: '支援措置対象者の住所と電話',
  may: 'person.hidden-address',
  audit: 'person.hidden-address-viewed',
  request: { params: PersonParams },
  responses: { 200: HiddenAddress },
})
const change = route({
  method: 'patch',
  path: '/api/people/{id}',
  summary: '利用者の、手で直せる項目を直す',
  may: 'person.change',
  audit: 'person.changed',
  request: { params: PersonParams, body: ChangeBody },
  responses: { 200: Changed },
})
const transfer = route({
  method: 'post',
  path: '/api/people/{id}/transfer',
  summary: '利用者をほかのセンターへ引き継ぐ',
  may: 'person.transfer',
  audit: 'person.transferred',
  request: { params: PersonParams, body: TransferBody },
  responses: { 200: Transferred },
})
const contacts = route({
  method: 'get',
  path: '/api/people/{id}/contacts',
  summary: '家族・連絡先',
  may: 'person.read',
  audit: 'person.contacts-viewed',
  request: { params: PersonParams },
  responses: { 200: z.object({ items: z.array(Contact) }) },
})
const newContact = route({
  method: 'post',
  path: '/api/people/{id}/contacts',
  summary: '連絡先を加える',
  may: 'person.change',
  audit: 'person.contact-added',
  request: { params: PersonParams, body: NewContactBody },
  responses: { 201: Contact },
})
const patchContact = route({
  method: 'patch',
  path: '/api/people/{id}/contacts/{contactId}',
  summary: '連絡先を直す',
  may: 'person.change',
  audit: 'person.contact-changed',
  request: { params: ContactParams, body: ChangeContactBody },
  responses: { 200: Contact },
})
const deleteContact = route({
  method: 'delete',
  path: '/api/people/{id}/contacts/{contactId}',
  summary: '連絡先を外す',
  may: 'person.change',
  audit: 'person.contact-removed',
  request: { params: ContactParams, query: RemoveContactQuery },
  responses: { 200: Removed },
})

const askHandOver = route({
  method: 'post',
  path: '/api/people/inquiry/hand-over',
  summary: '照会でわかった担当センターへ、引き継ぎを依頼する',
  may: 'person.inquire',
  audit: 'person.hand-over-requested',
  request: { body: HandOverRequest },
  responses: { 200: HandOverAsked },
})
const exportList = route({
  method: 'get',
  path: '/api/people/export',
  summary: '利用者の一覧を、画面の絞り込みのままファイルで受け取る（CSV・Excel）',
  may: 'person.export',
  audit: 'person.exported',
  request: { query: ExportQuery },
  // the bytes of a file; the wrapper knows only JSON answers
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(askHandOver, async (c) => c.json(await requestHandOver(c.get('work'), c.req.valid('json')), 200))
  .openapi(exportList, async (c) => {
    const { format, ...query } = c.req.valid('query')
    return answerFile(c, await exportPeople(c.get('work'), query, format)) as never
  })
  .openapi(search, async (c) => c.json(await searchPeople(c.get('work'), c.req.valid('json')), 200))
  .openapi(duplicates, async (c) =>
    c.json({ items: await duplicateCandidates(c.get('work'), c.req.valid('json')) }, 200),
  )
  .openapi(inquiry, async (c) => c.json(await inquire(c.get('work'), c.req.valid('json')), 200))
  .openapi(list, async (c) => c.json(await listPeople(c.get('work'), c.req.valid('query')), 200))
  .openapi(register, async (c) => c.json(await registerPerson(c.get('work'), c.req.valid('json')), 201))
  .openapi(sheet, async (c) => c.json(await personSheet(c.get('work'), c.req.valid('param').id), 200))
  .openapi(timeline, async (c) =>
    c.json(await personTimeline(c.get('work'), c.req.valid('param').id, c.req.valid('query')), 200),
  )
  .openapi(history, async (c) =>
    c.json(await personHistory(c.get('work'), c.req.valid('param').id, c.req.valid('query')), 200),
  )
  .openapi(hidden, async (c) => c.json(await hiddenAddress(c.get('work'), c.req.valid('param').id), 200))
  .openapi(change, async (c) =>
    c.json(await changePerson(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(transfer, async (c) =>
    c.json(await transferPerson(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(contacts, async (c) =>
    c.json({ items: await listContacts(c.get('work'), c.req.valid('param').id) }, 200),
  )
  .openapi(newContact, async (c) =>
    c.json(await addContact(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(patchContact, async (c) => {
    const { id, contactId } = c.req.valid('param')
    return c.json(await changeContact(c.get('work'), id, contactId, c.req.valid('json')), 200)
  })
  .openapi(deleteContact, async (c) => {
    const { id, contactId } = c.req.valid('param')
    return c.json(await removeContact(c.get('work'), id, contactId, c.req.valid('query').version), 200)
  })
