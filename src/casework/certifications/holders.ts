import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'

interface Reached {
  id: string
  centreId: string | null
  staffId: string | null
}

/** Who at the centre has to do it: the person's own worker while in post, else the head of the centre, else a member; else the actor. */
export async function holderOfPerson(tx: Tx, work: Work, person: Reached): Promise<string> {
  const [found] = await tx.query<{ staff_id: string }>(
    `select o.staff_id from registers.post o
     where o.insurer_id = $1 and o.valid_from <= $4 and (o.valid_to is null or o.valid_to >= $4)
       and (o.staff_id = $3 or (o.centre_id = $2 and o.role in ('centreManager', 'coreCentreStaff', 'centreStaff', 'planner')))
     order by (o.staff_id = $3) desc nulls last, (o.role = 'centreManager') desc, o.staff_id limit 1`,
    [work.actor.insurerId, person.centreId, person.staffId, work.today],
  )
  return found?.staff_id ?? work.actor.staffId
}

/** Who at the municipality follows an application: the actor if it is one of theirs, else its 認定担当, else an officer; null: nobody has such a post. */
export async function holderOfMunicipality(tx: Tx, work: Work): Promise<string | null> {
  if (work.actor.reach === 'insurer') return work.actor.staffId
  const [found] = await tx.query<{ staff_id: string }>(
    `select o.staff_id from registers.post o
     where o.insurer_id = $1 and o.role in ('certificationOfficer', 'officer') and o.valid_from <= $2
       and (o.valid_to is null or o.valid_to >= $2)
     order by (o.role = 'certificationOfficer') desc, o.staff_id limit 1`,
    [work.actor.insurerId, work.today],
  )
  return found?.staff_id ?? null
}
