import { Problem } from '../errors/index.ts'
import type { JobContext, JobKind } from '../jobs/kind.ts'
import { type PackedPart, packed, storeDifferences } from './differences/stored.ts'
import { checksumsOf } from './files.ts'
import { findImportKinds } from './find.ts'
import type { ImportContext } from './kind.ts'
import { type ImportRun, runImport } from './run.ts'

interface Input {
  runId: string
  kind: string
  dryRun: boolean
}

const STEPS = {
  reading: '読んでいます',
  comparing: '今の内容と比べています',
  storing: '保存しています',
} as const

interface Asked {
  attribution: string | null
  mapping: unknown
  release: ImportContext['release'] | null
  /** of the preview */
  report: ImportRun | null
}

/** Nobody stores what nobody saw: another run may have come between. Nothing left to change is what a run started twice finds. */
function isAsPreviewed(done: ImportRun, seen: ImportRun | null | undefined): boolean {
  const told = ({ added, changed, removed, differences }: ImportRun) =>
    JSON.stringify([added, changed, removed, differences.map(({ state, key }) => [state, key])])
  return done.added + done.changed + done.removed === 0 || (seen != null && told(done) === told(seen))
}

const changedSince = () =>
  new Problem('import.changed-since-preview', 409, '差分を確かめたあとで、保存されている内容が変わりました', {
    detail: '何も保存していません。もう一度ファイルを選んで、差分を確かめてください。',
  })

/** Reads the stored files of a run again and previews or applies them; applying twice finds nothing to change. */
async function run({ input, actor, work, progress }: JobContext<Input>): Promise<Record<string, unknown>> {
  const kind = (await findImportKinds()).find((one) => one.kind === input.kind)
  if (!kind) throw new Problem('import.unknown-kind', 422, 'この種類のファイルは読み込めません')
  const stored = await work.read((tx) =>
    tx.query<{ name: string; content: Buffer }>(
      `select name, content from platform.import_file where insurer_id = $1 and staff_id = $2 and run_id = $3 order by name`,
      [actor.insurerId, actor.staffId, input.runId],
    ),
  )
  const [asked] = await work.read((tx) =>
    tx.query<Asked>(
      'select attribution, mapping, release, report from platform.import_run where insurer_id = $1 and staff_id = $2 and id = $3',
      [actor.insurerId, actor.staffId, input.runId],
    ),
  )
  const files = stored.map(({ name, content }) => ({ name, bytes: new Uint8Array(content) }))
  const context: ImportContext = {
    insurerId: kind.target === 'tenant' ? actor.insurerId : null,
    checksums: await checksumsOf(files),
    loadedBy: actor.staffId,
    loaderInsurer: actor.insurerId,
    now: work.clock.now(),
    today: work.today,
    attribution: asked?.attribution ?? null,
    ...(asked?.release ? { release: asked.release } : {}),
    ...(asked?.mapping ? { mapping: asked.mapping } : {}),
  }
  const parts: PackedPart[] = []
  const result = await work.bulk<ImportRun>(kind.target, async (client) => {
    const done = await runImport(client, kind, files, context, {
      dryRun: input.dryRun,
      onDifferences: async (part) => {
        parts.push(await packed(part))
      },
      onProgress: (read, step) => progress(read, null, `${STEPS[step]}(${read.toLocaleString('ja-JP')} 行)`),
    })
    if (done.applied && !isAsPreviewed(done, asked?.report)) throw changedSince()
    return { keep: done.applied, result: done }
  })
  const state = result.refusedCount > 0 ? 'refused' : result.applied ? 'applied' : 'previewed'
  work.about('import-run', input.runId, { kind: kind.kind, read: result.read, applied: result.applied })
  const isOver = state !== 'previewed'
  await work.write(async (tx) => {
    await storeDifferences(tx, work, input.runId, parts)
    // personal data is kept no longer than it is needed; name and checksum stay
    if (isOver && kind.target === 'tenant') {
      await tx.query(
        `update platform.import_file set content = '' where insurer_id = $1 and staff_id = $2 and run_id = $3`,
        [actor.insurerId, actor.staffId, input.runId],
      )
    }
    await tx.query(
      `update platform.import_run set state = $4, report = $5::jsonb,
         applied_at = case when $4 = 'applied' then now() end
       where insurer_id = $1 and staff_id = $2 and id = $3`,
      [actor.insurerId, actor.staffId, input.runId, state, JSON.stringify(result)],
    )
  })
  return { runId: input.runId, state }
}

export const jobs = [
  { kind: 'import', label: 'ファイルの読み込み', audit: 'import.run', run } satisfies JobKind<Input>,
] as unknown as JobKind[]
