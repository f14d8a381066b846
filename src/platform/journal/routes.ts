import './policy.ts'
import { area, route } from '../http/index.ts'
import { ownDay } from './day.ts'
import { JournalDay, JournalQuery } from './schema.ts'

const day = route({
  method: 'get',
  path: '/api/journal',
  summary: '業務日誌: 自分の1日の記録',
  may: 'journal.own',
  audit: 'journal.viewed',
  request: { query: JournalQuery },
  responses: { 200: JournalDay },
})

export const routes = area().openapi(day, async (c) =>
  c.json(await ownDay(c.get('work'), c.req.valid('query').day), 200),
)
