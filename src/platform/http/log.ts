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
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frame =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/src/'))
      ?.trim() ?? ''
  return `${error.name}${code} ${frame.replace(/\(.*\/src\//, '(src/')}`
}
