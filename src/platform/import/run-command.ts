import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import pg from 'pg'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import { insertLines, lineOf } from '../audit/line.ts'
import type { CommandContext } from '../cli/command.ts'
import { systemClock } from '../clock.ts'
import { migrate } from '../database/migrate.ts'
import { valueTypes } from '../database/types.ts'
import { checksumsOf } from './files.ts'
import { findImportKinds } from './find.ts'
import type { ImportContext, ImportKind } from './kind.ts'
import { jsonReport, sayReport } from './report.ts'
import { type ImportRun, runImport } from './run.ts'

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
  const database = await openDatabase()
  await migrate(database.client('owner'))
  const role = kind.target === 'reference' ? 'reference' : 'owner'
  const client = new pg.Client({ ...database.client(role), types: valueTypes })
  await client.connect()
  try {
    const insurerId = kind.target === 'reference' ? null : await insurerOf(client, values.insurer)
    if (insurerId === 'unknown') {
      console.error('--insurer に、登録されている保険者番号(6桁)を書いてください。')
      return 2
    }
    const run = await importFiles(client, kind, files, insurerId, { dryRun: values['dry-run'] === true })
    if (values.json === true) stdout(jsonReport(run))
    else for (const line of sayReport(run, values['dry-run'] === true)) stdout(line)
    return run.refusedCount > 0 ? 2 : 0
  } finally {
    await client.end()
  }
}

async function insurerOf(
  client: pg.Client,
  number: string | boolean | undefined,
): Promise<number | 'unknown'> {
  const { rows } = await client.query<{ insurer_id: number }>(
    'select insurer_id from registers.insurer where insurer_number = $1 and not is_statistics_only',
    [String(number ?? '')],
  )
  return rows[0]?.insurer_id ?? 'unknown'
}

/** One run of an operator, in its own transaction. */
async function importFiles(
  client: pg.Client,
  kind: ImportKind,
  files: readonly TabularSource[],
  insurerId: number | null,
  { dryRun }: { dryRun: boolean },
): Promise<ImportRun> {
  const context: ImportContext = {
    insurerId,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: systemClock.now(),
    today: systemClock.today().toString(),
  }
  await client.query('begin')
  try {
    const run = await runImport(client, kind, files, context, { dryRun })
    if (insurerId !== null && run.applied) {
      const line = {
        ...lineOf(null, randomUUID(), kind.audit, context.now.toString()),
        insurerId,
        detail: { by: 'command', read: run.read },
      }
      const { text, values } = insertLines([line])
      await client.query(text, values as unknown[])
    }
    await client.query(run.applied ? 'commit' : 'rollback')
    return run
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
