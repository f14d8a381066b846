import { folder, type User, usersOf } from '../data.ts'
import type { Figures, Sent } from '../figures.ts'
import { spreadOf } from '../figures.ts'
import { across, inTurn, type Line, type Part, range, type Settings, withoutErrors } from '../part.ts'
import { makePeople } from '../people-folder.ts'
import { load, type Product, startProduct } from '../processes.ts'
import { ASKS, mistype, yearOf } from '../search-asks.ts'
import { type BenchPerson, inventPeople, type NameSource, pick, randomOf } from '../search-people.ts'

const PEOPLE = 200_000
const PLANTED = 500
const SOURCES: Record<NameSource, string> = {
  spread: 'names put together at will',
  sample: 'the few, similar names of the sample',
}

/** The person search through its HTTP route among 200,000 people, with names of two kinds. */
export const search: Part = {
  name: 'search',
  title: `Finding a person among ${PEOPLE.toLocaleString('en')}`,
  async run(settings) {
    const parts = []
    for (const source of ['spread', 'sample'] as const) parts.push(await searchAmong(source, settings))
    return {
      lines: parts.flatMap((part) => part.lines),
      notes: [
        'Half of the searches come from the centre that looks after the person, half from the city. A person counts as found when their name with its reading is among the first five different names of the answer.',
      ],
      raw: Object.fromEntries(parts.map(({ source, raw }) => [source, raw])),
    }
  },
}

async function searchAmong(source: NameSource, settings: Settings) {
  const { dataDir, made } = await folder(`search-${source}`, (dir) =>
    makePeople(dir, inventPeople(PEOPLE, source)),
  )
  const people = inventPeople(PEOPLE, source)
  const product = await startProduct(dataDir)
  try {
    const readers = readersOf(await usersOf(product), made.centreIds)
    const plan = { seconds: settings.seconds, warmSeconds: 2, requests: requestsOf(people, readers) }
    settings.say(`  ${SOURCES[source]}`)
    const all = await inTurn(settings, {
      one: () => load(product, dataDir, { ...plan, connections: 1 }),
      four: () => load(product, dataDir, { ...plan, connections: 4 }),
    })
    withoutErrors(all)
    const found = {
      withBirthYear: await sharePerMille(product, people, readers, true),
      withoutBirthYear: await sharePerMille(product, people, readers, false),
    }
    return { source, lines: linesOf(source, all, found), raw: { ...all, found, planted: PLANTED } }
  } finally {
    await product.stop()
  }
}

type Readers = (person: BenchPerson, turn: number) => string

/** In turn the worker of the person's centre and the officer of the city. */
function readersOf(users: readonly User[], centreIds: readonly string[]): Readers {
  const of = (centreId: string | null) => users.find(({ actor }) => actor.centreId === centreId)!.cookie
  const officer = of(null)
  const workers = centreIds.map(of)
  return (person, turn) => (turn % 2 ? officer : workers[person.centre]!)
}

function requestsOf(people: readonly BenchPerson[], readers: Readers): Sent[] {
  const random = randomOf(7)
  return Array.from({ length: 200 }, (_, turn) =>
    Object.entries(ASKS).map(([label, ask]) => {
      const person = pick(random, people)
      const body = JSON.stringify({ ...ask(random, person), limit: 20 })
      return {
        method: 'POST' as const,
        path: '/api/people/search',
        cookie: readers(person, turn),
        body,
        label,
      }
    }),
  ).flat()
}

/** Share of planted typing errors, per mille, for which the right name is among the first five names. */
async function sharePerMille(
  { port }: Product,
  people: readonly BenchPerson[],
  readers: Readers,
  isYearGiven: boolean,
): Promise<number> {
  const random = randomOf(11)
  let found = 0
  for (let turn = 0; turn < PLANTED; turn++) {
    const person = pick(random, people)
    const text = mistype(random, person.kanaFold)
    const answer = await fetch(`http://127.0.0.1:${port}/api/people/search`, {
      method: 'POST',
      headers: { cookie: readers(person, turn), 'x-meguri-csrf': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ text, limit: 50, ...(isYearGiven ? { birthYear: yearOf(person) } : {}) }),
    })
    if (!answer.ok) throw new Error(`the search answered ${answer.status}`)
    const { items } = (await answer.json()) as { items: { kana: string; name: string }[] }
    const names = [...new Set(items.map((item) => `${item.kana} ${item.name}`))].slice(0, 5)
    if (names.includes(`${person.kana} ${person.name}`)) found++
  }
  return Math.round((found * 1000) / PLANTED)
}

function linesOf(
  source: NameSource,
  all: Record<'one' | 'four', Figures[]>,
  found: Record<'withBirthYear' | 'withoutBirthYear', number>,
): Line[] {
  const times = (runs: Figures[], who: string): Line => {
    const p95 = (label: string) => spreadOf(runs.map((run) => run.byLabel?.[label]?.p95 ?? Number.NaN))
    const labels = Object.keys(ASKS).map((label) => ({ label, p95: p95(label) }))
    const slowest = labels.reduce((worst, one) => (one.p95.median > worst.p95.median ? one : worst))
    return {
      what: `Search, ${SOURCES[source]}, ${who}: p95 of the slowest way of finding`,
      goal: '< 50 ms',
      measured: `${slowest.p95.median} ms (${slowest.label}); all ways p50 ${across(runs, 'p50').median}, p95 ${across(runs, 'p95').median} ms`,
      spread: range(slowest.p95, ' ms'),
      isMet: slowest.p95.median < 50,
    }
  }
  const percent = (perMille: number) => `${(perMille / 10).toFixed(1)} %`
  return [
    times(all.one, 'one at a time'),
    { ...times(all.four, 'four at once'), isMet: null },
    {
      what: `One typing error with the birth year, ${SOURCES[source]}: right name in the first five`,
      goal: '≥ 99 %',
      measured: percent(found.withBirthYear),
      spread: `${PLANTED} planted errors`,
      isMet: found.withBirthYear >= 990,
    },
    {
      what: `The same without the birth year`,
      goal: 'shown',
      measured: percent(found.withoutBirthYear),
      spread: `${PLANTED} planted errors`,
      isMet: null,
    },
  ]
}
