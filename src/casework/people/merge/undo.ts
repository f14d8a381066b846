import { recordCondition } from '../../../platform/access/index.ts'
import type { Work } from '../../../platform/database/work.ts'
import { notFound, Problem } from '../../../platform/errors/index.ts'
import { addTask } from '../../../platform/tasks/index.ts'
import { PERSON_LABELS } from '../rules/field-labels.ts'
import { refused } from './refusals.ts'
import type { MergeList, UndoBody, Undone, UndoPreview } from './schema.ts'
import { followers } from './service.ts'
import { linkOfRow, tableWords } from './table-words.ts'

interface Answer {
  outcome: 'done' | 'undone' | 'merged' | 'not-last' | 'other-centre'
  moved: number
  kept: string[]
  since: { table: string; id: string; at: string }[]
  personId: string
  mergedId: string
}

/** Merges that made a record what it is, newest first; taken back ones stay in the list. @throws notFound */
export async function mergesOf(work: Work, id: string): Promise<MergeList> {
  work.about('person', id)
  const reach = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const [people, items] = (await work.flight([
    {
      text: `select 1 from casework.person p where ${reach.sql} and p.id = $1`,
      values: [id, ...reach.values],
    },
    {
      text: `select m.id, m.merged_id as "mergedId", g.name as "mergedName", g.kana as "mergedKana", m.reason, m.row_count as rows,
          m.merged_at as "mergedAt", s.name as "mergedByName", m.undone_at as "undoneAt", u.name as "undoneByName",
          m.undone_reason as "undoneReason"
        from casework.person p
        join casework.person_merge m on m.insurer_id = p.insurer_id and m.person_id = p.id
        left join casework.person g on g.insurer_id = m.insurer_id and g.id = m.merged_id
        left join registers.staff s on s.insurer_id = m.insurer_id and s.id = m.merged_by
        left join registers.staff u on u.insurer_id = m.insurer_id and u.id = m.undone_by
        where ${reach.sql} and p.id = $1 order by m.merged_at desc limit 50`,
      values: [id, ...reach.values],
    },
  ])) as [unknown[], MergeList['items']]
  if (people.length === 0) throw notFound()
  work.touched(id, ...items.map(({ mergedId }) => mergedId))
  return { items }
}

const REFUSALS: Record<Exclude<Answer['outcome'], 'done'>, string> = {
  undone: 'この統合は、すでに取り消されています。画面を開き直してください。',
  merged: '統合先の記録が、さらにほかの記録へ統合されています。後の統合から取り消してください。',
  'not-last': 'この後に、もう一つの統合があります。後の統合から取り消してください。',
  'other-centre': '取り消すと、ほかのセンターの方の記録が変わります。保険者の担当者に取消を頼んでください。',
}

async function ask(work: Work, id: string, mergeId: string, reason: string, isLook: boolean) {
  const word = await tableWords()
  const run = async () => {
    if (isLook) {
      return work.read(async (tx) => {
        const [row] = await tx.query<{ answer: Answer | null }>(
          'select casework.unmerge_person($1, $2, true) as answer',
          [mergeId, reason],
        )
        return row?.answer ?? null
      })
    }
    return work.write(async (tx) => {
      const [row] = await tx.query<{ answer: Answer | null }>(
        'select casework.unmerge_person($1, $2, false) as answer',
        [mergeId, reason],
      )
      const answer = row?.answer ?? null
      if (answer?.outcome !== 'done') return answer
      work.touched(answer.personId, answer.mergedId)
      const event = {
        kind: 'unmerged',
        personId: answer.personId,
        on: work.today,
        mergedId: answer.mergedId,
      } as const
      await followers(tx, work, event)
      if (answer.since.length > 0) {
        const [person] = await tx.query<{ centre: string | null }>(
          'select centre_id as centre from casework.person where insurer_id = $1 and id = $2',
          [work.actor.insurerId, answer.personId],
        )
        await addTask(tx, work, {
          personId: answer.personId,
          centreId: person?.centre ?? null,
          kind: 'person.unmerged-rows',
          title: `統合の取消: 統合していた間の記録${answer.since.length}件が、どちらの方のものかを確かめる`,
          dueOn: work.today,
          source: { type: 'person-merge', id: answer.personId },
        })
      }
      return answer
    })
  }
  work.about('person', id, { mergeId })
  const [known] = await work.flight([
    {
      text: 'select 1 from casework.person_merge where insurer_id = $1 and id = $2 and person_id = $3',
      values: [work.actor.insurerId, mergeId, id],
    },
  ])
  if (known?.length !== 1) throw notFound()
  const answer = await refused(word, run)
  if (!answer) throw notFound()
  const since = (answer.since ?? []).map((row) => ({
    ...row,
    label: word(row.table),
    link: linkOfRow(row.table, row.id),
  }))
  return { answer, since }
}

/** What a 取消 would do, without doing it. @throws notFound */
export async function previewUndo(work: Work, id: string, mergeId: string): Promise<UndoPreview> {
  const { answer, since } = await ask(work, id, mergeId, '', true)
  work.touched(id)
  return {
    moved: answer.moved ?? 0,
    kept: (answer.kept ?? []).map((column) => PERSON_LABELS[column]).filter((label) => label !== undefined),
    since,
    refusal: answer.outcome === 'done' ? null : REFUSALS[answer.outcome],
  }
}

/**
 * 統合の取消: both records and their rows as they were; what was written meanwhile stays with the record that went on, listed
 * and, as a task, to be decided. @throws notFound · Problem 409
 */
export async function undoMerge(
  work: Work,
  id: string,
  mergeId: string,
  { reason }: UndoBody,
): Promise<Undone> {
  const { answer, since } = await ask(work, id, mergeId, reason, false)
  if (answer.outcome !== 'done') {
    throw new Problem(`unmerge.${answer.outcome}`, 409, '取り消せません', {
      detail: REFUSALS[answer.outcome],
    })
  }
  return { personId: answer.personId, mergedId: answer.mergedId, moved: answer.moved, since }
}
