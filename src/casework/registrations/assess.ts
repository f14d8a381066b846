import { addDays } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import type { Step } from '../../platform/explanation/index.ts'
import { settingOn } from '../../registers/settings/index.ts'
import { levelGroup } from '../certifications/codes.ts'
import { certificationOn, certificationsFrom, insuredTypeOn } from '../certifications/index.ts'
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
 * judgement of its checklist, the insured type on its 実施日, and every 認定 that runs where it would begin or begins later. A
 * course that is registered keeps the period it was given: a 認定 that came since proposes its end (`end-proposals.ts`).
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
  const [judgement, insuredType, certifications] = await Promise.all([
    judgementOf(tx, insurerId, course.checklistId),
    insuredTypeOn(tx, insurerId, personId, checklistOn ?? today),
    base === null ? [] : certificationsThatCount(tx, insurerId, personId, base, course.startsOn),
  ])
  return {
    judgement: judgement ?? 'undetermined',
    insuredType,
    checklistOn,
    notificationOn,
    decision: decided,
    certifications,
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

/** The 認定 in force on the day, and those that begin later; none later than the start of a period that is registered. */
async function certificationsThatCount(
  tx: Tx,
  insurerId: number,
  personId: string,
  day: string,
  startsOn: string | null,
): Promise<Certification[]> {
  const [running, later] = await Promise.all([
    certificationOn(tx, insurerId, personId, day),
    certificationsFrom(tx, insurerId, personId, addDays(day, 1)),
  ])
  const counting = startsOn === null ? later : later.filter(({ validFrom }) => validFrom < startsOn)
  return (running ? [running, ...counting] : counting).flatMap(({ level, validFrom, lastDay }) => {
    const group = levelGroup(level)
    return group === 'support' || group === 'care' ? [{ level: group, from: validFrom, to: lastDay }] : []
  })
}
