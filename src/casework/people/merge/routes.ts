import '../index.ts'
import '../policy.ts'
import { area, route } from '../../../platform/http/index.ts'
import { PersonParams } from '../schema.ts'
import {
  MergeBody,
  Merged,
  MergeList,
  MergeParams,
  MergePreview,
  RequestBody,
  Requested,
  UndoBody,
  Undone,
  UndoParams,
  UndoPreview,
} from './schema.ts'
import { mergePeople, previewMerge, requestMerge } from './service.ts'
import { mergesOf, previewUndo, undoMerge } from './undo.ts'

const ONE = '/api/people/{id}'

const preview = route({
  method: 'get',
  path: `${ONE}/merge-preview/{otherId}`,
  summary: '統合の前に、二つの記録と移る記録の数を見る',
  may: 'person.compare',
  audit: 'person.merge-previewed',
  request: { params: MergeParams },
  responses: { 200: MergePreview },
})
const merge = route({
  method: 'post',
  path: `${ONE}/merge`,
  summary: '同一人物の統合: もう一つの記録をこの記録へ統合する',
  may: 'person.merge',
  audit: 'person.merged',
  request: { params: PersonParams, body: MergeBody },
  responses: { 200: Merged },
})
const ask = route({
  method: 'post',
  path: `${ONE}/merge-request`,
  summary: '保険者へ統合を依頼する',
  may: 'person.compare',
  audit: 'person.merge-requested',
  request: { params: PersonParams, body: RequestBody },
  responses: { 200: Requested },
})
const list = route({
  method: 'get',
  path: `${ONE}/merges`,
  summary: 'この記録へ統合した記録',
  may: 'person.compare',
  audit: 'person.merges-viewed',
  request: { params: PersonParams },
  responses: { 200: MergeList },
})
const undoPreview = route({
  method: 'get',
  path: `${ONE}/merges/{mergeId}/undo`,
  summary: '統合を取り消すとどうなるかを見る',
  may: 'person.merge',
  audit: 'person.unmerge-previewed',
  request: { params: UndoParams },
  responses: { 200: UndoPreview },
})
const undo = route({
  method: 'post',
  path: `${ONE}/merges/{mergeId}/undo`,
  summary: '統合を取り消す',
  may: 'person.merge',
  audit: 'person.unmerged',
  request: { params: UndoParams, body: UndoBody },
  responses: { 200: Undone },
})

export const routes = area()
  .openapi(preview, async (c) => {
    const { id, otherId } = c.req.valid('param')
    return c.json(await previewMerge(c.get('work'), id, otherId), 200)
  })
  .openapi(merge, async (c) =>
    c.json(await mergePeople(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(ask, async (c) =>
    c.json(await requestMerge(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 200),
  )
  .openapi(list, async (c) => c.json(await mergesOf(c.get('work'), c.req.valid('param').id), 200))
  .openapi(undoPreview, async (c) => {
    const { id, mergeId } = c.req.valid('param')
    return c.json(await previewUndo(c.get('work'), id, mergeId), 200)
  })
  .openapi(undo, async (c) => {
    const { id, mergeId } = c.req.valid('param')
    return c.json(await undoMerge(c.get('work'), id, mergeId, c.req.valid('json')), 200)
  })
