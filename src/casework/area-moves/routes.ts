import { area, route } from '../../platform/http/index.ts'
import { listMoves, undoMove } from './moves.ts'
import './policy.ts'
import { proposals, proposedPeople } from './proposals.ts'
import * as shape from './schema.ts'
import './words.ts'

const may = 'area-move.run'

const list = route({
  method: 'post',
  path: '/api/area-moves/proposals',
  summary: 'ある日の圏域とセンターに合わせた、担当替えの案（人数）',
  may,
  audit: 'area-move.proposed',
  request: { body: shape.ProposalsBody },
  responses: { 200: shape.Proposals },
})
const people = route({
  method: 'post',
  path: '/api/area-moves/people',
  summary: '担当替えの案の一組にいる人',
  may,
  audit: 'area-move.people-listed',
  request: { body: shape.PeopleBody },
  responses: { 200: shape.People },
})
const run = route({
  method: 'post',
  path: '/api/area-moves/run',
  summary: '一組をまとめて引き継ぎ始める',
  may,
  audit: 'area-move.started',
  request: { body: shape.RunBody },
  responses: { 202: shape.Started },
})
const moves = route({
  method: 'post',
  path: '/api/area-moves/list',
  summary: '行った担当替え',
  may,
  audit: 'area-move.listed',
  request: { body: shape.MovesBody },
  responses: { 200: shape.Moves },
})
const undo = route({
  method: 'post',
  path: '/api/area-moves/undo',
  summary: '担当替えを、一人だけ元に戻す',
  may,
  audit: 'area-move.undone',
  request: { body: shape.UndoBody },
  responses: { 200: shape.Done },
})

export const routes = area()
  .openapi(list, async (c) => c.json(await proposals(c.get('work'), c.req.valid('json').day), 200))
  .openapi(people, async (c) => c.json(await proposedPeople(c.get('work'), c.req.valid('json')), 200))
  .openapi(run, async (c) => {
    const jobId = await c
      .get('tools')
      .jobs.start(c.get('work'), 'area-moves', '担当替え', c.req.valid('json'))
    return c.json({ jobId }, 202)
  })
  .openapi(moves, async (c) => c.json(await listMoves(c.get('work'), c.req.valid('json')), 200))
  .openapi(undo, async (c) => {
    await undoMove(c.get('work'), c.req.valid('json'))
    return c.json({ done: true as const }, 200)
  })
