import type pg from 'pg'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import { type DifferencePart, eachDifference, firstDifferences } from './differences/each.ts'
import { followChange } from './find.ts'
import { keepReplaced, lookBefore } from './history/keep.ts'
import { forgetOlder, lockReference, recordRun } from './history/record.ts'
import type { Counts, ImportContext, ImportKind, Notice } from './kind.ts'
import { refuse, stageFiles, Unstorable } from './stage.ts'

export interface Difference {
  state: 'added' | 'changed' | 'removed'
  key: string
  /** names of what is in `before` and `after`, in the order in which the kind gives them: a stored object forgets it */
  fields: string[]
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What an import did or would do. `refusedCount` counts all refusals, `refused` lists the first thousand. */
export interface ImportReport extends Counts {
  read: number
  refused: Refusal[]
  refusedCount: number
}

export interface ImportRun extends ImportReport {
  /** the first differences of each state, for the preview */
  differences: Difference[]
  notices: Notice[]
  /** 出典 of the files; absent for kinds without */
  sources?: string[]
  applied: boolean
}

export interface RunOptions {
  dryRun: boolean
  /** differences of each state to return; default 100 */
  show?: number
  /** takes every difference, 200 at a time: what goes away, what changes, what is new, each by key */
  onDifferences?: (part: DifferencePart) => Promise<void> | void
  onProgress?: (read: number, step: 'reading' | 'comparing' | 'storing') => Promise<void> | void
}

/**
 * Reads, checks, compares and, unless it is a dry run or anything is refused, stores. The caller has begun the
 * transaction and ends it: commit when `applied`, roll back otherwise. A refused file changes nothing; the same file a
 * second time finds nothing to change.
 */
export async function runImport(
  client: pg.ClientBase,
  kind: ImportKind,
  files: readonly TabularSource[],
  context: ImportContext,
  { dryRun, show = 100, onProgress = () => {}, onDifferences }: RunOptions,
): Promise<ImportRun> {
  const staged = await stageFiles(client, kind, files, context, (read) => onProgress(read, 'reading')).catch(
    (error: unknown) => {
      if (error instanceof Unstorable) return error
      throw error
    },
  )
  if (staged instanceof Unstorable) return refusedRun([staged.refusal])
  const step = async () => onProgress(staged.read, dryRun ? 'comparing' : 'storing')
  await onProgress(staged.read, 'comparing')
  const isPublished = kind.target === 'reference' && !dryRun
  if (isPublished) await lockReference(client)
  for (const refusal of (await kind.check?.(client, context)) ?? []) refuse(staged, refusal)
  const report = { read: staged.read, refused: staged.refused, refusedCount: staged.refusedCount }
  if (staged.refusedCount > 0)
    return { ...report, ...noCounts(), differences: [], notices: [], applied: false }
  const { text, values } = kind.compare(context)
  await client.query(`create temporary table diff on commit drop as ${text}`, values)
  const counts = await countDifferences(client)
  const differences = await firstDifferences(client, show)
  if (onDifferences) await eachDifference(client, onDifferences)
  const notices = (await kind.notices?.(client, context)) ?? []
  const sources = await kind.sources?.(client)
  await step()
  const run = {
    ...report,
    ...counts,
    differences,
    notices,
    ...(sources ? { sources } : {}),
    applied: !dryRun,
  }
  if (dryRun) return run
  const differs = counts.added + counts.changed + counts.removed > 0
  const before = isPublished ? await lookBefore(client, kind) : null
  if (differs) await kind.apply(client, context, step)
  await kind.record?.(client, context, counts)
  if (isPublished) {
    const runId = await recordRun(client, kind.kind, context, run)
    if (before) await keepReplaced(client, kind, before, runId)
    await forgetOlder(client, kind.kind)
    if (differs) await followChange(client, kind, context)
  }
  await step()
  return run
}

async function countDifferences(client: pg.ClientBase): Promise<Counts> {
  const { rows } = await client.query<{ state: keyof Counts; n: string }>(
    'select state, count(*) as n from diff group by state',
  )
  const counts = noCounts()
  for (const row of rows) counts[row.state] = Number(row.n)
  return counts
}

/** A run that ended before anything was read. */
export const refusedRun = (refused: Refusal[]): ImportRun => ({
  read: 0,
  ...noCounts(),
  refused,
  refusedCount: refused.length,
  differences: [],
  notices: [],
  applied: false,
})

const noCounts = (): Counts => ({ added: 0, changed: 0, removed: 0, unchanged: 0 })
