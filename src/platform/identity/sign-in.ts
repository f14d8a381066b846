import type { Clock } from '../clock.ts'
import type { Auth } from './auth.ts'
import { SESSION_SECONDS } from './auth.ts'
import { checkPassword, clearFailures, type Login, takeBack } from './login.ts'
import type { SignIn } from './schema.ts'
import type { SecondFactor } from './second-factor.ts'
import { staffSheet } from './sheet.ts'
import type { Store } from './store.ts'

/**
 * refused: unknown, wrong or locked, never told apart · second-factor-required: the code is missing · second-factor-wrong ·
 * no-post: proved, but no post holds today. `who` is for the audit.
 */
export type SignInResult =
  | { outcome: 'signed-in'; token: string; who: Login }
  | {
      outcome: 'refused' | 'second-factor-required' | 'second-factor-wrong' | 'no-post'
      who: Login | null
    }

export interface SignInParts {
  store: Store
  auth: Auth
  clock: Clock
  secondFactor: SecondFactor
}

export async function signIn(
  parts: SignInParts,
  { staffNumber, password, totp, recoveryCode }: SignIn,
  userAgent: string | undefined,
): Promise<SignInResult> {
  const { store, clock, secondFactor } = parts
  const { isRight, login } = await checkPassword(store, staffNumber, password, clock.now())
  if (!login || !isRight) return { outcome: 'refused', who: login }
  const sheet = await staffSheet(store, login.insurerId, login.staffId, clock.today().toString())
  if (!sheet) return { outcome: 'refused', who: login }
  if (login.hasSecondFactor) {
    if (!totp && !recoveryCode) {
      await takeBack(store, login.id)
      return { outcome: 'second-factor-required', who: login }
    }
    const isProved = totp
      ? await secondFactor.isRightCode(login.id, totp, clock.now())
      : await secondFactor.spendRecoveryCode(login.id, recoveryCode ?? '')
    if (!isProved) return { outcome: 'second-factor-wrong', who: login }
  }
  await clearFailures(store, login.id)
  const post = sheet.posts.find((one) => one.id === login.lastPostId) ?? sheet.posts[0]
  if (!post) return { outcome: 'no-post', who: login }
  const token = await beginSession(parts, { loginId: login.id, postId: post.id, userAgent })
  return { outcome: 'signed-in', token, who: login }
}

/** Stores a session of 12 hours at most; the login's ended ones are cleared away. @returns its token */
export async function beginSession(
  { store, auth, clock }: Pick<SignInParts, 'store' | 'auth' | 'clock'>,
  { loginId, postId, userAgent }: { loginId: string; postId: string; userAgent: string | undefined },
): Promise<string> {
  const now = new Date(clock.now().epochMilliseconds)
  await store.query('delete from session where login_id = $1 and expires_at <= $2', [
    loginId,
    now.toISOString(),
  ])
  const { internalAdapter } = await auth.$context
  const times = {
    createdAt: now,
    updatedAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  }
  const session = await internalAdapter.createSession(
    loginId,
    false,
    { ...times, postId, ipAddress: null, userAgent: userAgent?.slice(0, 200) ?? null },
    true,
  )
  return session.token
}
