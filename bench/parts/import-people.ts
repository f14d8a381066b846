import { spawn } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from '../data.ts'
import { spreadOf } from '../figures.ts'
import { type Line, type Part, range } from '../part.ts'
import { type Peak, watchMemory } from '../peak-memory.ts'
import { emptyInsurer, INSURER, peopleFile } from '../people-file.ts'
import { DATA } from '../processes.ts'

const PEOPLE = 200_000

interface Taken extends Peak {
  seconds: number
}

/** The command as an operator gives it, in its own process, from start to stored: three full lists one after the other. */
export const importPeople: Part = {
  name: 'import-people',
  title: `Import of ${PEOPLE.toLocaleString('en')} insured persons`,
  async run({ runs, say }) {
    const [first, week] = [peopleFile('first', PEOPLE), peopleFile('week', PEOPLE)]
    const { dataDir } = await folder('import-people-empty', emptyInsurer)
    const own = join(DATA, 'import-people-run')
    const all: Record<'first' | 'week' | 'again', Taken[]> = { first: [], week: [], again: [] }
    for (let run = 0; run < runs; run++) {
      rmSync(own, { recursive: true, force: true })
      cpSync(dataDir, own, { recursive: true })
      all.first.push(await take(own, first, { added: PEOPLE, changed: 0 }))
      all.week.push(await take(own, week, { added: 0, changed: PEOPLE / 50 }))
      all.again.push(await take(own, week, { added: 0, changed: 0 }))
      for (const [name, taken] of Object.entries(all))
        say(
          `  ${run + 1} ${name}: ${taken[run]!.seconds} s, ${taken[run]!.node} MB, database ${taken[run]!.database} MB`,
        )
    }
    rmSync(own, { recursive: true, force: true })
    rmSync(`${own}-audit`, { recursive: true, force: true })
    return {
      lines: [
        time('First full list: from the command to stored', all.first, 30),
        time('The list a week later, one in fifty changed, four hundred deaths', all.week, 30),
        time('The same list once more: nothing differs', all.again, 30),
        memory(Object.values(all).flat()),
      ],
      notes: [
        'Every row is validated, matched to its town, area and centre, compared with what is stored, noticed and audited; search keys, deletion neighbours and history are written. The time holds the start of Node and of the embedded PostgreSQL. Memory of the importing process is judged; beside it what the database’s processes hold for themselves (shared buffers not counted).',
      ],
      raw: all,
    }
  },
}

/** @throws when the command did not do the whole work */
async function take(dataDir: string, file: string, goal: { added: number; changed: number }): Promise<Taken> {
  const begun = performance.now()
  const words = ['import', 'people', file, '--insurer', INSURER, '--json', '--data', dataDir]
  const child = spawn(join(import.meta.dirname, '..', '..', 'bin', 'meguri'), words, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory(child.pid!)
  let said = ''
  child.stdout.on('data', (part) => (said += part))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  const seconds = Math.round((performance.now() - begun) / 10) / 100
  const peak = memory.stop()
  const report = JSON.parse(said) as { added: number; changed: number; refused: unknown[] }
  if (code !== 0 || report.added !== goal.added || report.changed !== goal.changed)
    throw new Error(`the import ended with ${code}: ${said.slice(0, 500)}`)
  return { seconds, ...peak }
}

function time(what: string, taken: readonly Taken[], limit: number): Line {
  const spread = spreadOf(
    taken.map(({ seconds }) => seconds),
    2,
  )
  return {
    what,
    goal: `< ${limit} s`,
    measured: `${spread.median} s`,
    spread: range(spread, ' s'),
    isMet: spread.median < limit,
  }
}

function memory(taken: readonly Taken[]): Line {
  const node = spreadOf(
    taken.map((one) => one.node),
    0,
  )
  const database = spreadOf(
    taken.map((one) => one.database),
    0,
  )
  return {
    what: 'Peak memory of the importing process',
    goal: '< 400 MB',
    measured: `${node.most} MB (most); database ${database.most} MB`,
    spread: `${range(node, ' MB')}; ${range(database, ' MB')}`,
    isMet: node.most < 400,
  }
}
