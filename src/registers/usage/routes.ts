import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import './policy.ts'
import { ExportBody, Usage, UsageBody } from './schema.ts'
import { exportUsage, usageOf } from './service.ts'

const usage = route({
  method: 'post',
  path: '/api/usage',
  summary: 'センターごと・月ごとの利用状況',
  may: 'usage.read',
  audit: 'usage.viewed',
  request: { body: UsageBody },
  responses: { 200: Usage },
})
const exported = route({
  method: 'post',
  path: '/api/usage/export',
  summary: '利用状況をファイルに書き出す',
  may: 'usage.read',
  audit: 'usage.exported',
  request: { body: ExportBody },
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(usage, async (c) => c.json(await usageOf(c.get('work'), c.req.valid('json')), 200))
  .openapi(
    exported,
    async (c) => answerFile(c, await exportUsage(c.get('work'), c.req.valid('json'))) as never,
  )
