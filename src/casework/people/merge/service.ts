import { mayRole } from '../../../platform/access/index.ts'
import { addDays } from '../../../platform/calendar/index.ts'
import { allContributes, type PersonEvent } from '../../../platform/contributes/index.ts'
import type { Tx } from '../../../platform/database/engine.ts'
import type { Work } from '../../../platform/database/work.ts'
import { conflict, notFound, Problem } from '../../../platform/errors/index.ts'
import '../policy.ts'
import { personStatement, type StoredPerson, toSheetPerson } from '../stored-person.ts'
import { takenColumns } from './fields.ts'
import { fieldsApart } from './preview-words.ts'
import { refusalOf, refused } from './refusals.ts'
import type { MergeBody, Merged, MergePreview, RequestBody, Requested } from './schema.ts'
import { tableWords } from './table-words.ts'

/** Days an officer has for a request; our own choice. */
const REQUEST_DAYS = 7

interface CountRow {
  table_name: string
  label: string | null
  row_count: number
}

/** Both records side by side, what would move, and whether this reader may do it. Both have to be in reach. @throws notFound */
export async function previewMerge(work: Work, id: string, otherId: string): Promise<MergePreview> {
  const { actor, today } = work
  work.about('person', id)
  const word = await tableWords()
  const [kept, merged, moves, stays] = (await work.flight([
    personStatement(actor, today, id),
    personStatement(actor, today, otherId),
    { text: 'select * from casework.count_rows_of($1)', values: [otherId] },
    { text: 'select * from casework.count_rows_of($1)', values: [id] },
  ])) as [StoredPerson[], StoredPerson[], CountRow[], CountRow[]]
  if (!kept[0] || !merged[0]) throw notFound()
  work.touched(id, otherId)
  const counted = (rows: CountRow[]) =>
    rows.map((row) => ({
      table: row.table_name,
      label: word(row.table_name, row.label),
      count: row.row_count,
    }))
  return {
    kept: toSheetPerson(kept[0], actor, today),
    merged: toSheetPerson(merged[0], actor, today),
    fields: fieldsApart(kept[0], merged[0]),
    moves: counted(moves),
    stays: counted(stays),
    refusal: refusalOf(work, kept[0], merged[0]),
  }
}

type Outcome =
  | { outcome: 'done'; mergeId: string; rows: number }
  | { outcome: 'conflict' | 'same-person' | 'merged' | 'other-centre' | 'protection-differs' }

/**
 * Merges `body.otherId` into `id`: all of it or nothing. @throws notFound · conflict with both stored records · Problem 409
 * `merge.*`, also when a row of another area cannot belong to the same person twice
 */
export async function mergePeople(work: Work, id: string, body: MergeBody): Promise<Merged> {
  work.about('person', id, { mergedId: body.otherId })
  const word = await tableWords()
  return refused(word, () =>
    work.write(async (tx) => {
      const [kept, merged] = await both(tx, work, id, body.otherId)
      const [row] = await tx.query<{ answer: Outcome | null }>(
        'select casework.merge_person($1, $2, $3, $4, $5, $6) as answer',
        [
          id,
          body.version,
          body.otherId,
          body.otherVersion,
          takenColumns(body.choices, kept, merged),
          body.reason,
        ],
      )
      const answer = row?.answer
      if (!answer) throw notFound()
      work.touched(id, body.otherId)
      if (answer.outcome === 'conflict') throw conflict(await storedSides(tx, work, id, body.otherId))
      if (answer.outcome !== 'done') throw refusalProblem(answer.outcome)
      await followers(tx, work, { kind: 'merged', personId: id, on: work.today, mergedId: body.otherId })
      return { id, mergeId: answer.mergeId, rows: answer.rows }
    }),
  )
}

async function both(tx: Tx, work: Work, id: string, otherId: string): Promise<[StoredPerson, StoredPerson]> {
  const found = await Promise.all(
    [id, otherId].map((one) => {
      const { text, values } = personStatement(work.actor, work.today, one)
      return tx.query<StoredPerson>(text, values)
    }),
  )
  const [kept, merged] = [found[0]?.[0], found[1]?.[0]]
  if (!kept || !merged) throw notFound()
  return [kept, merged]
}

async function storedSides(tx: Tx, work: Work, id: string, otherId: string) {
  const [kept, merged] = await both(tx, work, id, otherId)
  return {
    kept: toSheetPerson(kept, work.actor, work.today),
    merged: toSheetPerson(merged, work.actor, work.today),
  }
}

/** What higher areas have to do besides, in the same transaction. */
export async function followers(tx: Tx, { actor }: Work, event: PersonEvent): Promise<void> {
  const { consequences } = await allContributes()
  for (const consequence of consequences.filter(({ on }) => on.includes(event.kind))) {
    await consequence.run(tx, actor, event)
  }
}

const REFUSALS = {
  'same-person': ['同じ記録です', '別の記録を選んでください。'],
  merged: ['すでに統合された記録です', '統合先の記録を開いて、もう一度選んでください。'],
  'other-centre': [
    'ほかのセンターの方が含まれます',
    '二つとも自分のセンターの方のときだけ統合できます。「保険者へ統合を依頼する」から依頼してください。',
  ],
  'protection-differs': [
    '支援措置の扱いが二つの記録で違います',
    '住所が漏れないよう、先に市の担当者が二つの記録の支援措置を同じにしてから、統合してください。',
  ],
} as const

const refusalProblem = (outcome: keyof typeof REFUSALS) =>
  new Problem(`merge.${outcome}`, 409, REFUSALS[outcome][0], { detail: REFUSALS[outcome][1] })

/** 統合の依頼: who may not merge asks the insurer; the other record need not be in reach. @throws notFound · Problem 409 */
export async function requestMerge(work: Work, id: string, body: RequestBody): Promise<Requested> {
  work.about('person', id)
  const dueOn = addDays(work.today, REQUEST_DAYS)
  return work.write(async (tx) => {
    const [row] = await tx.query<{ answer: { outcome: 'asked' | 'already-asked' | 'no-receiver' } | null }>(
      'select casework.request_merge($1, $2, $3) as answer',
      [id, dueOn, body.reason],
    )
    if (!row?.answer) throw notFound()
    work.touched(id)
    if (row.answer.outcome === 'already-asked') {
      throw new Problem('merge.already-asked', 409, 'すでに依頼しています', {
        detail: 'この方の統合は、保険者へ依頼ずみです。返事を待ってください。',
      })
    }
    if (row.answer.outcome === 'no-receiver') {
      throw new Problem('merge.no-receiver', 409, '保険者に受け取れる職員がいません', {
        detail: '保険者の担当課へ電話で依頼してください。',
      })
    }
    return { dueOn }
  })
}

export const mayMerge = (work: Work): boolean => mayRole(work.actor.role, 'person.merge')
