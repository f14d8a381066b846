import type { Log, LogLine } from './log.ts'

const EVERY_MS = 10_000

/**
 * Says the same line at most once in ten seconds; the next one tells how often it was left out (`repeated`). For what is
 * tried again all the time while a database is away.
 */
export function rarely(log: Log, nowMs: () => number = () => performance.now()): Log {
  const said = new Map<string, { atMs: number; repeated: number }>()
  return (line: LogLine) => {
    const key = JSON.stringify(line)
    const last = said.get(key)
    if (last && nowMs() - last.atMs < EVERY_MS) {
      last.repeated += 1
      return
    }
    if (said.size >= 100) said.clear() // never a place that grows
    said.set(key, { atMs: nowMs(), repeated: 0 })
    log(last && last.repeated > 0 ? { ...line, repeated: last.repeated } : line)
  }
}
