import type { KeyObject } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { syncFolder } from '../embedded/secrets.ts'
import { clusterFiles } from './cluster-files.ts'
import { BackupError, explainDisk } from './error.ts'
import { nameOfKey } from './key.ts'
import { readLineage } from './lineage.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { fourAtATime, now, progress, type Say } from './progress.ts'
import { seal } from './sealed-file.ts'
import { syncAll } from './sync-all.ts'
import { isHistory, isSegment, timelineOf } from './wal.ts'

export interface BackupOptions {
  dataDir: string
  /** A new folder, or an empty one. */
  to: string
  superuser: pg.ClientConfig
  key: KeyObject | null
  /** The audit's witness; it lies outside the data folder. */
  headFile: string
  product: string
  say?: Say
}

/**
 * Copies the embedded database while it is in use: PostgreSQL is told that a copy begins, the files are copied as they
 * are, and the WAL written meanwhile, kept by a slot of this session, makes them whole again when they are put back.
 * Written beside and renamed: a folder of this name is a whole backup.
 * @throws BackupError
 */
export async function takeBackup(options: BackupOptions): Promise<Manifest> {
  const to = resolve(options.to)
  const dataDir = realpathSync(options.dataDir)
  checkTarget(to, dataDir)
  const half = `${to}.partial`
  rmSync(half, { recursive: true, force: true })
  const client = new pg.Client({ ...options.superuser, application_name: 'meguri backup' })
  client.on('error', () => {}) // the statement under way rejects
  await client.connect()
  try {
    mkdirSync(half, { recursive: true, mode: 0o700 })
    const manifest = await copyAll(client, half, { ...options, dataDir })
    rmSync(to, { recursive: true, force: true }) // empty, as looked up
    renameSync(half, to)
    syncFolder(dirname(to))
    return manifest
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw explainDisk(error, dirname(to))
  } finally {
    await client.end().catch(() => {})
  }
}

function checkTarget(to: string, dataDir: string): void {
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new BackupError('not-empty', `${to} は空ではありません。新しいフォルダーの名前を指定してください。`)
  }
  if (!`${to}/`.startsWith(`${dataDir}/`)) return
  throw new BackupError(
    'inside',
    `${to} はデータフォルダーの中です。別のディスクのフォルダーを指定してください。`,
  )
}

async function copyAll(client: pg.Client, folder: string, options: BackupOptions): Promise<Manifest> {
  const { dataDir, key, headFile, say = () => {} } = options
  const cluster = realpathSync(join(dataDir, 'pg'))
  const files: Manifest['files'] = []
  const store = async (path: string, source: Readable, onBytes?: (count: number) => void) => {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    files.push({ path, ...(await seal(source, target, { key, name: path, onBytes })) })
  }
  const copyOf = async (path: string, from: string) => store(path, await streamOf(from))
  // Before the copy: a head that is younger than the rows would look like a tail that was cut off.
  if (existsSync(headFile)) await copyOf('audit/heads.ndjson', headFile)
  say('チェックポイントを待っています…')
  const begin = await begun(client)
  const found = clusterFiles(cluster)
  const bar = progress('写しています', sizeOf(cluster, found), say)
  const copy = async (name: string) => {
    const source = await opened(join(cluster, name))
    if (!source) return // dropped since it was listed: the WAL knows
    await store(`pg/${name}`, source, bar.add)
  }
  await fourAtATime(found.slice(0, -1), copy)
  await copy(found.at(-1)!)
  for (const name of readdirSync(join(dataDir, 'secrets'))) {
    if (!name.endsWith('.new')) await copyOf(`secrets/${name}`, join(dataDir, 'secrets', name))
  }
  const migrations = await migrationsOf(client)
  const { end, label } = await ended(client)
  await store('pg/backup_label', Readable.from([Buffer.from(label)]))
  const wals = readdirSync(join(cluster, 'pg_wal')).filter(
    (name) => (isSegment(name) && isBetween(name, begin.wal, end.wal)) || isHistory(name),
  )
  await fourAtATime(wals, (name) => copyOf(`wal/${name}`, join(cluster, 'pg_wal', name)))
  if (!wals.includes(begin.wal) || !wals.includes(end.wal)) {
    throw new Error(`WAL from ${begin.wal} to ${end.wal} is not all there`)
  }
  syncAll(folder)
  const { rows } = await client.query<{ version: string; identifier: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
       system_identifier::text as identifier from pg_control_system()`,
  )
  const manifest: Manifest = {
    format: 1,
    product: options.product,
    postgres: {
      major: Math.floor(rows[0]!.number / 10_000),
      version: rows[0]!.version,
      systemIdentifier: rows[0]!.identifier,
    },
    lineage: readLineage(cluster),
    begin,
    end,
    encryption: key ? { cipher: 'aes-256-gcm', key: nameOfKey(key) } : null,
    migrations,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    totals: {
      files: files.length,
      plainBytes: files.reduce((sum, { plainBytes }) => sum + plainBytes, 0),
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
  }
  writeManifest(folder, manifest, key)
  return manifest
}

async function begun(client: pg.Client): Promise<Manifest['begin']> {
  // The slot goes with this session; until then no segment since its making is reused.
  await client.query(
    `select pg_create_physical_replication_slot('meguri_backup_' || pg_backend_pid(), true, true)`,
  )
  const { rows } = await client.query<{ lsn: string }>(
    `select pg_backup_start('meguri backup', fast => true)::text as lsn`,
  )
  const { lsn } = rows[0]!
  const named = await client.query<{ wal: string }>('select pg_walfile_name($1::pg_lsn + 1) as wal', [lsn])
  return { lsn, wal: named.rows[0]!.wal, at: now().toString() }
}

async function ended(client: pg.Client): Promise<{ end: Manifest['end']; label: string }> {
  const { rows } = await client.query<{ lsn: string; wal: string; label: string }>(
    `select lsn::text, pg_walfile_name(lsn) as wal, labelfile as label
     from pg_backup_stop(wait_for_archive => false)`,
  )
  const { lsn, wal, label } = rows[0]!
  return { end: { lsn, wal, at: now().toString() }, label }
}

async function migrationsOf(client: pg.Client): Promise<Manifest['migrations']> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('platform.migration') is not null as there`,
  )
  if (!there.rows[0]?.there) return { count: 0, last: null }
  const { rows } = await client.query<{ count: number; last: string | null }>(
    'select count(*)::int as count, max(name) as last from platform.migration',
  )
  return rows[0]!
}

const isBetween = (name: string, first: string, last: string) =>
  timelineOf(name) === timelineOf(first) && name >= first && name <= last

const sizeOf = (cluster: string, names: string[]) =>
  names.reduce((sum, name) => sum + (statSync(join(cluster, name), { throwIfNoEntry: false })?.size ?? 0), 0)

/** pg_control is rewritten in place: read until it reads the same twice. Other torn pages are mended by the WAL. */
async function opened(path: string): Promise<Readable | null> {
  try {
    if (!path.endsWith('global/pg_control')) return await streamOf(path)
    for (;;) {
      const content = readFileSync(path)
      if (content.equals(readFileSync(path))) return Readable.from([content])
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function streamOf(path: string): Promise<Readable> {
  return new Promise((done, fail) => {
    const stream = createReadStream(path, { highWaterMark: 1 << 20 })
    stream.once('open', () => done(stream))
    stream.once('error', fail)
  })
}
