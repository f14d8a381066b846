import { chownSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseStartError } from './error.ts'
import type { Layout } from './layout.ts'

const waitMs = 180_000
const SQLITE_BUSY = 5

/**
 * Runs `work` while no other process starts, joins or stops the same database.
 * The lock is an exclusive transaction on an empty SQLite file: a true lock of the kernel, gone with its holder
 * however it dies, which a file with a number in it is not; and Node has no other call for one.
 * @throws DatabaseStartError busy, after three minutes
 */
export async function withStartLock<T>(layout: Layout, work: () => Promise<T>): Promise<T> {
  const path = join(layout.run, 'lock')
  const lock = new DatabaseSync(path, { timeout: 0 })
  try {
    if (process.getuid?.() === 0) chownSync(path, layout.owner.uid, layout.owner.gid)
    for (let waitedMs = 0; !tryLock(lock); waitedMs += 25) {
      if (waitedMs >= waitMs) throw busy(layout)
      await sleep(25)
    }
    return await work()
  } finally {
    lock.close()
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false
    throw error
  }
}

function busy(layout: Layout): DatabaseStartError {
  return new DatabaseStartError(
    'busy',
    `データフォルダー ${layout.dataDir} のデータベースを、ほかのプロセスが開始または停止している途中のままです。` +
      'しばらく待って、もう一度実行してください。',
  )
}
