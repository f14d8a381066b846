import { ROLES, type RoleName } from '../access/index.ts'
import type { Statement, Tx } from '../database/engine.ts'
import type { Work } from '../database/work.ts'
import { invalid } from '../errors/index.ts'
import { change } from './change.ts'
import type { TaskRow } from './schema.ts'

const INSURER_ROLES = (Object.keys(ROLES) as RoleName[]).filter((role) => ROLES[role].reach === 'insurer')

/**
 * 引き継ぎ: the task moves to another holder as 新規担当 and stays in the giver's 回答待ち until it is received. The receiver
 * must already be able to see the person: handing work over never widens who sees a record. Across centres that takes
 * the door that transfers the person, or a grant.
 */
export const handOverTask = (
  work: Work,
  id: string,
  { version, toStaffId, reason }: { version: number; toStaffId: string; reason: string },
): Promise<TaskRow> => {
  work.about('task', id, { toStaffId })
  return change(
    work,
    id,
    version,
    `holder_id = $3, handed_by = $4, handed_at = $5, received_at = null, is_new = true, handed_reason = $6`,
    [toStaffId, work.actor.staffId, work.clock.now().toString(), reason],
    async (tx, task) => {
      if (toStaffId === task.holder.id)
        throw wrongReceiver('今の担当者と同じです。別の職員を選んでください。')
      if (!(await canReceive(tx, work, id, toStaffId))) {
        throw wrongReceiver(
          'この職員はこの方の記録を見られないため、引き継げません。同じセンターの職員を選ぶか、先に担当センターを移してください。',
        )
      }
    },
  )
}

const wrongReceiver = (message: string) => invalid([{ path: 'toStaffId', code: 'receiver', message }])

/** A post that holds today and whose reach includes the task's person, or, without a person, the same office. */
async function canReceive(tx: Tx, work: Work, taskId: string, staffId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from platform.task t
     join registers.post o on o.insurer_id = t.insurer_id and o.staff_id = $3
       and o.valid_from <= $4 and (o.valid_to is null or o.valid_to >= $4)
     where t.insurer_id = $1 and t.id = $2 and (
       o.role = any ($5::text[])
       or o.centre_id = t.centre_id
       or o.centre_id = (select c.parent_id from registers.centre c where c.insurer_id = $1 and c.id = t.centre_id)
       or (t.person_id is null and o.organisation_id = $6)
       or exists (select 1 from platform.person_access a where a.insurer_id = $1 and a.person_id = t.person_id
         and a.holder_id in (o.staff_id, o.organisation_id) and a.valid_from <= $4
         and (a.valid_to is null or a.valid_to >= $4)))
     limit 1`,
    [work.actor.insurerId, taskId, staffId, work.today, INSURER_ROLES, work.actor.organisationId],
  )
  return rows.length > 0
}

/** Colleagues of the same office for the picker: whoever has a post there today, without oneself. */
export async function colleaguesOf(work: Work): Promise<{ rows: { id: string; name: string }[] }> {
  const { actor, today } = work
  const [rows] = (await work.flight([colleagueStatement(actor, today)])) as [{ id: string; name: string }[]]
  return { rows }
}

const colleagueStatement = (actor: Work['actor'], today: string): Statement => ({
  text: `select s.id, s.name from registers.staff s
    where s.insurer_id = $1 and s.id <> $2 and exists (
      select 1 from registers.post o where o.insurer_id = $1 and o.staff_id = s.id
        and o.valid_from <= $3 and (o.valid_to is null or o.valid_to >= $3)
        and (o.centre_id = any ($4::uuid[]) or o.organisation_id = $5 or ($6 and o.role = any ($7::text[]))))
    order by s.kana, s.id limit 200`,
  values: [
    actor.insurerId,
    actor.staffId,
    today,
    actor.centreIds,
    actor.organisationId,
    actor.reach === 'insurer',
    INSURER_ROLES,
  ],
})
