import { area, route, z } from '../../http/index.ts'
import '../policy.ts'
import { kindToUndo, listHistory } from './list.ts'
import { History, HistoryQuery, UndoStarted } from './schema.ts'

const list = route({
  method: 'get',
  path: '/api/import-history',
  summary: '公表されたファイルの読み込みの記録',
  may: 'import.history',
  audit: 'import.history-listed',
  request: { query: HistoryQuery },
  responses: { 200: History },
})
const undo = route({
  method: 'post',
  path: '/api/import-history/{id}/undo',
  summary: '公表されたファイルの、種類ごとに最も新しい読み込みを取り消す',
  may: 'import.undo',
  audit: 'import.undo-asked',
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 202: UndoStarted },
})

export const routes = area()
  .openapi(list, async (c) => c.json(await listHistory(c.get('work'), c.req.valid('query')), 200))
  .openapi(undo, async (c) => {
    const work = c.get('work')
    const { id } = c.req.valid('param')
    const kind = await kindToUndo(work, id)
    work.about('reference-run', id, { kind: kind.kind })
    const input = { runId: id, kind: kind.kind }
    const jobId = await c
      .get('tools')
      .jobs.start(work, 'import-undo', `${kind.label}の読み込みを取り消す`, input)
    return c.json({ jobId }, 202)
  })
