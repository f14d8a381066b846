import { answerFile } from '../../platform/documents/index.ts'
import { area, route, statedActions, z } from '../../platform/http/index.ts'
import { exportLines } from './export.ts'
import './policy.ts'
import * as shape from './schema.ts'
import { choicesOf, findLines, findPeople, looksByStaff } from './service.ts'
import { exportTouched, findTouched } from './touched.ts'

const may = 'access-log.read'

const lines = route({
  method: 'post',
  path: '/api/access-log/lines',
  summary: 'だれがだれの記録を見たか（期間、職員、本人、目的で絞る）',
  may,
  audit: 'access-log.viewed',
  request: { body: shape.LinesQuery },
  responses: { 200: shape.LinePage },
})
const people = route({
  method: 'post',
  path: '/api/access-log/people',
  summary: '閲覧の記録を調べる本人を、番号で特定する',
  may,
  audit: 'access-log.person-found',
  request: { body: shape.PersonQuestion },
  responses: { 200: shape.FoundPeople },
})
const byStaff = route({
  method: 'post',
  path: '/api/access-log/by-staff',
  summary: '職員ごとの閲覧の数と、ふだんと違う使い方',
  may,
  audit: 'access-log.summary-viewed',
  request: { body: shape.Period },
  responses: { 200: shape.ByStaff },
})
const touched = route({
  method: 'post',
  path: '/api/access-log/touched',
  summary: '一つの口座が、期間の中で見た・書いた・書き出した・印刷した人の一覧',
  may,
  audit: 'access-log.touched-viewed',
  request: { body: shape.TouchedQuery },
  responses: { 200: shape.TouchedPeople },
})
const touchedExported = route({
  method: 'post',
  path: '/api/access-log/touched/export',
  summary: '一つの口座が触れた人の全員を、ファイルで受け取る（CSV・Excel）',
  may,
  audit: 'access-log.touched-exported',
  request: { body: shape.TouchedExport },
  responses: { 200: z.string() },
})
const choices = route({
  method: 'get',
  path: '/api/access-log/choices',
  summary: '閲覧の記録を絞る職員と目的の一覧',
  may,
  audit: 'none',
  responses: { 200: shape.Choices },
})
const exported = route({
  method: 'post',
  path: '/api/access-log/export',
  summary: '閲覧の記録を、絞り込みのままファイルで受け取る（CSV・Excel）',
  may,
  audit: 'access-log.exported',
  request: { body: shape.LinesExport },
  // the bytes of a file; the wrapper knows only JSON answers
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(lines, async (c) => c.json(await findLines(c.get('work'), c.req.valid('json')), 200))
  .openapi(people, async (c) => c.json(await findPeople(c.get('work'), c.req.valid('json').number), 200))
  .openapi(byStaff, async (c) => c.json(await looksByStaff(c.get('work'), c.req.valid('json')), 200))
  .openapi(choices, async (c) => c.json(await choicesOf(c.get('work'), statedActions()), 200))
  .openapi(exported, async (c) => {
    const { format, ...query } = c.req.valid('json')
    return answerFile(c, await exportLines(c.get('work'), query, format)) as never
  })
  .openapi(touched, async (c) => c.json(await findTouched(c.get('work'), c.req.valid('json')), 200))
  .openapi(touchedExported, async (c) => {
    const { format, ...query } = c.req.valid('json')
    return answerFile(c, await exportTouched(c.get('work'), query, format)) as never
  })
