import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { runRows } from '../../platform/import/index.ts'
import { Report } from '../../platform/import/schema.ts'
import { townsFile } from './files.ts'
import { townsKind } from './imports.ts'
import './policy.ts'
import * as service from './put.ts'
import { areaRegister } from './register.ts'
import * as shape from './schema.ts'
import { listAreas, listTowns } from './service.ts'
import { TOWN_HEADINGS } from './town-file.ts'

const read = { may: 'area.read', audit: 'none' } as const

const towns = route({
  method: 'get',
  path: '/api/towns',
  summary: '町の一覧（今日の圏域と担当センターつき）',
  ...read,
  responses: { 200: shape.TownList },
})
const areas = route({
  method: 'get',
  path: '/api/areas',
  summary: '日常生活圏域の一覧',
  ...read,
  responses: { 200: shape.AreaList },
})
const register = route({
  method: 'get',
  path: '/api/areas/register',
  summary: '圏域と町の台帳（過去とこれからの期間を含む）',
  ...read,
  responses: { 200: shape.AreaRegister },
})

const manage = <const P extends string, B extends z.ZodType, R extends z.ZodType>(
  path: P,
  summary: string,
  audit: string,
  body: B,
  answer: R,
) =>
  route({
    method: 'post',
    path,
    summary,
    may: 'area.manage',
    audit,
    request: { body },
    responses: { 200: answer },
  })

const putArea = manage('/api/areas/put', '圏域を登録する、直す', 'area.stored', shape.PutArea, shape.Done)
const endArea = manage('/api/areas/end', '圏域の最後の日を決める', 'area.ended', shape.EndArea, shape.Done)
const assignArea = manage(
  '/api/areas/assign',
  '圏域の担当センターを、ある日から替える',
  'area.assigned',
  shape.AssignArea,
  shape.Done,
)
const putTown = manage('/api/towns/put', '町を登録する、直す', 'area.town-stored', shape.PutTown, shape.Done)
const assignTowns = manage(
  '/api/towns/assign',
  '町の圏域を、ある日から替える',
  'area.town-moved',
  shape.AssignTowns,
  shape.Moved,
)
const affected = manage(
  '/api/towns/affected',
  '町にかかわる利用者などの数',
  'area.affected-counted',
  shape.AffectedBody,
  shape.Affected,
)
const rows = manage(
  '/api/towns/rows',
  '表に打った町を確かめる、保存する',
  'area.towns-imported',
  shape.TownRows,
  Report,
)
const exported = route({
  method: 'post',
  path: '/api/towns/export',
  summary: '町の一覧をファイルに書き出す（読み込みの様式を兼ねる）',
  may: 'area.read',
  audit: 'area.exported',
  request: { body: shape.ExportBody },
  responses: { 200: z.string() },
})

const done = { done: true as const }

export const routes = area()
  .openapi(towns, async (c) => c.json({ items: await listTowns(c.get('work')) }, 200))
  .openapi(areas, async (c) => c.json({ items: await listAreas(c.get('work')) }, 200))
  .openapi(register, async (c) => c.json(await areaRegister(c.get('work')), 200))
  .openapi(putArea, async (c) => {
    await service.putArea(c.get('work'), c.req.valid('json'))
    return c.json(done, 200)
  })
  .openapi(endArea, async (c) => {
    await service.endArea(c.get('work'), c.req.valid('json'))
    return c.json(done, 200)
  })
  .openapi(assignArea, async (c) => {
    await service.assignArea(c.get('work'), c.req.valid('json'))
    return c.json(done, 200)
  })
  .openapi(putTown, async (c) => {
    await service.putTown(c.get('work'), c.req.valid('json'))
    return c.json(done, 200)
  })
  .openapi(assignTowns, async (c) =>
    c.json({ moved: await service.assignTowns(c.get('work'), c.req.valid('json')) }, 200),
  )
  .openapi(affected, async (c) =>
    c.json(await service.affectedBy(c.get('work'), c.req.valid('json').townIds), 200),
  )
  .openapi(rows, async (c) => {
    const given = c.req.valid('json')
    return c.json(await runRows(c.get('work'), townsKind, { headings: TOWN_HEADINGS, ...given }), 200)
  })
  .openapi(exported, async (c) => {
    const { format } = c.req.valid('json')
    return answerFile(c, await townsFile(c.get('work'), format)) as never
  })
