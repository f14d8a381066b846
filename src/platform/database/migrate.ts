import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { MigrationRefused } from './migration-refused.ts'

const SOURCE = join(import.meta.dirname, '..', '..')
const NAME = /^\d{14}_[a-z0-9_]+\.sql$/

export interface Migration {
  name: string
  path: string
  sql: string
  checksum: string
  transactional: boolean
}

/** Every `migrations/*.sql` below `src`, ordered by name: the UTC time in front decides, whatever the area. */
export function findMigrations(root: string = SOURCE): Migration[] {
  const paths = globSync('**/migrations/*.sql', { cwd: root })
  const migrations = paths.map((path) => {
    const name = basename(path)
    if (!NAME.test(name))
      throw new Error(`migration ${path}: name must be <14 digits of UTC time>_<name>.sql`)
    const sql = readFileSync(join(root, path), 'utf8')
    return {
      name,
      path: join(root, path),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
      transactional: !sql.startsWith('-- no-transaction'),
    }
  })
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1))
  const twice = migrations.find((migration, at) => migration.name === migrations[at + 1]?.name)
  if (twice) throw new Error(`migration ${twice.name} exists twice`)
  return migrations
}

/**
 * How long a migration stands in the way: who waits for a lock makes everybody behind it wait too. So it lets go after a
 * second, and tries again when those who use the table have had time to end.
 */
const PATIENCE = { lockMs: 1_000, attempts: 20, pauseMs: 3_000 }
const LOCK_NOT_AVAILABLE = '55P03'
const DEADLOCK = '40P01'

export interface MigrateOptions {
  patience?: Partial<typeof PATIENCE>
  /** Only up to this one: rehearsals of an upgrade stand between two releases. */
  last?: string
}

/**
 * Brings the database to the newest schema: forward only, one transaction each, under one advisory lock.
 * @throws MigrationRefused
 */
export async function migrate(
  owner: pg.ClientConfig,
  root: string = SOURCE,
  { patience, last }: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const migrations = findMigrations(root).filter(({ name }) => last === undefined || name <= last)
  const client = new pg.Client(owner)
  client.on('error', () => {}) // the statement under way rejects; unheard, it would end the process without a word
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('meguri.migrate'))`)
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now());`)
    const pending = await pendingOf(client, migrations)
    for (const migration of pending) await applyPatiently(client, migration, { ...PATIENCE, ...patience })
    return { applied: pending.map((migration) => migration.name) }
  } finally {
    await client.end()
  }
}

async function pendingOf(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) {
    const migration = known.get(row.name)
    if (!migration)
      throw new MigrationRefused(
        'newer',
        `データベースはこの版より新しいものです（${row.name} を知りません）。新しい版で起動してください。`,
      )
    if (migration.checksum !== row.checksum)
      throw new MigrationRefused(
        'edited',
        `適用済みの ${row.name} が書き換えられています。元に戻してください。`,
      )
  }
  const applied = new Set(rows.map((row) => row.name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function applyPatiently(
  client: pg.Client,
  migration: Migration,
  { lockMs, attempts, pauseMs }: typeof PATIENCE,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // an index built beside its users waits for them and blocks nobody
      await client.query(`set lock_timeout = ${migration.transactional ? lockMs : 0}`)
      return await apply(client, migration)
    } catch (error) {
      const code = (error as { cause?: { code?: string } }).cause?.code
      if (code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK) throw error
      if (attempt >= attempts) {
        throw new MigrationRefused(
          'busy',
          `データベースの移行 ${migration.name} に要る表が、ほかの接続で使われているので、いまは新しくできません（${attempt} 回試しました）。この移行の前までは済んでいて、途中の変更は残っていません。ほかのサーバーや長い取り込みが終わってから、もう一度起動してください。`,
          error,
        )
      }
      await sleep(pauseMs)
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum, transactional }: Migration): Promise<void> {
  try {
    if (transactional) await client.query('begin')
    await client.query(sql)
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [name, checksum])
    if (transactional) await client.query('commit')
  } catch (error) {
    if (transactional) await client.query('rollback').catch(() => {}) // a broken connection has rolled back already
    const reason = error instanceof Error ? error.message : String(error)
    const left = transactional
      ? 'この移行の前までは済んでいて、途中の変更は残っていません。'
      : 'この移行は途中まで済んでいることがあります。'
    throw new MigrationRefused(
      'failed',
      `データベースの移行 ${name} を適用できませんでした（${reason}）。${left}この表示を添えて、システム管理者に知らせてください。`,
      error,
    )
  }
}
