import { connect, type Socket } from 'node:net'
import type { Sent } from '../figures.ts'

/** One keep-alive connection over loopback with one request under way: spoken by hand, so that the load takes little of the machine. */
export interface Line {
  /** @returns status 0 when the connection broke */
  ask(bytes: string): Promise<Answer>
  end(): void
}

export interface Answer {
  status: number
  /** the head, as it came */
  head: string
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('0\r\n\r\n')
const BROKEN: Answer = { status: 0, head: '' }

export function openLine(port: number): Line {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let done: ((answer: Answer) => void) | undefined
  const finish = (answer: Answer) => {
    const waiting = done
    done = undefined
    received = Buffer.alloc(0)
    waiting?.(answer)
  }
  socket.on('data', (part: Buffer) => {
    received = received.length === 0 ? part : Buffer.concat([received, part])
    const end = received.indexOf(HEAD_END)
    if (end < 0) return
    const head = received.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    const isWhole =
      length === undefined
        ? received.subarray(-5).equals(LAST_CHUNK)
        : received.length >= end + 4 + Number(length)
    if (isWhole) finish({ status: Number(head.slice(9, 12)), head })
  })
  socket.on('error', () => finish(BROKEN))
  socket.on('close', () => finish(BROKEN))
  return {
    ask: (bytes) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve(BROKEN)
        done = resolve
        socket.write(bytes)
      }),
    end: () => socket.destroy(),
  }
}

/** The request as it goes over the wire. */
export function onTheWire({ method, path, cookie, body }: Sent): string {
  const head = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', `cookie: ${cookie}`, 'x-meguri-csrf: 1']
  if (body !== undefined)
    head.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`)
  return `${head.join('\r\n')}\r\n\r\n${body ?? ''}`
}
