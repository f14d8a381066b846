import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { type AreaTown, type CentreArea, type Place, placeOf } from './rules/area-of.ts'
import type { Area, Town } from './schema.ts'

/** Towns in kana order with area and centre of today. A register of some hundred rows: given whole, without pages. */
export async function listTowns(work: Work): Promise<Town[]> {
  const [rows] = await work.flight([
    {
      text: `select t.id, t.name, t.kana, a.id as "areaId", a.name as "areaName",
          c.id as "centreId", c.name as "centreName"
        from registers.town t
        left join registers.area_town at on at.insurer_id = t.insurer_id and at.town_id = t.id
          and at.valid_from <= $2::date and (at.valid_to is null or at.valid_to >= $2::date)
        left join registers.daily_life_area a on a.insurer_id = t.insurer_id and a.id = at.area_id
        left join registers.centre_area ca on ca.insurer_id = t.insurer_id and ca.area_id = a.id
          and ca.valid_from <= $2::date and (ca.valid_to is null or ca.valid_to >= $2::date)
        left join registers.centre c on c.insurer_id = t.insurer_id and c.id = ca.centre_id
        where t.insurer_id = $1 order by t.kana, t.id`,
      values: [work.actor.insurerId, work.today],
    },
  ])
  return rows as Town[]
}

/** Areas in force today, in the order of their codes. */
export async function listAreas(work: Work): Promise<Area[]> {
  const [rows] = await work.flight([
    {
      text: `select a.id, a.code, a.name, c.id as "centreId", c.name as "centreName"
        from registers.daily_life_area a
        left join registers.centre_area ca on ca.insurer_id = a.insurer_id and ca.area_id = a.id
          and ca.valid_from <= $2::date and (ca.valid_to is null or ca.valid_to >= $2::date)
        left join registers.centre c on c.insurer_id = a.insurer_id and c.id = ca.centre_id
        where a.insurer_id = $1 and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to >= $2::date)
        order by a.code, a.id`,
      values: [work.actor.insurerId, work.today],
    },
  ])
  return rows as Area[]
}

/** 圏域 and 担当センター of an address on a day. */
export async function placeOfTown(
  tx: Tx,
  insurerId: number,
  townId: string | null,
  day: string,
): Promise<Place> {
  if (townId === null) return { areaId: null, centreId: null }
  const [areaTowns, centreAreas] = await Promise.all([
    tx.query<AreaTown>(
      `select town_id as "townId", area_id as "areaId", valid_from as "validFrom", valid_to as "validTo"
        from registers.area_town where insurer_id = $1 and town_id = $2`,
      [insurerId, townId],
    ),
    tx.query<CentreArea>(
      `select ca.area_id as "areaId", ca.centre_id as "centreId", ca.valid_from as "validFrom", ca.valid_to as "validTo"
        from registers.centre_area ca join registers.area_town at
          on at.insurer_id = ca.insurer_id and at.area_id = ca.area_id and at.town_id = $2
        where ca.insurer_id = $1`,
      [insurerId, townId],
    ),
  ])
  return placeOf({ areaTowns, centreAreas }, townId, day)
}
