import './policy.ts'
import './words.ts'
import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import {
  Choices,
  Course,
  CourseList,
  CoursesOfPerson,
  Declined,
  Inbox,
  Proposal,
  Received,
} from './answers.ts'
import { choicesFor } from './choices.ts'
import { changeCourse, endCourse, openCourse, reopenCourse } from './course.ts'
import { decline, endEntrustment, entrust, inbox, receive, takeBack } from './entrustments.ts'
import { exportCourses } from './export.ts'
import { listCourses } from './list.ts'
import { previewCourse } from './preview.ts'
import { printHandOver } from './print.ts'
import { coursesOfPerson, readCourse } from './read.ts'
import { addRecord, changeRecord, confirmRecord, findRecord, withdrawRecord } from './records.ts'
import {
  Confirmation,
  CourseChange,
  CourseEnd,
  CourseExport,
  CourseFilter,
  CourseParams,
  Decline,
  EntrustmentEnd,
  HandOverParams,
  NewCourse,
  NewEntrustment,
  NewRecord,
  PersonParams,
  PreviewBody,
  RecordChange,
  RecordParams,
  Reopen,
  Withdrawal,
} from './schema.ts'

const ONE = '/api/care-management/{id}'
const RECORD = '/api/monitoring/{id}'
const CONTRACT = '/api/entrustments/{id}'
const read = 'care-management.read'
const write = 'care-management.write'
const responses = { 200: Course }

const ofPerson = route({
  method: 'get',
  path: '/api/people/{personId}/care-management',
  summary: '利用者のケアマネジメント: 経過・記録・委託・予定',
  may: read,
  audit: 'care-management.viewed',
  request: { params: PersonParams },
  responses: { 200: CoursesOfPerson },
})
const choices = route({
  method: 'get',
  path: '/api/people/{personId}/care-management/choices',
  summary: '責任者と委託先に選べる人',
  may: write,
  audit: 'care-management.choices-viewed',
  request: { params: PersonParams },
  responses: { 200: Choices },
})
const preview = route({
  method: 'post',
  path: '/api/care-management/preview',
  summary: '入力中の内容から、類型の案と最初の期限を計算する（保存しない）',
  may: write,
  audit: 'care-management.previewed',
  request: { body: PreviewBody },
  responses: { 200: Proposal },
})
const open = route({
  method: 'post',
  path: '/api/care-management',
  summary: 'ケアマネジメントを始める',
  may: write,
  audit: 'care-management.opened',
  request: { body: NewCourse },
  responses,
})
const list = route({
  method: 'post',
  path: '/api/care-management/list',
  summary: 'ケアマネジメントの一覧（期限の早い順、またはかな順）',
  may: read,
  audit: 'care-management.listed',
  request: { body: CourseFilter },
  responses: { 200: CourseList },
})
const exportList = route({
  method: 'post',
  path: '/api/care-management/export',
  summary: 'ケアマネジメントの一覧を、画面の絞り込みのままファイルで受け取る（CSV・Excel）',
  may: 'care-management.export',
  audit: 'care-management.exported',
  request: { body: CourseExport },
  // the bytes of a file; the wrapper knows only JSON answers
  responses: { 200: z.string() },
})
const one = route({
  method: 'get',
  path: ONE,
  summary: 'ケアマネジメントを見る',
  may: read,
  audit: 'care-management.viewed',
  request: { params: CourseParams },
  responses,
})
const change = route({
  method: 'patch',
  path: ONE,
  summary: 'ケアマネジメントを直す',
  may: write,
  audit: 'care-management.changed',
  request: { params: CourseParams, body: CourseChange },
  responses,
})
const end = route({
  method: 'post',
  path: `${ONE}/end`,
  summary: 'ケアマネジメントを終える',
  may: write,
  audit: 'care-management.ended',
  request: { params: CourseParams, body: CourseEnd },
  responses,
})
const reopen = route({
  method: 'post',
  path: `${ONE}/reopen`,
  summary: 'ケアマネジメントの終了を取り消す',
  may: write,
  audit: 'care-management.reopened',
  request: { params: CourseParams, body: Reopen },
  responses,
})
const record = route({
  method: 'post',
  path: `${ONE}/records`,
  summary: 'モニタリング・アセスメント・評価・計画の原案を記録する',
  may: 'monitoring.write',
  audit: 'monitoring.added',
  request: { params: CourseParams, body: NewRecord },
  responses,
})
const where = route({
  method: 'get',
  path: RECORD,
  summary: '記録のある場所',
  may: read,
  audit: 'monitoring.found',
  request: { params: RecordParams },
  responses: { 200: z.object({ personId: z.string(), courseId: z.string() }) },
})
const correct = route({
  method: 'patch',
  path: RECORD,
  summary: '自分の記録を直す',
  may: 'monitoring.write',
  audit: 'monitoring.changed',
  request: { params: RecordParams, body: RecordChange },
  responses,
})
const withdraw = route({
  method: 'post',
  path: `${RECORD}/withdraw`,
  summary: '自分の記録を理由を添えて取り下げる',
  may: 'monitoring.write',
  audit: 'monitoring.withdrawn',
  request: { params: RecordParams, body: Withdrawal },
  responses,
})
const confirm = route({
  method: 'post',
  path: `${RECORD}/confirm`,
  summary: '委託先の記録を確認し、意見を付ける',
  may: 'monitoring.confirm',
  audit: 'monitoring.confirmed',
  request: { params: RecordParams, body: Confirmation },
  responses,
})
const send = route({
  method: 'post',
  path: `${ONE}/entrustments`,
  summary: '居宅介護支援事業所に委託する',
  may: 'entrustment.send',
  audit: 'entrustment.sent',
  request: { params: CourseParams, body: NewEntrustment },
  responses,
})
const takenBack = route({
  method: 'post',
  path: `${ONE}/take-back`,
  summary: '委託の終了後に残った予定を引き受ける',
  may: write,
  audit: 'entrustment.taken-back',
  request: { params: CourseParams },
  responses,
})
const handOver = route({
  method: 'get',
  path: `${ONE}/entrustments/{entrustmentId}/pdf`,
  summary: '引き継ぎ書をPDFにする',
  may: read,
  audit: 'entrustment.printed',
  request: { params: HandOverParams },
  // the bytes of a PDF; the wrapper knows only JSON answers
  responses: { 200: z.string() },
})
const received = route({
  method: 'get',
  path: '/api/entrustments/inbox',
  summary: '自分の事業所あての、受領待ちの委託',
  may: 'entrustment.receive',
  audit: 'entrustment.inbox-viewed',
  responses: { 200: Inbox },
})
const receipt = route({
  method: 'post',
  path: `${CONTRACT}/receipt`,
  summary: '委託を受領する',
  may: 'entrustment.receive',
  audit: 'entrustment.received',
  request: { params: CourseParams },
  responses: { 200: Received },
})
const refusal = route({
  method: 'post',
  path: `${CONTRACT}/decline`,
  summary: '委託を理由を添えて辞退する',
  may: 'entrustment.receive',
  audit: 'entrustment.declined',
  request: { params: CourseParams, body: Decline },
  responses: { 200: Declined },
})
const lastDay = route({
  method: 'post',
  path: `${CONTRACT}/end`,
  summary: '委託の最終日を決める',
  may: 'entrustment.send',
  audit: 'entrustment.ended',
  request: { params: CourseParams, body: EntrustmentEnd },
  responses,
})

