import { existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Account } from '../embedded/account.ts'
import { type Layout, prepareLayout, restoreMark } from '../embedded/layout.ts'
import { findRunning, stopPostmaster } from '../embedded/postmaster.ts'
import { syncFolder, writeSecret } from '../embedded/secrets.ts'
import { BackupError } from './error.ts'
import { megabytes } from './progress.ts'
import { syncAll } from './sync-all.ts'

/**
 * Where a backup is put back: a folder that is empty, or that an earlier restore marked and did not finish. The mark is
 * the first thing written and the last removed; no server starts on a folder that has it.
 * @throws BackupError not-empty
 */
export function markTarget(dataDir: string): Layout {
  const mark = restoreMark(dataDir)
  const isOurs = existsSync(mark)
  const held = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name !== 'lost+found') : []
  if (!isOurs && held.length > 0) {
    const running = findRunning(join(dataDir, 'pg'))
    throw new BackupError(
      'not-empty',
      running
        ? `${dataDir} ではデータベースが動いています(プロセス ${running.pid})。バックアップは、動いているところには戻せません。--data に空のフォルダーを指定してください。`
        : `${dataDir} は空ではありません。今あるものは消しません。別の名前に変えておくか、--data に空のフォルダーを指定してください。`,
    )
  }
  mkdirSync(dirname(dataDir), { recursive: true })
  const layout = prepareLayout(dataDir)
  writeSecret(restoreMark(layout.dataDir), '', layout.owner)
  return layout
}

/** What an interrupted restore left: a server that recovers, half a cluster, secrets. Call it under the start lock. */
export async function clearTarget(layout: Layout, account: Account): Promise<void> {
  if (!existsSync(restoreMark(layout.dataDir))) {
    throw new BackupError('not-empty', `${layout.dataDir} には、いまほかの人がバックアップを戻しました。`)
  }
  if (findRunning(account.cluster)) await stopPostmaster(layout, account.cluster)
  for (const path of [account.cluster, join(layout.dataDir, 'audit')])
    rmSync(path, { recursive: true, force: true })
  for (const name of readdirSync(layout.secrets)) rmSync(join(layout.secrets, name), { recursive: true })
}

export function unmarkTarget(layout: Layout): void {
  syncAll(layout.dataDir)
  rmSync(restoreMark(layout.dataDir))
  syncFolder(layout.dataDir)
}

/** @throws BackupError no-space */
export function checkSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  // beside the copy itself: the WAL that recovery brings in and writes
  const wanted = bytes * 1.05 + 256e6
  if (bavail * bsize >= wanted) return
  throw new BackupError(
    'no-space',
    `${folder} の空き容量が足りません(要るのは ${megabytes(wanted)}、空きは ${megabytes(bavail * bsize)})。場所を空けるか、--data で別のところを指定してください。`,
  )
}
