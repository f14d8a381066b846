import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { acceptSpacing, decide, withdrawDecision } from './decide.ts'
import { listDifferences } from './differences.ts'
import { exportOffices } from './export.ts'
import { holdings } from './holdings.ts'
import { listOffices } from './list.ts'
import { officeOf } from './office.ts'
import './policy.ts'
import * as shape from './schema.ts'

const search = route({
  method: 'post',
  path: '/api/offices/search',
  summary: '介護事業所の一覧（出典つき）',
  may: 'office.read',
  audit: 'none',
  request: { body: shape.OfficeSearch },
  responses: { 200: shape.OfficeList },
})
const held = route({
  method: 'get',
  path: '/api/offices/holdings',
  summary: '読み込んである事業所のサービスと都道府県、入っていないサービス、決めるちがいの数',
  may: 'office.read',
  audit: 'none',
  responses: { 200: shape.Holdings },
})
const one = route({
  method: 'get',
  path: '/api/offices/by-id/{officeId}',
  summary: '一つの介護事業所（サービスごとに、ファイルの書くとおり）',
  may: 'office.read',
  audit: 'none',
  request: { params: shape.OfficeId },
  responses: { 200: shape.Office },
})
const differences = route({
  method: 'post',
  path: '/api/offices/differences',
  summary: '一つの事業所番号に名称か住所がいくつもあるもの',
  may: 'office.read',
  audit: 'none',
  request: { body: shape.DifferenceQuery },
  responses: { 200: shape.DifferenceList },
})
const decideOne = route({
  method: 'post',
  path: '/api/offices/differences/decide',
  summary: '事業所の名称・住所のちがいを決める',
  may: 'office.decide',
  audit: 'office.decided',
  request: { body: shape.Decide },
  responses: { 200: shape.Decided },
})
const acceptAll = route({
  method: 'post',
  path: '/api/offices/differences/accept-spacing',
  summary: '全角・半角・空白だけのちがいをまとめて確認する',
  may: 'office.decide',
  audit: 'office.spacing-accepted',
  request: { body: shape.AcceptSpacing },
  responses: { 200: shape.Accepted },
})
const takeBack = route({
  method: 'post',
  path: '/api/offices/differences/withdraw',
  summary: '事業所の名称・住所のちがいの決定を取り消す',
  may: 'office.decide',
  audit: 'office.decision-withdrawn',
  request: { body: shape.Withdraw },
  responses: { 200: shape.Withdrawn },
})
const exported = route({
  method: 'post',
  path: '/api/offices/export',
  summary: '介護事業所の一覧をファイルに書き出す（出典つき）',
  may: 'office.read',
  audit: 'office.exported',
  request: { body: shape.OfficeExport },
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(search, async (c) => c.json(await listOffices(c.get('work'), c.req.valid('json')), 200))
  .openapi(held, async (c) => c.json(await holdings(c.get('work')), 200))
  .openapi(one, async (c) => c.json(await officeOf(c.get('work'), c.req.valid('param').officeId), 200))
  .openapi(differences, async (c) => c.json(await listDifferences(c.get('work'), c.req.valid('json')), 200))
  .openapi(decideOne, async (c) => c.json(await decide(c.get('work'), c.req.valid('json')), 200))
  .openapi(acceptAll, async (c) =>
    c.json(await acceptSpacing(c.get('work'), c.req.valid('json').municipalityCode), 200),
  )
  .openapi(takeBack, async (c) => c.json(await withdrawDecision(c.get('work'), c.req.valid('json')), 200))
  .openapi(
    exported,
    async (c) => answerFile(c, await exportOffices(c.get('work'), c.req.valid('json'))) as never,
  )
