import type { Work } from '../../platform/database/work.ts'
import type { AreaEntry, AreaRegister, TownEntry } from './schema.ts'

const AREAS = `
  select a.id, a.version, a.code, a.name, a.valid_from as "validFrom", a.valid_to as "validTo",
    (select count(*)::int from registers.area_town t where t.insurer_id = $1 and t.area_id = a.id
      and t.valid_from <= $2::date and (t.valid_to is null or t.valid_to >= $2::date)) as "townCount",
    coalesce((
      select jsonb_agg(jsonb_build_object('centreId', c.id, 'centreName', c.name, 'validFrom', ca.valid_from,
        'validTo', ca.valid_to) order by ca.valid_from)
      from registers.centre_area ca join registers.centre c on c.insurer_id = ca.insurer_id and c.id = ca.centre_id
      where ca.insurer_id = $1 and ca.area_id = a.id), '[]') as centres
  from registers.daily_life_area a where a.insurer_id = $1 order by a.code, a.valid_from`
const TOWNS = `
  select t.id, t.version, t.name, t.kana,
    coalesce((
      select jsonb_agg(jsonb_build_object('areaId', a.id, 'code', a.code, 'name', a.name, 'validFrom', at.valid_from,
        'validTo', at.valid_to) order by at.valid_from)
      from registers.area_town at join registers.daily_life_area a on a.insurer_id = at.insurer_id and a.id = at.area_id
      where at.insurer_id = $1 and at.town_id = t.id), '[]') as areas
  from registers.town t where t.insurer_id = $1 order by t.kana, t.name, t.id`

/** Areas and towns with all their days, past and to come: some hundred rows, given whole. */
export async function areaRegister(work: Work): Promise<AreaRegister> {
  const { insurerId } = work.actor
  const [areas, towns] = (await work.flight([
    { text: AREAS, values: [insurerId, work.today] },
    { text: TOWNS, values: [insurerId] },
  ])) as [AreaEntry[], TownEntry[]]
  return { areas, towns }
}
