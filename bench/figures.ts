/** One request of a load; all of a load are sent in turn. `body` may hold `{{new-id}}` once. */
export interface Sent {
  method: 'GET' | 'POST'
  path: string
  cookie: string
  /** besides the cookie and the token against forged requests */
  headers?: Record<string, string>
  body?: string
  /** times are also given for each label */
  label?: string
}

export interface LoadPlan {
  port: number
  connections: number
  seconds: number
  /** sent before anything is counted */
  warmSeconds: number
  requests: Sent[]
}

/** Milliseconds; nearest rank. */
export interface Times {
  count: number
  p50: number
  p95: number
  p99: number
  worst: number
}

export interface Figures extends Times {
  perSecond: number
  errors: number
  /** answers that were no success, by status; 0 is a broken connection */
  statuses: Record<string, number>
  byLabel?: Record<string, Times>
  /** of each request, warm-up included */
  processorMilliseconds?: { node: number; database: number }
}

const round = (value: number, places = 1) => Math.round(value * 10 ** places) / 10 ** places

export function timesOf(milliseconds: number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0)
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) }
}

export function figuresOf(
  times: { label: string; milliseconds: number }[],
  seconds: number,
  statuses: Record<string, number>,
): Figures {
  const labels = Map.groupBy(times, (time) => time.label)
  const errors = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  const all = timesOf(times.map((time) => time.milliseconds))
  const figures = { ...all, perSecond: round(times.length / seconds, 0), errors, statuses }
  if (labels.size < 2) return figures
  const byLabel = [...labels].map(([label, of]) => [label, timesOf(of.map((time) => time.milliseconds))])
  return { ...figures, byLabel: Object.fromEntries(byLabel) }
}

export interface Spread {
  median: number
  least: number
  most: number
}

export function spreadOf(values: readonly number[], places = 1): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => round(sorted[index] ?? Number.NaN, places)
  return { median: at(Math.floor((sorted.length - 1) / 2)), least: at(0), most: at(sorted.length - 1) }
}
