import '../index.ts'
import '../policy.ts'
import { area, route } from '../../../platform/http/index.ts'
import { PersonParams } from '../schema.ts'
import {
  CancelBody,
  Cancelled,
  EventBody,
  EventParams,
  EventPreview,
  EventQuery,
  Recorded,
} from './schema.ts'
import { cancelEvent, previewEvent, recordEvent } from './service.ts'

const preview = route({
  method: 'get',
  path: '/api/people/{id}/event-preview',
  summary: '死亡・転出を記録すると何が起こるかを見る',
  may: 'person.record-event',
  audit: 'person.event-previewed',
  request: { params: PersonParams, query: EventQuery },
  responses: { 200: EventPreview },
})
const record = route({
  method: 'post',
  path: '/api/people/{id}/events',
  summary: '死亡・転出を、届出の前に知ったときに記録する',
  may: 'person.record-event',
  audit: 'person.event-recorded',
  request: { params: PersonParams, body: EventBody },
  responses: { 201: Recorded },
})
const cancel = route({
  method: 'post',
  path: '/api/people/{id}/events/{eventId}/cancel',
  summary: '死亡・転出の記録を取り消す',
  may: 'person.record-event',
  audit: 'person.event-cancelled',
  request: { params: EventParams, body: CancelBody },
  responses: { 200: Cancelled },
})

export const routes = area()
  .openapi(preview, async (c) =>
    c.json(await previewEvent(c.get('work'), c.req.valid('param').id, c.req.valid('query').kind), 200),
  )
  .openapi(record, async (c) =>
    c.json(await recordEvent(c.get('work'), c.req.valid('param').id, c.req.valid('json')), 201),
  )
  .openapi(cancel, async (c) => {
    const { id, eventId } = c.req.valid('param')
    return c.json(await cancelEvent(c.get('work'), id, eventId, c.req.valid('json')), 200)
  })
