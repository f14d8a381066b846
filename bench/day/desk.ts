import { setTimeout as sleep } from 'node:timers/promises'
import type { Reader } from '../data.ts'
import type { Paper } from './papers.ts'
import type { DayRecord } from './record.ts'

export interface Known {
  id: string
  /** folded */
  kana: string
}

export interface Sitter extends Pick<Reader, 'cookie' | 'actor'> {
  people: readonly Known[]
}

/** One member of staff before the screen, for one doing. What comes back is timed and noted, and never stops the others. */
export class Desk {
  readonly #sitter: Sitter
  readonly #port: number
  readonly #speed: number
  readonly #record: DayRecord
  readonly random: () => number

  constructor(sitter: Sitter, port: number, speed: number, record: DayRecord, random: () => number) {
    this.#sitter = sitter
    this.#port = port
    this.#speed = speed
    this.#record = record
    this.random = random
  }

  oneOf<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!
  }

  somebody(): Known {
    return this.oneOf(this.#sitter.people)
  }

  /** Somebody who has no checklist of this day yet: the product rightly takes one a day. */
  somebodyUnchecked(): Known | undefined {
    const left = this.#sitter.people.filter(({ id }) => !this.#record.checked.has(id))
    if (left.length === 0) return undefined
    const one = this.oneOf(left)
    this.#record.checked.add(one.id)
    return one
  }

  /** @param seconds of the real day; between half and one and a half of it */
  async think(seconds: number): Promise<void> {
    await sleep((seconds * 1000 * (0.5 + this.random())) / this.#speed)
  }

  /** @returns the answer, undefined when it was no success */
  async ask(label: string, method: string, path: string, body?: object): Promise<Heard | undefined> {
    const begun = performance.now()
    try {
      const answer = await fetch(`http://127.0.0.1:${this.#port}${path}`, {
        method,
        headers: {
          cookie: this.#sitter.cookie,
          'x-meguri-csrf': '1',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body && JSON.stringify(body),
      })
      const text = await answer.text()
      this.#record.answered(label, performance.now() - begun, answer.status, text)
      return answer.ok
        ? { body: JSON.parse(text), requestId: answer.headers.get('x-request-id')! }
        : undefined
    } catch (error) {
      this.#record.answered(label, performance.now() - begun, 0, String(error))
      return undefined
    }
  }

  /** @returns the stored version where the answer tells one; undefined when it was not acknowledged */
  async write(label: string, method: string, paper: Paper): Promise<{ version: number } | undefined> {
    const heard = await this.ask(label, method, paper.path, paper.body)
    if (!heard) return undefined
    this.#record.acknowledged(paper, heard.requestId, this.#sitter.actor.staffId)
    return { version: (heard.body as { version?: number }).version ?? 1 }
  }
}

interface Heard {
  body: unknown
  requestId: string
}
