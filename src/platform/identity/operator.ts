import type pg from 'pg'
import { type Clock, systemClock } from '../clock.ts'
import type { Database } from '../database/open.ts'
import { type AccountKey, resetPassword, resetSecondFactor, revokeSessions } from './accounts.ts'
import { usernameOf } from './login.ts'
import { auditOperator, done, operate, Refusal, type Report, refuse } from './operate.ts'

export const revokeByNumber = (
  openDatabase: () => Promise<Database>,
  staffNumber: string | undefined,
  clock: Clock = systemClock,
): Promise<Report> =>
  withAccount(openDatabase, staffNumber, async (client, key) => {
    const ended = await revokeSessions(client, key)
    await auditOperator(client, clock, 'session.revoked', key)
    return done(`サインインを ${ended} 件終わらせました。`)
  })

export const resetByNumber = (
  openDatabase: () => Promise<Database>,
  staffNumber: string | undefined,
  withSecondFactor: boolean,
  clock: Clock = systemClock,
): Promise<Report> =>
  withAccount(openDatabase, staffNumber, async (client, key) => {
    const password = await resetPassword(client, clock, key)
    if (withSecondFactor) await resetSecondFactor(client, key)
    await auditOperator(client, clock, 'staff.password-reset', key)
    if (withSecondFactor) await auditOperator(client, clock, 'staff.second-factor-reset', key)
    return done(
      'パスワードを出し直しました。この一度しか出ません。次のサインインで変えてください。',
      `  パスワード  ${password}`,
    )
  })

async function withAccount(
  openDatabase: () => Promise<Database>,
  staffNumber: string | undefined,
  work: (client: pg.Client, key: AccountKey) => Promise<Report>,
): Promise<Report> {
  if (!staffNumber) return refuse('--staff-number に、職員番号を書いてください。')
  return operate(openDatabase, async (client) => {
    const { rows } = await client.query<{ insurer_id: number; staff_id: string }>(
      'select insurer_id, staff_id from identity.login where username = $1',
      [usernameOf(staffNumber)],
    )
    if (!rows[0]) throw new Refusal(`職員番号 ${staffNumber} の口座はありません。番号を確かめてください。`)
    return work(client, { insurerId: rows[0].insurer_id, staffId: rows[0].staff_id })
  })
}
