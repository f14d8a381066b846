import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { SearchBody } from '../src/casework/people/schema.ts'
import { searchPeople } from '../src/casework/people/service-search.ts'
import type { Actor } from '../src/platform/access/index.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { Engine } from '../src/platform/database/engine.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { Work } from '../src/platform/database/work.ts'
import { ASKS, type Ask, mistype, yearOf } from './search-asks.ts'
import {
  type BenchInsurer,
  type BenchPerson,
  inventPeople,
  pick,
  randomOf,
  storePeople,
} from './search-people.ts'

/*
 Searches among 200,000 invented people in a database of its own: p50 and p95 of each way of finding, in milliseconds, and how
 often the right name is among the first five when one letter is wrong. Prints JSON.
   node bench/search.ts [--people 200000] [--queries 200] [--errors 1000] [--names spread|sample] [--data DIR]
 Without --data a folder is made and removed. The folder must not hold another database: the people are only added to an
 empty one.
*/
const { values: given } = parseArgs({
  options: {
    people: { type: 'string', default: '200000' },
    queries: { type: 'string', default: '200' },
    errors: { type: 'string', default: '1000' },
    names: { type: 'string', default: 'spread' },
    data: { type: 'string' },
  },
})
const TODAY = '2026-11-22T10:00:00+09:00'

class Bench {
  readonly #engine: Engine
  readonly #people: BenchPerson[]
  readonly #insurer: BenchInsurer

  constructor(engine: Engine, people: BenchPerson[], insurer: BenchInsurer) {
    this.#engine = engine
    this.#people = people
    this.#insurer = insurer
  }

  #actor(reach: 'insurer' | 'centre', centre = 0): Actor {
    const centreId = reach === 'centre' ? (this.#insurer.centreIds[centre] ?? null) : null
    return {
      insurerId: this.#insurer.id,
      staffId: this.#insurer.staffId,
      postId: this.#insurer.staffId,
      role: reach === 'centre' ? 'centreStaff' : 'officer',
      profession: 'other',
      reach,
      centreId,
      centreIds: centreId ? [centreId] : [],
      organisationId: null,
      sessionId: null,
    }
  }

  async #search(actor: Actor, body: { text: string; birthYear?: number }, limit = 20) {
    const tools = { engine: this.#engine, clock: fixedClock(TODAY), readQueue: { add: async () => {} } }
    return searchPeople(new Work(tools, actor, 'bench', 'bench'), SearchBody.parse({ ...body, limit }))
  }

  /** One after the other, after a warm-up, so that a time is the time of one search. */
  async times(reach: 'insurer' | 'centre', ask: Ask, queries: number) {
    const random = randomOf(7)
    const times: number[] = []
    for (let n = -20; n < queries; n++) {
      const person = pick(random, this.#people)
      const body = ask(random, person)
      const begun = performance.now()
      await this.#search(this.#actor(reach, person.centre), body)
      if (n >= 0) times.push(performance.now() - begun)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
    return { p50: at(0.5), p95: at(0.95), worst: Math.round((times.at(-1) ?? 0) * 10) / 10 }
  }

  /** Share of planted errors, per mille, for which the right name is among the first five names. */
  async hits(reach: 'insurer' | 'centre', withYear: boolean, errors: number): Promise<number> {
    const random = randomOf(11)
    let found = 0
    for (let n = 0; n < errors; n++) {
      const person = pick(random, this.#people)
      const text = mistype(random, person.kanaFold)
      const body = withYear ? { text, birthYear: yearOf(person) } : { text }
      const { items } = await this.#search(this.#actor(reach, person.centre), body, 50)
      const names = [...new Set(items.map((item) => `${item.kana} ${item.name}`))].slice(0, 5)
      if (names.includes(`${person.kana} ${person.name}`)) found++
    }
    return Math.round((found * 1000) / errors)
  }
}

async function main(): Promise<void> {
  const dataDir = given.data ?? mkdtempSync(join(tmpdir(), 'meguri-bench-'))
  const database = await openDatabase({ dataDir, databaseUrl: null })
  try {
    const begun = performance.now()
    await migrate(database.client('owner'))
    const client = new pg.Client(database.client('owner'))
    await client.connect()
    const people = inventPeople(Number(given.people), given.names === 'sample' ? 'sample' : 'spread')
    const insurer = await storePeople(client, people)
    const { rows } = await client.query<{ keys: number; megabytes: number }>(
      `select count(*)::int as keys, (pg_total_relation_size('casework.person_key') / 1000000)::int as megabytes from casework.person_key`,
    )
    await client.end()
    const builtSeconds = Math.round((performance.now() - begun) / 1000)
    const engine = new Engine(database.client('app'), { size: 2 })
    const bench = new Bench(engine, people, insurer)
    const milliseconds: Record<string, unknown> = {}
    for (const [name, ask] of Object.entries(ASKS)) {
      milliseconds[name] = {
        centre: await bench.times('centre', ask, Number(given.queries)),
        insurer: await bench.times('insurer', ask, Number(given.queries)),
      }
    }
    const errors = Number(given.errors)
    const rightNameInFirstFivePerMille = {
      centre: await bench.hits('centre', false, errors),
      insurer: await bench.hits('insurer', false, errors),
      centreWithBirthYear: await bench.hits('centre', true, errors),
      insurerWithBirthYear: await bench.hits('insurer', true, errors),
    }
    await engine.end()
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, PostgreSQL ${database.serverVersion}`
    console.log(
      JSON.stringify(
        {
          machine,
          people: people.length,
          builtSeconds,
          ...rows[0],
          milliseconds,
          errors,
          rightNameInFirstFivePerMille,
        },
        null,
        2,
      ),
    )
  } finally {
    await database.close()
    if (!given.data) rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
