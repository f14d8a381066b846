import { OperatorError } from '../../errors/operator.ts'

/**
 * Why a backup was not taken or not put back. The message is Japanese: where, why, what to do.
 *
 * - `external`: the database is an outside PostgreSQL, whose own tools take its backups
 * - `not-empty`, `inside`: the folder to write to holds something, or lies in the data folder
 * - `no-space`: the disk is full, or will be
 * - `no-backup`, `damaged`: no manifest; a file is missing or not what was written
 * - `no-key`, `wrong-key`, `key-broken`: the key file is not named, another one, or unreadable
 * - `other-major`, `other-format`: made by a PostgreSQL or a Meguri that this release cannot read
 * - `until-early`, `until-late`: the moment lies before the end of the backup, or after the last stored WAL
 * - `gap`: a WAL segment is missing in the archive
 * - `archive`: the WAL archive cannot be used by the account of PostgreSQL
 */
export type BackupCode =
  | 'external'
  | 'not-empty'
  | 'inside'
  | 'no-space'
  | 'no-backup'
  | 'damaged'
  | 'no-key'
  | 'wrong-key'
  | 'key-broken'
  | 'other-major'
  | 'other-format'
  | 'until-early'
  | 'until-late'
  | 'gap'
  | 'archive'

export class BackupError extends OperatorError {
  override readonly name = 'BackupError'
  readonly code: BackupCode

  constructor(code: BackupCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** Puts a full disk into words; whatever else happened stays as it is. */
export function explainDisk(error: unknown, where: string): unknown {
  const isFull =
    error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code))
  if (!isFull) return error
  return new BackupError(
    'no-space',
    `${where} の空き容量が足りません。途中まで書いたものは使えません。場所を空けるか、別のところを指定して、もう一度実行してください。`,
    error,
  )
}