export const routes = area()
  .openapi(ofPerson, async (c) =>
    c.json(await coursesOfPerson(c.get('work'), c.req.valid('param').personId), 200),
  )
  .openapi(choices, async (c) => c.json(await choicesFor(c.get('work'), c.req.valid('param').personId), 200))
  .openapi(preview, async (c) => c.json(await previewCourse(c.get('work'), c.req.valid('json')), 200))
  .openapi(open, async (c) => c.json(await openCourse(c.get('work'), c.req.valid('json')), 200))
  .openapi(list, async (c) => c.json(await listCourses(c.get('work'), c.req.valid('json')), 200))
  .openapi(exportList, async (c) => {
    const { format, ...filter } = c.req.valid('json')
    return answerFile(c, await exportCourses(c.get('work'), filter, format)) as never
  })
  .openapi(one, async (c) => c.json(await readCourse(c.get('work'), c.req.valid('param').id), 200))
  .openapi(change, async (c) =>
    c.json(await changeCourse(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(end, async (c) =>
    c.json(await endCourse(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(reopen, async (c) =>
    c.json(await reopenCourse(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(record, async (c) =>
    c.json(await addRecord(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(where, async (c) => c.json(await findRecord(c.get('work'), c.req.valid('param').id), 200))
  .openapi(correct, async (c) =>
    c.json(await changeRecord(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(withdraw, async (c) =>
    c.json(await withdrawRecord(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(confirm, async (c) =>
    c.json(await confirmRecord(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(send, async (c) =>
    c.json(await entrust(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(takenBack, async (c) => c.json(await takeBack(c.get('work'), c.req.valid('param').id), 200))
  .openapi(handOver, async (c) => {
    const { id, entrustmentId } = c.req.valid('param')
    const bytes = await printHandOver(c.get('work'), id, entrustmentId)
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="hand-over.pdf"',
    }
    return c.body(new Uint8Array(bytes), 200, headers) as never
  })
  .openapi(received, async (c) => c.json(await inbox(c.get('work')), 200))
  .openapi(receipt, async (c) => c.json(await receive(c.get('work'), c.req.valid('param').id), 200))
  .openapi(refusal, async (c) =>
    c.json(await decline(c.get('work'), c.req.valid('param').id, c.req.valid('json').reason), 200),
  )
  .openapi(lastDay, async (c) =>
    c.json(await endEntrustment(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
