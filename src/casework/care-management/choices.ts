import type { Work } from '../../platform/database/work.ts'
import { subjectIn } from './read.ts'

interface Named {
  id: string
  name: string
}
interface OfficeRow extends Named {
  staff: Named[]
}

/** Whom a form offers: workers of the person's centre, and care offices with their care managers. */
export function choicesFor(work: Work, personId: string): Promise<{ staff: Named[]; offices: OfficeRow[] }> {
  const { actor, today } = work
  work.about('person', personId)
  return work.read(async (tx) => {
    const person = await subjectIn(tx, work, personId)
    work.touched(personId)
    const [staff, offices] = await Promise.all([
      tx.query<Named>(
        `select s.id, s.name from registers.staff s
         where s.insurer_id = $1 and exists (
           select 1 from registers.post o where o.insurer_id = $1 and o.staff_id = s.id and o.centre_id = $2
             and o.role in ('centreStaff', 'centreManager', 'planner', 'coreCentreStaff')
             and o.valid_from <= $3 and (o.valid_to is null or o.valid_to >= $3))
         order by s.kana, s.id limit 200`,
        [actor.insurerId, person.centreId, today],
      ),
      tx.query<OfficeRow>(
        `select g.id, g.name, coalesce((
             select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.kana, s.id)
             from registers.staff s where s.insurer_id = $1 and exists (
               select 1 from registers.post o where o.insurer_id = $1 and o.staff_id = s.id and o.organisation_id = g.id
                 and o.role = 'contractedCareManager' and o.valid_from <= $2 and (o.valid_to is null or o.valid_to >= $2))),
           '[]') as staff
         from registers.organisation g where g.insurer_id = $1 and g.kind = 'care-office'
         order by g.name, g.id limit 500`,
        [actor.insurerId, today],
      ),
    ])
    return { staff, offices }
  })
}
