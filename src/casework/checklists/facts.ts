import { insuredAges } from '../../law/casework/insured-ages.ts'
import { inForce } from '../../law/in-force.ts'
import { recordCondition } from '../../platform/access/index.ts'
import type { IsoDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { certificationsOn, type InsuredPerson, insuredType, levelGroup } from '../certifications/index.ts'
import type { InsuredType } from './codes.ts'
import type { Certification } from './rules/judgement.ts'

/** A person as an entry of a sheet needs it; the centre and the area of the stored row come from here, never from outside. */
export interface SheetPerson extends InsuredPerson {
  id: string
  name: string
  kana: string
  residentNumber: string | null
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
  p.insured_to as "insuredTo", p.insured_number as "insuredNumber", p.resident_number as "residentNumber"`

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

interface Asked {
  person: SheetPerson
  on: IsoDate
}

/** Insured type and 認定 of each person on the day of the answers, as they are known now: one statement for all. */
export async function standingsOf(
  tx: Pick<Tx, 'query'>,
  insurerId: number,
  asked: readonly Asked[],
): Promise<Standing[]> {
  const certifications = await certificationsOn(
    tx,
    insurerId,
    asked.map(({ person, on }) => ({ personId: person.id, day: on })),
  )
  return asked.map(({ person, on }, at) => {
    const found = certifications[at]
    return {
      insuredType: insuredType(person, on, inForce(insuredAges, on).value).value,
      certification: found
        ? {
            level: levelGroup(found.level) === 'care' ? 'care' : 'support',
            from: found.validFrom,
            to: found.lastDay,
          }
        : null,
    }
  })
}

export async function standingOf(tx: Tx, work: Work, person: SheetPerson, on: IsoDate): Promise<Standing> {
  const [standing] = await standingsOf(tx, work.actor.insurerId, [{ person, on }])
  if (!standing) throw new Error('no standing for the one that was asked')
  return standing
}
