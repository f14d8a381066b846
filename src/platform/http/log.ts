/** One line of JSON per event. The route's pattern, never the path: no name, number or search word reaches a log. */
export interface LogLine {
  level: 'info' | 'warn' | 'error'
  event: string
  requestId?: string
  method?: string
  route?: string
  status?: number
  milliseconds?: number
  code?: string
  error?: string
  [more: string]: unknown
}

export type Log = (line: LogLine) => void

export const logTo =
  (write: (text: string) => void, now: () => string): Log =>
  (line) =>
    write(`${JSON.stringify({ at: now(), ...line })}\n`)

/** What may be said of an unexpected error in a log: its kind and place, not its message (it may quote a row). */
export function placeOf(error: unknown): string {
  const stack = stackOf(error)
  if (stack === null) return typeof error
  const name = error instanceof Error ? error.name : (/^\w+/.exec(stack)?.[0] ?? 'Error')
  const code = typeof error === 'object' && error && 'code' in error ? ` ${String(error.code)}` : ''
  const frame =
    stack
      .split('\n')
      .find((line) => line.includes('/src/'))
      ?.trim() ?? ''
  return `${name}${code} ${frame.replace(/\(.*\/src\//, '(src/')}`.trim()
}

/** Of an Error, or of the plain copy that pg-boss makes of one. */
function stackOf(error: unknown): string | null {
  if (error instanceof Error) return error.stack ?? ''
  if (typeof error !== 'object' || error === null || !('stack' in error)) return null
  return typeof error.stack === 'string' ? error.stack : null
}
