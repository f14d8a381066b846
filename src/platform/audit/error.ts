import { OperatorError } from '../errors/operator.ts'

/**
 * The audit cannot work as it is set up; the message is Japanese and says what to do.
 * - key-missing: no key file, and the caller may not make one → restore it from the safe copy
 * - key-broken: the key file does not hold 32 bytes in hex → restore it
 * - key-mismatch: the key is not the one that sealed the lines in this database → restore the right one
 * - moved: the database came from another cluster → call audit.begin_epoch() as the owner
 * - head-broken: the head file could not be read or written → check folder and rights
 */
export class AuditError extends OperatorError {
  override readonly name = 'AuditError'
  readonly code: 'key-missing' | 'key-broken' | 'key-mismatch' | 'moved' | 'head-broken'

  constructor(code: AuditError['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
