import { area, route } from '../../../platform/http/index.ts'
import '../policy.ts'
import { importState } from './import-state.ts'
import { ImportStateAnswer } from './schema.ts'

const find = route({
  method: 'get',
  path: '/api/people/import-state',
  summary: '基幹系システムのファイルを最後に取り込んだ日（古いときの知らせ）',
  may: 'person.read',
  audit: 'none',
  responses: { 200: ImportStateAnswer },
})

export const routes = area().openapi(find, async (c) => {
  const work = c.get('work')
  const [rows] = (await work.flight([
    {
      text: `select created_on as "createdOn", applied_at as "appliedAt" from casework.core_import
        where insurer_id = $1 order by created_on desc, applied_at desc limit 1`,
      values: [work.actor.insurerId],
    },
  ])) as [{ createdOn: string; appliedAt: string }[]]
  return c.json(importState(rows[0], work.today), 200)
})
