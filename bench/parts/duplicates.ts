import { setTimeout as sleep } from 'node:timers/promises'
import { folder, query, type User, usersOf } from '../data.ts'
import { type Figures, type Sent, spreadOf } from '../figures.ts'
import { across, inTurn, type Line, type Part, range, type Settings, withoutErrors } from '../part.ts'
import { makePeople } from '../people-folder.ts'
import { KINDS, plantTwins, type Twin } from '../planted-twins.ts'
import { load, type Product, startProduct } from '../processes.ts'
import { inventPeople, type NameSource, pick, randomOf } from '../search-people.ts'

const PEOPLE = 200_000
const TWINS = PEOPLE / 50
const LIMIT_MS = 300_000

interface Run {
  seconds: number
  recall: number
  precision: number
  byKind: Record<string, number>
}

const SOURCES: Record<NameSource, string> = {
  spread: 'names put together at will',
  sample: 'the few, similar names of the sample',
}

/** Who is recorded twice among 200,000: the whole run as an officer starts it, and the question while somebody registers. */
export const duplicates: Part = {
  name: 'duplicates',
  title: `Duplicates among ${PEOPLE.toLocaleString('en')} people`,
  async run(settings) {
    const parts = []
    for (const source of ['spread', 'sample'] as const) parts.push(await among(source, settings))
    return {
      lines: parts.flatMap(({ lines }) => lines),
      notes: [
        `Of the ${PEOPLE.toLocaleString('en')} records ${TWINS.toLocaleString('en')} are second records of somebody, without 被保険者番号, in equal parts: ${Object.keys(KINDS).join('; ')}. A pair is found from seven points on; a pair that was not planted counts against precision, also where two invented strangers happen to share name and birth date. Two errors at once with nothing else in common (no telephone, another address) stay below the limit by decision: strangers look the same. The sample has only some hundred names, far fewer than any town.`,
      ],
      raw: Object.fromEntries(parts.map(({ source, raw }) => [source, raw])),
    }
  },
}

async function among(source: NameSource, settings: Settings) {
  const first = inventPeople(PEOPLE - TWINS, source, 3)
  const twins = plantTwins(first, TWINS)
  const { dataDir } = await folder(`duplicates-${source}`, async (dir) => {
    await makePeople(dir, [...first, ...twins])
    return {}
  })
  const product = await startProduct(dataDir)
  try {
    // a record made by hand seldom has a number
    await query(
      product.clients.superuser,
      `update casework.person set insured_number = null where insured_number like '9%'`,
    )
    const users = await usersOf(product)
    const officer = users.find(({ actor }) => actor.role === 'officer')!
    const workers = users.filter(({ actor }) => actor.role === 'centreStaff')
    const runs: Run[] = []
    for (let run = 0; run < settings.runs; run++) {
      runs.push({ seconds: await wholeRun(product, officer.cookie), ...(await compare(product, twins)) })
      const { seconds, recall, precision } = runs.at(-1)!
      settings.say(`  ${source} ${run + 1}: ${seconds} s, recall ${recall}, precision ${precision}`)
    }
    settings.say(`  by kind ${JSON.stringify(runs[0]!.byKind)}`)
    const plan = { seconds: settings.seconds, warmSeconds: 2, requests: typedSoFar(twins, workers) }
    const typing = await inTurn(settings, { one: () => load(product, dataDir, { ...plan, connections: 1 }) })
    withoutErrors(typing)
    return { source, lines: linesOf(SOURCES[source], runs, typing.one), raw: { runs, typing } }
  } finally {
    await product.stop()
  }
}

function typedSoFar(twins: readonly Twin[], workers: readonly User[]): Sent[] {
  const random = randomOf(31)
  return Array.from({ length: 400 }, () => {
    const { name, kana, birthOn, phone } = pick(random, twins)
    const body = JSON.stringify({ name, kana, birthOn, phone })
    return { method: 'POST', path: '/api/people/duplicates', cookie: pick(random, workers).cookie, body }
  })
}

