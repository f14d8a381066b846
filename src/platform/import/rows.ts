import { csvBytes } from '../../exchange/tabular/index.ts'
import type { Work } from '../database/work.ts'
import { checksumsOf } from './files.ts'
import type { ImportContext, ImportKind } from './kind.ts'
import { type ImportRun, runImport } from './run.ts'

const NAME = '画面の表.csv'

/**
 * Rows typed or pasted into a grid, taken the way a file of the kind is: same checks, same differences, all or nothing. For some
 * hundred rows, inside the request. Row n of the grid is row n + 2 of the report (row 1 is the headings).
 */
export async function runRows(
  work: Work,
  kind: ImportKind,
  {
    headings,
    rows,
    dryRun,
  }: { headings: readonly string[]; rows: readonly (readonly string[])[]; dryRun: boolean },
): Promise<ImportRun> {
  const files = [
    { name: NAME, bytes: csvBytes([headings, ...rows], { encoding: 'UTF-8+BOM', formulaGuard: false }) },
  ]
  const context: ImportContext = {
    insurerId: kind.target === 'tenant' ? work.actor.insurerId : null,
    checksums: await checksumsOf(files),
    loadedBy: work.actor.staffId,
    loaderInsurer: work.actor.insurerId,
    now: work.clock.now(),
    today: work.today,
    attribution: null,
  }
  const run = await work.bulk<ImportRun>(kind.target, async (client) => {
    const done = await runImport(client, kind, files, context, { dryRun, show: 500 })
    return { keep: done.applied, result: done }
  })
  work.about('import-rows', undefined, { kind: kind.kind, read: run.read, applied: run.applied })
  return run
}
