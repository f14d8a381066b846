import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { auditKey, auditPaths, insertLines, lineOf, startSealer } from '../../../audit/index.ts'
import { systemClock } from '../../../clock.ts'
import { migrate } from '../../migrate.ts'
import { type Database, openDatabase } from '../../open.ts'

/** A row that the database acknowledged, and when the answer had come. */
export interface Acknowledged {
  n: number
  at: Temporal.Instant
}

/** A real, durable cluster with the product's tables, a WAL archive, a sealer at work, and writers that note every answer. */
export async function busyCluster(keyFile: string | null) {
  const home = mkdtempSync(join(tmpdir(), 'meguri-backup-'))
  const dataDir = join(home, 'data')
  const walArchive = join(home, 'wal')
  const database = await openDatabase({ dataDir, databaseUrl: null, walArchive, backupKeyFile: keyFile })
  await migrate(database.client('owner'))
  const paths = auditPaths({ dataDir })
  const sealer = startSealer(database.client('audit'), auditKey(paths.keyFile), {
    everyMs: 100,
    headFile: paths.headFile,
    clock: systemClock,
  })
  const superuser = database.client('superuser')
  await asClient(superuser, (client) =>
    client.query(
      `create schema probe; create table probe.written (n bigint primary key, filler text not null)`,
    ),
  )
  return {
    ...{ home, dataDir, walArchive, database, superuser, paths },
    /** Closes the WAL segment and waits until the archive has it. */
    async archived() {
      await asClient(superuser, async (client) => {
        const { rows } = await client.query<{ wal: string }>('select pg_walfile_name(pg_switch_wal()) as wal')
        const isThere = async () => {
          const { rows: found } = await client.query<{ last: string | null }>(
            'select last_archived_wal as last from pg_stat_archiver',
          )
          return (found[0]?.last ?? '') >= rows[0]!.wal
        }
        for (let waitedMs = 0; !(await isThere()) && waitedMs < 20_000; waitedMs += 50) await sleep(50)
      })
    },
    async end() {
      await sealer.end()
      await database.close()
      rmSync(home, { recursive: true, force: true })
    },
    sealNow: () => sealer.sealNow(),
  }
}

/** Four connections that write without a pause, each row with its audit line in one transaction. */
export function startWriting(superuser: pg.ClientConfig, from: number) {
  const acknowledged: Acknowledged[] = []
  let next = from
  let isOver = false
  const lane = () =>
    asClient(superuser, async (client) => {
      while (!isOver) {
        const n = next++
        const line = lineOf(null, `要求${n}`, 'person.viewed', systemClock.now().toString())
        const { text, values } = insertLines([{ ...line, insurerId: 990001 }])
        await client.query('begin')
        await client.query(`insert into probe.written select $1::bigint, repeat(md5($1::bigint::text), 20)`, [
          n,
        ])
        await client.query(text, values as unknown[])
        await client.query('commit')
        acknowledged.push({ n, at: systemClock.now() })
      }
    })
  const lanes = Promise.all([lane(), lane(), lane(), lane()])
  return {
    acknowledged,
    async stop() {
      isOver = true
      await lanes
    },
  }
}

/** For every table of the database: how many rows, and a checksum over all of them in any order. */
export async function checksums(config: pg.ClientConfig): Promise<Record<string, string>> {
  return asClient(config, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind = 'r' and relpersistence = 'p' and nspname <> 'information_schema' and nspname !~ '^pg_' order by 1`,
    )
    const found: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 7)::numeric), 0) as sum from ${name} t`,
      )
      found[name] = rows[0]!.sum
    }
    return found
  })
}

/** Opens a restored copy as a server would, looks, and closes it. */
export async function inCopy<T>(dataDir: string, look: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir, databaseUrl: null })
  try {
    return await look(database)
  } finally {
    await database.close()
  }
}

export const writtenIn = (config: pg.ClientConfig): Promise<Set<number>> =>
  asClient(config, async (client) => {
    const { rows } = await client.query<{ n: string }>('select n from probe.written')
    return new Set(rows.map(({ n }) => Number(n)))
  })

export async function asClient<T>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Removes a restored copy and its witness. */
export function drop(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(dirname(auditPaths({ dataDir }).headFile), { recursive: true, force: true })
}