/** @returns seconds from the officer's wish to the stored list */
async function wholeRun({ port }: Product, cookie: string): Promise<number> {
  const at = `http://127.0.0.1:${port}`
  const headers = { cookie, 'x-meguri-csrf': '1' }
  const begun = performance.now()
  const asked = await fetch(`${at}/api/people/duplicate-search`, { method: 'POST', headers })
  if (asked.status !== 202) throw new Error(`the search was answered ${asked.status}: ${await asked.text()}`)
  const { jobId } = (await asked.json()) as { jobId: string }
  for (;;) {
    await sleep(100)
    const job = (await (await fetch(`${at}/api/jobs/${jobId}`, { headers })).json()) as {
      state: string
      message: string | null
    }
    if (job.state === 'done') return Math.round((performance.now() - begun) / 10) / 100
    if (['failed', 'cancelled'].includes(job.state) || performance.now() - begun > LIMIT_MS)
      throw new Error(`the search ended as ${job.state}: ${job.message}`)
  }
}

async function compare({ clients }: Product, twins: readonly Twin[]) {
  const pairs = await query<{ one: string; other: string }>(
    clients.superuser,
    `select ${mark('p')} as one, ${mark('o')} as other from casework.duplicate_pair d
     join casework.person p on p.insurer_id = d.insurer_id and p.id = d.one_id
     join casework.person o on o.insurer_id = d.insurer_id and o.id = d.other_id`,
  )
  const key = (one: string, other: string) => [one, other].toSorted().join(' ')
  const found = new Set(pairs.map(({ one, other }) => key(one, other)))
  const kinds = Map.groupBy(twins, ({ kind }) => kind)
  const isFound = (twin: Twin) => found.has(key(twin.of, markOf(twin)))
  const share = (of: readonly Twin[]) => Math.round((of.filter(isFound).length / of.length) * 1000) / 1000
  const right = twins.filter(isFound).length
  return {
    recall: share(twins),
    precision: Math.round((right / found.size) * 1000) / 1000,
    byKind: Object.fromEntries([...kinds].map(([kind, of]) => [kind, share(of)])),
  }
}

/** A first record is known by its number, a second one by what was planted in it. */
const mark = (of: string) =>
  `coalesce(${of}.insured_number, ${of}.kana || ${of}.birth_on || ${of}.phone || ${of}.name)`
const markOf = ({ kana, birthOn, phone, name }: Twin) => kana + birthOn + phone + name

function linesOf(names: string, runs: readonly Run[], typing: readonly Figures[]): Line[] {
  const spread = (of: 'seconds' | 'recall' | 'precision') =>
    spreadOf(
      runs.map((run) => run[of]),
      3,
    )
  const [seconds, recall, precision] = [spread('seconds'), spread('recall'), spread('precision')]
  const p95 = across(typing, 'p95')
  return [
    {
      what: `The whole run, from the wish to the stored list, ${names}`,
      goal: '< 60 s',
      measured: `${seconds.median} s`,
      spread: range(seconds, ' s'),
      isMet: seconds.median < 60,
    },
    {
      what: `Planted second records found (recall), ${names}`,
      goal: '≥ 0.98',
      measured: String(recall.median),
      spread: range(recall),
      isMet: recall.median >= 0.98,
    },
    {
      what: `Found pairs that were planted (precision), ${names}`,
      goal: '≥ 0.9',
      measured: String(precision.median),
      spread: range(precision),
      isMet: precision.median >= 0.9,
    },
    {
      what: `While somebody registers: candidates for what is typed so far, one at a time, p95, ${names}`,
      goal: '< 200 ms',
      measured: `${p95.median} ms (p50 ${across(typing, 'p50').median} ms)`,
      spread: range(p95, ' ms'),
      isMet: p95.median < 200,
    },
  ]
}
