import type { Work } from '../../platform/database/work.ts'
import type { Centre, CentreEntry } from './schema.ts'

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

const REGISTER = `
  select c.id, c.version, c.name, c.short_name as "shortName", c.kind, c.parent_id as "parentId", p.name as "parentName",
    c.operation, c.organisation_id as "organisationId", o.name as "organisationName", c.office_number as "officeNumber", c.phone, c.address, c.valid_from as "validFrom",
    c.valid_to as "validTo",
    coalesce((
      select jsonb_agg(jsonb_build_object('areaId', a.id, 'code', a.code, 'name', a.name, 'validFrom', ca.valid_from,
        'validTo', ca.valid_to) order by a.code, ca.valid_from)
      from registers.centre_area ca
      join registers.daily_life_area a on a.insurer_id = ca.insurer_id and a.id = ca.area_id
      where ca.insurer_id = $1 and ca.centre_id = c.id), '[]') as areas
  from registers.centre c
  left join registers.centre p on p.insurer_id = c.insurer_id and p.id = c.parent_id
  left join registers.organisation o on o.insurer_id = c.insurer_id and o.id = c.organisation_id
  where c.insurer_id = $1
  order by array_position(array['core', 'enhanced', 'standard', 'branch', 'sub'], c.kind), c.name, c.id`

/** The whole register, those ended and those to come too, each with its areas. Some dozen rows, given whole. */
export async function centreRegister(work: Work): Promise<CentreEntry[]> {
  const [rows] = await work.flight([{ text: REGISTER, values: [work.actor.insurerId] }])
  return rows as CentreEntry[]
}
