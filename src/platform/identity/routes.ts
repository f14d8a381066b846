import type { Context } from 'hono'
import { type AuditLine, lineOf } from '../audit/line.ts'
import { invalid, notFound, Problem } from '../errors/index.ts'
import type { Env } from '../http/env.ts'
import { area, route } from '../http/route.ts'
import * as shape from './schema.ts'
import type { SessionRecord } from './session-store.ts'
import type { SignInResult } from './sign-in.ts'
import { identityOf } from './tools.ts'

// Routes of one's own session are 'public' where a restricted session must reach them (or none exists yet); each looks at the
// session itself and writes its own audit line.

const cookieOf = (c: Context<Env>) => c.req.header('cookie')
const userAgentOf = (c: Context<Env>) => c.req.header('user-agent')

const signedOut = () =>
  new Problem('signed-out', 401, 'サインインしてください', {
    detail: 'サインインの時間が切れたか、まだサインインしていません。入力中の内容は残っています。',
  })

async function ownSession(c: Context<Env>): Promise<SessionRecord> {
  const record = await identityOf(c).currentSession(cookieOf(c))
  if (!record) throw signedOut()
  return record
}

async function audit(
  c: Context<Env>,
  action: string,
  who: { insurerId: number; staffId: string; id?: string } | null,
  more: Partial<Pick<AuditLine, 'outcome' | 'detail' | 'sessionId' | 'postId' | 'role'>> = {},
): Promise<void> {
  const { readQueue, clock } = c.get('tools')
  const line = lineOf(c.get('actor'), c.get('requestId'), action, clock.now().toString())
  const staff = who && { insurerId: who.insurerId, staffId: who.staffId }
  await readQueue.add({ ...line, ...staff, ...more })
}

const readSession = route({
  method: 'get',
  path: '/api/session',
  summary: 'いまのサインインの状態。サインインしていなければ、その旨と見本の案内',
  may: 'public',
  audit: 'none',
  responses: { 200: shape.SessionSheet },
})
const beginSession = route({
  method: 'post',
  path: '/api/session',
  summary: '職員番号とパスワード（設定していれば確認コードか回復コード）でサインインする',
  may: 'public',
  audit: 'session.signed-in',
  request: { body: shape.SignIn },
  responses: { 200: shape.SessionSheet },
})
const leaveSession = route({
  method: 'delete',
  path: '/api/session',
  summary: 'サインアウトする',
  may: 'public',
  audit: 'session.signed-out',
  responses: { 200: shape.SessionSheet },
})
const changePassword = route({
  method: 'post',
  path: '/api/session/password',
  summary: '自分のパスワードを変える。ほかの端末のサインインは終わる',
  may: 'public',
  audit: 'session.password-changed',
  request: { body: shape.ChangePassword },
  responses: { 200: shape.SessionSheet },
})
const takePost = route({
  method: 'post',
  path: '/api/session/post',
  summary: '自分の別の職に切り替える',
  may: 'public',
  audit: 'session.post-taken',
  request: { body: shape.TakePost },
  responses: { 200: shape.SessionSheet },
})
const listSessions = route({
  method: 'get',
  path: '/api/session/list',
  summary: '自分がサインインしている端末の一覧',
  may: 'session',
  audit: 'session.listed',
  responses: { 200: shape.OwnSessions },
})
const endSession = route({
  method: 'delete',
  path: '/api/session/list/{id}',
  summary: '自分の端末のサインインを終わらせる',
  may: 'session',
  audit: 'session.revoked',
  request: { params: shape.SessionId },
  responses: { 200: shape.OwnSessions },
})
const startSecondFactor = route({
  method: 'post',
  path: '/api/session/second-factor/start',
  summary: '2要素の設定を始める。認証アプリに入れる鍵を返す',
  may: 'public',
  audit: 'session.second-factor-started',
  responses: { 200: shape.SecondFactorStart },
})
const confirmSecondFactor = route({
  method: 'post',
  path: '/api/session/second-factor/confirm',
  summary: '認証アプリの確認コードで2要素の設定を終える。回復コードをこの一度だけ返す',
  may: 'public',
  audit: 'session.second-factor-confirmed',
  request: { body: shape.ConfirmSecondFactor },
  responses: { 200: shape.RecoveryCodes },
})
const disableSecondFactor = route({
  method: 'post',
  path: '/api/session/second-factor/disable',
  summary: '2要素をやめる（機種変更のときはやめてから設定し直す）',
  may: 'session',
  audit: 'session.second-factor-disabled',
  request: { body: shape.DisableSecondFactor },
  responses: { 200: shape.SessionSheet },
})

const wrongCode = (path: string) =>
  invalid([
    {
      path,
      code: 'wrong-code',
      message:
        '確認コードが合いません。認証アプリに今出ている6けたを入力してください。使ったコードは二度使えません。',
    },
  ])
const wrongPassword = (path: string) =>
  invalid([
    {
      path,
      code: 'wrong-password',
      message: 'パスワードが合いません。続けて間違えたときは15分ほど待ってから、もう一度入力してください。',
    },
  ])

