/** One report of a running job, as its event stream sends it. `total` is null while nobody knows how much there is. */
export type JobState = {
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number | null
  message: string
}

export const isOver = ({ state }: JobState): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'

/** Whole percent, never 100 before the end; null while the total is unknown. */
export function percent({ state, done, total }: JobState): number | null {
  if (state === 'done') return 100
  if (total === null || total <= 0) return null
  return Math.min(Math.floor((done * 100) / total), 99)
}

/** Reads one event; null for what is no report, so that a newer server's events do not break an older page. */
export function readJobState(data: string): JobState | null {
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('state' in value)) return null
  const { state, done, total, message } = value as Record<string, unknown>
  if (
    state !== 'queued' &&
    state !== 'running' &&
    state !== 'done' &&
    state !== 'failed' &&
    state !== 'cancelled'
  )
    return null
  return {
    state,
    done: typeof done === 'number' ? done : 0,
    total: typeof total === 'number' ? total : null,
    message: typeof message === 'string' ? message : '',
  }
}
