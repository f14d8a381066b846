import type { Engine } from '../database/engine.ts'
import { type Log, placeOf } from '../http/log.ts'

const SIX_HOURS_MS = 6 * 60 * 60 * 1000

/** Doors that remove what must not be kept; each takes no argument, so that nothing else can be removed. */
const PURGES = ['platform.purge_drafts', 'platform.purge_import_files'] as const

export interface Housekeeping {
  /** Runs everything once, now. @returns what each removed */
  once(): Promise<Record<string, number>>
  stop(): void
}

/** Removes what is past its time: at start, then every six hours. A failure is logged and tried again next time. */
export function startHousekeeping(engine: Engine, log: Log): Housekeeping {
  const once = async () => {
    const removed: Record<string, number> = {}
    for (const purge of PURGES) {
      const [row] = await engine.plain<{ n: number }>(`select ${purge}() as n`)
      removed[purge] = row?.n ?? 0
    }
    return removed
  }
  const run = () =>
    void once().then(
      (removed) => log({ level: 'info', event: 'housekeeping', removed }),
      (error) => log({ level: 'warn', event: 'housekeeping', error: placeOf(error) }),
    )
  run()
  const timer = setInterval(run, SIX_HOURS_MS)
  timer.unref()
  return { once, stop: () => clearInterval(timer) }
}
