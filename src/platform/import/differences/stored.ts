import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { csvBytes } from '../../../exchange/tabular/index.ts'
import type { Tx } from '../../database/engine.ts'
import type { Work } from '../../database/work.ts'
import { notFound, Problem } from '../../errors/index.ts'
import type { Difference } from '../run.ts'
import { type DifferencePart, PART, STATES } from './each.ts'
import { differenceHeadings, differenceLines } from './lines.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

export type PackedPart = Omit<DifferencePart, 'items'> & { content: Buffer }

/** Some bytes a difference: those of a million rows stay in memory until the run is over. */
export const packed = async ({ state, part, items }: DifferencePart): Promise<PackedPart> => ({
  state,
  part,
  content: await pack(JSON.stringify(items), { level: 3 }),
})

/** In the place of what an earlier reading of the run found. */
export async function storeDifferences(
  tx: Tx,
  { actor }: Work,
  runId: string,
  parts: readonly PackedPart[],
): Promise<void> {
  await tx.query(
    'delete from platform.import_difference where insurer_id = $1 and staff_id = $2 and run_id = $3',
    [actor.insurerId, actor.staffId, runId],
  )
  for (const { state, part, content } of parts) {
    await tx.query(
      'insert into platform.import_difference (insurer_id, staff_id, run_id, state, part, content) values ($1, $2, $3, $4, $5, $6)',
      [actor.insurerId, actor.staffId, runId, state, part, content],
    )
  }
}

/** One page. @throws notFound when the run is not the reader's, Problem 410 when its differences were let go */
export async function pageOfDifferences(
  work: Work,
  runId: string,
  { state, part }: { state: Difference['state']; part: number },
): Promise<{ items: Difference[]; nextPart: number | null }> {
  const rows = await work.read(async (tx) => {
    await knownRun(tx, work, runId)
    return partRows(tx, work, runId, state, part)
  })
  const items = rows[0] ? await read(rows[0].content) : []
  return { items, nextPart: items.length === PART ? part + 1 : null }
}

/** All of them as CSV, UTF-8 with BOM. @throws as pageOfDifferences */
export async function csvOfDifferences(
  work: Work,
  runId: string,
): Promise<{ kind: string; bytes: Uint8Array<ArrayBuffer> }> {
  const lines: string[][] = [[...differenceHeadings]]
  const kind = await work.read(async (tx) => {
    const run = await knownRun(tx, work, runId)
    for (const state of STATES) {
      for (let part = 1; ; part += 1) {
        const [row] = await partRows(tx, work, runId, state, part)
        if (!row) break
        for (const one of await read(row.content)) lines.push(...differenceLines(one))
      }
    }
    return run
  })
  return { kind, bytes: Uint8Array.from(csvBytes(lines, { encoding: 'UTF-8+BOM' })) }
}

const partRows = (tx: Tx, { actor }: Work, runId: string, state: string, part: number) =>
  tx.query<{ content: Buffer }>(
    `select content from platform.import_difference
     where insurer_id = $1 and staff_id = $2 and run_id = $3 and state = $4 and part = $5`,
    [actor.insurerId, actor.staffId, runId, state, part],
  )

const read = async (content: Buffer): Promise<Difference[]> =>
  JSON.parse((await unpack(content)).toString()) as Difference[]

/** @returns its kind */
async function knownRun(tx: Tx, { actor }: Work, runId: string): Promise<string> {
  const [run] = await tx.query<{ kind: string; differs: number; isThere: boolean }>(
    `select r.kind, coalesce((r.report->>'added')::bigint + (r.report->>'changed')::bigint + (r.report->>'removed')::bigint, 0) as differs,
       exists (select from platform.import_difference d where d.insurer_id = r.insurer_id and d.staff_id = r.staff_id and d.run_id = r.id) as "isThere"
     from platform.import_run r where r.insurer_id = $1 and r.staff_id = $2 and r.id = $3`,
    [actor.insurerId, actor.staffId, runId],
  )
  if (!run) throw notFound()
  if (run.differs > 0 && !run.isThere) {
    throw new Problem('import.differences-gone', 410, '違いの一覧は、もう残っていません', {
      detail: '一覧は7日で消えます。もう一度ファイルを読み込むと、今の内容との違いを見られます。',
    })
  }
  return run.kind
}
