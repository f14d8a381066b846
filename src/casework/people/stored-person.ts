import { type Actor, recordCondition } from '../../platform/access/index.ts'
import { ageYears } from '../../platform/calendar/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { SheetPerson } from './schema-sheet.ts'

/** A person as the statement gives it, with the names of what it refers to. */
export interface StoredPerson
  extends Omit<SheetPerson, 'ageYears' | 'address' | 'area' | 'centre' | 'staff'> {
  postalCode: string | null
  townId: string | null
  townName: string | null
  addressRest: string | null
  building: string | null
  areaId: string | null
  areaName: string | null
  centreId: string | null
  centreName: string | null
  centrePhone: string | null
  staffId: string | null
  staffName: string | null
}

/** One person by id, within reach. */
export function personStatement(actor: Actor, today: string, id: string): Statement {
  const condition = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  return {
    text: `select p.id, p.version, p.name, p.kana, p.alias, p.birth_on as "birthOn",
        p.birth_uncertainty as "birthUncertainty", p.sex, p.relationship, p.insured_number as "insuredNumber",
        p.resident_number as "residentNumber", p.postal_code as "postalCode", p.town_id as "townId", t.name as "townName",
        p.address_rest as "addressRest", p.building, p.phone, p.area_id as "areaId", a.name as "areaName",
        p.centre_id as "centreId", c.name as "centreName", c.phone as "centrePhone", p.staff_id as "staffId",
        s.name as "staffName", p.is_protected as "isProtected", p.is_locked as "isLocked", p.stops_contact as "stopsContact",
        p.is_resident_exception as "isResidentException", p.insured_from as "insuredFrom", p.insured_to as "insuredTo",
        p.moved_out_on as "movedOutOn", p.died_on as "diedOn", p.merged_into as "mergedInto", p.source,
        p.core_updated_at as "coreUpdatedAt", p.note, p.created_at as "createdAt", p.updated_at as "updatedAt"
      from casework.person p
      left join registers.town t on t.insurer_id = p.insurer_id and t.id = p.town_id
      left join registers.daily_life_area a on a.insurer_id = p.insurer_id and a.id = p.area_id
      left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
      left join registers.staff s on s.insurer_id = p.insurer_id and s.id = p.staff_id
      where ${condition.sql} and p.id = $1`,
    values: [id, ...condition.values],
  }
}

/** Address and telephone are left out under 支援措置, even if a row should carry them. */
export function toSheetPerson(row: StoredPerson, actor: Actor, today: string): SheetPerson {
  const { postalCode, townId, townName, addressRest, building, areaId, areaName, ...rest } = row
  const { centreId, centreName, centrePhone, staffId, staffName, ...person } = rest
  return {
    ...person,
    ageYears: row.birthOn === null ? null : ageYears(row.birthOn, row.diedOn ?? today),
    address: row.isProtected ? null : { postalCode, townId, townName, rest: addressRest, building },
    phone: row.isProtected ? null : row.phone,
    area: areaId ? { id: areaId, name: areaName ?? '' } : null,
    centre: centreId
      ? { id: centreId, name: centreName ?? '', phone: centrePhone, own: actor.centreIds.includes(centreId) }
      : null,
    staff: staffId ? { id: staffId, name: staffName ?? '' } : null,
  }
}
