import { insuredAges } from '../../law/casework/insured-ages.ts'
import { inForce } from '../../law/in-force.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { InsuredType, LevelCode } from './codes.ts'
import { type InsuredPerson, insuredType } from './rules/insured-type.ts'
import { IN_FORCE } from './store.ts'

export {
  INSURED_TYPES,
  type InsuredType,
  LEVELS,
  type LevelCode,
  type LevelGroup,
  levelGroup,
  levelLabel,
} from './codes.ts'
export { becomesCategory1On, type InsuredPerson, insuredType } from './rules/insured-type.ts'

/** A 認定 that is in force on the day asked for. */
export interface CertificationInForce {
  id: string
  /** 要支援 and 要介護 only; 非該当 has no period */
  level: Exclude<LevelCode, '01' | '06'>
  kind: string
  basis: 'application' | 'card' | 'decision'
  decidedOn: string | null
  validFrom: string
  /** last day as decided */
  validTo: string
  /** last day in force: earlier than validTo when it was cancelled or a later 認定 begins */
  lastDay: string
}

/**
 * The 認定 of a person on a day; null: none. The caller has checked that its reader reaches the person; row-level security
 * is the second lock.
 * @param day 'YYYY-MM-DD'
 */
export async function certificationOn(
  tx: Tx,
  insurerId: number,
  personId: string,
  day: string,
): Promise<CertificationInForce | null> {
  const rows = await tx.query<CertificationInForce>(
    `select * from (${IN_FORCE}) f where f."validFrom" <= $3 and f."lastDay" >= $3 order by f."validFrom" desc limit 1`,
    [insurerId, personId, day],
  )
  return rows[0] ?? null
}

const IN_FORCE_OF_MANY = `select w.place, f.* from unnest($2::uuid[], $3::date[]) with ordinality as w(person_id, day, place)
  cross join lateral (${IN_FORCE.replace('$2', 'w.person_id')}) f where f."validFrom" <= w.day and f."lastDay" >= w.day
  order by f."validFrom"`

/** The same for many people, each on a day of its own, in one statement. @returns in the order asked */
export async function certificationsOn(
  tx: Pick<Tx, 'query'>,
  insurerId: number,
  asked: readonly { personId: string; day: string }[],
): Promise<(CertificationInForce | null)[]> {
  const rows = await tx.query<CertificationInForce & { place: number | string }>(IN_FORCE_OF_MANY, [
    insurerId,
    asked.map(({ personId }) => personId),
    asked.map(({ day }) => day),
  ])
  const found = new Map(rows.map(({ place, ...certification }) => [Number(place), certification]))
  return asked.map((_, at) => found.get(at + 1) ?? null)
}

/** 認定 of a person whose period begins on a day or later, in order. */
export const certificationsFrom = (
  tx: Tx,
  insurerId: number,
  personId: string,
  day: string,
): Promise<CertificationInForce[]> =>
  tx.query<CertificationInForce>(
    `select * from (${IN_FORCE}) f where f."validFrom" >= $3 order by f."validFrom"`,
    [insurerId, personId, day],
  )

/** 第1号・第2号被保険者 on a day (INS-01); null: the birth date leaves it open. */
export async function insuredTypeOn(
  tx: Tx,
  insurerId: number,
  personId: string,
  day: string,
): Promise<InsuredType | null> {
  const [person] = await tx.query<InsuredPerson>(
    `select birth_on as "birthOn", birth_uncertainty as "birthUncertainty", insured_number as "insuredNumber",
       insured_from as "insuredFrom", insured_to as "insuredTo"
     from casework.person where insurer_id = $1 and id = $2`,
    [insurerId, personId],
  )
  return person ? insuredType(person, day, inForce(insuredAges, day).value).value : null
}
