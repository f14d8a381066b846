import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { PUBLISHED_PASSWORD, sampleAccounts } from '../../src/sample/index.ts'

/** Who may write consultations: workers of the centres. */
export const writersOf = () => sampleAccounts().slice(0, 4)

export interface Answer {
  /** 0: no answer came */
  status: number
  code: string
  title: string
  body: Record<string, unknown>
  retryAfter: string | null
  milliseconds: number
}

/** One person at a browser. */
export class Person {
  readonly #staffNumber: string
  #cookie = ''
  origin: string
  /** every answer since the beginning, by status and code */
  readonly heard = new Map<string, number>()
  readonly titles = new Map<string, number>()
  slowestMs = 0
  /** 503 without Retry-After */
  hintless = 0

  constructor(origin: string, staffNumber: string) {
    this.origin = origin
    this.#staffNumber = staffNumber
  }

  async signIn(): Promise<Answer> {
    const { answer, cookie } = await this.#send('POST', '/api/session', {
      staffNumber: this.#staffNumber,
      password: PUBLISHED_PASSWORD,
    })
    if (cookie) this.#cookie = cookie
    return answer
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const { answer } = await this.#send(method, path, body)
    const key = answer.status === 0 ? answer.code : `${answer.status}${answer.code && ` ${answer.code}`}`
    this.heard.set(key, (this.heard.get(key) ?? 0) + 1)
    if (answer.status >= 500) this.titles.set(answer.title, (this.titles.get(answer.title) ?? 0) + 1)
    if (answer.status === 503 && !answer.retryAfter) this.hintless += 1
    this.slowestMs = Math.max(this.slowestMs, answer.milliseconds)
    return answer
  }

  async #send(method: string, path: string, body?: unknown): Promise<{ answer: Answer; cookie?: string }> {
    const begun = performance.now()
    const since = () => Math.round(performance.now() - begun)
    const form = body instanceof FormData
    try {
      const response = await fetch(`${this.origin}${path}`, {
        method,
        headers: {
          cookie: this.#cookie,
          'x-meguri-csrf': '1',
          ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      })
      const answered = (await response.json().catch(() => ({}))) as Record<string, unknown>
      const answer = {
        status: response.status,
        code: response.ok ? '' : String(answered.code ?? ''),
        title: String(answered.title ?? ''),
        body: answered,
        retryAfter: response.headers.get('retry-after'),
        milliseconds: since(),
      }
      return { answer, cookie: response.headers.get('set-cookie')?.split(';')[0] }
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError'
      const none = { status: 0, title: '', body: {}, retryAfter: null, milliseconds: since() }
      return { answer: { ...none, code: isLate ? 'no answer in 30 s' : 'no connection' } }
    }
  }
}

/** What a client knows of one record: what was acknowledged, and what was sent last without an answer. */
export interface Deed {
  id: string
  /** acknowledged; 0: never */
  version: number
  text: string
  /** sent, and nobody said what became of it */
  pending: string | null
  /** the mark of its kind, so that no other record is counted */
  sends: number
}

export interface Ledger {
  mark: string
  deeds: Deed[]
  /** answers that should never come: 404 and 409 to one's own record, a content that is not what was sent */
  wrong: string[]
  people: Person[]
}

/** A run of twelve digits may be an individual number, which the product rightly refuses. */
const lettersOf = (id: string) => id.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)

const consultation = (id: string, text: string) => ({
  id,
  channel: 'phone',
  caller: 'anonymous',
  urgency: 'normal',
  text,
  unnamed: { ageBand: 'unknown', sex: 'unknown' },
  receivedAt: '2026-11-20T09:00:00+09:00',
})

export interface Writing extends Ledger {
  acknowledged(): number
  stop(): Promise<Ledger>
}

/**
 * People who write without a pause: a new record under an id of the client's, sent again under the same id until it is
 * acknowledged; every third is corrected afterwards. @param origins their servers, in turn
 */
export async function startWriting(
  origins: readonly string[],
  { writers = 8, padding = 0, pauseMs = 15 } = {},
): Promise<Writing> {
  const mark = `障害試験 ${lettersOf(randomUUID())}`
  const accounts = writersOf()
  const ledger: Ledger = { mark, deeds: [], wrong: [], people: [] }
  let isOver = false
  for (let n = 0; n < writers; n++) {
    const person = new Person(origins[n % origins.length]!, accounts[n % accounts.length]!.staffNumber)
    const answer = await person.signIn()
    if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.title}`)
    ledger.people.push(person)
  }
  const filler = padding > 0 ? `\n${'あ'.repeat(padding)}` : ''
  const write = async (person: Person) => {
    for (let n = 1; !isOver; n++) {
      const deed: Deed = { id: randomUUID(), version: 0, text: '', pending: null, sends: 0 }
      ledger.deeds.push(deed)
      await create(person, deed, `${mark} ${lettersOf(deed.id)} 初め${filler}`, () => isOver, ledger.wrong)
      if (n % 3 === 0 && deed.version === 1 && !isOver)
        await correct(person, deed, `${mark} ${lettersOf(deed.id)} 直し${filler}`, () => isOver, ledger.wrong)
      await sleep(pauseMs)
    }
  }
  const all = Promise.all(ledger.people.map(write))
  return {
    ...ledger,
    acknowledged: () => ledger.deeds.filter(({ version }) => version > 0).length,
    async stop() {
      isOver = true
      await all
      return ledger
    },
  }
}

const isUnclear = ({ status }: Answer) => status === 0 || status === 429 || status >= 500

async function create(person: Person, deed: Deed, text: string, isOver: () => boolean, wrong: string[]) {
  deed.pending = text
  while (true) {
    deed.sends += 1
    const answer = await person.ask('POST', '/api/consultations', consultation(deed.id, text))
    if (answer.status === 200) {
      Object.assign(deed, { version: Number(answer.body.version), text, pending: null })
      return
    }
    if (!isUnclear(answer)) {
      wrong.push(`create ${answer.status} ${answer.code} ${answer.title}`)
      return
    }
    if (isOver()) return
    await sleep(60)
  }
}

/** A correction says which version it saw; after an unclear answer one looks first, as a person does. */
async function correct(person: Person, deed: Deed, text: string, isOver: () => boolean, wrong: string[]) {
  deed.pending = text
  for (let turn = 0; ; turn++) {
    const answer =
      turn === 0
        ? await person.ask('PATCH', `/api/consultations/${deed.id}`, { version: 1, text })
        : await person.ask('GET', `/api/consultations/${deed.id}`)
    if (answer.status === 200 && answer.body.version === 2 && answer.body.text === text) {
      Object.assign(deed, { version: 2, text, pending: null })
      return
    }
    if (answer.status === 200 && turn > 0 && answer.body.version === 1)
      turn = -1 // not stored: send it again
    else if (!isUnclear(answer)) {
      wrong.push(`correct ${answer.status} ${answer.code} ${answer.title}`)
      return
    }
    if (isOver()) return
    await sleep(60)
  }
}

export function sumOf(people: readonly Person[], of: 'heard' | 'titles'): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const person of people) for (const [key, count] of person[of]) sum[key] = (sum[key] ?? 0) + count
  return sum
}
