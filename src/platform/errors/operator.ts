/**
 * An expected end of a command or a start: nothing of ours is broken, the person at the keyboard can act. The message is
 * Japanese (where, why, what to do), and the command line prints it without a stack. Imports nothing: the command line
 * knows it at every start.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError'
}
