import { addDays, type IsoDate } from '../../../platform/calendar/index.ts'
import { type Explained, explained } from '../../../platform/explanation/index.ts'
import type { InsuredType, Judgement } from '../../checklists/codes.ts'
import { type Certification, runsOn } from '../../checklists/rules/judgement.ts'
import type { EndReason, Office, RegistrationState } from '../codes.ts'
import { lastDayOfMonths } from './months.ts'
import { registrationSteps } from './registration-steps.ts'

/** What the municipality decided for itself; data of that municipality, with dates, not ours. */
export interface RegistrationSettings {
  /** checklistDate: from the 実施日 (default) · registrationDate: from the day of the registration */
  start: 'checklistDate' | 'registrationDate'
  /** whole months from the 実施日 until the check is due again; null (default): none, there is no nationwide expiry */
  reviewMonths: number | null
}
export const defaultSettings: RegistrationSettings = { start: 'checklistDate', reviewMonths: null }

export type RegistrationEnd =
  /** ends the day before the 要支援 takes effect; null: not known yet */
  | { reason: 'certification'; level: 'support'; effectiveFrom: IsoDate | null }
  /** 要介護: the last day follows from the services used (ELG-01-h4, h5), not computed here; null: not settled yet */
  | { reason: 'certification'; level: 'care'; lastDay: IsoDate | null }
  /** a 認定 of which nobody said whether it is 要支援 or 要介護 */
  | { reason: 'certification'; level: null }
  /** null: it ends, and nobody knows the day */
  | { reason: Exclude<EndReason, 'certification'>; lastDay: IsoDate | null }

export interface RegistrationInput {
  judgement: Judgement
  insuredType: InsuredType | null
  /** 実施日; null: not known */
  checklistOn: IsoDate | null
  /** 届出（介護予防ケアマネジメント依頼（変更）届出書）; null: not received */
  notificationOn: IsoDate | null
  /** who registered, and when; null: nobody yet */
  decision: { by: Office; on: IsoDate } | null
  /** those that may touch the period, in any order: the one in force where it begins, and every later one */
  certifications: readonly Certification[]
  settings: RegistrationSettings
  end: RegistrationEnd | null
}

/** Why there is no registration, to be told with what to do. */
export type RegistrationRefusal =
  | 'notApplicable' // 対象外: not a 第1号被保険者; 認定申請
  | 'insuredTypeUnknown' // ask for the birth date
  | 'criteriaNotMet' // the checklist does not show 基準に該当
  | 'criteriaUndetermined' // answers are missing: complete the checklist
  | 'checklistDateUnknown' // 実施日 is missing
  | 'municipalityRegisters' // a centre or an entrusted office proposes and hands over; it does not decide
  | 'decidedBeforeChecklist'
  | 'decidedBeforeNotification'
  | 'careLevelRuns' // 要介護 in force: the fork is not open
  | 'certificationEndUnknown' // 要支援 in force, last day not known: the start cannot be computed
  | 'careLevelEndNotSettled' // 要介護 came; settle the last day by the services used
  | 'endLevelUnknown' // a 認定 ends it, 要支援 or 要介護 is not said
  | 'supportStartUnknown' // a 要支援 ends it, the day on which it takes effect is not known
  | 'endDayUnknown' // it ends, the last day is not known
  | 'endBeforeStart' // the end leaves no day

export interface RegistrationPeriod {
  from: IsoDate
  /** last day; null: running */
  to: IsoDate | null
  endReason: EndReason | null
  /** last day before the check is due again; null: the municipality sets none */
  reviewDue: IsoDate | null
}

export type RegistrationOutcome =
  | ({ outcome: 'registered' } & RegistrationPeriod)
  | {
      outcome: 'waiting'
      state: Extract<RegistrationState, 'awaitingNotification' | 'notificationAccepted'>
    }
  | { outcome: 'refused'; reasons: RegistrationRefusal[] }

/**
 * Is the person a 事業対象者 (code 06), and from when to when (CHK-05)? Follows the municipality's decision, never makes it.
 * @returns the period; or what is waited for (届出 first, then the registration); or every reason for refusal
 * @throws RangeError when reviewMonths is not a positive whole number
 * @source 介護保険法施行規則第140条の62の4第2号; practice of municipalities as named in the steps
 */
export function registrationOf(input: RegistrationInput): Explained<RegistrationOutcome> {
  const outcome = outcomeOf(input)
  return explained(outcome, registrationSteps(input, outcome))
}

