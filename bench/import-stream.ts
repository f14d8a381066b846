import pg from 'pg'
import { insertLines, lineOf } from '../src/platform/audit/line.ts'
import { checksumsOf, type ImportContext, runImport } from '../src/platform/import/index.ts'
import { stageFiles } from '../src/platform/import/stage.ts'
import { raw, validated } from './import-kinds.ts'

export interface ImportTask {
  reference: pg.ClientConfig
  app: pg.ClientConfig
  path: string
  what: 'raw' | 'validated'
}
export interface ImportTaken {
  seconds: number
  peakMegabytes: number
  read: number
  refused: number
  firstRefusal: string | null
}

/* One import in a process of its own, whose peak of memory is the measure: decode, read, stage; or the whole preview with its audit. */
process.once('message', async ({ reference, app, path, what }: ImportTask) => {
  const client = new pg.Client(reference)
  await client.connect()
  await client.query('begin')
  const begun = performance.now()
  const files = [{ name: 'bench.csv', path }]
  const context: ImportContext = {
    insurerId: null,
    checksums: new Map(),
    loadedBy: 'command',
    now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
    attribution: null,
  }
  let taken: Pick<ImportTaken, 'read' | 'refused' | 'firstRefusal'>
  if (what === 'raw') {
    const { read, refusedCount, refused } = await stageFiles(client, raw, files, context, () => {})
    taken = { read, refused: refusedCount, firstRefusal: refused[0]?.reason ?? null }
  } else {
    const whole = { ...context, checksums: await checksumsOf(files) }
    const run = await runImport(client, validated, files, whole, { dryRun: true })
    const { cell = '', value = '', reason = '' } = run.refused[0] ?? {}
    taken = {
      read: run.read,
      refused: run.refusedCount,
      firstRefusal: run.refused[0] ? `${cell} ${value}: ${reason}` : null,
    }
    await writeAudit(app, run.read)
  }
  const seconds = (performance.now() - begun) / 1000
  await client.query('rollback')
  await client.end()
  const answer: ImportTaken = { seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024, ...taken }
  process.send?.(answer, () => process.disconnect?.())
})

async function writeAudit(app: pg.ClientConfig, read: number): Promise<void> {
  const client = new pg.Client(app)
  await client.connect()
  const line = {
    ...lineOf(null, crypto.randomUUID(), 'bench.imported', '2026-11-22T01:00:00Z'),
    detail: { read },
  }
  const { text, values = [] } = insertLines([line])
  await client.query(text, [...values])
  await client.end()
}
