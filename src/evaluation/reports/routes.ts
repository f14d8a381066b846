import './policy.ts'
import './words.ts'
import { answerFile } from '../../platform/documents/index.ts'
import { area, route, z } from '../../platform/http/index.ts'
import { confirmReport } from './confirm.ts'
import { decideReport } from './decide.ts'
import { exportReport } from './export.ts'
import { lateEntriesOf } from './late-entries.ts'
import { overview } from './overview.ts'
import { printReport } from './print.ts'
import { INSURER } from './reach.ts'
import { placeOfReport, readReport, readSubmitted } from './read.ts'
import { recordsOf } from './records.ts'
import {
  ConfirmBody,
  DecideBody,
  FileQuery,
  LateEntries,
  MonthlyReport,
  Overview,
  OverviewQuery,
  PaperQuery,
  Records,
  RecordsQuery,
  ReportIdParams,
  ReportParams,
  ReportPlace,
  ReturnBody,
  SubmittedReport,
  VersionParams,
} from './schema.ts'

const PATH = '/api/monthly-reports/{unit}/{month}'
const InsurerParams = ReportParams.pick({ month: true })

const list = route({
  method: 'get',
  path: '/api/monthly-reports',
  summary: '月報の一覧: 月とセンターごとの状態',
  may: 'monthly-report.read',
  audit: 'none',
  request: { query: OverviewQuery },
  responses: { 200: Overview },
})
const place = route({
  method: 'get',
  path: '/api/monthly-report-places/{id}',
  summary: '月報の番号から、どのセンターのどの月かを知る',
  may: 'monthly-report.read',
  audit: 'none',
  request: { params: ReportIdParams },
  responses: { 200: ReportPlace },
})
const read = route({
  method: 'get',
  path: PATH,
  summary: '月報: 現在値、確定値、前月、前年同月',
  may: 'monthly-report.read',
  audit: 'monthly-report.viewed',
  request: { params: ReportParams },
  responses: { 200: MonthlyReport },
})
const submitted = route({
  method: 'get',
  path: `${PATH}/versions/{number}`,
  summary: '月報の確定した版',
  may: 'monthly-report.read',
  audit: 'monthly-report.viewed',
  request: { params: VersionParams },
  responses: { 200: SubmittedReport },
})
const records = route({
  method: 'get',
  path: `${PATH}/records`,
  summary: '月報の数の元になった記録',
  may: 'monthly-report.records',
  audit: 'monthly-report.opened',
  request: { params: ReportParams, query: RecordsQuery },
  responses: { 200: Records },
})
const late = route({
  method: 'get',
  path: `${PATH}/late-entries`,
  summary: '月報の確定後に変わった記録',
  may: 'monthly-report.records',
  audit: 'monthly-report.opened',
  request: { params: ReportParams },
  responses: { 200: LateEntries },
})
const confirm = route({
  method: 'post',
  path: `${PATH}/confirm`,
  summary: 'センターの月報を確定する。提出済みなら理由を添えて訂正版を出す',
  may: 'monthly-report.confirm',
  audit: 'monthly-report.confirmed',
  request: { params: ReportParams, body: ConfirmBody },
  responses: { 200: MonthlyReport },
})
const close = route({
  method: 'post',
  path: '/api/monthly-reports/insurer/{month}/close',
  summary: '全センターの受理後に、市全体の月報を確定する',
  may: 'monthly-report.decide',
  audit: 'monthly-report.confirmed',
  request: { params: InsurerParams, body: ConfirmBody },
  responses: { 200: MonthlyReport },
})
const accept = route({
  method: 'post',
  path: `${PATH}/accept`,
  summary: 'センターの月報を受理する',
  may: 'monthly-report.decide',
  audit: 'monthly-report.accepted',
  request: { params: ReportParams, body: DecideBody },
  responses: { 200: MonthlyReport },
})
const sendBack = route({
  method: 'post',
  path: `${PATH}/return`,
  summary: 'センターの月報を理由を添えて差し戻す',
  may: 'monthly-report.decide',
  audit: 'monthly-report.returned',
  request: { params: ReportParams, body: ReturnBody },
  responses: { 200: MonthlyReport },
})
const file = route({
  method: 'get',
  path: `${PATH}/file`,
  summary: '月報を Excel か CSV で受け取る（画面と同じ数）',
  may: 'monthly-report.export',
  audit: 'monthly-report.exported',
  request: { params: ReportParams, query: FileQuery },
  responses: { 200: z.string() },
})
const paper = route({
  method: 'get',
  path: `${PATH}/pdf`,
  summary: '月報の様式（A4 1枚）か別表を PDF で受け取る',
  may: 'monthly-report.export',
  audit: 'monthly-report.printed',
  request: { params: ReportParams, query: PaperQuery },
  responses: { 200: z.string() },
})

export const routes = area()
  .openapi(list, async (c) => c.json(await overview(c.get('work'), c.req.valid('query').fiscalYear), 200))
  .openapi(place, async (c) => c.json(await placeOfReport(c.get('work'), c.req.valid('param').id), 200))
  .openapi(read, async (c) => {
    const { unit, month } = c.req.valid('param')
    return c.json(await readReport(c.get('work'), unit, month), 200)
  })
  .openapi(submitted, async (c) => {
    const { unit, month, number } = c.req.valid('param')
    return c.json(await readSubmitted(c.get('work'), unit, month, number), 200)
  })
  .openapi(records, async (c) => {
    const { unit, month } = c.req.valid('param')
    return c.json(await recordsOf(c.get('work'), unit, month, c.req.valid('query')), 200)
  })
  .openapi(late, async (c) => {
    const { unit, month } = c.req.valid('param')
    return c.json(await lateEntriesOf(c.get('work'), unit, month), 200)
  })
  .openapi(confirm, async (c) => {
    const { unit, month } = c.req.valid('param')
    return c.json(await confirmReport(c.get('work'), unit, month, c.req.valid('json')), 200)
  })
  .openapi(close, async (c) => {
    const { month } = c.req.valid('param')
    return c.json(await confirmReport(c.get('work'), INSURER, month, c.req.valid('json')), 200)
  })
  .openapi(accept, async (c) => {
    const { unit, month } = c.req.valid('param')
    const { version } = c.req.valid('json')
    const decision = { step: 'accepted', version, reason: null } as const
    return c.json(await decideReport(c.get('work'), unit, month, decision), 200)
  })
  .openapi(sendBack, async (c) => {
    const { unit, month } = c.req.valid('param')
    const decision = { step: 'returned', ...c.req.valid('json') } as const
    return c.json(await decideReport(c.get('work'), unit, month, decision), 200)
  })
  .openapi(file, async (c) => {
    const { unit, month } = c.req.valid('param')
    return answerFile(c, await exportReport(c.get('work'), unit, month, c.req.valid('query'))) as never
  })
  .openapi(paper, async (c) => {
    const { unit, month } = c.req.valid('param')
    const query = c.req.valid('query')
    const bytes = Uint8Array.from(await printReport(c.get('work'), unit, month, query))
    const name = `月報${query.part === 'annex' ? '別表' : ''}_${month}.pdf`
    return answerFile(c, { name, type: 'application/pdf', bytes }) as never
  })
