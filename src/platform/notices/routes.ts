import '../tasks/routes.ts' // states the right task.work
import { area, route } from '../http/index.ts'
import { Notices } from './schema.ts'
import { noticesOf } from './service.ts'

const notices = route({
  method: 'get',
  path: '/api/notices',
  summary: 'ベルの件数: 新規担当、期限切れ、各領域で待っているもの',
  may: 'task.work',
  audit: 'none', // counts, nothing of a person
  responses: { 200: Notices },
})

export const routes = area().openapi(notices, async (c) => c.json(await noticesOf(c.get('work')), 200))
