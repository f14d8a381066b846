import { chownSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from '../embedded/account.ts'
import { surroundings } from '../embedded/account.ts'
import { BackupError } from './error.ts'
import { ensureLineage } from './lineage.ts'

/** A segment is closed after this time even when it is not full: what the loss of the disk may cost. */
const ARCHIVE_SECONDS = 30

export interface WalArchive {
  folder: string
  keyFile: string | null
}

const program = (name: string) => join(import.meta.dirname, name)

/** The settings by which PostgreSQL archives its WAL; also those that say that it does not. @throws BackupError archive */
export function archiveSettings(account: Account, archive: WalArchive | null): Record<string, string> {
  if (archive === null) return { archive_mode: 'off' }
  const folder = join(archive.folder, ensureLineage(account.cluster, account.identity))
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (account.identity) chownSync(folder, account.identity.uid, account.identity.gid)
  } catch (error) {
    throw unusable(archive.folder, error instanceof Error ? error.message : String(error))
  }
  const own = realpathSync(folder)
  const files = [
    '-a',
    '-r',
    program('archive-segment.ts'),
    ...(archive.keyFile ? ['-a', '-r', archive.keyFile] : []),
  ]
  const words = ['test', '-w', own, '-a', '-x', process.execPath, ...files]
  if (!surroundings().tryCommand([...account.prefix, ...words], account.identity)) {
    throw unusable(archive.folder, 'PostgreSQL を動かすアカウントが、書き込めないか、鍵か本体を読めません')
  }
  return {
    archive_mode: 'on',
    archive_timeout: `${ARCHIVE_SECONDS}s`,
    archive_command: command('archive-segment.ts', ['%p'], [own, archive.keyFile ?? '']),
  }
}

/**
 * The settings of one recovery: to the end of the WAL or to a moment, then a server like any other. The moment has its
 * offset in digits: PostgreSQL knows no abbreviation, not even Z, while it reads its settings.
 */
export function recoverySettings(options: {
  folders: string[]
  keyFile: string | null
  until: Temporal.Instant | null
}): Record<string, string> {
  const until: Record<string, string> =
    options.until === null
      ? {}
      : {
          recovery_target_time: options.until.toString({ timeZone: 'UTC' }),
          recovery_target_action: 'promote',
        }
  return {
    archive_mode: 'off',
    hot_standby: 'off', // ready means: recovered
    recovery_init_sync_method: 'syncfs', // one call instead of one for each file just copied
    restore_command: command('fetch-segment.ts', ['%f', '%p'], [options.keyFile ?? '', ...options.folders]),
    recovery_target_timeline: 'current',
    ...until,
  }
}

/** What PostgreSQL hands to a shell: %-words are its own, the rest is quoted for the shell and for PostgreSQL. */
function command(name: string, own: string[], rest: string[]): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'"'"'`).replaceAll('%', '%%')}'`
  const marked = own.map((word) => `"${word}"`)
  return [quoted(process.execPath), quoted(program(name)), ...marked, ...rest.map(quoted)].join(' ')
}

function unusable(folder: string, reason: string): BackupError {
  return new BackupError(
    'archive',
    `WAL の保管先 ${folder} を使えません(${reason})。フォルダーの持ち主と権限、環境変数 MEGURI_WAL_ARCHIVE と MEGURI_BACKUP_KEY_FILE を確かめてください。`,
  )
}
