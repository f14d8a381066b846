import { existsSync, readFileSync, statSync } from 'node:fs'
import pg from 'pg'
import type { Account } from '../embedded/account.ts'
import { superuserName } from '../embedded/cluster.ts'
import { DatabaseStartError } from '../embedded/error.ts'
import type { Layout } from '../embedded/layout.ts'
import { launch, stopPostmaster } from '../embedded/postmaster.ts'
import { writeSettings } from '../embedded/settings.ts'
import { socketFolder } from '../embedded/socket-folder.ts'
import { databaseName } from '../open.ts'
import { BackupError } from './error.ts'
import { japanTime } from './progress.ts'
import { recoverySettings } from './wal-settings.ts'

const limitMs = 6 * 3600_000

export interface Recovered {
  host: string
  port: number
  lastAt: Temporal.Instant | null
  rows: number
  tables: number
  seconds: { replay: number; reading: number }
  stop(): Promise<void>
}

interface RecoverOptions {
  folders: string[]
  keyFile: string | null
  until: Temporal.Instant | null
  password: string
}

/** Starts the copied cluster, which replays the WAL, and reads every table once, so that each page's checksum is looked at. */
export async function recover(layout: Layout, account: Account, options: RecoverOptions): Promise<Recovered> {
  const sockets = socketFolder(layout, account)
  writeSettings(account.cluster, sockets, recoverySettings(options))
  const logged = existsSync(layout.log) ? statSync(layout.log).size : 0
  const begun = performance.now()
  let running: Awaited<ReturnType<typeof launch>>
  try {
    running = await launch(layout, account, { retryForMs: 0, limitMs })
  } catch (error) {
    throw explained(error, readFileSync(layout.log).subarray(logged).toString('utf8'), options)
  }
  const { socketFolder: host, port } = running
  const client = new pg.Client({
    host,
    port,
    user: superuserName,
    password: options.password,
    database: databaseName,
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ at: string | null }>(
      `select to_char(pg_last_xact_replay_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
    )
    const at = rows[0]?.at
    const replayed = performance.now()
    const counted = await readAll(client)
    const seconds = { replay: (replayed - begun) / 1000, reading: (performance.now() - replayed) / 1000 }
    return {
      ...{ host, port, ...counted, seconds, lastAt: at ? Temporal.Instant.from(at) : null },
      async stop() {
        await stopPostmaster(layout, account.cluster)
        writeSettings(account.cluster, sockets, {})
      },
    }
  } finally {
    await client.end()
  }
}

async function readAll(client: pg.Client): Promise<{ tables: number; rows: number }> {
  const { rows: names } = await client.query<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and relpersistence = 'p' order by 1`,
  )
  let total = 0
  for (const { name } of names) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${name}`)
    if (!/^(pg_catalog|information_schema)\./.test(name)) total += Number(rows[0]!.n)
  }
  return {
    tables: names.filter(({ name }) => !/^(pg_catalog|information_schema)\./.test(name)).length,
    rows: total,
  }
}

/** @param log what PostgreSQL wrote during this start */
function explained(error: unknown, log: string, { until, folders }: RecoverOptions): unknown {
  if (!(error instanceof DatabaseStartError)) return error
  const last = /last completed transaction was at log time (\S+ \S+)([+-]\d\d)/.exec(log)
  if (log.includes('exit code 200')) {
    return new BackupError(
      'damaged',
      `WAL が壊れていて、そこから先を戻せません(${/WAL \S+ を読めません.*/.exec(log)?.[0] ?? folders.join('、')})。何も戻していません。--until で、それより前の時刻を指定してください。`,
      error,
    )
  }
  if (log.includes('recovery ended before configured recovery target was reached')) {
    const at = last
      ? japanTime(Temporal.Instant.from(`${last[1]!.replace(' ', 'T')}${last[2]}:00`))
      : 'バックアップの時点'
    const wanted = until ? japanTime(until) : ''
    return new BackupError(
      'until-late',
      `保管されている WAL の最後の記録は ${at} です。${wanted} までに続きがあったかどうかは、分かりません。それでよければ、--until を付けずに、もう一度実行してください。`,
      error,
    )
  }
  return error
}
