import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

export interface EndedRequest {
  method: string
  /** the pattern, never the path */
  route: string
  status: number
  /** answered 503 with Retry-After, before any work */
  isShed: boolean
}

/** Called when a request comes in; what it returns, when its answer leaves. */
export type RequestMeter = () => (ended: EndedRequest) => void

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts every request by route and class of status, and times it until the answer begins. */
export function requestMeter(registry: Registry): RequestMeter {
  const registers = [registry]
  const total = new Counter({
    name: 'meguri_requests_total',
    help: 'Requests answered, by route pattern and class of status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  })
  const seconds = new Histogram({
    name: 'meguri_request_duration_seconds',
    help: 'Time from a request to the beginning of its answer.',
    labelNames: ['method', 'route'] as const,
    buckets: SECONDS,
    registers,
  })
  const inFlight = new Gauge({
    name: 'meguri_requests_in_flight',
    help: 'Requests being answered now.',
    registers,
  })
  const shed = new Counter({
    name: 'meguri_requests_shed_total',
    help: 'Requests turned away with 503 and Retry-After because too many were waiting.',
    registers,
  })
  return () => {
    const begun = performance.now()
    inFlight.inc()
    return ({ method, route, status, isShed }) => {
      inFlight.dec()
      const word = METHODS.has(method) ? method : 'other' // a sender may invent one
      total.inc({ method: word, route, status: `${Math.floor(status / 100)}xx` })
      seconds.observe({ method: word, route }, (performance.now() - begun) / 1000)
      if (isShed) shed.inc()
    }
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
