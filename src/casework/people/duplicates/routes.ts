import '../index.ts'
import '../policy.ts'
import { area, route } from '../../../platform/http/index.ts'
import { DecideBody, Decided, PairParams, Pairs, PairsQuery, Started } from './schema.ts'
import { decidePair, listPairs } from './service.ts'

const may = 'person.duplicates'

const search = route({
  method: 'post',
  path: '/api/people/duplicate-search',
  summary: '重複の候補を保険者全体から探し始める',
  may,
  audit: 'person.duplicate-search-started',
  request: {},
  responses: { 202: Started },
})
const list = route({
  method: 'get',
  path: '/api/people/duplicate-pairs',
  summary: '重複の候補の一覧',
  may,
  audit: 'person.duplicate-pairs-listed',
  request: { query: PairsQuery },
  responses: { 200: Pairs },
})
const decide = route({
  method: 'post',
  path: '/api/people/duplicate-pairs/{pairId}/decision',
  summary: '重複の候補を、別の方と決める・候補に戻す',
  may,
  audit: 'person.duplicate-decided',
  request: { params: PairParams, body: DecideBody },
  responses: { 200: Decided },
})

export const routes = area()
  .openapi(search, async (c) => {
    const jobId = await c.get('tools').jobs.start(c.get('work'), 'people-duplicates', '重複の候補探し', null)
    return c.json({ jobId }, 202)
  })
  .openapi(list, async (c) => c.json(await listPairs(c.get('work'), c.req.valid('query')), 200))
  .openapi(decide, async (c) =>
    c.json(await decidePair(c.get('work'), c.req.valid('param').pairId, c.req.valid('json')), 200),
  )
