import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseStartError } from './error.ts'

/** Where things lie below one data folder (architecture.md §4 "embedded server"). */
export interface Layout {
  /** Absolute, symbolic links resolved: the same folder is the same string for every process. */
  dataDir: string
  /** The cluster. A symbolic link when it has to live in a system folder (see account.ts). */
  cluster: string
  /** Mode 0700: generated passwords, each file 0600. */
  secrets: string
  /** Mode 0700: lock, log, and the socket where its path is short enough. */
  run: string
  log: string
  /** The account that owns the data folder; the server runs under it. */
  owner: { uid: number; gid: number }
}

const currentUid = () => process.getuid?.() ?? 0

/**
 * Makes the folders with their modes and says where they are. Safe to repeat.
 * A new data folder belongs to whoever owns the folder it is made in, so that `sudo script/start` inside
 * somebody's home leaves them a folder that they can use.
 * @throws DatabaseStartError closed-folder
 */
export function prepareLayout(dataDir: string): Layout {
  try {
    if (!existsSync(dataDir)) makeDataDir(dataDir)
    const real = realpathSync(dataDir)
    const { uid, gid } = statSync(real)
    if (currentUid() !== 0 && uid !== currentUid()) throw closedFolder(real, `持ち主は uid ${uid} です`)
    const folder = (name: string) => ownFolder(join(real, name), uid, gid)
    const run = folder('run')
    const paths = {
      cluster: join(real, 'pg'),
      secrets: folder('secrets'),
      run,
      log: join(run, 'postgres.log'),
    }
    return { dataDir: real, ...paths, owner: { uid, gid } }
  } catch (error) {
    if (error instanceof DatabaseStartError) throw error
    throw closedFolder(dataDir, error instanceof Error ? error.message : String(error))
  }
}

function makeDataDir(dataDir: string): void {
  const parent = dirname(dataDir)
  const first = mkdirSync(parent, { recursive: true })
  const { uid, gid } = statSync(first ? dirname(first) : parent)
  mkdirSync(dataDir, { mode: 0o700 })
  if (currentUid() !== 0 || uid === 0) return
  for (let made = dataDir; made.length >= (first ?? dataDir).length; made = dirname(made))
    chownSync(made, uid, gid)
}

/** A folder of mode 0700 for the owner of the data; also repairs the mode of an existing one. */
function ownFolder(path: string, uid: number, gid: number): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (!lstatSync(path).isDirectory()) throw closedFolder(path, 'フォルダーではありません')
  chmodSync(path, 0o700)
  if (currentUid() === 0) chownSync(path, uid, gid)
  return path
}

function closedFolder(path: string, reason: string): DatabaseStartError {
  return new DatabaseStartError(
    'closed-folder',
    `データフォルダー ${path} を使えません(${reason})。` +
      '持ち主のアカウントで実行するか、--data で書き込めるフォルダーを指定してください。',
  )
}

/** Stands in a data folder from the first file of a restore to its end. */
export const restoreMark = (dataDir: string) => join(dataDir, 'restoring')

/** @throws DatabaseStartError half-restored */
export function refuseHalfRestored(layout: Layout): void {
  if (!existsSync(restoreMark(layout.dataDir))) return
  throw new DatabaseStartError(
    'half-restored',
    `データフォルダー ${layout.dataDir} は、バックアップから戻している途中か、途中で止まったものです。` +
      '戻し終わるのを待つか、bin/meguri restore をもう一度実行してください。',
  )
}
