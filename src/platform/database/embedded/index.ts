import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { archiveSettings, type WalArchive } from '../backup/wal-settings.ts'
import { chooseAccount, type Surroundings, surroundings } from './account.ts'
import { findBinaries } from './binaries.ts'
import { ensureCluster, superuserName } from './cluster.ts'
import { DatabaseStartError } from './error.ts'
import { Keeper } from './keeper.ts'
import { type Layout, prepareLayout, refuseHalfRestored } from './layout.ts'
import { withStartLock } from './lock.ts'
import { findRunning, launch, stopPostmaster, whenReady } from './postmaster.ts'
import { rolePasswords } from './secrets.ts'
import { writeSettings } from './settings.ts'
import { socketFolder } from './socket-folder.ts'

export { superuserName } from './cluster.ts'
export { DatabaseStartError } from './error.ts'

export interface Embedded {
  /** Folder of the socket: what `pg` takes as host. */
  host: string
  port: number
  superuserPassword: string
  /** True when PostgreSQL was already running: another process uses it, or a killed one left it. */
  adopted: boolean
  /** The data folder with symbolic links resolved. */
  dataDir: string
  keeper: Keeper
  /** Generated passwords of login roles, kept in `<data>/secrets/roles.json`. */
  rolePasswords<Name extends string>(names: readonly Name[]): Promise<Record<Name, string>>
  /** Leaves the database, and stops it when nobody else uses it. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Take the server's place; refused when another process has it. */
  serve?: boolean
  /** Where finished WAL goes; without one it is not kept. Heard by whoever starts the server, not by those who join. */
  archive?: WalArchive | null
  /** Settings that differ from settings.ts. */
  settings?: Record<string, string>
  /** A cluster of tests: made without waiting for the disk. */
  throwaway?: boolean
  /** What the machine allows; tests forbid something. */
  surroundings?: Surroundings
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs.
 * @throws DatabaseStartError with the reason and the remedy in Japanese
 */
export async function startEmbedded(dataDir: string, options: StartOptions = {}): Promise<Embedded> {
  const layout = prepareLayout(dataDir)
  const embedded = await withStartLock(layout, () => startOrJoin(layout, options))
  if (!options.serve || (await embedded.keeper.tryServe())) return embedded
  await embedded.stop()
  throw new DatabaseStartError(
    'already-serving',
    `データフォルダー ${layout.dataDir} では、ほかの Meguri がすでに動いています。` +
      '動いているほうを止めるか、--data で別のデータフォルダーを指定してください。',
  )
}

async function startOrJoin(layout: Layout, options: StartOptions): Promise<Embedded> {
  refuseHalfRestored(layout)
  const account = chooseAccount(layout, findBinaries(), options.surroundings ?? surroundings())
  const superuserPassword = await ensureCluster(layout, account, options.throwaway ?? false)
  const found = findRunning(account.cluster)
  const joined = found && (await whenReady(layout, account.cluster))
  if (!joined) {
    const archive = archiveSettings(account, options.archive ?? null)
    writeSettings(account.cluster, socketFolder(layout, account), { ...archive, ...options.settings })
  }
  const running = joined ?? (await launch(layout, account))
  const { socketFolder: host, port } = running
  const keeper = new Keeper({ host, port, user: superuserName, password: superuserPassword })
  try {
    await keeper.join()
  } catch (error) {
    if (!joined) await stopPostmaster(layout, account.cluster)
    throw error
  }
  return {
    ...{ host, port, superuserPassword, adopted: joined !== null, dataDir: layout.dataDir, keeper },
    rolePasswords: (names) => withStartLock(layout, async () => rolePasswords(layout, names)),
    stop: () => withStartLock(layout, () => leave(layout, account.cluster, host, keeper)),
  }
}

async function leave(layout: Layout, cluster: string, host: string, keeper: Keeper): Promise<void> {
  const isLast = await keeper.isLast().catch(() => false)
  await keeper.close()
  if (!isLast) return
  await stopPostmaster(layout, cluster)
  if (!host.startsWith(layout.dataDir) && host.includes('meguri-')) {
    rmSync(host, { recursive: true, force: true })
    rmSync(join(layout.run, 'socket'), { force: true })
  }
}
