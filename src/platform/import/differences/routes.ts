import { answerFile } from '../../documents/index.ts'
import { area, route, z } from '../../http/index.ts'
import '../policy.ts'
import { Difference } from '../schema.ts'
import { csvOfDifferences, pageOfDifferences } from './stored.ts'

const page = route({
  method: 'get',
  path: '/api/imports/runs/{id}/differences',
  summary: '読み込みで変わるもの、なくなるもの、加わるもののすべて（200件ずつ）',
  may: 'import.own',
  audit: 'import.differences-viewed',
  request: {
    params: z.object({ id: z.uuid() }),
    query: z.object({
      state: z.enum(['added', 'changed', 'removed']),
      cursor: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
  },
  responses: { 200: z.object({ items: z.array(Difference), nextCursor: z.string().nullable() }) },
})
const exported = route({
  method: 'post',
  path: '/api/imports/runs/{id}/differences/export',
  summary: '読み込みで変わるもののすべてを CSV で受け取る',
  may: 'import.own',
  audit: 'import.differences-exported',
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(page, async (c) => {
    const { state, cursor = 1 } = c.req.valid('query')
    const work = c.get('work')
    const { id } = c.req.valid('param')
    const { items, nextPart } = await pageOfDifferences(work, id, { state, part: cursor })
    work.about('import-run', id, { state, shown: items.length })
    return c.json({ items, nextCursor: nextPart === null ? null : String(nextPart) }, 200)
  })
  .openapi(exported, async (c) => {
    const { id } = c.req.valid('param')
    const work = c.get('work')
    const { kind, bytes } = await csvOfDifferences(work, id)
    work.about('import-run', id, { kind })
    return answerFile(c, { name: `${kind}_違い.csv`, type: 'text/csv; charset=utf-8', bytes }) as never
  })
