import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import pg from 'pg'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import type { Actor } from '../access/index.ts'
import { insertLines, lineOf } from '../audit/line.ts'
import type { CommandContext } from '../cli/command.ts'
import { systemClock } from '../clock.ts'
import { Engine } from '../database/engine.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/open.ts'
import { cleanLine } from '../text/index.ts'
import { checksumsOf } from './files.ts'
import { findImportKinds } from './find.ts'
import type { ImportContext, ImportKind } from './kind.ts'
import { mappingOf } from './profile.ts'
import { jsonReport, sayReport } from './report.ts'
import { type ImportRun, runImport } from './run.ts'

const RELEASES = ['速報', '確定', '改訂'] as const

/** `bin/meguri import KIND FILE…`: exit 0 when all is accepted, 2 when anything is refused or wrongly called. */
export async function importCommand({
  positionals,
  values,
  stdout,
  openDatabase,
}: CommandContext): Promise<number> {
  const [name, ...paths] = positionals
  const kinds = await findImportKinds()
  const kind = kinds.find((one) => one.kind === name)
  if (!kind) {
    console.error(
      `種類「${name ?? ''}」はありません。次のどれかを書いてください: ${kinds.map((one) => `${one.kind}(${one.label})`).join('、')}`,
    )
    return 2
  }
  const missing = paths.filter((path) => !existsSync(path) || !statSync(path).isFile())
  if (paths.length === 0 || missing.length > 0) {
    console.error(
      paths.length === 0
        ? '読み込むファイルを一つ以上書いてください。'
        : `ファイルが見つかりません: ${missing.join('、')}`,
    )
    return 2
  }
  const files = paths.map((path) => ({ name: basename(path), path: resolve(path) }))
  const twice = files.find((file, at) => files.findIndex((other) => other.name === file.name) !== at)
  if (twice) {
    console.error(`同じ名前のファイルが二つあります: ${twice.name}。一つにするか、名前を変えてください。`)
    return 2
  }
  if (values.attribution !== undefined && !kind.takesAttribution) {
    console.error(`${kind.label}には --attribution を付けられません。`)
    return 2
  }
  const release = RELEASES.find((one) => one === values.release)
  if (values.release !== undefined && (!kind.takesRelease || !release)) {
    console.error(
      kind.takesRelease
        ? `--release には、${RELEASES.join('、')}のどれかを書いてください。`
        : `${kind.label}には --release を付けられません。`,
    )
    return 2
  }
  const database = await openDatabase()
  await migrate(database.client('owner'))
  const insurerId = kind.target === 'reference' ? null : await insurerOf(database, values.insurer)
  if (insurerId === 'unknown') {
    console.error('--insurer に、登録されている保険者番号(6桁)を書いてください。')
    return 2
  }
  const mapping = await mappingOf(database, kind, values)
  if (mapping !== undefined && 'problem' in mapping) {
    console.error(mapping.problem)
    return 2
  }
  const engine = new Engine(database.client('app'), { size: 1, reference: database.client('reference') })
  try {
    const isDryRun = values['dry-run'] === true
    const run = await importFiles(engine, kind, files, {
      insurerId,
      dryRun: isDryRun,
      attribution: cleanLine(String(values.attribution ?? '')) || null,
      ...(release ? { release } : {}),
      ...mapping,
    })
    if (values.json === true) stdout(jsonReport(run))
    else for (const line of sayReport(run, isDryRun)) stdout(line)
    return run.refusedCount > 0 ? 2 : 0
  } finally {
    await engine.end()
  }
}

async function insurerOf(
  database: Database,
  number: string | boolean | undefined,
): Promise<number | 'unknown'> {
  const client = new pg.Client(database.client('owner'))
  await client.connect()
  try {
    const { rows } = await client.query<{ insurer_id: number }>(
      'select insurer_id from registers.insurer where insurer_number = $1 and not is_statistics_only',
      [String(number ?? '')],
    )
    return rows[0]?.insurer_id ?? 'unknown'
  } finally {
    await client.end()
  }
}

/** The operator: the reach of the insurer, no member of staff. */
const operator = (insurerId: number | null): Actor => ({
  insurerId: insurerId ?? 0,
  staffId: '',
  postId: '',
  role: 'officer',
  profession: '',
  reach: insurerId === null ? 'none' : 'insurer',
  centreId: null,
  centreIds: [],
  organisationId: null,
  sessionId: null,
})

/** One run of an operator, in one transaction under the same rights and settings as a run by screen. */
function importFiles(
  engine: Engine,
  kind: ImportKind,
  files: readonly TabularSource[],
  {
    insurerId,
    dryRun,
    attribution,
    ...how
  }: Pick<ImportContext, 'insurerId' | 'attribution' | 'mapping' | 'release'> & { dryRun: boolean },
): Promise<ImportRun> {
  const today = systemClock.today().toString()
  return engine.bulk(operator(insurerId), today, kind.target, async (client) => {
    const context: ImportContext = {
      insurerId,
      checksums: await checksumsOf(files),
      loadedBy: 'command',
      now: systemClock.now(),
      today,
      attribution,
      ...how,
    }
    const run = await runImport(client, kind, files, context, { dryRun })
    if (insurerId !== null && run.applied) await writeLine(client, kind, context, run)
    return { keep: run.applied, result: run }
  })
}

async function writeLine(
  client: pg.Client,
  kind: ImportKind,
  { insurerId, now }: ImportContext,
  run: ImportRun,
): Promise<void> {
  const line = {
    ...lineOf(null, randomUUID(), kind.audit, now.toString()),
    insurerId,
    detail: { by: 'command', kind: kind.kind, read: run.read },
  }
  const { text, values } = insertLines([line])
  await client.query(text, values as unknown[])
}
