import { Problem } from '../../errors/index.ts'
import type { JobContext, JobKind } from '../../jobs/kind.ts'
import { findImportKinds } from '../find.ts'
import { type Undone, undoNewest } from './undo.ts'

interface Input {
  runId: string
  kind: string
}

/** Puts back what a run replaced; started again after it was done, it finds nothing of that run to undo and says so. */
async function run({ input, actor, work, progress }: JobContext<Input>): Promise<Record<string, unknown>> {
  const kind = (await findImportKinds()).find((one) => one.kind === input.kind)
  if (!kind) throw new Problem('import.unknown-kind', 422, 'この種類のファイルは読み込めません')
  await progress(0, null, '元に戻しています')
  const context = {
    insurerId: null,
    checksums: new Map<string, string>(),
    loadedBy: actor.staffId,
    loaderInsurer: actor.insurerId,
    now: work.clock.now(),
    today: work.today,
    attribution: null,
  }
  const undone = await work.bulk<Undone>('reference', async (client) => {
    const result = await undoNewest(client, kind, { runId: input.runId, context })
    return { keep: result.outcome === 'undone', result }
  })
  work.about('reference-run', input.runId, { kind: kind.kind, ...undone })
  if (undone.outcome === 'refused')
    throw new Problem(`import.undo.${undone.code}`, 409, undone.reason.replace(/。$/, ''), {
      detail: undone.remedy,
    })
  return { runId: input.runId, rows: undone.rows }
}

export const jobs = [
  { kind: 'import-undo', label: '読み込みの取り消し', audit: 'import.undone', run } satisfies JobKind<Input>,
] as unknown as JobKind[]
