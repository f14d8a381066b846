import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import type { Step } from '../../platform/explanation/index.ts'
import { settingOn } from '../../registers/settings/index.ts'
import { levelGroup } from '../certifications/codes.ts'
import { certificationOn, insuredTypeOn } from '../certifications/index.ts'
import type { Certification } from '../checklists/rules/judgement.ts'
import type { Office } from './codes.ts'
import type { Course } from './read.ts'
import {
  type RegistrationInput,
  type RegistrationOutcome,
  type RegistrationSettings,
  registrationOf,
} from './rules/registration.ts'
import { REFUSAL_TEXTS } from './rules/registration-steps.ts'
import { type LocalClass, localClasses, reviewMonths, startRule } from './settings.ts'

export interface LocalRules extends RegistrationSettings {
  classes: LocalClass[]
}

/** What the municipality decided for itself, in force on a day. */
export async function localRules(tx: Tx, insurerId: number, day: string): Promise<LocalRules> {
  const [start, months, classes] = await Promise.all([
    settingOn(tx, insurerId, startRule, day),
    settingOn(tx, insurerId, reviewMonths, day),
    settingOn(tx, insurerId, localClasses, day),
  ])
  return { start, reviewMonths: months, classes }
}

export interface Assessed {
  outcome: RegistrationOutcome
  steps: Step[]
  refusals: string[]
  preview: { from: string; reviewDue: string | null } | null
}

/**
 * What CHK-05 says of a course if the municipality registered it on a day (default: today), by the facts stored now: the
 * judgement of its checklist, the insured type on its 実施日, and the 認定 that runs where it would begin.
 */
export async function assess(
  tx: Tx,
  work: Work,
  course: Pick<
    Course,
    | 'personId'
    | 'checklistId'
    | 'checklistOn'
    | 'notificationOn'
    | 'startsOn'
    | 'endedOn'
    | 'endReason'
    | 'decidedOn'
    | 'reviewDue'
    | 'reviewMonths'
    | 'startRule'
  >,
  local: LocalRules,
  decision?: { by: Office; on: string } | null,
): Promise<Assessed> {
  const input = await inputOf(tx, work, course, local, decision)
  const { value: outcome, steps } = registrationOf(input)
  return {
    outcome,
    steps,
    refusals: outcome.outcome === 'refused' ? outcome.reasons.map((reason) => REFUSAL_TEXTS[reason]) : [],
    preview: outcome.outcome === 'registered' ? { from: outcome.from, reviewDue: outcome.reviewDue } : null,
  }
}

async function inputOf(
  tx: Tx,
  { actor, today }: Work,
  course: Parameters<typeof assess>[2],
  local: LocalRules,
  decision: { by: Office; on: string } | null | undefined,
): Promise<RegistrationInput> {
  const { insurerId } = actor
  const { personId, checklistOn, notificationOn } = course
  const decided =
    decision === undefined
      ? notificationOn === null
        ? null
        : ({ by: 'municipality', on: course.decidedOn ?? today } as const)
      : decision
  const settings: RegistrationSettings = {
    start: (course.startRule as RegistrationSettings['start'] | null) ?? local.start,
    reviewMonths: course.startsOn === null ? local.reviewMonths : course.reviewMonths,
  }
  const base = settings.start === 'checklistDate' ? checklistOn : (decided?.on ?? today)
  const [judgement, insuredType, certification] = await Promise.all([
    judgementOf(tx, insurerId, course.checklistId),
    insuredTypeOn(tx, insurerId, personId, checklistOn ?? today),
    base === null ? null : certificationThatCounts(tx, insurerId, personId, base),
  ])
  return {
    judgement: judgement ?? 'undetermined',
    insuredType,
    checklistOn,
    notificationOn,
    decision: decided,
    certification,
    settings,
    end: null,
  }
}

async function judgementOf(
  tx: Tx,
  insurerId: number,
  checklistId: string | null,
): Promise<RegistrationInput['judgement'] | null> {
  if (checklistId === null) return null
  const [row] = await tx.query<{ judgement: RegistrationInput['judgement'] }>(
    `select coalesce(c.confirmed_judgement, c.judgement) as judgement from casework.checklist c
     where c.insurer_id = $1 and c.id = $2 and c.withdrawn_at is null`,
    [insurerId, checklistId],
  )
  return row?.judgement ?? null
}

async function certificationThatCounts(
  tx: Tx,
  insurerId: number,
  personId: string,
  day: string,
): Promise<Certification | null> {
  const found = await certificationOn(tx, insurerId, personId, day)
  if (!found) return null
  const group = levelGroup(found.level)
  if (group !== 'support' && group !== 'care') return null
  return { level: group, from: found.validFrom, to: found.lastDay }
}
