import http from 'node:http'
import net from 'node:net'

/** A request as it goes over the line. */
export interface Call {
  method: string
  /** with the query */
  path: string
  headers: Record<string, string | string[]>
  body?: Buffer
}

export interface Answer {
  /** 0: the connection was closed without an answer */
  status: number
  headers: Record<string, string>
  bytes: Buffer
  text: string
  milliseconds: number
}

export interface Line {
  host: string
  port: number
}

const LIMIT_MS = 30_000
const NONE = { status: 0, headers: {}, bytes: Buffer.alloc(0), text: '' }
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })

export const closeLines = () => agent.destroy()

/** Sends over kept connections; what Node's client refuses to say goes out as raw bytes. */
export function send(line: Line, call: Call): Promise<Answer> {
  const begun = performance.now()
  const { method, path, headers, body } = call
  return new Promise((resolve) => {
    const since = () => performance.now() - begun
    const none = () => resolve({ ...NONE, milliseconds: since() })
    const give = (answer: http.IncomingMessage) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', none)
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(flat),
          bytes,
          text: bytes.toString('utf8'),
          milliseconds: since(),
        })
      })
    }
    try {
      const length = body && !('transfer-encoding' in headers) ? { 'content-length': `${body.length}` } : {}
      const request = http.request({ ...line, agent, method, path, headers: { ...length, ...headers } }, give)
      request.setTimeout(LIMIT_MS, () => request.destroy())
      request.on('error', none)
      request.end(body)
    } catch {
      resolve(sendRaw(line, bytesOf(call)))
    }
  })
}

/** The request as bytes, whatever stands in it. */
export function bytesOf({ method, path, headers, body = Buffer.alloc(0) }: Call): Buffer {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}\r\n`),
  )
  const head = `${method} ${path} HTTP/1.1\r\nHost: meguri\r\nConnection: close\r\nContent-Length: ${body.length}\r\n${lines.join('')}\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

/** Bytes past every client's checks, on a connection of their own; the first answer is read. */
export function sendRaw(line: Line, bytes: Buffer, waitMs = 3_000): Promise<Answer> {
  const begun = performance.now()
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = net.connect(line.port, line.host, () => socket.write(bytes))
    const finish = () => {
      socket.destroy()
      resolve({ ...parse(Buffer.concat(parts)), milliseconds: performance.now() - begun })
    }
    // a request that is never complete is waited for by the server; so do not close before it had its time
    socket.setTimeout(waitMs, finish)
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('error', finish)
    socket.on('end', finish)
  })
}

function parse(bytes: Buffer): Omit<Answer, 'milliseconds'> {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0)
  if (status === 0) return NONE
  const headers = Object.fromEntries(
    lines.map((one) => [
      one.slice(0, one.indexOf(':')).toLowerCase(),
      one.slice(one.indexOf(':') + 1).trim(),
    ]),
  )
  const raw = bytes.subarray(end + 4)
  const body = headers['transfer-encoding'] === 'chunked' ? unchunked(raw) : raw
  return { status, headers, bytes: body, text: body.toString('utf8') }
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16)
    if (!(size > 0)) break
    parts.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 4 + size
  }
  return Buffer.concat(parts)
}
