import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { csvBytes } from '../../exchange/tabular/index.ts'
import { insertLines, lineOf } from '../../platform/audit/line.ts'
import type { CommandContext } from '../../platform/cli/command.ts'
import { systemClock } from '../../platform/clock.ts'
import { migrate } from '../../platform/database/migrate.ts'
import type { Database } from '../../platform/database/open.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { TouchedQuery } from './schema.ts'
import { dayAfter, startOf } from './service.ts'
import { TOUCHED_COLUMNS, TOUCHED_FIELDS, type Touched, touchedRow } from './touched.ts'

class Refused extends Error {}

/** `bin/meguri audit affected`: for the operator, when nobody may sign in any more. The look itself is a line. */
export async function affectedCommand({ values, stdout, openDatabase }: CommandContext): Promise<number> {
  try {
    const account = text(values.account, '--account に、職員番号を書いてください。')
    const from = text(values.from, '--from に、初めの日を 2026-11-01 の形で書いてください。')
    const until = text(values.to, '--to に、終わりの日を 2026-11-30 の形で書いてください。')
    const wrong = TouchedQuery.safeParse({ from, until, staffId: randomUUID() }).error?.issues[0]
    if (wrong) throw new Refused(wrong.message)
    const people = await peopleOf(await openDatabase(), { account, from, until })
    if (typeof values.csv === 'string') writeNew(values.csv, people)
    if (values.json === true) stdout(JSON.stringify({ account, from, until, total: people.length, people }))
    else for (const line of said(account, from, until, people, values.csv)) stdout(line)
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    stdout(error.message)
    return 2
  }
}

interface Question {
  account: string
  from: string
  until: string
}

async function peopleOf(database: Database, { account, from, until }: Question): Promise<Touched[]> {
  await migrate(database.client('owner'))
  const client = new pg.Client({ ...database.client('owner'), types: valueTypes })
  await client.connect()
  try {
    await client.query('begin')
    const logins = await client.query<{ insurerId: number; staffId: string }>(
      'select insurer_id as "insurerId", staff_id as "staffId" from identity.login where username = $1',
      [account.normalize('NFKC').toLowerCase()],
    )
    const login = logins.rows[0]
    if (!login) throw new Refused(`職員番号 ${account} の口座はありません。番号を確かめてください。`)
    const { rows } = await client.query<Touched>(
      `select ${TOUCHED_FIELDS} from casework.touched_between($1, $2, $3, $4)`,
      [login.insurerId, login.staffId, startOf(from), startOf(dayAfter(until))],
    )
    const line = lineOf(null, randomUUID(), 'access-log.touched-exported', systemClock.now().toString())
    const { text: insert, values } = insertLines([
      {
        ...line,
        insurerId: login.insurerId,
        recordType: 'staff',
        recordId: login.staffId,
        personIds: rows.map(({ id }) => id),
        detail: { by: 'operator', from, until, people: rows.length },
      },
    ])
    await client.query(insert, values as unknown[])
    await client.query('commit')
    return rows
  } finally {
    await client.end()
  }
}

function text(value: string | boolean | undefined, missing: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw new Refused(missing)
  return value.trim()
}

/** Never over a file that is there: it may be the evidence of an earlier day. */
function writeNew(path: string, people: readonly Touched[]): void {
  const rows = people.map((one) => touchedRow(one).map((cell) => (cell === null ? '' : String(cell))))
  const bytes = csvBytes([TOUCHED_COLUMNS.map(({ heading }) => heading), ...rows], { encoding: 'UTF-8+BOM' })
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'EEXIST' ? '同じ名前のファイルがもうあります' : '書けません'
    throw new Refused(`${path}: ${why}。別の名前か場所を書いてください。`)
  }
}

const SHOWN = 20

function said(
  account: string,
  from: string,
  until: string,
  people: readonly Touched[],
  csv: string | boolean | undefined,
): string[] {
  const count = (of: 'viewed' | 'written' | 'exported' | 'printed') =>
    people.filter((one) => one[of] > 0).length.toLocaleString('ja-JP')
  const lines = [
    `職員番号 ${account} が ${from} から ${until} までに触れた人は ${people.length.toLocaleString('ja-JP')} 人です。`,
    `  見た ${count('viewed')} 人、書いた ${count('written')} 人、書き出した ${count('exported')} 人、印刷した ${count('printed')} 人`,
  ]
  if (typeof csv === 'string')
    return [...lines, `  一覧を ${csv} に書きました。扱いが終わったら消してください。`]
  for (const one of people.slice(0, SHOWN))
    lines.push(
      `  ${one.insuredNumber ?? '番号なし'}  ${one.name ?? '（記録はもうありません）'}  見た ${one.viewed}・書いた ${one.written}・書き出した ${one.exported}・印刷した ${one.printed}`,
    )
  if (people.length > SHOWN)
    lines.push(`  ほか ${people.length - SHOWN} 人。全員は --csv か --json で出せます。`)
  return lines
}
