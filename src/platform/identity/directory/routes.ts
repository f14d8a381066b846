import type { Context } from 'hono'
import { lineOf } from '../../audit/line.ts'
import { Problem } from '../../errors/index.ts'
import type { Env } from '../../http/env.ts'
import { area, route, z } from '../../http/route.ts'
import type { DirectoryDoor } from '../identity.ts'
import type { Login } from '../login.ts'
import { DirectoryCode, DirectoryReturn, SessionSheet } from '../schema.ts'
import { identityOf } from '../tools.ts'
import { attemptCookie } from './attempts.ts'
import { DirectoryUnreachable } from './client.ts'
import type { DirectoryResult } from './sign-in.ts'

// All 'public': nobody is signed in yet. Each writes its own audit line. The browser is sent on, so what went wrong stands in
// the address of the sign-in page as one word, never as text of the directory.

const start = route({
  method: 'get',
  path: '/api/session/directory/start',
  summary: '庁内のアカウントでサインインする（ディレクトリーの画面へ移る）',
  may: 'public',
  audit: 'session.directory-started',
  responses: { 302: z.string() },
})
const callback = route({
  method: 'get',
  path: '/api/session/directory/callback',
  summary: '庁内のアカウントの画面から戻る',
  may: 'public',
  audit: 'session.signed-in-by-directory',
  request: { query: DirectoryReturn },
  responses: { 302: z.string() },
})
const finish = route({
  method: 'post',
  path: '/api/session/directory/code',
  summary: '庁内のアカウントのあとに、確認コードか回復コードでサインインを終える',
  may: 'public',
  audit: 'session.signed-in-by-directory',
  request: { body: DirectoryCode },
  responses: { 200: SessionSheet },
})

function doorOf(c: Context<Env>): DirectoryDoor {
  const { directory } = identityOf(c)
  if (directory) return directory
  throw new Problem('directory-off', 404, '庁内のアカウントでのサインインは設定されていません', {
    detail: '職員番号とパスワードでサインインしてください。',
  })
}
const attemptOf = (c: Context<Env>) => attemptCookie.tokenOf(c.req.header('cookie'))
const agentOf = (c: Context<Env>) => c.req.header('user-agent')
const setCookie = (c: Context<Env>, cookie: string) => c.header('set-cookie', cookie, { append: true })

/** Signs the browser in, or records the refusal. */
async function settle(
  c: Context<Env>,
  result: DirectoryResult | { outcome: 'wrong-code'; who: Login },
): Promise<void> {
  const identity = identityOf(c)
  const { readQueue, clock } = c.get('tools')
  const isIn = result.outcome === 'signed-in'
  const earlier = isIn ? await identity.currentSession(c.req.header('cookie')) : null
  if (earlier) await identity.signOut(earlier) // one browser, one session
  const record = isIn ? await identity.currentSession(identity.cookie.pair(result.token)) : null
  if (result.outcome !== 'code') {
    const action = isIn ? 'session.signed-in-by-directory' : 'session.refused'
    await readQueue.add({
      ...lineOf(record?.actor ?? null, c.get('requestId'), action, clock.now().toString()),
      ...(result.who ? { insurerId: result.who.insurerId, staffId: result.who.staffId } : {}),
      sessionId: record?.id ?? null,
      outcome: isIn ? 'done' : 'refused',
      detail: { by: 'directory', ...(isIn ? {} : { reason: result.outcome }) },
    })
  }
  if (isIn) setCookie(c, identity.cookie.given(result.token))
}

export const routes = area()
  .openapi(start, async (c) => {
    const door = doorOf(c)
    try {
      const { address, attempt } = await door.begin()
      setCookie(c, attemptCookie.given(attempt, door.isSecure))
      return c.redirect(address.href) as never
    } catch (error) {
      if (error instanceof DirectoryUnreachable) return c.redirect('/?directory=unreachable') as never
      throw error
    }
  })
  .openapi(callback, async (c) => {
    const door = doorOf(c)
    const result = await door.comeBack(new URL(c.req.url), attemptOf(c), agentOf(c))
    await settle(c, result)
    setCookie(
      c,
      result.outcome === 'code'
        ? attemptCookie.given(result.attempt, door.isSecure)
        : attemptCookie.taken(door.isSecure),
    )
    return c.redirect(result.outcome === 'signed-in' ? '/' : `/?directory=${result.outcome}`) as never
  })
  .openapi(finish, async (c) => {
    const door = doorOf(c)
    const result = await door.finish(c.req.valid('json').code, attemptOf(c), agentOf(c))
    await settle(c, result)
    if (result.outcome !== 'signed-in')
      throw new Problem(
        result.outcome === 'wrong-code' ? 'second-factor-wrong' : 'directory-again',
        401,
        'サインインできません',
        {
          detail:
            result.outcome === 'wrong-code'
              ? '確認コードが合いません。認証アプリに今出ている6けたを入力してください。続けて間違えると、しばらく受け付けなくなります。'
              : '時間が過ぎました。もう一度、庁内のアカウントのボタンから始めてください。',
        },
      )
    setCookie(c, attemptCookie.taken(door.isSecure))
    const identity = identityOf(c)
    return c.json(
      await identity.sheet(await identity.currentSession(identity.cookie.pair(result.token))),
      200,
    )
  })
