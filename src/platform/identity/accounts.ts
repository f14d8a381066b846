import type { Clock } from '../clock.ts'
import { firstPassword, hashPassword } from './password.ts'

/** Whatever can query schema identity: the server's store, a command's or a loader's client. */
export interface Queryable {
  query<Row>(text: string, values: unknown[]): Promise<Row[] | { rows: Row[] }>
}

export interface NewAccount {
  insurerId: number
  staffId: string
  staffNumber: string
  name: string
}

const rowsOf = async <Row>(answer: Promise<Row[] | { rows: Row[] }>): Promise<Row[]> => {
  const result = await answer
  return Array.isArray(result) ? result : result.rows
}

/** @throws the database's unique violation (23505) when the staff number or the member of staff has an account */
export async function createAccount(
  db: Queryable,
  clock: Clock,
  account: NewAccount & { password: string; mustChangePassword: boolean },
): Promise<void> {
  const { insurerId, staffId, staffNumber, name, password, mustChangePassword } = account
  const hash = await hashPassword(password)
  await db.query('select identity.add_login($1, $2, $3, $4, $5, $6, $7)', [
    insurerId,
    staffId,
    staffNumber,
    name,
    hash,
    mustChangePassword,
    clock.now().toString(),
  ])
}

/**
 * Accounts of a sample, all with its one published password: hashed once. Those that exist are left alone.
 * @returns how many were made
 */
export async function createSampleAccounts(
  db: Queryable,
  clock: Clock,
  accounts: readonly NewAccount[],
  password: string,
): Promise<number> {
  const hash = await hashPassword(password)
  const made = await rowsOf(
    db.query<{ id: string }>(
      `select identity.add_login(a.insurer, a.staff, a.number, a.name, $5, false, $6::timestamptz) as id
       from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as a (insurer, staff, number, name)
       where not exists (select from identity.login l where l.staff_id = a.staff)`,
      [
        accounts.map((account) => account.insurerId),
        accounts.map((account) => account.staffId),
        accounts.map((account) => account.staffNumber),
        accounts.map((account) => account.name),
        hash,
        clock.now().toString(),
      ],
    ),
  )
  return made.length
}

/** An account by its member of staff, always within one insurer. */
export interface AccountKey {
  insurerId: number
  staffId: string
}

/**
 * Gives a new first password, opens a locked account and ends its sessions.
 * @returns the password, to be shown once; null when there is no such account
 */
export async function resetPassword(db: Queryable, clock: Clock, key: AccountKey): Promise<string | null> {
  const password = firstPassword()
  const done = await rowsOf(
    db.query(
      `with l as (
         update identity.login set must_change_password = true, failed_count = 0, last_failed_at = null,
           locked_until = null, updated_at = $4
         where insurer_id = $1 and staff_id = $2 returning id),
       ended as (delete from identity.session s using l where s.login_id = l.id)
       update identity.credential c set password = $3, updated_at = $4 from l
       where c.login_id = l.id and c.provider_id = 'credential' returning c.id`,
      [key.insurerId, key.staffId, await hashPassword(password), clock.now().toString()],
    ),
  )
  return done.length === 0 ? null : password
}

/** Takes the second factor away (a lost telephone) and ends all sessions. @returns false: no such account */
export async function resetSecondFactor(db: Queryable, key: AccountKey): Promise<boolean> {
  const done = await rowsOf(
    db.query(
      `with l as (
         update identity.login set two_factor_enabled = false where insurer_id = $1 and staff_id = $2 returning id),
       removed as (delete from identity.second_factor f using l where f.login_id = l.id),
       ended as (delete from identity.session s using l where s.login_id = l.id)
       select id from l`,
      [key.insurerId, key.staffId],
    ),
  )
  return done.length > 0
}

/** Ends every session of a member of staff. @returns how many there were */
export async function revokeSessions(db: Queryable, key: AccountKey): Promise<number> {
  const ended = await rowsOf(
    db.query(
      `delete from identity.session s using identity.login l
       where l.id = s.login_id and l.insurer_id = $1 and l.staff_id = $2 returning s.id`,
      [key.insurerId, key.staffId],
    ),
  )
  return ended.length
}

/** How an account stands, for whoever manages it: nothing that would let anybody in. */
export interface AccountState {
  staffId: string
  mustChangePassword: boolean
  hasSecondFactor: boolean
  /** until then even the right password is refused; null: open */
  lockedUntil: string | null
  /** living sessions */
  sessionCount: number
  lastUsedAt: string | null
}

/** Accounts of one insurer by member of staff; who has none is left out. */
export async function accountStates(
  db: Queryable,
  now: Temporal.Instant,
  insurerId: number,
  staffIds: readonly string[],
): Promise<AccountState[]> {
  return rowsOf(
    db.query<AccountState>(
      `select l.staff_id as "staffId", l.must_change_password as "mustChangePassword",
         coalesce(l.two_factor_enabled, false) as "hasSecondFactor",
         case when l.locked_until > $3::timestamptz then l.locked_until end as "lockedUntil",
         count(s.id)::int as "sessionCount", max(s.last_used_at) as "lastUsedAt"
       from identity.login l left join identity.session s on s.login_id = l.id and s.expires_at > $3::timestamptz
       where l.insurer_id = $1 and l.staff_id = any ($2::uuid[])
       group by l.id`,
      [insurerId, staffIds, now.toString()],
    ),
  )
}
