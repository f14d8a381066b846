import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Refusal, TabularSource } from '../../exchange/tabular/index.ts'
import { TabularRefused } from '../../exchange/tabular/index.ts'
import { COPY_FORMAT, CopyRows } from './copy-rows.ts'
import { emptyFile, sizeOf } from './files.ts'
import type { ImportContext, ImportKind, ReadItem, ReadItems } from './kind.ts'

/** Refusals past this are counted, not listed: nobody reads more, and a wrong file has one for every cell. */
export const LISTED_REFUSALS = 1_000
/** Some tens of kilobytes. */
const CHUNK_ROWS = 500

export interface Staged {
  read: number
  refused: Refusal[]
  refusedCount: number
}

/** Copies what the kind reads into the temporary table `stage`. Memory stays flat however long the file is. */
export async function stageFiles(
  client: pg.ClientBase,
  kind: ImportKind,
  files: readonly TabularSource[],
  context: ImportContext,
  onRow: (read: number) => Promise<void> | void,
): Promise<Staged> {
  const columns = kind.stage.map((column) => `${column.name} ${column.type}`).join(', ')
  await client.query(`create temporary table stage (${columns}, row_number bigint not null) on commit drop`)
  const staged: Staged = { read: 0, refused: [], refusedCount: 0 }
  const names = [...kind.stage.map((column) => column.name), 'row_number'].join(', ')
  const copy = client.query(
    copyFrom(`copy stage (${names}) from stdin with (${COPY_FORMAT})`),
  ) as unknown as NodeJS.WritableStream
  try {
    await pipeline(Readable.from(copyText(kind, files, context, staged, onRow)), copy)
  } catch (error) {
    throw unstorable(error) ?? error
  }
  await client.query('analyze stage')
  return staged
}

/** A value that passed the reader and the database cannot take: its fault, but said as a refusal, without the value. */
function unstorable(error: unknown): Unstorable | undefined {
  if (!(error instanceof pg.DatabaseError) || !error.code?.startsWith('22')) return undefined
  const [, line = null, column = null] =
    /COPY stage, line (\d+)(?:, column (\w+))?/.exec(error.where ?? '') ?? []
  return new Unstorable({
    file: '',
    row: null,
    column,
    cell: null,
    value: null,
    code: 'row.unstorable',
    reason: `読み取った${line === null ? '' : ` ${line} 番目の`}行に、保存できない値があります。`,
    remedy: 'その行に、けたの多すぎる数や見えない文字がないか確かめてください。',
  })
}

/** The transaction is broken: the run ends with this one refusal. */
export class Unstorable extends Error {
  override readonly name = 'Unstorable'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

async function* copyText(
  kind: ImportKind,
  files: readonly TabularSource[],
  context: ImportContext,
  staged: Staged,
  onRow: (read: number) => Promise<void> | void,
): AsyncGenerator<Buffer> {
  const rows = new CopyRows()
  try {
    for (const file of files) if ((await sizeOf(file)) === 0) throw new TabularRefused(emptyFile(file.name))
    for await (const items of kind.read(files, context)) {
      for (const item of itemsOf(items)) {
        if ('refused' in item) refuse(staged, item.refused)
        else rows.add(item.values, ++staged.read)
      }
      if (rows.length < CHUNK_ROWS) continue
      yield rows.take()
      await onRow(staged.read)
    }
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    refuse(staged, error.refusal)
  }
  if (rows.length > 0) yield rows.take()
}

const itemsOf = (items: ReadItems): readonly ReadItem[] => ('length' in items ? items : [items])

export function refuse(staged: Staged, refusal: Refusal): void {
  staged.refusedCount += 1
  if (staged.refused.length < LISTED_REFUSALS)
    staged.refused.push({ ...refusal, value: detached(refusal.value) })
}

/** A cell is a part of the text it was cut from, and would keep some hundred kilobytes of it in memory. */
const detached = (value: string | null): string | null =>
  value === null ? null : Buffer.from(value).toString()
