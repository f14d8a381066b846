import { recordCondition } from '../../platform/access/index.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { BulkStored } from './answers.ts'
import { type CellError, LABELS, type ReadRow, readRows } from './bulk-rows.ts'
import { JUDGEMENTS } from './codes.ts'
import { confirmationTask, confirmer } from './confirmation-task.ts'
import { needStaff } from './create.ts'
import { answerCells } from './entry.ts'
import { type SheetPerson, standingsOf } from './facts.ts'
import { findNamed, identifier, isMismatch } from './identify.ts'
import { judgeSheet } from './judge-sheet.ts'
import type { ChecklistBulk } from './schema.ts'
import { LOCK_PEOPLE, type SheetRecord, sheetRecord, storeStatement } from './store.ts'

interface Placed extends ReadRow {
  person: SheetPerson
}

/**
 * Stores a grid of sheets under one declared coding, all or none: read, looked up and judged in memory, stored by one
 * statement. The same grid under the same batch id stores nothing again.
 * @throws 422 `invalid-cells` with every cell that is wrong; 409 `batch-taken`
 */
export async function storeBulk(work: Work, input: ChecklistBulk): Promise<BulkStored> {
  const { rows, errors } = readRows(input, work.today)
  work.about('checklist-batch', input.batchId, { rows: input.rows.length, coding: input.coding })
  return work.write(async (tx) => {
    await needStaff(tx, work, input.defaults.staffId)
    const placed = await place(tx, work, rows, errors)
    work.touched(...placed.map(({ person }) => person.id))
    await tx.query(LOCK_PEOPLE, [[...new Set(placed.map(({ person }) => person.id))]])
    const known = await knownSheets(tx, work, input.batchId, placed)
    const repeated = known.filter((sheet) => sheet.batchId === input.batchId)
    if (repeated.length > 0) return repeatedAnswer(input, placed, errors, repeated)
    refuseSameDays(placed, known, errors)
    if (errors.length > 0) throw invalidCells(errors)
    const sheets = await judgeAll(tx, work, input, placed)
    return storeAll(tx, work, input, placed, sheets)
  })
}

/** The rows whose person is found and not mixed up; what is not, gathers in `errors`. */
async function place(tx: Tx, work: Work, rows: readonly ReadRow[], errors: CellError[]): Promise<Placed[]> {
  const scope = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const people = await findNamed(
    tx,
    rows.map(({ named }) => named),
    scope,
  )
  const identify = identifier(people, work.today)
  return rows.flatMap((row) => {
    const found = identify(row.named, row.answeredOn)
    if (!isMismatch(found)) return [{ ...row, person: found }]
    errors.push({ row: row.row, label: LABELS[found.column] ?? '', ...found })
    return []
  })
}

interface KnownSheet {
  id: string
  batchId: string | null
  personId: string
  answeredOn: string
  answers: (string | null)[]
  judgement: SheetRecord['judgement']
  met: string[]
}

/** What is stored for these people on these days, and whatever came with the batch. */
const knownSheets = (tx: Tx, { actor }: Work, batchId: string, placed: readonly Placed[]) =>
  tx.query<KnownSheet>(
    `select c.id, c.batch_id as "batchId", c.person_id as "personId", c.answered_on as "answeredOn", c.answers, c.judgement, c.met
     from casework.checklist c where c.insurer_id = $1 and c.batch_id = $2
     union all
     select c.id, c.batch_id, c.person_id, c.answered_on, c.answers, c.judgement, c.met
     from unnest($3::uuid[], $4::date[]) as w(person_id, answered_on)
     join casework.checklist c on c.insurer_id = $1 and c.person_id = w.person_id and c.answered_on = w.answered_on
     where c.withdrawn_at is null and c.batch_id is distinct from $2`,
    [
      actor.insurerId,
      batchId,
      placed.map(({ person }) => person.id),
      placed.map(({ answeredOn }) => answeredOn),
    ],
  )

const keyOf = (personId: string, answeredOn: string) => `${personId} ${answeredOn}`

function refuseSameDays(placed: readonly Placed[], known: readonly KnownSheet[], errors: CellError[]): void {
  const stored = new Set(known.map((sheet) => keyOf(sheet.personId, sheet.answeredOn)))
  const seen = new Map<string, number>()
  const refuse = (row: number, code: string, message: string) =>
    errors.push({ row, column: 'answeredOn', label: '実施日', code, message })
  for (const { row, person, answeredOn } of placed) {
    const key = keyOf(person.id, answeredOn)
    const first = seen.get(key)
    if (first !== undefined) {
      refuse(row, 'twice', `同じ方の同じ日のものが${first}行目にもあります。どちらか一行だけにしてください。`)
    } else if (stored.has(key)) {
      refuse(
        row,
        'same-day',
        `この方の${formatDate(answeredOn)}のものは、すでに保存されています。直すときはその記録を開いてください。`,
      )
    }
    if (first === undefined) seen.set(key, row)
  }
}

