import { OperatorError } from '../errors/operator.ts'

/**
 * The database could not be brought to this release.
 * - newer: it has a migration that this release does not know → run the newer release
 * - edited: a migration that was applied reads differently now → put the file back
 * - failed: the database refused one; those before it stay → the message says which, `cause` what PostgreSQL said
 * - busy: others hold its tables, time and again; those before it stay → start again when they have ended
 */
export class MigrationRefused extends OperatorError {
  override readonly name = 'MigrationRefused'
  readonly code: 'newer' | 'edited' | 'failed' | 'busy'

  constructor(code: MigrationRefused['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
