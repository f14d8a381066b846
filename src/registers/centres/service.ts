import type { Work } from '../../platform/database/work.ts'
import type { Centre } from './schema.ts'

/** Centres in force today: the core centre first, then by name; branches behind their parents' kinds. */
export async function listCentres(work: Work): Promise<Centre[]> {
  const [rows] = await work.flight([
    {
      text: `select c.id, c.name, c.short_name as "shortName", c.kind, c.parent_id as "parentId", c.operation, c.phone,
          c.id = any ($3::uuid[]) as own
        from registers.centre c
        where c.insurer_id = $1 and c.valid_from <= $2::date and (c.valid_to is null or c.valid_to >= $2::date)
        order by array_position(array['core', 'enhanced', 'standard', 'branch', 'sub'], c.kind), c.name, c.id`,
      values: [work.actor.insurerId, work.today, work.actor.centreIds],
    },
  ])
  return rows as Centre[]
}
