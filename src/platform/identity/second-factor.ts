import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Store } from './store.ts'
import { base32, keyUri, matchingCounter, newSecret, randomLetters } from './totp.ts'

const RECOVERY_CODES = 10
/** Without 0/o, 1/l/i: they are kept on paper. */
const PAPER_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

export interface SecondFactor {
  /** A new secret, not asked for until confirmed. @returns null when a confirmed one exists */
  start(login: { id: string; staffNumber: string }): Promise<{ secret: string; uri: string } | null>
  /** @returns the recovery codes, shown this once; null when the code is wrong or nothing was begun */
  confirm(loginId: string, code: string, now: Temporal.Instant): Promise<string[] | null>
  /** A code counts once: the same or an older one is refused afterwards. */
  isRightCode(loginId: string, code: string, now: Temporal.Instant): Promise<boolean>
  /** Uses a recovery code up. */
  spendRecoveryCode(loginId: string, code: string): Promise<boolean>
  remove(loginId: string): Promise<void>
}

interface Row {
  secret: string
  backup_codes: string
  verified: boolean | null
}

/** The second factor in better-auth's table and encryption, with our clock and codes that count once. */
export function secondFactorOf(store: Store, key: string): SecondFactor {
  const seal = (data: string) => symmetricEncrypt({ key, data })
  const open = (data: string) => symmetricDecrypt({ key, data })
  const rowOf = async (loginId: string) =>
    (
      await store.query<Row>(`select secret, backup_codes, verified from second_factor where login_id = $1`, [
        loginId,
      ])
    )[0]

  return {
    async start({ id, staffNumber }) {
      const secret = newSecret()
      const stored = await store.query(
        `insert into second_factor (login_id, secret, backup_codes, verified) values ($1, $2, $3, false)
         on conflict (login_id) do update set secret = excluded.secret, last_counter = null
           where second_factor.verified = false
         returning id`,
        [id, await seal(secret), await seal('[]')],
      )
      return stored.length === 0 ? null : { secret: base32(secret), uri: keyUri(secret, staffNumber) }
    },
    async confirm(loginId, code, now) {
      const row = await rowOf(loginId)
      if (row?.verified !== false) return null
      const counter = matchingCounter(await open(row.secret), code, now)
      if (counter === null) return null
      const codes = Array.from(
        { length: RECOVERY_CODES },
        () => `${randomLetters(5, PAPER_LETTERS)}-${randomLetters(5, PAPER_LETTERS)}`,
      )
      const done = await store.query(
        `with confirmed as (
           update second_factor set verified = true, last_counter = $2, backup_codes = $3
           where login_id = $1 and verified = false and secret = $4 returning login_id)
         update login set two_factor_enabled = true, updated_at = $5 from confirmed where id = confirmed.login_id
         returning id`,
        [loginId, counter, await seal(JSON.stringify(codes)), row.secret, now.toString()],
      )
      return done.length === 0 ? null : codes
    },
    async isRightCode(loginId, code, now) {
      const row = await rowOf(loginId)
      if (!row?.verified) return false
      const counter = matchingCounter(await open(row.secret), code, now)
      if (counter === null) return false
      const taken = await store.query(
        `update second_factor set last_counter = $2
         where login_id = $1 and (last_counter is null or last_counter < $2) returning id`,
        [loginId, counter],
      )
      return taken.length === 1
    },
    async spendRecoveryCode(loginId, code) {
      const row = await rowOf(loginId)
      if (!row?.verified) return false
      const codes: string[] = JSON.parse(await open(row.backup_codes))
      const typed = code.normalize('NFKC').trim().toLowerCase()
      if (!codes.includes(typed)) return false
      // Compare and set: of two who send the same code at once, one finds the row changed.
      const taken = await store.query(
        `update second_factor set backup_codes = $2 where login_id = $1 and backup_codes = $3 returning id`,
        [loginId, await seal(JSON.stringify(codes.filter((one) => one !== typed))), row.backup_codes],
      )
      return taken.length === 1
    },
    async remove(loginId) {
      await store.query(
        `with removed as (delete from second_factor where login_id = $1)
         update login set two_factor_enabled = false where id = $1 and two_factor_enabled`,
        [loginId],
      )
    },
  }
}
