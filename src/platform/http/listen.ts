import type { Server } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import { answerNotHttp } from './not-http.ts'

export interface Listening {
  address: string
  /** Takes no new connection, lets running requests end for eight seconds or `drainMs`, then closes what is left. */
  close(drainMs?: number): Promise<void>
}

const DRAIN_MS = 8_000

/** @throws Error with code EADDRINUSE when the port is taken */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch, hostname: host, port }, (info) => {
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
      resolve({
        address: `http://${name}:${info.port}`,
        close: (drainMs) => drain(server as Server, drainMs),
      })
    })
    server.on('error', reject)
    const http = server as Server
    answerNotHttp(http)
    http.keepAliveTimeout = 65_000
    http.headersTimeout = 20_000
    http.requestTimeout = 120_000
  })
}

function drain(server: Server, drainMs = DRAIN_MS): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), drainMs)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
