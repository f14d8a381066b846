import { allContributes } from '../../platform/contributes/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import type { Dependents } from './schema.ts'

/** $1 insurer, $2 centre, $3 last day: what of the registers would outlive it. */
const OUTLIVING = `
  select
    (select coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'role', p.role, 'validTo', p.valid_to) order by f.staff_number), '[]')
     from registers.post p join registers.staff f on f.insurer_id = p.insurer_id and f.id = p.staff_id
     where p.insurer_id = $1 and p.centre_id = $2 and (p.valid_to is null or p.valid_to > $3::date)) as posts,
    (select coalesce(jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name) order by a.code), '[]')
     from registers.centre_area c join registers.daily_life_area a on a.insurer_id = c.insurer_id and a.id = c.area_id
     where c.insurer_id = $1 and c.centre_id = $2 and (c.valid_to is null or c.valid_to > $3::date)) as areas,
    (select coalesce(jsonb_agg(jsonb_build_object('name', c.name) order by c.name), '[]')
     from registers.centre c where c.insurer_id = $1 and c.parent_id = $2
       and (c.valid_to is null or c.valid_to > $3::date)) as branches`

/** What depends on a centre past its last day; figures of higher areas as they stand today. */
export async function dependentsOf(work: Work, centreId: string, lastDay: string): Promise<Dependents> {
  const { actor, today } = work
  const sources = (await allContributes()).dependents.filter(({ on }) => on === 'centre')
  const statements: Statement[] = [
    { text: OUTLIVING, values: [actor.insurerId, centreId, lastDay] },
    ...sources.map((source) => source.query(actor, today, [centreId])),
  ]
  const [[found], ...answers] = (await work.flight(statements)) as [
    [Omit<Dependents, 'records'>],
    ...{ id: string; count: number }[][],
  ]
  const records = sources.map(({ id, label }, at) => ({ id, label, count: answers[at]?.[0]?.count ?? 0 }))
  return { ...found, records }
}
