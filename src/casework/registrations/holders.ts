import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'

/** Staff of the municipality who hold the role that registers, on a day; at most ten, so that a request is somebody's. */
export async function deciders(tx: Tx, insurerId: number, today: string): Promise<string[]> {
  const rows = await tx.query<{ staff_id: string }>(
    `select distinct o.staff_id from registers.post o
     where o.insurer_id = $1 and o.role = 'officer' and o.valid_from <= $2 and (o.valid_to is null or o.valid_to >= $2)
     order by o.staff_id limit 10`,
    [insurerId, today],
  )
  return rows.map(({ staff_id }) => staff_id)
}

/** Who at the centre has to do it: the one named while in post, else the person's own worker, else the head of the centre, else the actor. */
export async function workerOf(
  tx: Tx,
  { actor, today }: Pick<Work, 'actor' | 'today'>,
  { personId, centreId, staffId }: { personId: string; centreId: string | null; staffId: string | null },
): Promise<string> {
  const [found] = await tx.query<{ staff_id: string }>(
    `select o.staff_id from registers.post o
     left join casework.person p on p.insurer_id = o.insurer_id and p.id = $5
     where o.insurer_id = $1 and o.valid_from <= $4 and (o.valid_to is null or o.valid_to >= $4)
       and (o.staff_id = $3 or o.staff_id = p.staff_id
         or (o.centre_id = $2 and o.role in ('centreManager', 'coreCentreStaff', 'centreStaff', 'planner')))
     order by (o.staff_id = $3) desc nulls last, (o.staff_id = p.staff_id) desc nulls last, (o.role = 'centreManager') desc,
       o.staff_id limit 1`,
    [actor.insurerId, centreId, staffId, today, personId],
  )
  return found?.staff_id ?? actor.staffId
}