function outcomeOf(input: RegistrationInput): RegistrationOutcome {
  const { checklistOn, notificationOn, decision } = input
  const reasons = refusalsOf(input)
  if (reasons.length > 0 || checklistOn === null) return { outcome: 'refused', reasons }
  if (notificationOn === null) return { outcome: 'waiting', state: 'awaitingNotification' }
  if (decision === null) return { outcome: 'waiting', state: 'notificationAccepted' }
  const from = startOf(input, checklistOn, decision.on)
  if ('refused' in from) return { outcome: 'refused', reasons: [from.refused] }
  const last = endFrom(input, from.on, decision.on)
  if ('refused' in last) return { outcome: 'refused', reasons: [last.refused] }
  if (last.on !== null && last.on < from.on) return { outcome: 'refused', reasons: ['endBeforeStart'] }
  const { reviewMonths } = input.settings
  return {
    outcome: 'registered',
    from: from.on,
    to: last.on,
    endReason: last.reason,
    reviewDue: reviewMonths === null ? null : lastDayOfMonths(checklistOn, reviewMonths),
  }
}

const JUDGEMENT_REFUSALS: Record<Exclude<Judgement, 'target'>, RegistrationRefusal> = {
  notApplicable: 'notApplicable',
  notTarget: 'criteriaNotMet',
  undetermined: 'criteriaUndetermined',
}

function refusalsOf(input: RegistrationInput): RegistrationRefusal[] {
  const { judgement, insuredType, checklistOn, notificationOn, decision } = input
  const reasons = new Set<RegistrationRefusal>()
  if (insuredType === null) reasons.add('insuredTypeUnknown')
  else if (insuredType !== 'category1Insured') reasons.add('notApplicable')
  if (judgement !== 'target') reasons.add(JUDGEMENT_REFUSALS[judgement])
  if (checklistOn === null) reasons.add('checklistDateUnknown')
  if (decision !== null) {
    if (decision.by !== 'municipality') reasons.add('municipalityRegisters')
    if (checklistOn !== null && decision.on < checklistOn) reasons.add('decidedBeforeChecklist')
    if (notificationOn !== null && decision.on < notificationOn) reasons.add('decidedBeforeNotification')
  }
  return [...reasons]
}

/** First day: as the municipality sets it, moved behind every 要支援 that still runs. */
function startOf(
  { settings, certifications }: RegistrationInput,
  checklistOn: IsoDate,
  registeredOn: IsoDate,
): { on: IsoDate } | { refused: RegistrationRefusal } {
  let on = settings.start === 'checklistDate' ? checklistOn : registeredOn
  for (const { level, from, to } of inOrder(certifications)) {
    if (!runsOn({ level, from, to }, on)) continue
    if (level === 'care') return { refused: 'careLevelRuns' }
    if (to === null) return { refused: 'certificationEndUnknown' }
    on = addDays(to, 1)
  }
  return { on }
}

/**
 * Last day and reason: the end that was given, or the 認定 that takes effect before it. A 要支援 ends the period on its eve; a
 * 要介護 does not by itself, but no period runs on into it without a last day that somebody settled.
 */
function endFrom(
  { end, certifications }: RegistrationInput,
  from: IsoDate,
  registeredOn: IsoDate,
): { on: IsoDate | null; reason: EndReason | null } | { refused: RegistrationRefusal } {
  const given = lastDayOf(end)
  if ('refused' in given) return given
  const reached = inOrder(certifications).filter(
    (one) => one.from > from && (given.on === null || one.from <= given.on),
  )
  const isSettled = end?.reason === 'certification' && end.level === 'care'
  for (const one of reached) {
    if (one.level === 'support') return { on: addDays(one.from, -1), reason: 'certification' }
    if (!isSettled) return { refused: runsOn(one, registeredOn) ? 'careLevelRuns' : 'careLevelEndNotSettled' }
  }
  return { on: given.on, reason: end?.reason ?? null }
}

const inOrder = (all: readonly Certification[]) => all.toSorted((a, b) => (a.from < b.from ? -1 : 1))

/** The last day that an end gives, null without an end; or what has to be known or settled first. */
export function lastDayOf(
  end: RegistrationEnd | null,
): { on: IsoDate | null } | { refused: RegistrationRefusal } {
  if (end === null) return { on: null }
  if (end.reason !== 'certification')
    return end.lastDay === null ? { refused: 'endDayUnknown' } : { on: end.lastDay }
  if (end.level === null) return { refused: 'endLevelUnknown' }
  if (end.level === 'care')
    return end.lastDay === null ? { refused: 'careLevelEndNotSettled' } : { on: end.lastDay }
  return end.effectiveFrom === null
    ? { refused: 'supportStartUnknown' }
    : { on: addDays(end.effectiveFrom, -1) }
}
