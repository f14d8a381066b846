import { randomUUIDv7 } from 'node:crypto'
import { connect } from 'node:net'
import { type Figures, figuresOf, type LoadPlan, type Sent } from './figures.ts'

/*
 The load: a process of its own that keeps a number of HTTP/1.1 connections busy over loopback, each with one request under
 way (a closed loop), for a bounded time. Spoken over plain sockets, so that the client takes as little of the machine as
 possible from what is measured. Started by processes.ts; never points anywhere but to 127.0.0.1.
*/
const HEAD_END = Buffer.from('\r\n\r\n')
const CHUNKS_END = Buffer.from('\r\n0\r\n\r\n')
/** stands in a body for an id that every request makes anew */
const NEW_ID = '{{new-id}}'

interface Answer {
  status: number
  /** bytes of the whole answer, or undefined: ends with the last chunk */
  length: number | undefined
}

/** Writes requests and calls back with the status when an answer is complete. */
function speak(port: number) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let answer: Answer | undefined
  let done: ((status: number) => void) | undefined
  const finish = (status: number) => {
    const waiting = done
    ;[received, answer, done] = [Buffer.alloc(0), undefined, undefined]
    waiting?.(status)
  }
  socket.on('data', (part: Buffer) => {
    received = received.length === 0 ? part : Buffer.concat([received, part])
    answer ??= headOf(received)
    if (!answer) return
    const { length, status } = answer
    if (length === undefined ? received.subarray(-7).equals(CHUNKS_END) : received.length >= length)
      finish(status)
  })
  // status 0: the connection broke; the loop ends for this caller and is counted as an error
  socket.on('error', () => finish(0))
  socket.on('close', () => finish(0))
  return {
    ask: (bytes: string) =>
      new Promise<number>((resolve) => {
        done = resolve
        socket.write(bytes)
      }),
    end: () => socket.destroy(),
  }
}

function headOf(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf(HEAD_END)
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  return {
    status: Number(head.slice(9, 12)),
    length: length === undefined ? undefined : end + 4 + Number(length),
  }
}

/** The request as bytes on the wire; only the place of a new id is left open. */
function written({ method, path, cookie, headers = {}, body }: Sent): string {
  const own = Object.entries({ cookie, 'x-meguri-csrf': '1', ...headers })
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...own.map(([name, value]) => `${name}: ${value}`),
  ]
  if (body === undefined) return `${head.join('\r\n')}\r\n\r\n`
  const length = Buffer.byteLength(body.replaceAll(NEW_ID, '0'.repeat(36)))
  head.push('content-type: application/json', `content-length: ${length}`)
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

async function run(plan: LoadPlan): Promise<Figures & { requested: number }> {
  let requested = 0
  const texts = plan.requests.map(written)
  const times: { label: string; milliseconds: number }[] = []
  const statuses: Record<string, number> = {}
  const begun = performance.now() + plan.warmSeconds * 1000
  const end = begun + plan.seconds * 1000
  const caller = async (number: number) => {
    const line = speak(plan.port)
    for (let turn = number; performance.now() < end; turn += plan.connections) {
      const at = turn % texts.length
      const text = texts[at]!.replace(NEW_ID, () => randomUUIDv7())
      const sentAt = performance.now()
      const status = await line.ask(text)
      requested += 1
      const now = performance.now()
      // counted by when the answer came, so that a slow one at the end is not left out of the times
      if (now >= begun) {
        if (status >= 200 && status < 300)
          times.push({ label: plan.requests[at]!.label ?? '', milliseconds: now - sentAt })
        else statuses[status] = (statuses[status] ?? 0) + 1
      }
      if (status === 0) break
    }
    line.end()
  }
  await Promise.all(Array.from({ length: plan.connections }, (_, number) => caller(number)))
  return { ...figuresOf(times, (performance.now() - begun) / 1000, statuses), requested }
}

process.once('message', async (plan: LoadPlan) => {
  process.send?.(await run(plan), () => process.disconnect?.())
})
