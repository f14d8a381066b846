import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Person } from './people.ts'
import { withSuperuser } from './superuser.ts'

/** 保険者職員 of the sample, who may import */
export const OFFICER = 'm1101'
const FILE = join(import.meta.dirname, '../../src/exchange/population-by-town/fixtures/0066_202303.csv')
/** as many times the towns of the real file, each with a name of its own: so that a run takes seconds */
const TIMES = 60

export interface Job {
  id: string
  state: string
  message: string | null
}

export const isOver = ({ state }: Job) => ['done', 'failed', 'cancelled'].includes(state)

/** The real file under another municipality, so that nothing of the sample is replaced. */
export const smallFile = () => readFileSync(FILE, 'utf8').replaceAll(',37201,', ',99902,')

export function largeFile(): { text: string; towns: number } {
  const lines = readFileSync(FILE, 'utf8').replaceAll(',37201,', ',99901,').trimEnd().split('\n')
  const heads = lines.filter((line) => line.startsWith('#') || line.startsWith('\ufeff#'))
  const rows = lines.slice(heads.length)
  const more = Array.from({ length: TIMES }, (_, n) =>
    rows.map((row) => {
      const cells = row.split(',')
      return [
        `${n * rows.length + Number(cells[0])}`,
        ...cells.slice(1, 6),
        `${cells[6]}見本${n}`,
        ...cells.slice(7),
      ].join(',')
    }),
  ).flat()
  return { text: [...heads, ...more].join('\n'), towns: more.length }
}

/** Starts the job that looks through a file; asks again when told to wait. */
export async function upload(officer: Person, text: string): Promise<{ runId: string; jobId: string }> {
  for (;;) {
    const form = new FormData()
    form.append('files', new File([text], '0066_202303.csv', { type: 'text/csv' }))
    const answer = await officer.ask('POST', '/api/imports/population-by-town', form)
    if (answer.status === 202) return { runId: String(answer.body.runId), jobId: String(answer.body.jobId) }
    if (answer.status !== 429) throw new Error(`upload: ${answer.status} ${answer.title}`)
    await sleep(500)
  }
}

export async function jobOf(officer: Person, id: string): Promise<Job> {
  const answer = await officer.ask('GET', `/api/jobs/${id}`)
  if (answer.status !== 200) return { id, state: `${answer.status}`, message: null }
  return answer.body as unknown as Job
}

/** How often the audit says that an import was run: each run of a job leaves one line. */
export const runsOnRecord = (dataDir: string, databaseUrl: string | null = null): Promise<number> =>
  withSuperuser(
    dataDir,
    async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from audit.line where action = 'import.run'`,
      )
      return rows[0]!.n
    },
    databaseUrl,
  )
