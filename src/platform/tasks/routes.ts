import './policy.ts'
import { area, route } from '../http/index.ts'
import { addOwnTask, finishTask, postponeTask, receiveTask } from './change.ts'
import { colleaguesOf, handOverTask } from './hand-over.ts'
import { centreLoad, loadTasks } from './load.ts'
import {
  CentreLoad,
  Colleagues,
  DoneBody,
  HandOverBody,
  LoadParams,
  LoadQuery,
  LoadTasks,
  NewTaskBody,
  PostponeBody,
  TaskParams,
  TaskRow,
  Today,
  TodayQuery,
  VersionBody,
} from './schema.ts'
import { todayOf } from './today.ts'
import { undoTask } from './undo.ts'

const may = 'task.work'
const params = TaskParams
const responses = { 200: TaskRow }

const today = route({
  method: 'get',
  path: '/api/today',
  summary: 'きょう: 自分の予定の件数、14日間の件数、選んだ一覧',
  may,
  audit: 'task.today-viewed',
  request: { query: TodayQuery },
  responses: { 200: Today },
})
const add = route({
  method: 'post',
  path: '/api/tasks',
  summary: '自分の予定を作る',
  may,
  audit: 'task.added',
  request: { body: NewTaskBody },
  responses,
})
const done = route({
  method: 'post',
  path: '/api/tasks/{id}/done',
  summary: '予定を完了にする',
  may,
  audit: 'task.done',
  request: { params, body: DoneBody },
  responses,
})
const postpone = route({
  method: 'post',
  path: '/api/tasks/{id}/postpone',
  summary: '理由を添えて期限を延ばす',
  may,
  audit: 'task.postponed',
  request: { params, body: PostponeBody },
  responses,
})
const handOver = route({
  method: 'post',
  path: '/api/tasks/{id}/hand-over',
  summary: '予定をほかの職員に引き継ぐ',
  may,
  audit: 'task.handed-over',
  request: { params, body: HandOverBody },
  responses,
})
const receive = route({
  method: 'post',
  path: '/api/tasks/{id}/receive',
  summary: '引き継がれた予定を受領する',
  may,
  audit: 'task.received',
  request: { params, body: VersionBody },
  responses,
})
const undo = route({
  method: 'post',
  path: '/api/tasks/{id}/undo',
  summary: '直前の完了・延期を元に戻す',
  may,
  audit: 'task.undone',
  request: { params, body: VersionBody },
  responses,
})
const colleagues = route({
  method: 'get',
  path: '/api/staff/colleagues',
  summary: '引き継ぎ先に選べる同じ職場の職員',
  may,
  audit: 'staff.colleagues-listed',
  responses: { 200: Colleagues },
})

const load = route({
  method: 'get',
  path: '/api/tasks/load',
  summary: 'センターの職員ごとの、期限切れとこれから14日間の件数',
  may: 'task.load',
  audit: 'task.load-viewed',
  responses: { 200: CentreLoad },
})
const loadOfDay = route({
  method: 'get',
  path: '/api/tasks/load/{staffId}',
  summary: '職員の、ある日の予定（または期限切れ）',
  may: 'task.load',
  audit: 'task.load-opened',
  request: { params: LoadParams, query: LoadQuery },
  responses: { 200: LoadTasks },
})

export const routes = area()
  .openapi(load, async (c) => c.json(await centreLoad(c.get('work')), 200))
  .openapi(loadOfDay, async (c) =>
    c.json(await loadTasks(c.get('work'), c.req.valid('param').staffId, c.req.valid('query').day), 200),
  )
  .openapi(today, async (c) => c.json(await todayOf(c.get('work'), c.req.valid('query')), 200))
  .openapi(add, async (c) => c.json(await addOwnTask(c.get('work'), c.req.valid('json')), 200))
  .openapi(done, async (c) =>
    c.json(await finishTask(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(postpone, async (c) =>
    c.json(await postponeTask(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(handOver, async (c) =>
    c.json(await handOverTask(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(receive, async (c) =>
    c.json(await receiveTask(c.get('work'), c.req.valid('param').id, c.req.valid('json').version), 200),
  )
  .openapi(undo, async (c) =>
    c.json(await undoTask(c.get('work'), c.req.valid('param').id, c.req.valid('json').version), 200),
  )
  .openapi(colleagues, async (c) => c.json(await colleaguesOf(c.get('work')), 200))