async function judgeAll(tx: Tx, work: Work, input: ChecklistBulk, placed: readonly Placed[]) {
  const standings = await standingsOf(
    tx,
    work.actor.insurerId,
    placed.map(({ person, answeredOn }) => ({ person, on: answeredOn })),
  )
  return placed.map((row, at): SheetRecord => {
    const standing = standings[at]
    if (!standing) throw new Error('a row without a standing')
    const { value } = judgeSheet({
      ...row,
      ...standing,
      heightHundredthsCm: row.height,
      weightHundredthsKg: row.weight,
    })
    const entered = {
      ...row,
      personId: row.person.id,
      staffId: input.defaults.staffId ?? work.actor.staffId,
      recordedCentreId: work.actor.centreId,
      coding: input.coding,
      source: 'grid' as const,
      batchId: input.batchId,
    }
    return sheetRecord(entered, value, standing)
  })
}

async function storeAll(
  tx: Tx,
  work: Work,
  { batchId }: ChecklistBulk,
  placed: readonly Placed[],
  sheets: readonly SheetRecord[],
): Promise<BulkStored> {
  const { actor } = work
  const task = confirmationTask(
    work.today,
    {
      person_id: null,
      centre_id: actor.centreId,
      holder_id: await confirmer(tx, work, { staffId: null, centreId: actor.centreId }),
      source_type: 'checklist-batch',
      source_id: batchId,
    },
    sheets.length,
  )
  const who = { at: work.clock.now().toString(), by: actor.staffId }
  const { text, values } = storeStatement(actor.insurerId, sheets, [task], who)
  const [done] = await tx.query<{ stored: number }>(text, values)
  if (done?.stored !== sheets.length) throw new Error(`stored ${done?.stored} of ${sheets.length} sheets`)
  return {
    ...answerOf(
      batchId,
      sheets.map((sheet, at) => ({ ...sheet, row: placed[at]?.row ?? 0 })),
    ),
    made: [
      { kind: 'journal', label: `基本チェックリスト ${sheets.length}件` },
      { kind: 'task', label: task.title, dueOn: task.due_on },
    ],
  }
}

type Shown = BulkStored['rows'][number]
const answerOf = (batchId: string, rows: readonly Shown[]): Omit<BulkStored, 'made'> => ({
  batchId,
  stored: rows.length,
  repeated: false,
  counts: Object.fromEntries(
    JUDGEMENTS.map(({ code }) => [code, rows.filter(({ judgement }) => judgement === code).length]),
  ) as BulkStored['counts'],
  rows: rows.map(({ row, id, judgement, met }) => ({ row, id, judgement, met })),
})

/** The same grid sent again answers as before; another grid under the id of a stored one is refused. */
function repeatedAnswer(
  { batchId, rows }: ChecklistBulk,
  placed: readonly Placed[],
  errors: readonly CellError[],
  stored: readonly KnownSheet[],
): BulkStored {
  const known = new Map(stored.map((sheet) => [keyOf(sheet.personId, sheet.answeredOn), sheet]))
  const shown = placed.flatMap(({ row, person, answeredOn, answers }) => {
    const sheet = known.get(keyOf(person.id, answeredOn))
    const isSame = sheet && JSON.stringify(sheet.answers) === JSON.stringify(answerCells(answers))
    return isSame ? [{ ...sheet, row }] : []
  })
  if (errors.length > 0 || shown.length !== rows.length || stored.length !== rows.length) throw batchTaken()
  return { ...answerOf(batchId, shown), stored: 0, repeated: true, made: [] }
}

const batchTaken = () =>
  new Problem('batch-taken', 409, 'この表は保存できません', {
    detail:
      '同じ番号の表がすでに保存されています。入力した内容を残したまま画面を開き直し、もう一度保存してください。',
  })

/** Every cell that is wrong, by row and column, also as field errors. */
const invalidCells = (errors: readonly CellError[]) => {
  const cells = [...errors].sort((a, b) => a.row - b.row)
  return new Problem('invalid', 422, '入力を確かめてください', {
    detail: `${new Set(cells.map(({ row }) => row)).size}行に、直すところがあります。一枚も保存していません。`,
    errors: cells.map(({ row, column, label, code, message }) => ({
      path: `rows.${row - 1}.${column}`,
      code,
      message: `${row}行目 ${label}: ${message}`,
    })),
    extra: { cells },
  })
}
