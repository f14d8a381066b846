import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import type { Actor } from '../access/index.ts'
import { type AuditLine, insertLines, lineOf } from '../audit/line.ts'
import type { CommandContext } from '../cli/command.ts'
import { systemClock } from '../clock.ts'
import { Engine } from '../database/engine.ts'
import { migrate } from '../database/migrate.ts'
import type { Database } from '../database/open.ts'
import { cleanLine } from '../text/index.ts'
import { readCalling, unknownKind, wrongCall } from './calling.ts'
import { DifferenceFile } from './differences/written.ts'
import { checksumsOf } from './files.ts'
import { findImportKinds } from './find.ts'
import { type Undone, undoNewest } from './history/undo.ts'
import type { ImportContext, ImportKind } from './kind.ts'
import { mappingOf } from './profile.ts'
import { jsonReport, sayDifference, sayReport } from './report.ts'
import { type ImportRun, type RunOptions, refusedRun, runImport } from './run.ts'

/** `bin/meguri import KIND FILE…`: exit 0 when all is accepted, 2 when anything is refused or wrongly called. */
export async function importCommand({
  positionals,
  values,
  stdout,
  openDatabase,
}: CommandContext): Promise<number> {
  const say = sayer(values, stdout)
  const calling = readCalling(await findImportKinds(), positionals, values)
  if ('refused' in calling) return say.refused(calling.refused)
  const { kind, files, release } = calling
  const differences = differencesTo(values)
  if ('refused' in differences) return say.refused(differences.refused)
  const database = await openDatabase()
  await migrate(database.client('owner'))
  const insurerId = kind.target === 'reference' ? null : await insurerOf(database, values.insurer)
  if (insurerId === 'unknown') return say.refused([noInsurer(values.insurer)])
  const mapping = await mappingOf(database, kind, values)
  if (mapping !== undefined && 'problem' in mapping)
    return say.refused([wrongCall('profile', mapping.problem, '--profile を確かめてください。')])
  const engine = new Engine(database.client('app'), { size: 1, reference: database.client('reference') })
  try {
    const dryRun = values['dry-run'] === true
    const run = await importFiles(engine, kind, files, {
      insurerId,
      dryRun,
      attribution: cleanLine(String(values.attribution ?? '')) || null,
      onDifferences: (part) => {
        differences.file?.take(part)
        if (values.verbose === true && values.json !== true)
          for (const one of part.items) stdout(`  ${sayDifference(one)}`)
      },
      ...(release ? { release } : {}),
      ...mapping,
    })
    return say.run(run, dryRun)
  } finally {
    differences.file?.close()
    await engine.end()
  }
}

/** `bin/meguri import undo KIND`: takes back the newest run of published files. */
export async function undoCommand({
  positionals,
  values,
  stdout,
  openDatabase,
}: CommandContext): Promise<number> {
  const say = sayer(values, stdout)
  const kinds = (await findImportKinds()).filter(({ target }) => target === 'reference')
  const [name = '', ...more] = positionals
  const kind = kinds.find((one) => one.kind === name)
  if (!kind) return say.refused([unknownKind(kinds, name)])
  if (more.length > 0)
    return say.refused([wrongCall('too-many', '種類は一つだけ書けます。', '一つずつ取り消してください。')])
  const database = await openDatabase()
  await migrate(database.client('owner'))
  const engine = new Engine(database.client('app'), { size: 1, reference: database.client('reference') })
  try {
    const context = contextOf({ insurerId: null, attribution: null }, new Map())
    const undone = await engine.bulk<Undone>(operator(null), context.today, 'reference', async (client) => {
      const result = await undoNewest(client, kind, { context })
      return { keep: result.outcome === 'undone', result }
    })
    if (undone.outcome === 'refused')
      return say.refused([wrongCall(`undo.${undone.code}`, undone.reason, undone.remedy)])
    await writeLine(engine, lineOfCommand('import.undone', context, { kind: kind.kind, rows: undone.rows }))
    stdout(
      values.json === true
        ? JSON.stringify({ undone: undone.runId, rows: undone.rows, refused: [] })
        : `${kind.label}の最も新しい読み込みを取り消しました。前の内容に戻っています。`,
    )
    return 0
  } finally {
    await engine.end()
  }
}

/** For programs one object, for people lines; what is refused goes to the error output, but never in JSON. */
function sayer({ json, verbose }: CommandContext['values'], stdout: (line: string) => void) {
  return {
    refused(refused: Refusal[]): number {
      if (json === true) stdout(jsonReport(refusedRun(refused)))
      else for (const one of refused) console.error(`${one.reason}${one.remedy}`)
      return 2
    },
    run(run: ImportRun, dryRun: boolean): number {
      if (json === true) stdout(jsonReport(run))
      else for (const line of sayReport(run, { dryRun, areDifferencesSaid: verbose === true })) stdout(line)
      return run.refusedCount > 0 ? 2 : 0
    },
  }
}

/** `--diff FILE` */
function differencesTo({
  diff,
}: CommandContext['values']): { file?: DifferenceFile } | { refused: Refusal[] } {
  if (typeof diff !== 'string') return {}
  try {
    return { file: new DifferenceFile(diff) }
  } catch {
    return {
      refused: [
        wrongCall('diff', `--diff のファイルに書けません: ${diff}`, '書ける場所と名前を書いてください。'),
      ],
    }
  }
}

const noInsurer = (number: unknown): Refusal =>
  wrongCall(
    'insurer',
    number === undefined
      ? '保険者の記録を読み込む種類です。'
      : `保険者番号「${String(number)}」は登録されていません。`,
    '--insurer に、登録されている保険者番号(6桁)を書いてください。',
  )

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

type Asked = Pick<ImportContext, 'insurerId' | 'attribution' | 'mapping' | 'release'>

const contextOf = (asked: Asked, checksums: ImportContext['checksums']): ImportContext => ({
  checksums,
  loadedBy: 'command',
  now: systemClock.now(),
  today: systemClock.today().toString(),
  ...asked,
})

/** One run of an operator, in one transaction under the same rights and settings as a run by screen. */
async function importFiles(
  engine: Engine,
  kind: ImportKind,
  files: readonly TabularSource[],
  { dryRun, onDifferences, ...asked }: Asked & Pick<RunOptions, 'dryRun' | 'onDifferences'>,
): Promise<ImportRun> {
  const context = contextOf(asked, await checksumsOf(files))
  const line = (run: ImportRun) => lineOfCommand(kind.audit, context, { kind: kind.kind, read: run.read })
  const run = await engine.bulk<ImportRun>(
    operator(context.insurerId),
    context.today,
    kind.target,
    async (client) => {
      const done = await runImport(client, kind, files, context, {
        dryRun,
        ...(onDifferences ? { onDifferences } : {}),
      })
      if (context.insurerId !== null && done.applied) await client.query(...sentLine(line(done)))
      return { keep: done.applied, result: done }
    },
  )
  // the role that stores published files may not write the audit
  if (context.insurerId === null && run.applied) await writeLine(engine, line(run))
  return run
}

const lineOfCommand = (
  action: string,
  { insurerId, now }: ImportContext,
  detail: Record<string, unknown>,
): AuditLine => ({
  ...lineOf(null, randomUUID(), action, now.toString()),
  insurerId,
  detail: { by: 'command', ...detail },
})

function sentLine(line: AuditLine): [string, unknown[]] {
  const { text, values = [] } = insertLines([line])
  return [text, [...values]]
}

const writeLine = (engine: Engine, line: AuditLine): Promise<unknown> => engine.plain(...sentLine(line))
