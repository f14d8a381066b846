import { answerFile } from '../../../platform/documents/index.ts'
import { area, route, z } from '../../../platform/http/index.ts'
import '../policy.ts'
import { IndicatorParam } from '../schema.ts'
import { SheetQuery } from './schema.ts'
import { indicatorSheet } from './sheet.ts'

const paper = route({
  method: 'get',
  path: '/api/indicator-sheets/{id}',
  summary: '一つの場所の指標を A4 一枚の PDF で（図、読み方、定義、出典）',
  may: 'indicator.read',
  audit: 'none',
  request: { params: IndicatorParam, query: SheetQuery },
  responses: { 200: z.string() },
})

export const routes = area().openapi(paper, async (c) => {
  const { name, bytes } = await indicatorSheet(c.get('work'), c.req.valid('param').id, c.req.valid('query'))
  return answerFile(c, { name, type: 'application/pdf', bytes: Uint8Array.from(bytes) }) as never
})
