import { clearFailures, countFailure, isLocked, type Login, usernameOf } from '../login.ts'
import { staffSheet } from '../sheet.ts'
import { beginSession, type SignInParts } from '../sign-in.ts'
import type { Store } from '../store.ts'
import { dropAttempt, provedLogin, storeAttempt, storeProved, takeAttempt } from './attempts.ts'
import { type DirectoryClient, DirectoryRefused, DirectoryUnreachable } from './client.ts'

/**
 * unreachable: the directory does not answer · refused: it said no, or the attempt is used up · unknown: nobody here has that
 * staff number, or another account of the directory is tied to it · code: our second factor is still to come
 */
export type DirectoryResult =
  | { outcome: 'signed-in'; token: string; who: Login }
  | { outcome: 'code'; attempt: string; who: Login }
  | { outcome: 'unreachable' | 'refused' | 'unknown' | 'no-post'; who: Login | null }

type Parts = SignInParts & { directory: DirectoryClient }

/** @throws DirectoryUnreachable */
export async function goToDirectory({ store, clock, directory }: Parts) {
  const { address, challenge } = await directory.begin()
  return { address, attempt: await storeAttempt(store, challenge, clock.now()) }
}

/** The browser is back with what the directory gave it. */
export async function comeBack(
  parts: Parts,
  { returned, attempt, userAgent }: { returned: URL; attempt: string | null; userAgent: string | undefined },
): Promise<DirectoryResult> {
  const { store, clock, directory } = parts
  const challenge = attempt && (await takeAttempt(store, attempt, clock.now()))
  if (!challenge) return { outcome: 'refused', who: null }
  let answer: Awaited<ReturnType<DirectoryClient['finish']>>
  try {
    answer = await directory.finish(returned, challenge)
  } catch (error) {
    if (error instanceof DirectoryUnreachable) return { outcome: 'unreachable', who: null }
    if (error instanceof DirectoryRefused) return { outcome: 'refused', who: null }
    throw error
  }
  const login = await loginOf(parts, answer)
  if (!login) return { outcome: 'unknown', who: null }
  if (login.hasSecondFactor && !directory.settings.provesTwoFactors)
    return { outcome: 'code', attempt: await storeProved(store, login.id, clock.now()), who: login }
  return begin(parts, login, userAgent)
}

/** Our second factor after the directory's word. Failures count on the account, as after a password. */
export async function finishWithCode(
  parts: Parts,
  { attempt, code, userAgent }: { attempt: string | null; code: string; userAgent: string | undefined },
): Promise<DirectoryResult | { outcome: 'wrong-code'; who: Login }> {
  const { store, clock, secondFactor } = parts
  const loginId = attempt && (await provedLogin(store, attempt, clock.now()))
  const login = loginId ? await loginById(store, loginId) : null
  if (!login || !attempt) return { outcome: 'refused', who: null }
  if (await isLocked(store, login.id, clock.now())) return { outcome: 'wrong-code', who: login }
  await countFailure(store, login.id, clock.now()) // before the code is compared: a hundred guesses at once count as a hundred
  const isRight = /^\s*[0-9０-９\s]{6,8}\s*$/.test(code)
    ? await secondFactor.isRightCode(login.id, code, clock.now())
    : await secondFactor.spendRecoveryCode(login.id, code)
  if (!isRight) return { outcome: 'wrong-code', who: login }
  await clearFailures(store, login.id)
  await dropAttempt(store, attempt)
  return begin(parts, login, userAgent)
}

async function begin(parts: Parts, login: Login, userAgent: string | undefined): Promise<DirectoryResult> {
  const { store, clock, directory } = parts
  const sheet = await staffSheet(store, login.insurerId, login.staffId, clock.today().toString())
  if (!sheet) return { outcome: 'unknown', who: login }
  const post = sheet.posts.find((one) => one.id === login.lastPostId) ?? sheet.posts[0]
  if (!post) return { outcome: 'no-post', who: login }
  const token = await beginSession(parts, { loginId: login.id, postId: post.id, userAgent })
  await store.query('update session set by_directory = true, directory_factors = $2 where token = $1', [
    token,
    directory.settings.provesTwoFactors,
  ])
  return { outcome: 'signed-in', token, who: login }
}

const COLUMNS = `l.id, l.insurer_id as "insurerId", l.staff_id as "staffId", l.display_username as "staffNumber",
  coalesce(l.two_factor_enabled, false) as "hasSecondFactor", l.last_post_id as "lastPostId"`

async function loginById(store: Store, id: string): Promise<Login | null> {
  const rows = await store.query<Login>(`select ${COLUMNS} from login l where l.id = $1`, [id])
  return rows[0] ?? null
}

/**
 * An account of the directory's own insurer: the one whose subject was seen before; else the one with that staff number, tied to the subject from now on. A staff
 * number that is tied to another subject stays closed: a number that is given again must not open an old account.
 */
async function loginOf(
  { store, clock, directory }: Parts,
  { subject, staffNumber }: { subject: string; staffNumber: string | null },
): Promise<Login | null> {
  const { insurerNumber } = directory.settings
  const known = await store.query<Login>(
    `select ${COLUMNS} from login l join credential c on c.login_id = l.id
     where c.provider_id = 'directory' and c.account_id = $1 and l.insurer_id = identity.insurer_of_directory($2)`,
    [subject, insurerNumber],
  )
  if (known[0]) return known[0]
  if (!staffNumber) return null
  const tied = await store.query<{ loginId: string }>(
    `insert into credential (account_id, provider_id, login_id, updated_at)
     select $1, 'directory', l.id, $3 from login l
     where l.username = $2 and l.insurer_id = identity.insurer_of_directory($4)
     on conflict do nothing returning login_id as "loginId"`,
    [subject, usernameOf(staffNumber), clock.now().toString(), insurerNumber],
  )
  return tied[0] ? loginById(store, tied[0].loginId) : null
}