/** One text for unknown, wrong and locked: it may not be learned which. */
const refused: Record<Exclude<SignInResult['outcome'], 'signed-in'>, () => Problem> = {
  refused: () =>
    new Problem('sign-in-refused', 401, 'サインインできません', {
      detail:
        '職員番号かパスワードが合わないか、続けて間違えたためしばらく受け付けていません。職員番号とパスワードを確かめ、' +
        '何度か間違えたときは15分以上待ってから、もう一度お試しください。それでも入れないときは管理者に連絡してください。',
    }),
  'second-factor-required': () =>
    new Problem('second-factor-required', 401, '確認コードを入力してください', {
      detail: '認証アプリに出ている6けたの確認コードか、控えてある回復コードを入力してください。',
    }),
  'second-factor-wrong': () =>
    new Problem('second-factor-wrong', 401, '確認コードが合いません', {
      detail:
        '認証アプリに今出ている6けたを入力してください。一度使ったコードは使えないので、次のコードが出るまで待ってください。' +
        '続けて間違えると、しばらく受け付けなくなります。',
    }),
  'no-post': () =>
    new Problem('no-post', 403, '今日から有効な職がありません', {
      detail: '職の期間が終わったか、まだ始まっていません。管理者に職の登録を頼んでください。',
    }),
}

export const routes = area()
  .openapi(readSession, async (c) => {
    const identity = identityOf(c)
    return c.json(await identity.sheet(await identity.currentSession(cookieOf(c))), 200)
  })
  .openapi(beginSession, async (c) => {
    const identity = identityOf(c)
    const earlier = await identity.currentSession(cookieOf(c))
    const result = await identity.signIn(c.req.valid('json'), userAgentOf(c))
    if (result.outcome !== 'signed-in') {
      const isHalfWay = result.outcome === 'second-factor-required'
      if (!isHalfWay)
        await audit(c, 'session.refused', result.who, {
          outcome: 'refused',
          detail: { reason: result.outcome },
        })
      throw refused[result.outcome]()
    }
    if (earlier) await identity.signOut(earlier) // one browser, one session
    const record = await identity.currentSession(identity.cookie.pair(result.token))
    await audit(c, 'session.signed-in', result.who, {
      sessionId: record?.id ?? null,
      postId: record?.actor?.postId ?? null,
      role: record?.actor?.role ?? null,
    })
    c.header('set-cookie', identity.cookie.given(result.token))
    return c.json(await identity.sheet(record), 200)
  })
  .openapi(leaveSession, async (c) => {
    const identity = identityOf(c)
    const record = await identity.currentSession(cookieOf(c))
    if (record) {
      await identity.signOut(record)
      await audit(c, 'session.signed-out', record)
    }
    c.header('set-cookie', identity.cookie.taken())
    return c.json(await identity.sheet(null), 200)
  })
  .openapi(changePassword, async (c) => {
    const identity = identityOf(c)
    const record = await ownSession(c)
    const result = await identity.changePassword(record, c.req.valid('json'), userAgentOf(c))
    if (result.outcome !== 'changed') {
      await audit(c, 'session.password-changed', record, {
        outcome: 'refused',
        detail: { reason: result.outcome === 'refused' ? result.code : result.outcome },
      })
      if (result.outcome === 'wrong-password') throw wrongPassword('current')
      throw invalid([{ path: 'next', code: result.code, message: result.message }])
    }
    await audit(c, 'session.password-changed', record)
    c.header('set-cookie', identity.cookie.given(result.token))
    const fresh = await identity.currentSession(identity.cookie.pair(result.token))
    return c.json(await identity.sheet(fresh), 200)
  })
  .openapi(takePost, async (c) => {
    const identity = identityOf(c)
    const record = await ownSession(c)
    const { postId } = c.req.valid('json')
    if (!(await identity.takePost(record, postId))) {
      await audit(c, 'session.post-taken', record, { outcome: 'refused' })
      throw notFound()
    }
    await audit(c, 'session.post-taken', record, { postId, role: null })
    return c.json(await identity.sheet(await identity.currentSession(cookieOf(c))), 200)
  })
  .openapi(listSessions, async (c) => {
    const sessions = await identityOf(c).listSessions(await ownSession(c))
    return c.json({ sessions }, 200)
  })
  .openapi(endSession, async (c) => {
    const identity = identityOf(c)
    const record = await ownSession(c)
    if (!(await identity.endSession(record, c.req.valid('param').id))) throw notFound()
    return c.json({ sessions: await identity.listSessions(record) }, 200)
  })
  .openapi(startSecondFactor, async (c) => {
    const record = await ownSession(c)
    // The password comes first: whoever holds only the slip with the first one must not tie the account to a telephone.
    if (record.restricted === 'password') throw signedOutUntilPassword()
    const started = await identityOf(c).startSecondFactor(record)
    if (!started) {
      throw new Problem('second-factor-exists', 409, '2要素はもう設定されています', {
        detail: '機種を変えるときは、いったん2要素をやめてから設定し直してください。',
      })
    }
    await audit(c, 'session.second-factor-started', record)
    return c.json(started, 200)
  })
  .openapi(confirmSecondFactor, async (c) => {
    const record = await ownSession(c)
    if (record.restricted === 'password') throw signedOutUntilPassword()
    const recoveryCodes = await identityOf(c).confirmSecondFactor(record, c.req.valid('json').code)
    if (!recoveryCodes) throw wrongCode('code')
    await audit(c, 'session.second-factor-confirmed', record)
    return c.json({ recoveryCodes }, 200)
  })
  .openapi(disableSecondFactor, async (c) => {
    const identity = identityOf(c)
    const record = await ownSession(c)
    if (!(await identity.disableSecondFactor(record, c.req.valid('json').password)))
      throw wrongPassword('password')
    return c.json(await identity.sheet(await identity.currentSession(cookieOf(c))), 200)
  })

const signedOutUntilPassword = () =>
  new Problem('session-restricted', 401, 'サインインを完了してください', {
    detail: '最初のパスワードを自分のものに変えてから、2要素を設定してください。',
  })
