import { existsSync, globSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BackupError } from './error.ts'

/** Made anew by every start; their folders must exist. WAL is copied apart, once the copy of the rest is over. */
const emptied = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp'],
  'pg_subtrans',
])
const left = new Set([
  ...['postmaster.pid', 'postmaster.opts', 'meguri.conf', 'meguri-lineage', 'current_logfiles'],
  ...['backup_label', 'backup_label.old', 'tablespace_map', 'tablespace_map.old', 'recovery.signal'],
])
/** Its last state decides where recovery begins, so it is copied last. */
const last = 'global/pg_control'

/** Folders that PostgreSQL does not make by itself. */
export const emptiedFolders = [
  ...[...emptied, 'pg_tblspc', 'pg_commit_ts', 'pg_twophase', 'pg_stat'],
  ...['pg_logical/snapshots', 'pg_logical/mappings', 'pg_wal/archive_status', 'pg_wal/summaries'],
]

/** The files of a running cluster that belong into a copy of it, by path below the cluster. */
export function clusterFiles(cluster: string): string[] {
  refuseTablespaces(cluster)
  const files: string[] = []
  for (const path of globSync('**', { cwd: cluster, exclude: (path) => isLeft(path) })) {
    if (path === '' || path === '.' || path === last) continue
    if (lstatSync(join(cluster, path), { throwIfNoEntry: false })?.isFile()) files.push(path)
  }
  return [...files, last]
}

function isLeft(path: string): boolean {
  const [first = '', ...rest] = path.split('/')
  if (emptied.has(first)) return rest.length > 0
  return left.has(path) || path.split('/').some((name) => /^(pgsql_tmp|pg_internal\.init)/.test(name))
}

function refuseTablespaces(cluster: string): void {
  const folder = join(cluster, 'pg_tblspc')
  const isEmpty = !existsSync(folder) || readdirSync(folder).length === 0
  if (isEmpty) return
  throw new BackupError(
    'external',
    `${folder} に表領域があります。Meguri は表領域を作りません。この形のバックアップは取れません。`,
  )
}
