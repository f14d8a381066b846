/** What `pg` says, without a code, when the connection went away or could not be had. */
const GONE =
  /^Connection terminated|not queryable|^Client has encountered a connection error|^Cannot use a pool after calling end/

const ON_THE_WAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND'])

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '')

/** The database is away, shutting down, starting up, full of connections, or the line to it broke. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  // 08 connection exception, 57P01–05 the server ends or starts, 53300 too many connections
  if (/^(08|57P|53300)/.test(code) || ON_THE_WAY.has(code)) return true
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect' // the socket of the embedded one
  return code === '' && GONE.test(error.message)
}

/** No connection of the pool came free in time; nothing was sent. */
export const isWaitOver = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect'
