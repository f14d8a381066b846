import { fork } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type Database, openDatabase } from '../../src/platform/database/open.ts'
import { spreadOf } from '../figures.ts'
import { headings, importFile } from '../import-file.ts'
import type { ImportTaken, ImportTask } from '../import-stream.ts'
import { type Line, type Part, range } from '../part.ts'
import { DATA } from '../processes.ts'

const ROWS = 1_000_000
const WRONG_EVERY = 1_000

/**
 * A long list in Shift_JIS: read and staged as it stands against PostgreSQL's own COPY of the same file, then the whole preview
 * (every cell validated, codes, keys once only, comparison, audit), with the peak of memory of the importing process.
 */
export const importStream: Part = {
  name: 'import-stream',
  title: 'A million rows of Shift_JIS',
  async run({ runs, say }) {
    const good = join(DATA, 'import', 'good.csv')
    const wrong = join(DATA, 'import', 'wrong.csv')
    const bytes = importFile(good, ROWS)
    importFile(wrong, ROWS, WRONG_EVERY)
    say(`  ${ROWS.toLocaleString('en')} rows of ${headings.length} columns, ${Math.round(bytes / 1e6)} MB`)
    const database = await openDatabase({ dataDir: join(DATA, 'import', 'data'), databaseUrl: null })
    try {
      await migrate(database.client('owner'))
      const taken = {
        copy: [] as number[],
        raw: [] as ImportTaken[],
        validated: [] as ImportTaken[],
        wrong: [] as ImportTaken[],
      }
      for (let run = 0; run < runs; run++) {
        taken.copy.push(await serverCopy(database, good))
        taken.raw.push(whole(await imported(database, good, 'raw'), 0))
        taken.validated.push(whole(await imported(database, good, 'validated'), 0))
        taken.wrong.push(whole(await imported(database, wrong, 'validated'), ROWS / WRONG_EVERY))
        const [raw, all, bad] = [taken.raw.at(-1)!, taken.validated.at(-1)!, taken.wrong.at(-1)!].map(shown)
        say(
          `  ${run + 1} COPY ${taken.copy.at(-1)!.toFixed(2)} s; raw ${raw}; validated ${all}; with faults ${bad}`,
        )
      }
      return { lines: linesOf(taken), raw: taken }
    } finally {
      await database.close()
    }
  },
}

const shown = ({ seconds, peakMegabytes }: ImportTaken) =>
  `${seconds.toFixed(2)} s ${Math.round(peakMegabytes)} MB`

/** @throws when a run did not do all of its work: a figure of half of it says nothing */
function whole(taken: ImportTaken, faults: number): ImportTaken {
  if (taken.read !== ROWS - faults || taken.refused !== faults)
    throw new Error(`read ${taken.read}, refused ${taken.refused}: ${taken.firstRefusal}`)
  return taken
}

function linesOf({
  copy,
  raw,
  validated,
  wrong,
}: {
  copy: number[]
  raw: ImportTaken[]
  validated: ImportTaken[]
  wrong: ImportTaken[]
}): Line[] {
  const ratio = spreadOf(
    raw.map(({ seconds }, n) => seconds / copy[n]!),
    2,
  )
  const times = (of: readonly ImportTaken[]) =>
    spreadOf(
      of.map(({ seconds }) => seconds),
      2,
    )
  const memory = spreadOf(
    [...raw, ...validated, ...wrong].map(({ peakMegabytes }) => peakMegabytes),
    0,
  )
  const [own, ours, all, faulty] = [spreadOf(copy, 2), times(raw), times(validated), times(wrong)]
  return [
    {
      what: 'Read and staged as it stands, against COPY by the server itself',
      goal: '≤ 1.3 ×',
      measured: `${ratio.median} × (${ours.median} s : ${own.median} s)`,
      spread: `${range(ratio, ' ×')}; ${range(ours)} : ${range(own, ' s')}`,
      isMet: ratio.median <= 1.3,
    },
    {
      what: 'Every cell validated, codes, keys, comparison, audit',
      goal: '< 10 s',
      measured: `${all.median} s`,
      spread: range(all, ' s'),
      isMet: all.median < 10,
    },
    {
      what: `The same with a fault in every ${WRONG_EVERY}th row: refused with its cell (${wrong[0]!.firstRefusal})`,
      goal: '< 10 s',
      measured: `${faulty.median} s`,
      spread: range(faulty, ' s'),
      isMet: faulty.median < 10,
    },
    {
      what: 'Peak memory of the importing process',
      goal: '< 300 MB',
      measured: `${memory.most} MB (most)`,
      spread: range(memory, ' MB'),
      isMet: memory.most < 300,
    },
  ]
}

/** What PostgreSQL does alone: reads the file from its own disk, converts and stores it. */
async function serverCopy(database: Database, path: string): Promise<number> {
  const client = new pg.Client(database.client('superuser'))
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `create temporary table own (${headings.map((_, n) => `c${n} text`).join(', ')}) on commit drop`,
    )
    const begun = performance.now()
    await client.query(`copy own from '${path}' with (format csv, header, encoding 'SJIS')`)
    await client.query('analyze own')
    return (performance.now() - begun) / 1000
  } finally {
    await client.end()
  }
}

function imported(database: Database, path: string, what: ImportTask['what']): Promise<ImportTaken> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, '..', 'import-stream.ts'), [])
    child.once('message', (taken) => resolve(taken as ImportTaken))
    child.once('exit', (code) => reject(new Error(`an import ended without an answer (${code})`)))
    child.send({
      reference: database.client('reference'),
      app: database.client('app'),
      path,
      what,
    } satisfies ImportTask)
  })
}
