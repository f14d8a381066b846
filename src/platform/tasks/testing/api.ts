import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Actor } from '../../access/index.ts'
import { insertLines } from '../../audit/line.ts'
import { fixedClock } from '../../clock.ts'
import type { TestDatabase } from '../../database/testing/database.ts'
import { createApp, type Env } from '../../http/index.ts'
import type { Jobs } from '../../jobs/index.ts'
import { engineOf, TEST_NOW } from '../../testing/insurer.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what the wire says, whatever it is
  body: any
}
export type Call = (actor: Actor | null, method: string, path: string, body?: unknown) => Promise<Answer>

/** The real app over the test database, with sessions by factory: the cookie names the actor. */
export function anApi(
  database: TestDatabase,
  areas: OpenAPIHono<Env>[],
  { now = TEST_NOW }: { now?: string } = {},
): Call {
  const actors = new Map<string, Actor>()
  const engine = engineOf(database)
  const app = createApp({
    engine,
    clock: fixedClock(now),
    readQueue: {
      add: async (line) => {
        const { text, values } = insertLines([line])
        await engine.plain(text, values)
      },
    },
    log: () => {},
    get jobs(): Jobs {
      throw new Error('these routes start no job')
    },
    origin: undefined,
    findSession: async (cookie) => {
      const actor = actors.get(cookie?.replace('meguri=', '') ?? '')
      return actor ? { actor, restricted: null } : null
    },
    areas,
    screensFolder: import.meta.dirname,
    isReady: async () => true,
    rate: { perSecond: 1e6, burst: 1e6 },
  })
  return async (actor, method, path, body) => {
    if (actor) actors.set(actor.postId, actor)
    const answer = await app.fetch(
      new Request(`http://test${path}`, {
        method,
        headers: {
          'x-meguri-csrf': '1',
          ...(actor ? { cookie: `meguri=${actor.postId}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    )
    return { status: answer.status, body: await answer.json() }
  }
}
