import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { insertLines, lineOf } from '../audit/line.ts'
import type { Clock } from '../clock.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/open.ts'
import type { AccountKey } from './accounts.ts'

/** What a command of the operator says; a refused one changed nothing. */
export interface Report {
  isDone: boolean
  /** Japanese */
  lines: string[]
}
export const refuse = (...lines: string[]): Report => ({ isDone: false, lines })
export const done = (...lines: string[]): Report => ({ isDone: true, lines })

/** Ends a command's transaction with a reason for the operator. */
export class Refusal extends Error {}

/** One transaction as the owner of the tables, on a database with the newest schema. */
export async function operate(
  openDatabase: () => Promise<Database>,
  work: (client: pg.Client) => Promise<Report>,
): Promise<Report> {
  const database = await openDatabase()
  await migrate(database.client('owner'))
  const client = new pg.Client(database.client('owner'))
  await client.connect()
  try {
    await client.query('begin')
    const report = await work(client)
    await client.query('commit')
    return report
  } catch (error) {
    await client.query('rollback')
    if (error instanceof Refusal) return refuse(error.message)
    if (error instanceof pg.DatabaseError && error.code === '23505')
      return refuse('この職員番号はもう使われています。--staff-number に別の番号を付けてください。')
    throw error
  } finally {
    await client.end()
  }
}

/** A line for what the operator did to an account: nobody is signed in, so the account is the record. */
export const auditOperator = (client: pg.Client, clock: Clock, action: string, key: AccountKey) => {
  const line = lineOf(null, randomUUID(), action, clock.now().toString())
  const { text, values } = insertLines([
    {
      ...line,
      insurerId: key.insurerId,
      recordType: 'staff',
      recordId: key.staffId,
      detail: { by: 'operator' },
    },
  ])
  return client.query(text, values as unknown[])
}
