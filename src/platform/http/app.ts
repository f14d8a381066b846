import { OpenAPIHono } from '@hono/zod-openapi'
import type { WorkTools } from '../database/work.ts'
import { Problem } from '../errors/index.ts'
import type { Jobs } from '../jobs/runner.ts'
import { apiPage, openApi } from './document.ts'
import type { Env } from './env.ts'
import { type Log, placeOf } from './log.ts'
import { answerProblem } from './problem.ts'
import { bodyLimit, rateLimit, sameOriginOnly, securityHeaders } from './security.ts'
import { screens } from './static.ts'

export interface FoundSession {
  actor: Env['Variables']['actor']
  restricted: Env['Variables']['restricted']
}

export interface AppTools extends WorkTools {
  log: Log
  jobs: Jobs
  /** MEGURI_URL; undefined in a trial on one machine */
  origin: string | undefined
  /** who sends this request, from its cookie */
  findSession(cookie: string | undefined): Promise<FoundSession | null>
  /** every area's routes, found by listing */
  areas: OpenAPIHono<Env>[]
  screensFolder: string
  isReady(): Promise<boolean>
  rate?: { perSecond: number; burst: number }
}

const MAX_BODY = 25 * 1024 * 1024

/** The whole way of a request: id, headers, origin, limits, session, then the area's route, then the screens. */
export function createApp(tools: AppTools): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>()
  app.onError((error, c) => {
    if (error instanceof Problem) return answerProblem(c, error)
    const sqlState = 'code' in error ? String(error.code) : ''
    tools.log({
      level: 'error',
      event: 'failed',
      requestId: c.get('requestId'),
      route: c.get('route'),
      error: placeOf(error),
    })
    return answerProblem(c, unexpected(sqlState))
  })
  app.notFound((c) => answerProblem(c, new Problem('not-found', 404, '見つかりません')))
  app.use(async (c, next) => {
    c.set('requestId', crypto.randomUUID())
    c.set('tools', tools)
    c.set('route', c.req.path.startsWith('/api/') ? '/api/*' : '/*')
    c.set('actor', null)
    c.set('restricted', null)
    const begun = performance.now()
    await next()
    c.res.headers.set('x-request-id', c.get('requestId'))
    if (c.req.path.startsWith('/api/')) {
      const milliseconds = Math.round((performance.now() - begun) * 10) / 10
      tools.log({
        level: 'info',
        event: 'request',
        requestId: c.get('requestId'),
        method: c.req.method,
        route: c.get('route'),
        status: c.res.status,
        milliseconds,
      })
    }
  })
  app.use(securityHeaders(tools.origin?.startsWith('https:') ?? false))
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) =>
    (await tools.isReady()) ? c.json({ status: 'ready' }) : c.json({ status: 'not-ready' }, 503),
  )
  app.use('/api/*', bodyLimit(MAX_BODY), sameOriginOnly(tools.origin))
  app.use(
    '/api/*',
    rateLimit(
      tools.rate ?? { perSecond: 60, burst: 300 },
      (c) => sessionCookie(c.req.header('cookie')) ?? 'signed-out',
    ),
  )
  app.use('/api/*', async (c, next) => {
    const session = await tools.findSession(c.req.header('cookie'))
    c.set('actor', session?.actor ?? null)
    c.set('restricted', session?.restricted ?? null)
    await next()
  })
  for (const area of tools.areas) app.route('/', area)
  app.get('/api/openapi.json', (c) => c.json(openApi(app)))
  app.get('/api/docs', (c) => c.html(apiPage(openApi(app))))
  app.use('*', screens(tools.screensFolder))
  return app
}

const sessionCookie = (cookie: string | undefined): string | undefined =>
  /(?:^|;\s*)(?:__Host-)?meguri[^=]*=([^;]+)/.exec(cookie ?? '')?.[1]

function unexpected(sqlState: string): Problem {
  if (sqlState === '57014')
    return new Problem('too-slow', 503, '時間内に終わりませんでした', {
      detail: '条件を絞って、もう一度お試しください。',
    })
  if (sqlState === '53100')
    return new Problem('disk-full', 507, '保存する場所がいっぱいです', {
      detail: '保存されていません。入力した内容は画面に残っています。管理者に連絡してください。',
    })
  if (
    sqlState.startsWith('08') ||
    sqlState.startsWith('57P') ||
    sqlState === 'ECONNREFUSED' ||
    sqlState === 'ENOENT'
  ) {
    return new Problem('database-away', 503, 'データベースに接続できません', {
      detail: '保存されていません。入力した内容は画面に残っています。少し待ってからもう一度お試しください。',
    })
  }
  return new Problem('unexpected', 500, '処理を完了できませんでした', {
    detail: '保存されていません。この番号を管理者に伝えてください。',
  })
}
