import { streamSSE } from 'hono/streaming'
import type { Work } from '../database/work.ts'
import { notFound } from '../errors/index.ts'
import { area, route, z } from '../http/index.ts'
import './policy.ts'

const Job = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  message: z.string().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
})
type Job = z.infer<typeof Job>
const byId = { params: z.object({ id: z.uuid() }) }

const COLUMNS = `id, kind, title, state, done_units as done, total_units as total, message, result,
  created_at as "createdAt", ended_at as "endedAt"`

const findJob = async (work: Work, id: string): Promise<Job> => {
  const rows = await work.read((tx) =>
    tx.query<Job>(`select ${COLUMNS} from platform.job where insurer_id = $1 and staff_id = $2 and id = $3`, [
      work.actor.insurerId,
      work.actor.staffId,
      id,
    ]),
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

const list = route({
  method: 'get',
  path: '/api/jobs',
  summary: '自分が始めた処理の一覧',
  may: 'job.own',
  audit: 'none',
  responses: { 200: z.object({ items: z.array(Job) }) },
})
const get = route({
  method: 'get',
  path: '/api/jobs/{id}',
  summary: '処理の進み具合',
  may: 'job.own',
  audit: 'none',
  request: byId,
  responses: { 200: Job },
})
const events = route({
  method: 'get',
  path: '/api/jobs/{id}/events',
  summary: '処理の進み具合(server-sent events)',
  may: 'job.own',
  audit: 'none',
  request: byId,
  responses: { 200: z.string() },
})
const cancel = route({
  method: 'post',
  path: '/api/jobs/{id}/cancel',
  summary: '処理を中止する',
  may: 'job.own',
  audit: 'job.cancelled',
  request: byId,
  responses: { 200: Job },
})

const ENDED = new Set(['done', 'failed', 'cancelled'])

export const routes = area()
  .openapi(list, async (c) => {
    const work = c.get('work')
    const items = await work.read((tx) =>
      tx.query<Job>(
        `select ${COLUMNS} from platform.job where insurer_id = $1 and staff_id = $2 order by created_at desc limit 50`,
        [work.actor.insurerId, work.actor.staffId],
      ),
    )
    return c.json({ items }, 200)
  })
  .openapi(get, async (c) => c.json(await findJob(c.get('work'), c.req.valid('param').id), 200))
  .openapi(cancel, async (c) => {
    const work = c.get('work')
    const { id } = c.req.valid('param')
    await findJob(work, id)
    await work.write((tx) =>
      tx.query(
        `update platform.job set is_cancel_requested = true,
           state = case state when 'queued' then 'cancelled' else state end
         where insurer_id = $1 and staff_id = $2 and id = $3 and state in ('queued', 'running')`,
        [work.actor.insurerId, work.actor.staffId, id],
      ),
    )
    return c.json(await findJob(work, id), 200)
  })
  .openapi(events, async (c) => {
    const work = c.get('work')
    const { id } = c.req.valid('param')
    await findJob(work, id) // absent and foreign end here, before any stream begins
    return streamSSE(c, async (stream) => {
      let last = ''
      while (!stream.aborted) {
        const job = await findJob(work, id)
        const data = JSON.stringify(job)
        if (data !== last) await stream.writeSSE({ event: 'progress', data })
        last = data
        if (ENDED.has(job.state)) return
        await stream.sleep(300)
      }
    }) as never
  })
