import { collectDefaultMetrics, Registry } from 'prom-client'
import { metricsEndpoint } from './endpoint.ts'
import { type GaugeSources, gauges } from './gauges.ts'
import { type RequestMeter, requestMeter } from './requests.ts'

export type { PoolUse } from './gauges.ts'
export type { RequestMeter } from './requests.ts'
export { databaseSource } from './sources.ts'

export interface Metrics {
  meter: RequestMeter
  /** Adds what needs the parts of the server, and answers on the port. @returns how to end it */
  publish(port: number, sources: GaugeSources): Promise<{ port: number; close(): Promise<void> }>
}

/** Figures of this process: requests from the first one on, and what prom-client knows of Node (memory, event loop, collector). */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    meter: requestMeter(registry),
    async publish(port, sources) {
      gauges(registry, sources)
      const endpoint = await metricsEndpoint(registry, port)
      return {
        port: endpoint.port,
        async close() {
          await endpoint.close()
          await sources.database.end()
        },
      }
    },
  }
}
