import { randomUUIDv7 } from 'node:crypto'
import { mayRole } from '../../platform/access/index.ts'
import { addDays } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import type { ConfirmationTask } from './store.ts'

/** Days until a proposal should be confirmed; our decision, no legal period. */
const CONFIRM_WITHIN_DAYS = 7

const MANAGERS = `select p.staff_id from registers.post p
  where p.insurer_id = $1 and p.centre_id = $2 and p.role in ('centreManager', 'centreStaff', 'coreCentreStaff')
    and p.valid_from <= $3::date and (p.valid_to is null or p.valid_to >= $3::date)
  order by (p.role = 'centreManager') desc, p.staff_id limit 1`

/** Who confirms: the one who enters, where the post may; else the person's own worker, else the manager of the centre. */
export async function confirmer(
  tx: Tx,
  { actor, today }: Work,
  { staffId, centreId }: { staffId: string | null; centreId: string | null },
): Promise<string> {
  if (mayRole(actor.role, 'checklist.confirm')) return actor.staffId
  if (staffId !== null) return staffId
  const [manager] = await tx.query<{ staff_id: string }>(MANAGERS, [actor.insurerId, centreId, today])
  return manager?.staff_id ?? actor.staffId
}

export const confirmationTask = (
  today: string,
  task: Pick<ConfirmationTask, 'person_id' | 'centre_id' | 'holder_id' | 'source_type' | 'source_id'>,
  sheets = 1,
): ConfirmationTask => ({
  id: randomUUIDv7(),
  title: sheets === 1 ? 'チェックリストの判定案の確認' : `チェックリストの判定案の確認（${sheets}枚）`,
  due_on: addDays(today, CONFIRM_WITHIN_DAYS),
  ...task,
})

/** Ends the tasks of a sheet that is confirmed, and that of its batch when nothing of it is left to confirm. */
export async function endConfirmationTasks(
  tx: Tx,
  { actor, clock }: Work,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `update platform.task t set state = 'done', is_new = false, done_at = $3, done_by = $4
     where t.insurer_id = $1 and t.kind = 'checklist-confirmation' and t.state in ('open', 'waiting')
       and (t.source_id = any ($2::uuid[]) or t.source_id in (
         select c.batch_id from casework.checklist c where c.insurer_id = $1 and c.id = any ($2::uuid[])
           and c.batch_id is not null and not exists (select from casework.checklist o where o.insurer_id = $1
             and o.batch_id = c.batch_id and o.confirmed_at is null and o.withdrawn_at is null)))`,
    [actor.insurerId, ids, clock.now().toString(), actor.staffId],
  )
}
