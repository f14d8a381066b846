import { OperatorError } from '../../errors/operator.ts'

/**
 * Why the database could not be opened or stopped. The message is Japanese, for the person at the
 * keyboard: where, why, what to do. `code` is for tests and callers:
 *
 * - `unsupported-platform`, `not-installed`: no binaries for this machine, or script/setup has not run
 * - `closed-folder`: the data folder belongs to somebody else, or its system folder could not be made
 * - `no-account`: root, and neither a user namespace nor an account of its own is possible
 * - `other-major`: the cluster was made by another PostgreSQL major
 * - `broken-cluster`: the cluster exists but its password, or part of it, is gone
 * - `half-restored`: a restore into this folder has not come to its end
 * - `already-serving`: another server holds this data folder
 * - `busy`: another process is starting or stopping it and does not come to an end
 * - `did-not-start`, `did-not-stop`: PostgreSQL itself said no; the end of its log is in the message
 * - `unreachable`, `too-old`, `no-right`: the database of DATABASE_URL
 */
export type DatabaseStartCode =
  | 'unsupported-platform'
  | 'not-installed'
  | 'closed-folder'
  | 'no-account'
  | 'other-major'
  | 'broken-cluster'
  | 'half-restored'
  | 'already-serving'
  | 'busy'
  | 'did-not-start'
  | 'did-not-stop'
  | 'unreachable'
  | 'too-old'
  | 'no-right'

export class DatabaseStartError extends OperatorError {
  override readonly name = 'DatabaseStartError'
  readonly code: DatabaseStartCode

  constructor(code: DatabaseStartCode, message: string) {
    super(message)
    this.code = code
  }
}
