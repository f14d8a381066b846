import { randomUUIDv7 } from 'node:crypto'
import type pg from 'pg'
import type { ChecklistFileRow } from '../../../exchange/checklists/index.ts'
import type { Refusal } from '../../../exchange/tabular/index.ts'
import type { Tx } from '../../../platform/database/engine.ts'
import type { ImportContext } from '../../../platform/import/index.ts'
import { LABELS } from '../bulk-rows.ts'
import { answersOf } from '../entry.ts'
import { type SheetPerson, standingsOf } from '../facts.ts'
import { findNamed, identifier, isMismatch } from '../identify.ts'
import { judgeSheet } from '../judge-sheet.ts'
import type { Cells } from '../rules/coding.ts'
import { LOCK_PEOPLE, sheetRecord } from '../store.ts'
import { compareWithStored, type StoredSheet } from './compare.ts'
import { codeOf, refusal, type StagedRow } from './staged.ts'
import { workersOf } from './workers.ts'

export interface PlacedRow extends StagedRow {
  person: SheetPerson
}

/** Statements of the import's own connection. */
export const queryOf = (client: pg.ClientBase): Pick<Tx, 'query'> => ({
  query: async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query({ text, values: [...values] })).rows as Row[],
})

/**
 * Looks up whom the rows name, judges the sheets, and keeps in the temporary table `planned` what is to be stored beside what
 * is there. Everything that cannot be taken is said; then nothing is planned.
 */
export async function planChecklists(client: pg.ClientBase, context: ImportContext): Promise<Refusal[]> {
  const insurerId = context.insurerId ?? 0
  const { rows: staged } = await client.query<StagedRow>(
    'select file_name as "file", file_row as "row", sheet from stage order by row_number',
  )
  const tx = queryOf(client)
  const refusals: Refusal[] = []
  const placed = await place(tx, insurerId, context.today, staged, refusals)
  await tx.query(LOCK_PEOPLE, [[...new Set(placed.map(({ person }) => person.id))]])
  const workers = await workersOf(tx, context, insurerId, staged, refusals)
  const stored = await storedSheets(tx, insurerId, placed)
  refusals.push(...twice(placed))
  await client.query(
    `create temporary table planned (state text, id uuid, key text, sheet jsonb, before json, after json) on commit drop`,
  )
  if (refusals.length > 0) return refusals
  const standings = await standingsOf(
    tx,
    insurerId,
    placed.map(({ person, sheet }) => ({ person, on: sheet.answeredOn })),
  )
  const batchId = randomUUIDv7()
  const planned = placed.map((row, at) => {
    const standing = standings[at]
    const read = answersOf(row.sheet.coding, row.sheet.cells as Cells)
    if (!standing || !('answers' in read)) throw new Error('a row that the reader let pass cannot be judged')
    const { value } = judgeSheet({
      answeredOn: row.sheet.answeredOn,
      answers: read.answers,
      ...standing,
      heightHundredthsCm: row.sheet.height,
      weightHundredthsKg: row.sheet.weight,
    })
    const worker = workers(row)
    const record = sheetRecord(
      {
        ...row.sheet,
        ...codesOf(row.sheet),
        personId: row.person.id,
        staffId: worker.staffId,
        recordedCentreId: worker.centreId,
        answers: read.answers,
        source: 'file',
        batchId,
      },
      value,
      standing,
    )
    return compareWithStored(row, record, stored)
  })
  const wrong = planned.filter((one) => 'code' in one)
  if (wrong.length > 0) return wrong
  await client.query(
    `insert into planned select p.* from jsonb_to_recordset($1::jsonb)
       as p(state text, id uuid, key text, sheet jsonb, before json, after json)`,
    [JSON.stringify(planned)],
  )
  return []
}

const codesOf = ({ method, respondent }: ChecklistFileRow) => ({
  method: codeOf('method', method),
  respondent: respondent === null ? null : codeOf('respondent', respondent),
})

async function place(
  tx: Pick<Tx, 'query'>,
  insurerId: number,
  today: string,
  staged: readonly StagedRow[],
  refusals: Refusal[],
): Promise<PlacedRow[]> {
  const named = staged.map(({ sheet }) => ({ personId: null, ...sheet }))
  const scope = { sql: 'p.insurer_id = $2', values: [insurerId] }
  const identify = identifier(await findNamed(tx, named, scope), today)
  return staged.flatMap((row, at) => {
    const who = named[at]
    const found = who && identify(who, row.sheet.answeredOn)
    if (found && !isMismatch(found)) return [{ ...row, person: found }]
    if (found) refusals.push(mismatch(row, found.column, found.code, found.message))
    return []
  })
}

/** The sentences of the grid, cut into reason and remedy. */
function mismatch(row: StagedRow, column: string, code: string, message: string): Refusal {
  const [reason = '', ...remedy] = message.split(/(?<=。)/u)
  return refusal(
    row,
    LABELS[column] ?? '',
    `row.${code}`,
    reason,
    remedy.join('') || '番号と日付を確かめてください。',
  )
}

/** The same person and day on two rows of the run. */
function twice(placed: readonly PlacedRow[]): Refusal[] {
  const seen = new Map<string, PlacedRow>()
  return placed.flatMap((row) => {
    const key = `${row.person.id} ${row.sheet.answeredOn}`
    const first = seen.get(key)
    if (!first) {
      seen.set(key, row)
      return []
    }
    const where = first.file === row.file ? `${first.row}行目` : `${first.file}の${first.row}行目`
    return [
      refusal(
        row,
        '実施日',
        'row.twice',
        `同じ方の同じ日の行が、${where}にもあります。`,
        'どちらか正しい一行だけにしてください。',
      ),
    ]
  })
}

const storedSheets = (tx: Pick<Tx, 'query'>, insurerId: number, placed: readonly PlacedRow[]) =>
  tx.query<StoredSheet>(
    `select c.id, c.person_id, c.answered_on, c.method, c.respondent, c.coding, c.answers, c.height_hundredths_cm,
       c.weight_hundredths_kg, c.note, c.minutes, c.judgement, c.known_points, c.unknown_points, c.source,
       c.staff_id, c.confirmed_at is not null as is_confirmed, c.withdrawn_at is not null as is_withdrawn
     from unnest($2::uuid[], $3::date[]) as w(person_id, answered_on)
     join casework.checklist c on c.insurer_id = $1 and c.person_id = w.person_id and c.answered_on = w.answered_on
     order by c.withdrawn_at is not null, c.id`,
    [insurerId, placed.map(({ person }) => person.id), placed.map(({ sheet }) => sheet.answeredOn)],
  )
