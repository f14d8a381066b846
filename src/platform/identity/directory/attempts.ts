import { createHash, randomBytes } from 'node:crypto'
import type { Store } from '../store.ts'
import type { Challenge } from './client.ts'

const MINUTES = 10
const NAME = 'meguri_directory'
const PATH = '/api/session/directory'

/** The cookie that ties an attempt to one browser: a secret of its own, stored only as its hash. */
export const attemptCookie = {
  given: (token: string, isSecure: boolean) =>
    `${NAME}=${token}; Path=${PATH}; HttpOnly; SameSite=Lax; Max-Age=${MINUTES * 60}${isSecure ? '; Secure' : ''}`,
  taken: (isSecure: boolean) =>
    `${NAME}=; Path=${PATH}; HttpOnly; SameSite=Lax; Max-Age=0${isSecure ? '; Secure' : ''}`,
  tokenOf: (header: string | undefined) =>
    /(?:^|;\s*)meguri_directory=([A-Za-z0-9_-]{43})(?:;|$)/.exec(header ?? '')?.[1] ?? null,
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Remembers what the way back must match. Attempts that ran out are cleared away. @returns what the cookie carries */
export async function storeAttempt(
  store: Store,
  challenge: Challenge,
  now: Temporal.Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await store.query('delete from directory_attempt where begun_at < $1', [oldest(now)])
  await store.query(
    'insert into directory_attempt (id, state, nonce, code_verifier, begun_at) values ($1, $2, $3, $4, $5)',
    [hashOf(token), challenge.state, challenge.nonce, challenge.codeVerifier, now.toString()],
  )
  return token
}

/** Takes the attempt out: whatever happens next, it cannot be used again. @returns null: none, used or too old */
export async function takeAttempt(
  store: Store,
  token: string,
  now: Temporal.Instant,
): Promise<Challenge | null> {
  const rows = await store.query<Challenge>(
    `delete from directory_attempt where id = $1 and begun_at >= $2 and login_id is null
     returning state, nonce, code_verifier as "codeVerifier"`,
    [hashOf(token), oldest(now)],
  )
  return rows[0] ?? null
}

/** The directory proved who it is; our own second factor is still to come, in the same browser. */
export async function storeProved(store: Store, loginId: string, now: Temporal.Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await store.query(
    `insert into directory_attempt (id, state, nonce, code_verifier, login_id, begun_at) values ($1, '', '', '', $2, $3)`,
    [hashOf(token), loginId, now.toString()],
  )
  return token
}

/** @returns the login that the directory proved; null: none or too old */
export async function provedLogin(
  store: Store,
  token: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const rows = await store.query<{ loginId: string }>(
    `select login_id as "loginId" from directory_attempt where id = $1 and begun_at >= $2 and login_id is not null`,
    [hashOf(token), oldest(now)],
  )
  return rows[0]?.loginId ?? null
}

export async function dropAttempt(store: Store, token: string): Promise<void> {
  await store.query('delete from directory_attempt where id = $1', [hashOf(token)])
}

const oldest = (now: Temporal.Instant) => now.subtract({ minutes: MINUTES }).toString()
