import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sent } from '../figures.ts'
import { randomOf } from '../search-people.ts'
import { type Line, onTheWire, openLine } from './line.ts'

/*
 An open loop in a process of its own: requests leave when their moment has come, whatever became of those before, and are timed from
 that moment. Started by processes.ts; never points anywhere but to 127.0.0.1.
*/
export interface OpenPlan {
  port: number
  /** one after the other */
  phases: { perSecond: number; seconds: number }[]
  /** drawn at random; a body may hold `{{new-id}}` once */
  requests: Sent[]
  seed: number
}

export interface Sending {
  /** seconds since the begin at which it was due */
  at: number
  milliseconds: number
  status: number
  hasRetryAfter: boolean
  /** of what was to be created */
  id: string | undefined
}

export interface Outcome {
  sendings: Sending[]
  /** requests for which no connection was left */
  unsent: number
  /** the most by which the generator itself was late */
  latestMs: number
}

const MOST_LINES = 4_000
const NEW_ID = '{{new-id}}'

async function run({ port, phases, requests, seed }: OpenPlan): Promise<Outcome> {
  const random = randomOf(seed)
  const idle: Line[] = []
  const outcome: Outcome = { sendings: [], unsent: 0, latestMs: 0 }
  let lines = 0
  const underWay = new Set<Promise<void>>()
  const begun = performance.now()

  const send = async (due: number) => {
    const request = requests[Math.floor(random() * requests.length)]!
    const id = request.body?.includes(NEW_ID) ? randomUUIDv7() : undefined
    const bytes = onTheWire(id ? { ...request, body: request.body!.replace(NEW_ID, id) } : request)
    const line = idle.pop() ?? (lines < MOST_LINES ? openLine(port) : undefined)
    if (!line) {
      outcome.unsent += 1
      return
    }
    lines += 1
    const { status, head } = await line.ask(bytes)
    lines -= 1
    const hasRetryAfter = /\r\nretry-after: \d+/i.test(head)
    const milliseconds = performance.now() - due
    outcome.sendings.push({ at: (due - begun) / 1000, milliseconds, status, hasRetryAfter, id })
    if (status === 0) line.end()
    else idle.push(line)
  }
  let due = begun
  let end = begun
  for (const { perSecond, seconds } of phases) {
    end += seconds * 1000
    for (;;) {
      due += (-Math.log(1 - random()) * 1000) / perSecond
      if (due >= end) break
      const early = due - performance.now()
      if (early > 1) await sleep(early)
      outcome.latestMs = Math.max(outcome.latestMs, -early)
      const one: Promise<void> = send(due).finally(() => underWay.delete(one))
      underWay.add(one)
    }
    due = end
  }
  await Promise.all(underWay)
  for (const line of idle) line.end()
  return outcome
}

process.once('message', async (plan: OpenPlan) => {
  process.send?.(await run(plan), () => process.disconnect?.())
})
