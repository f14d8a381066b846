import { recordCondition } from '../../platform/access/index.ts'
import type { IsoDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import type { InsuredType } from './codes.ts'
import { type InsuredFacts, insuredTypeOf } from './insured-type.ts'
import type { Certification } from './rules/judgement.ts'

/** A person as an entry of a sheet needs it; the centre and the area of the stored row come from here, never from outside. */
export interface SheetPerson extends InsuredFacts {
  id: string
  name: string
  kana: string
  staffId: string | null
  centreId: string | null
  diedOn: IsoDate | null
}

/** What the judgement rests on beside the answers. */
export interface Standing {
  insuredType: InsuredType | null
  certification: Certification | null
}

export const SHEET_PERSON = `p.id, p.name, p.kana, p.staff_id as "staffId", p.centre_id as "centreId", p.died_on as "diedOn",
  p.birth_on as "birthOn", p.birth_uncertainty as "birthUncertainty", p.insured_from as "insuredFrom",
  p.insured_to as "insuredTo"`

/** @throws 404 absent, merged into another record, or not within reach */
export async function sheetPerson(tx: Tx, work: Work, id: string): Promise<SheetPerson> {
  const { sql, values } = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const [person] = await tx.query<SheetPerson>(
    `select ${SHEET_PERSON} from casework.person p where p.id = $1 and ${sql} and p.merged_into is null`,
    [id, ...values],
  )
  if (!person) throw notFound()
  return person
}

/** Insured type and 認定 on the day of the answers, as they are known now. */
export async function standingOf(_: Tx, person: SheetPerson, on: IsoDate): Promise<Standing> {
  return standingIn(person, on)
}

/** No 認定 is known until the area of 認定 gives it. */
export const standingIn = (person: InsuredFacts, on: IsoDate): Standing => ({
  insuredType: insuredTypeOf(person, on),
  certification: null,
})
