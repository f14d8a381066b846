import type { Tx } from '../../platform/database/engine.ts'
import {
  type CertificationInForce,
  certificationOn,
  type LevelCode,
  levelLabel,
} from '../certifications/index.ts'

/** A person's time as 事業対象者, as the municipality registered it. */
export interface RegistrationInForce {
  id: string
  from: string
  /** last day; null: running */
  to: string | null
  checklistId: string | null
  checklistOn: string
  notificationOn: string
  /** 担当センター that the 届出 names */
  centreId: string | null
  /** code of the municipality's own list; the national code stays 06 */
  localClass: string | null
  reviewDue: string | null
}

/**
 * The registration of a person in force on a day; null: none. The caller has checked that its reader reaches the person;
 * row-level security is the second lock.
 */
export async function registrationOn(
  tx: Tx,
  insurerId: number,
  personId: string,
  day: string,
): Promise<RegistrationInForce | null> {
  const rows = await tx.query<RegistrationInForce>(
    `select r.id, r.starts_on as "from", r.ended_on as "to", r.checklist_id as "checklistId",
       r.checklist_on as "checklistOn", r.notification_on as "notificationOn", r.notification_centre_id as "centreId",
       r.local_class as "localClass", r.review_due as "reviewDue"
     from casework.registration r
     where r.insurer_id = $1 and r.person_id = $2 and r.starts_on <= $3 and (r.ended_on is null or r.ended_on >= $3)`,
    [insurerId, personId, day],
  )
  return rows[0] ?? null
}

/** What a person is on a day: a 認定 in force, else a registration (06), else nothing. */
export interface Standing {
  /** CRT-01; null: neither 認定 nor registration */
  level: LevelCode | null
  /** 要支援1 · 事業対象者 · 認定なし */
  label: string
  from: string | null
  /** last day; null: open, or no standing */
  to: string | null
  certification: CertificationInForce | null
  registration: RegistrationInForce | null
}

/** The level to show and to plan with. Where both run, the 認定 is shown and both are given (ELG-01-h4 needs the second). */
export async function standingOn(
  tx: Tx,
  insurerId: number,
  personId: string,
  day: string,
): Promise<Standing> {
  const [certification, registration] = await Promise.all([
    certificationOn(tx, insurerId, personId, day),
    registrationOn(tx, insurerId, personId, day),
  ])
  if (certification) {
    const { level, validFrom, lastDay } = certification
    return { level, label: levelLabel(level), from: validFrom, to: lastDay, certification, registration }
  }
  if (registration) {
    const { from, to } = registration
    return { level: '06', label: levelLabel('06'), from, to, certification, registration }
  }
  return { level: null, label: '認定なし', from: null, to: null, certification, registration }
}
export { type DecidedCertification, proposeEndByCertification } from './end-proposal.ts'
