import { OpenAPIHono } from '@hono/zod-openapi'
import type { WorkTools } from '../database/work.ts'
import { Problem } from '../errors/index.ts'
import type { Jobs } from '../jobs/runner.ts'
import type { RequestMeter } from '../metrics/index.ts'
import { problemOf } from './accident.ts'
import { apiPage, type Document, wholeDocument } from './document.ts'
import type { Env } from './env.ts'
import { type Log, placeOf } from './log.ts'
import { type Admission, admitted, createAdmission } from './overload.ts'
import { answerProblem } from './problem.ts'
import { bodyLimit, rateLimit, sameOriginOnly, securityHeaders } from './security.ts'
import { soundText } from './sound-text.ts'
import { screens } from './static.ts'

export interface FoundSession {
  actor: Env['Variables']['actor']
  restricted: Env['Variables']['restricted']
}

export interface AppTools extends WorkTools {
  log: Log
  /** counts requests; undefined while nobody asked for metrics */
  meter?: RequestMeter
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
  /** who is let in under load; its own by default */
  admission?: Admission
}

/** bytes of a body with files, and of any other: the longest text of ours is a draft of 200 kB */
const MAX_BODY = { files: 25 * 1024 * 1024, other: 1024 * 1024 }

/** The whole way of a request: id, headers, origin, limits, session, then the area's route, then the screens. */
export function createApp(tools: AppTools): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>()
  app.onError((error, c) => {
    const problem = problemOf(error)
    if (problem !== error && problem.status !== 400) {
      tools.log({
        level: 'error',
        event: 'failed',
        requestId: c.get('requestId'),
        route: c.get('route'),
        error: placeOf(error),
      })
    }
    return answerProblem(c, problem)
  })
  app.notFound((c) => answerProblem(c, new Problem('not-found', 404, '見つかりません')))
  app.use(async (c, next) => {
    c.set('requestId', crypto.randomUUID())
    c.set('tools', tools)
    c.set('route', c.req.path.startsWith('/api/') ? '/api/*' : '/*')
    c.set('actor', null)
    c.set('restricted', null)
    const begun = performance.now()
    const ended = tools.meter?.()
    await next()
    c.res.headers.set('x-request-id', c.get('requestId'))
    const { status } = c.res
    const isShed = status === 503 && c.res.headers.has('retry-after')
    ended?.({ method: c.req.method, route: c.get('route'), status, isShed })
    if (c.req.path.startsWith('/api/')) {
      const milliseconds = Math.round((performance.now() - begun) * 10) / 10
      tools.log({
        level: 'info',
        event: 'request',
        requestId: c.get('requestId'),
        method: c.req.method,
        route: c.get('route'),
        status,
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
  // before the session is looked up: who is shed costs next to nothing
  app.use('/api/*', admitted(tools.admission ?? createAdmission()))
  app.use('/api/*', async (c, next) => {
    const session = await tools.findSession(c.req.header('cookie'))
    c.set('actor', session?.actor ?? null)
    c.set('restricted', session?.restricted ?? null)
    await next()
  })
  // by the session that was found, never by what a cookie says: else every invented cookie had a bucket of its own
  app.use(
    '/api/*',
    rateLimit(
      tools.rate ?? { perSecond: 60, burst: 300 },
      (c) => c.get('actor')?.sessionId ?? `signed-out ${addressOf(c)}`,
    ),
    soundText,
  )
  for (const area of tools.areas) app.route('/', area)
  // made once: anybody may ask for it, and it takes long
  let made: Promise<Document> | undefined
  const document = () => {
    made ??= wholeDocument(app)
    return made
  }
  app.get('/api/openapi.json', async (c) => c.json(await document()))
  app.get('/api/docs', async (c) => c.html(apiPage(await document())))
  app.use('*', screens(tools.screensFolder))
  return app
}

/** The sender's address where the server runs on a socket; behind a proxy it is the proxy's, for all alike. */
const addressOf = ({ env }: { env: unknown }): string =>
  (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress ?? ''
