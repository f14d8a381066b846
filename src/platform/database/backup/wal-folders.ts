import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BackupError } from './error.ts'
import type { Manifest } from './manifest.ts'
import { japanTime } from './progress.ts'
import { firstGap, isSegment } from './wal.ts'

/**
 * Where recovery looks for WAL: the archive of the backup's own cluster, then the backup itself.
 * @throws BackupError until-early, archive, gap
 */
export function walFolders(
  from: string,
  manifest: Manifest,
  { walArchive, until }: { walArchive: string | null; until: Temporal.Instant | null },
): string[] {
  const endAt = Temporal.Instant.from(manifest.end.at)
  if (until && Temporal.Instant.compare(until, endAt) < 0) {
    throw new BackupError(
      'until-early',
      `このバックアップで戻せるのは ${japanTime(endAt)} からあとです。それより前に取ったバックアップを使ってください。`,
    )
  }
  const own = join(from, 'wal')
  if (walArchive === null) return [own]
  const archive = archiveOf(walArchive, manifest)
  const missing = firstGap(
    [...readdirSync(archive), ...readdirSync(own)].filter(isSegment),
    manifest.begin.wal,
  )
  if (missing && !until) {
    throw new BackupError(
      'gap',
      `WAL の保管先 ${archive} に ${missing} がありません。その前までしか戻せません。--until で、抜けるより前の時刻を指定するか、保管先を外してバックアップの時点に戻してください。`,
    )
  }
  return [archive, own]
}

function archiveOf(walArchive: string, { lineage }: Manifest): string {
  const archive = lineage === null ? null : join(resolve(walArchive), lineage)
  if (archive && existsSync(archive)) return archive
  throw new BackupError(
    'archive',
    `${walArchive} に、このデータベースの WAL がありません${lineage ? `(フォルダー ${lineage})` : '(保管せずに動いていました)'}。保管先を確かめるか、--wal-archive を外してバックアップの時点に戻してください。`,
  )
}
