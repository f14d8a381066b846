import { recordCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound, Problem } from '../../platform/errors/index.ts'
import type { Checklist } from './answers.ts'
import { lockedChecklist } from './change.ts'
import { endConfirmationTasks } from './confirmation-task.ts'
import { refuseWithoutReason } from './create.ts'
import { checklistIn } from './read.ts'
import type { ChecklistConfirmation, ChecklistConfirmations } from './schema.ts'

/**
 * The professional's own judgement, kept beside the proposal; a reason where they differ. It says what the checklist shows:
 * nobody becomes 事業対象者 by it. @throws 404; 409 with the stored sheet; 422 without a reason
 */
export async function confirmChecklist(
  work: Work,
  id: string,
  { version, judgement, reason }: ChecklistConfirmation,
): Promise<Checklist> {
  work.about('checklist', id)
  return work.write(async (tx) => {
    const stored = await lockedChecklist(tx, work, id, version)
    refuseWithoutReason({ judgement, reason }, stored.proposal.judgement, 'reason')
    await tx.query(
      `update casework.checklist set confirmed_judgement = $3, confirmed_by = $4, confirmed_at = $5, confirmed_reason = $6
       where insurer_id = $1 and id = $2`,
      [work.actor.insurerId, id, judgement, work.actor.staffId, work.clock.now().toString(), reason || null],
    )
    await endConfirmationTasks(tx, work, [id])
    return checklistIn(tx, work, id)
  })
}

/** Proposals taken over as they are, all or none. @throws 404 one of them; 409 when one was changed, confirmed or withdrawn */
export async function confirmProposals(
  work: Work,
  { items }: ChecklistConfirmations,
): Promise<{ confirmed: number }> {
  const ids = items.map(({ id }) => id)
  work.about('checklist', undefined, { confirmed: new Set(ids).size })
  return work.write(async (tx) => {
    const { sql, values } = recordCondition(work.actor, work.today, {
      alias: 'c',
      person: 'person_id',
      next: 2,
    })
    const seen = await tx.query<{ id: string; person_id: string }>(
      `select c.id, c.person_id from casework.checklist c where c.id = any ($1::uuid[]) and ${sql}`,
      [ids, ...values],
    )
    if (seen.length !== new Set(ids).size) throw notFound()
    work.touched(...seen.map(({ person_id }) => person_id))
    const done = await tx.query(
      `update casework.checklist c set confirmed_judgement = c.judgement, confirmed_by = $3, confirmed_at = $4,
         confirmed_reason = null
       from unnest($2::uuid[], $5::int[]) as asked(id, version)
       where c.insurer_id = $1 and c.id = asked.id and c.version = asked.version and c.withdrawn_at is null
         and c.confirmed_at is null returning c.id`,
      [
        work.actor.insurerId,
        ids,
        work.actor.staffId,
        work.clock.now().toString(),
        items.map(({ version }) => version),
      ],
    )
    if (done.length !== seen.length) throw changedMeanwhile(seen.length - done.length)
    await endConfirmationTasks(tx, work, ids)
    return { confirmed: done.length }
  })
}

const changedMeanwhile = (count: number) =>
  new Problem('changed-meanwhile', 409, 'ほかの人が先に保存しました', {
    detail: `選んだうちの${count}枚は、表示した後に直されたか、すでに確認されています。一つも確認していません。一覧を開き直して選び直してください。`,
  })
