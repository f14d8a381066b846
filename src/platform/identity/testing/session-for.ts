import pg from 'pg'
import { type Clock, systemClock } from '../../clock.ts'
import { sessionCookie } from '../cookie.ts'
import { randomLetters } from '../totp.ts'

/** The secret that tests and benches give to createIdentity. */
export const TEST_SECRET = 'a-secret-for-tests-only-a-secret-for-tests-only'

/** Of any password: what a sign-in would cost is not spent. */
const NO_PASSWORD = 'no-password'

/**
 * A session without a sign-in: makes the account when there is none, and the session.
 * @param identityConfig connection of meguri_identity
 * @returns the Cookie header
 */
export async function sessionFor(
  identityConfig: pg.ClientConfig,
  {
    insurerId,
    staffId,
    postId,
    clock = systemClock,
    secret = TEST_SECRET,
    isSecure = false,
  }: {
    insurerId: number
    staffId: string
    postId: string
    clock?: Clock
    secret?: string
    isSecure?: boolean
  },
): Promise<string> {
  const token = randomLetters(32)
  const now = clock.now()
  const client = new pg.Client(identityConfig)
  await client.connect()
  try {
    await client.query(
      `select identity.add_login($1, $2::uuid, 's' || $2::uuid, '試験 職員', $3, false, $4)
       where not exists (select from identity.login where staff_id = $2::uuid)`,
      [insurerId, staffId, NO_PASSWORD, now.toString()],
    )
    await client.query(
      `insert into identity.session (token, login_id, post_id, created_at, updated_at, last_used_at, expires_at)
       select $1, id, $2, $3, $3, $3, $3::timestamptz + interval '12 hours' from identity.login where staff_id = $4::uuid`,
      [token, postId, now.toString(), staffId],
    )
  } finally {
    await client.end()
  }
  return sessionCookie(secret, isSecure).pair(token)
}
