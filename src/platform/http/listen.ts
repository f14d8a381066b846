import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { answerNoRequest, answerNotHttp } from './not-http.ts'

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
    const answer = getRequestListener(fetch, { errorHandler: answerNoRequest })
    // HTTP/1.0 knows no Host (probes of old proxies); of 1.1 a request without one is refused, by us and not by Node
    const answerOld = getRequestListener(fetch, { hostname: host, errorHandler: answerNoRequest })
    const http = createServer({ requireHostHeader: false }, (incoming, outgoing) =>
      (incoming.httpVersion === '1.0' ? answerOld : answer)(incoming, outgoing),
    )
    http.on('error', reject)
    answerNotHttp(http)
    http.keepAliveTimeout = 65_000
    http.headersTimeout = 20_000
    http.requestTimeout = 120_000
    http.listen(port, host, () => {
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
      const taken = (http.address() as AddressInfo).port
      resolve({ address: `http://${name}:${taken}`, close: (drainMs) => drain(http, drainMs) })
    })
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
