import { isRightPassword } from './password.ts'
import type { Store } from './store.ts'

/**
 * Minutes for which an account is closed after the n-th failure in a row (the last value goes on). It is the account that is
 * closed, not the address: one address stands for a whole city hall.
 */
export const LOCK_MINUTES = [0, 0, 0, 0, 15, 30, 60, 120]

export interface Login {
  id: string
  insurerId: number
  staffId: string
  staffNumber: string
  hasSecondFactor: boolean
  lastPostId: string | null
}

/** The log-in name of a staff number: width folded, small letters. The same sentence stands in identity.add_login. */
export const usernameOf = (staffNumber: string): string => staffNumber.trim().normalize('NFKC').toLowerCase()

interface Row {
  id: string
  insurer_id: number
  staff_id: string
  display_username: string
  two_factor_enabled: boolean | null
  last_post_id: string | null
  password: string | null
  is_open: boolean
}

// Counted as failed *before* the password is compared: a hundred guesses at once count as a hundred.
const countBy = (column: 'username' | 'id') => `
  with counted as (
    update login set last_failed_at = $2,
      failed_count = case when last_failed_at > $2::timestamptz - interval '24 hours' then failed_count + 1 else 1 end,
      locked_until = $2::timestamptz + make_interval(mins => nullif(($3::int[])[least(cardinality($3::int[]),
        case when last_failed_at > $2::timestamptz - interval '24 hours' then failed_count + 1 else 1 end)], 0))
    where ${column}::text = $1 and (locked_until is null or locked_until <= $2)
    returning id)
  select l.id, l.insurer_id, l.staff_id, l.display_username, l.two_factor_enabled, l.last_post_id, c.password,
    exists (select from counted) as is_open
  from login l left join credential c on c.login_id = l.id and c.provider_id = 'credential'
  where l.${column}::text = $1`
const COUNT = countBy('username')
const COUNT_BY_ID = countBy('id')

/**
 * Compares a password. Unknown, locked and wrong take one statement and one hash each.
 * A right one still counts as a failure until `clearFailures` or `takeBack`.
 */
export async function checkPassword(
  store: Store,
  staffNumber: string,
  password: string,
  now: Temporal.Instant,
): Promise<{ isRight: boolean; login: Login | null }> {
  const [row] = await store.query<Row>(COUNT, [usernameOf(staffNumber), now.toString(), LOCK_MINUTES])
  const isRight = await isRightPassword(row?.password ?? null, password)
  if (!row) return { isRight: false, login: null }
  const login = {
    id: row.id,
    insurerId: row.insurer_id,
    staffId: row.staff_id,
    staffNumber: row.display_username,
    hasSecondFactor: row.two_factor_enabled ?? false,
    lastPostId: row.last_post_id,
  }
  return { isRight: isRight && row.is_open, login }
}

/** Is the account closed by failures? Told to nobody apart from a wrong code. */
export async function isLocked(store: Store, loginId: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await store.query('select from login where id = $1 and locked_until > $2', [
    loginId,
    now.toString(),
  ])
  return rows.length > 0
}

/** A proof other than the password counts in the same row of failures. */
export async function countFailure(store: Store, loginId: string, now: Temporal.Instant): Promise<void> {
  await store.query(COUNT_BY_ID, [loginId, now.toString(), LOCK_MINUTES])
}

/** After a complete sign-in. */
export async function clearFailures(store: Store, loginId: string): Promise<void> {
  await store.query(
    `update login set failed_count = 0, last_failed_at = null, locked_until = null where id = $1`,
    [loginId],
  )
}

/** The password was right and the code is still to come: not a failure, and no pardon for earlier ones either. */
export async function takeBack(store: Store, loginId: string): Promise<void> {
  await store.query(
    `update login set failed_count = greatest(failed_count - 1, 0), locked_until = null where id = $1`,
    [loginId],
  )
}
