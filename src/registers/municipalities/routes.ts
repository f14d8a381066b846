import { area, route } from '../../platform/http/index.ts'
import { boundarySets } from './boundaries.ts'
import './policy.ts'
import { BoundarySets, BoundaryTopology, TopologyQuery } from './schema.ts'
import { topologyAnswer } from './topology-answer.ts'

const findSets = route({
  method: 'get',
  path: '/api/boundaries',
  summary: '取り込んだ行政区域の境界（地域、いつの区域か、出典）',
  may: 'boundary.read',
  audit: 'none',
  responses: { 200: BoundarySets },
})
const findTopology = route({
  method: 'get',
  path: '/api/boundaries/topology',
  summary: '市町村（政令指定都市は市として）か都道府県の形を、境の一致する TopoJSON で（出典つき）',
  may: 'boundary.read',
  audit: 'none',
  request: { query: TopologyQuery },
  responses: { 200: BoundaryTopology },
})

export const routes = area()
  .openapi(findSets, async (c) => c.json(await boundarySets(c.get('work')), 200))
  .openapi(findTopology, async (c) => {
    const answer = await topologyAnswer(c.get('work'), c.req.valid('query'))
    c.header('etag', answer.etag)
    c.header('cache-control', 'private, no-cache')
    c.header('vary', 'accept-encoding')
    if (c.req.header('if-none-match') === answer.etag) return c.body(null, 304) as never
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
    c.header('content-type', 'application/json')
    if (encoding) c.header('content-encoding', encoding)
    return c.body(answer[encoding ?? 'plain'], 200) as never
  })
