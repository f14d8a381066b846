import type { KeyObject } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type pg from 'pg'
import { chooseAccount, surroundings } from '../embedded/account.ts'
import { findBinaries } from '../embedded/binaries.ts'
import { superuserName } from '../embedded/cluster.ts'
import { withStartLock } from '../embedded/lock.ts'
import { stopPostmaster } from '../embedded/postmaster.ts'
import { readSuperuserPassword, rolePasswords } from '../embedded/secrets.ts'
import { databaseName } from '../open.ts'
import { LOGIN_ROLES, type Role, roleName } from '../roles.ts'
import { checkBackup } from './check.ts'
import { copyBack } from './copy-back.ts'
import { BackupError, explainDisk } from './error.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { now, type Say } from './progress.ts'
import { recover } from './recover.ts'
import { checkSpace, clearTarget, markTarget, unmarkTarget } from './target.ts'
import { walFolders } from './wal-folders.ts'

export interface RestoreOptions<T> {
  from: string
  /** The data folder to be; empty, or left by a restore that was interrupted. */
  dataDir: string
  key: KeyObject | null
  keyFile: string | null
  /** The archive's folder; without it the copy holds what the backup holds. */
  walArchive: string | null
  until: Temporal.Instant | null
  headFile: string
  say?: Say
  /** Looks at the recovered database before anybody else does. */
  check(client: (role: Role) => pg.ClientConfig): Promise<T>
}

export interface Restored<T> {
  manifest: Manifest
  /** The last transaction that the copy holds; null: none since the backup began. */
  lastAt: Temporal.Instant | null
  rows: number
  tables: number
  checked: T
  seconds: { copy: number; replay: number; reading: number }
  /** Where a witness that was there before lies now. */
  formerHeads: string | null
}

/** @throws BackupError, DatabaseStartError */
export async function restore<T>(options: RestoreOptions<T>): Promise<Restored<T>> {
  const from = resolve(options.from)
  const manifest = readManifest(from, options.key)
  const folders = walFolders(from, manifest, options)
  const layout = markTarget(resolve(options.dataDir))
  return withStartLock(layout, async () => {
    const account = chooseAccount(layout, findBinaries(), surroundings())
    await clearTarget(layout, account)
    try {
      checkSpace(layout.dataDir, manifest.totals.plainBytes)
      const begun = performance.now()
      const wal = manifest.files.filter(({ path }) => path.startsWith('wal/'))
      await checkBackup(from, { ...manifest, files: wal })
      await copyBack(from, manifest, layout, account, options)
      const copied = performance.now()
      options.say?.('WAL を当てています…')
      const password = readSuperuserPassword(layout)
      if (!password) throw new BackupError('damaged', `${from} に secrets/superuser がありません。`)
      const recovered = await recover(layout, account, { folders, ...options, password })
      const passwords = rolePasswords(layout, LOGIN_ROLES)
      const address = { host: recovered.host, port: recovered.port, database: databaseName }
      const formerHeads = putHeads(join(layout.dataDir, 'audit', 'heads.ndjson'), options.headFile)
      const checked = await options.check((role) =>
        role === 'superuser'
          ? { ...address, user: superuserName, password }
          : { ...address, user: roleName(role), password: passwords[role] },
      )
      await recovered.stop()
      unmarkTarget(layout)
      const seconds = { copy: (copied - begun) / 1000, ...recovered.seconds }
      const { lastAt, rows, tables } = recovered
      return { manifest, lastAt, rows, tables, checked, seconds, formerHeads }
    } catch (error) {
      await stopPostmaster(layout, account.cluster)
      throw explainDisk(error, layout.dataDir)
    }
  })
}

/** The witness of the backup goes to its place; another one that is there is kept under another name. */
function putHeads(restored: string, place: string): string | null {
  if (!existsSync(restored)) return null
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  const isOther = existsSync(place) && !readFileSync(place).equals(readFileSync(restored))
  const former = isOther
    ? `${place}.before-${now().toString({ smallestUnit: 'second' }).replaceAll(':', '')}`
    : null
  if (former) renameSync(place, former)
  copyFileSync(restored, place)
  rmSync(dirname(restored), { recursive: true })
  return former
}
