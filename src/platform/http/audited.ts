import { createMiddleware } from 'hono/factory'
import { Work } from '../database/work.ts'
import { Problem } from '../errors/index.ts'
import type { Env } from './env.ts'

/** Signed in, with a post that has the right. 403 only when the role never has it. */
export const needActor = (
  may: string,
  mayRole: (role: NonNullable<Env['Variables']['actor']>['role'], right: string) => boolean,
  forbidden: () => Problem,
) =>
  createMiddleware<Env>(async (c, next) => {
    const actor = c.get('actor')
    if (!actor) {
      throw new Problem('signed-out', 401, 'サインインしてください', {
        detail: 'サインインの時間が切れたか、まだサインインしていません。入力中の内容は残っています。',
      })
    }
    if (c.get('restricted')) throw new Problem('session-restricted', 401, 'サインインを完了してください')
    if (may !== 'session' && !mayRole(actor.role, may)) throw forbidden()
    await next()
  })

/**
 * Makes the request's Work and sees to it that the audit line is committed before the answer leaves; a refusal on a
 * route of personal records is on record too.
 */
export const answerAudited = (audit: string, may: string, pattern: string) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('route', pattern)
    const actor = c.get('actor')
    if (!actor) return next()
    const work = new Work(c.get('tools'), actor, c.get('requestId'), audit)
    c.set('work', work)
    await next()
    if (may === 'public' || audit === 'none') return
    const status = c.error instanceof Problem ? c.error.status : c.error ? 500 : c.res.status
    try {
      await work.finish(status < 400 ? 'done' : status === 403 || status === 404 ? 'refused' : 'failed')
    } catch (error) {
      c.res = undefined // Hono would keep the headers of the answer, a file's name among them
      throw error
    }
  })
