import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Clock, systemClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/open.ts'
import {
  auditOperator,
  createAccount,
  done,
  firstPassword,
  operate,
  Refusal,
  type Report,
  refuse,
} from '../../platform/identity/index.ts'
import { checkInsurerNumber } from '../numbers/index.ts'

export interface NewAdministrator {
  insurer: string | undefined
  insurerName: string | undefined
  isUnion: boolean
  staffNumber: string | undefined
  name: string | undefined
}

/** Creates the insurer's administrator, and the insurer when it has a name and does not exist: all or nothing. */
export async function createAdministrator(
  openDatabase: () => Promise<Database>,
  input: NewAdministrator,
  clock: Clock = systemClock,
): Promise<Report> {
  const number = checkInsurerNumber(input.insurer ?? '')
  if (!number.ok) return refuse(number.message)
  if (number.value === null) return refuse('--insurer に、介護保険の保険者番号(6けた)を書いてください。')
  const staffNumber = input.staffNumber ?? `admin-${number.value}`
  if (!/^[0-9A-Za-z._-]{1,50}$/.test(staffNumber))
    return refuse('--staff-number は、半角の英数字と . _ - で50文字までにしてください。')
  const insurer = { number: number.value, name: input.insurerName, isUnion: input.isUnion }
  return operate(openDatabase, async (client) => {
    const insurerId = await insurerOf(client, insurer)
    const staffId = randomUUID()
    const name = input.name ?? 'システム管理者'
    const today = clock.today().toString()
    await client.query(
      `insert into registers.staff (insurer_id, id, staff_number, name, kana, profession, valid_from)
       values ($1, $2, $3, $4, '', 'other', $5)`,
      [insurerId, staffId, staffNumber, name, today],
    )
    await client.query(
      `insert into registers.post (insurer_id, staff_id, role, valid_from) values ($1, $2, 'administrator', $3)`,
      [insurerId, staffId, today],
    )
    const password = firstPassword()
    const account = { insurerId, staffId, staffNumber, name, password, mustChangePassword: true }
    await createAccount(client, clock, account)
    await auditOperator(client, clock, 'staff.administrator-created', { insurerId, staffId })
    return done(
      '管理者を作りました。パスワードはこの一度しか出ません。最初のサインインで変えてください。',
      `  職員番号    ${staffNumber}`,
      `  パスワード  ${password}`,
    )
  })
}

interface InsurerInput {
  number: string
  name: string | undefined
  isUnion: boolean
}

/** @throws Refusal in a sample, and when there is no such insurer and no name for a new one */
async function insurerOf(client: pg.Client, { number, name, isUnion }: InsurerInput): Promise<number> {
  const installation = await client.query<{ is_sample: boolean }>(
    'select is_sample from platform.installation',
  )
  if (installation.rows[0]?.is_sample)
    throw new Refusal(
      'これは見本のデータベースです。実際の管理者は作れません。別のデータフォルダー(--data)を使ってください。',
    )
  const known = await client.query<{ insurer_id: number }>(
    'select insurer_id from registers.insurer where insurer_number = $1 and not is_statistics_only',
    [number],
  )
  if (known.rows[0]) return known.rows[0].insurer_id
  if (!name)
    throw new Refusal(
      `保険者 ${number} はまだ登録されていません。新しく作るときは --insurer-name に名前を付けてください。`,
    )
  await client.query('lock table registers.insurer in share row exclusive mode')
  const made = await client.query<{ insurer_id: number }>(
    `insert into registers.insurer (insurer_id, insurer_number, name, kind)
     select coalesce(max(insurer_id), 0) + 1, $1, $2, $3 from registers.insurer returning insurer_id`,
    [number, name, isUnion ? 'union' : 'municipality'],
  )
  await client.query(
    'insert into platform.installation (is_sample) select false where not exists (select from platform.installation)',
  )
  return made.rows[0]!.insurer_id
}
