import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { auditKey, auditPaths, insertLines, lineOf, startSealer } from '../../src/platform/audit/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { openDatabase } from '../../src/platform/database/open.ts'

/*
 A process of its own that holds the database as the server does and writes without a pause; the drill kills it. Each row is
 reported only after its commit was answered, so what the parent has heard must be there afterwards.
   child.ts DATA [WAL archive]
*/
const [dataDir = '', walArchive] = process.argv.slice(2)
const database = await openDatabase(
  { dataDir, databaseUrl: null, walArchive: walArchive ?? null },
  { serve: true },
)
await migrate(database.client('owner'))
const paths = auditPaths({ dataDir })
startSealer(database.client('audit'), auditKey(paths.keyFile), {
  headFile: paths.headFile,
  clock: systemClock,
})
const superuser = database.client('superuser')
const client = new pg.Client(superuser)
await client.connect()
await client.query(`create schema if not exists drill;
  create table if not exists drill.written (n bigint primary key, at timestamptz not null default clock_timestamp())`)
const { rows } = await client.query<{ n: string }>('select coalesce(max(n), 0) as n from drill.written')
let next = Number(rows[0]!.n) + 1
await client.end()
process.send?.({ kind: 'open', superuser })
process.once('disconnect', () => process.exit(0))

async function lane(): Promise<void> {
  const mine = new pg.Client(superuser)
  mine.on('error', () => {})
  await mine.connect()
  for (;;) {
    const n = next++
    const line = {
      ...lineOf(null, `要求${n}`, 'person.viewed', systemClock.now().toString()),
      insurerId: 990001,
    }
    const { text, values } = insertLines([line])
    await mine.query('begin')
    await mine.query('insert into drill.written values ($1)', [n])
    await mine.query(text, values as unknown[])
    await mine.query('commit')
    process.send?.({ kind: 'written', n, at: performance.timeOrigin + performance.now() })
    await sleep(2)
  }
}
await Promise.all([lane(), lane(), lane(), lane()]).catch(() => process.exit(1))
