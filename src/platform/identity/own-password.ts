import { checkPassword, clearFailures, type Login } from './login.ts'
import { hashPassword, passwordProblem } from './password.ts'
import type { SessionRecord } from './session-store.ts'
import { beginSession, type SignInParts } from './sign-in.ts'
import type { Store } from './store.ts'

/** wrong-password also when the session was ended from elsewhere meanwhile: the way on is to sign in again. */
export type ChangeResult =
  | { outcome: 'changed'; token: string }
  | { outcome: 'wrong-password' }
  | { outcome: 'refused'; code: string; message: string }

/** Compares the password of the session's own login, counted like a sign-in. @returns null when it is wrong or locked */
export async function provePassword(
  { store, clock }: Pick<SignInParts, 'store' | 'clock'>,
  record: SessionRecord,
  password: string,
): Promise<Login | null> {
  const [own] = await store.query<{ username: string }>('select username from login where id = $1', [
    record.loginId,
  ])
  const { isRight, login } = await checkPassword(store, own?.username ?? '', password, clock.now())
  if (!isRight || !login) return null
  await clearFailures(store, login.id)
  return login
}

/** Ends the sessions of a login, but for one. */
export const endSessions = (store: Store, loginId: string, except: string | null = null) =>
  store.query('delete from session where login_id = $1 and id is distinct from $2::uuid', [loginId, except])

/** Ends every session of the login and begins a new one in the same post. */
export async function changePassword(
  parts: SignInParts,
  record: SessionRecord,
  { current, next }: { current: string; next: string },
  { published, userAgent }: { published: readonly string[]; userAgent: string | undefined },
): Promise<ChangeResult> {
  const { store, auth, clock } = parts
  const login = await provePassword(parts, record, current)
  if (!login) return { outcome: 'wrong-password' }
  const problem = passwordProblem(next, { current, staffNumber: login.staffNumber, published })
  if (problem) return { outcome: 'refused', ...problem }
  const [session] = await store.query<{ post_id: string }>('select post_id from session where id = $1', [
    record.id,
  ])
  if (!session) return { outcome: 'wrong-password' }
  const { internalAdapter } = await auth.$context
  await internalAdapter.updatePassword(login.id, await hashPassword(next))
  await store.query('update login set must_change_password = false, updated_at = $2 where id = $1', [
    login.id,
    clock.now().toString(),
  ])
  await endSessions(store, login.id)
  const token = await beginSession(parts, { loginId: login.id, postId: session.post_id, userAgent })
  return { outcome: 'changed', token }
}
