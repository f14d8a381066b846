import { randomUUID } from 'node:crypto'
import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { RequestError } from '@hono/node-server'

const LINGER_MS = 500

interface Refusal {
  status: string
  code: string
  title: string
  detail: string
}

const MALFORMED: Refusal = {
  status: '400 Bad Request',
  code: 'malformed',
  title: '送られた内容を読み取れません',
  detail: '保存されていません。画面を開き直して、もう一度お試しください。',
}
const UNEXPECTED: Refusal = {
  status: '500 Internal Server Error',
  code: 'unexpected',
  title: '処理を完了できませんでした',
  detail: '保存されていません。この番号を管理者に伝えてください。',
}
const REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'headers-too-large',
    title: '要求のヘッダーが大きすぎます',
    detail: 'ブラウザーに残っているクッキーを消して、もう一度お試しください。',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: '413 Payload Too Large',
    code: 'too-large',
    title: '送られた内容が大きすぎます',
    detail: '保存されていません。内容を分けて送ってください。',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'too-slow',
    title: '時間内に届きませんでした',
    detail: '保存されていません。接続を確かめて、もう一度お試しください。',
  },
}

/** What is no HTTP never reaches the app: it is refused here in the same form as by the app, and the connection ends. */
export function answerNotHttp(server: Server): void {
  const refused = new WeakSet<Duplex>() // whatever else comes on the line fails again
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (refused.has(socket)) return
    refused.add(socket)
    // Node's own name for the answer under way: once it has begun, ours would stand in the middle of it
    const { _httpMessage: underWay } = socket as { _httpMessage?: ServerResponse }
    if (!socket.writable || error.code === 'ECONNRESET' || underWay?.headersSent) return void socket.destroy()
    socket.end(textOf(REFUSALS[error.code ?? ''] ?? MALFORMED))
    // a sender that is not done yet would lose the answer to a reset: it gets a moment to read it
    setTimeout(() => socket.destroy(), LINGER_MS).unref()
  })
  // an expectation that we do not know is no reason to refuse (RFC 9110, 10.1.1)
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
}

/** For what is HTTP and yet no request of the web: no host or a broken one, an address that is none. */
export const answerNoRequest = (error: unknown): Response => {
  const { headers, body, status } = partsOf(error instanceof RequestError ? MALFORMED : UNEXPECTED)
  return new Response(body, { status, headers })
}

function partsOf({ status: line, ...problem }: Refusal) {
  const requestId = randomUUID()
  const status = Number.parseInt(line, 10)
  const body = JSON.stringify({ type: 'about:blank', ...problem, status, requestId, errors: [] })
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': `${Buffer.byteLength(body)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    connection: 'close',
  }
  return { status, body, headers }
}

function textOf(refusal: Refusal): string {
  const { body, headers } = partsOf(refusal)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${refusal.status}`, ...lines, '', body].join('\r\n')
}
