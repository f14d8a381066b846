import type { IsoDate } from '../../../platform/calendar/index.ts'
import type { Office, RegistrationState } from '../codes.ts'

/**
 * Where each state may go (CHK-05, 11). A 事業対象者 may go back to the fork at any time: that begins a new course beside
 * the registration, which runs until its own end. Whom the checklist does not show as 基準に該当 stays at the fork.
 */
export const NEXT_STATES: Record<RegistrationState, readonly RegistrationState[]> = {
  received: ['certificationRoute', 'checklistRoute', 'withdrawn'],
  certificationRoute: ['checklistRoute', 'withdrawn'],
  checklistRoute: ['criteriaMet', 'certificationRoute', 'withdrawn'],
  criteriaMet: ['awaitingNotification', 'notificationAccepted', 'certificationRoute', 'withdrawn'],
  awaitingNotification: ['notificationAccepted', 'certificationRoute', 'withdrawn'],
  notificationAccepted: ['registered', 'returned', 'certificationRoute', 'withdrawn'],
  returned: ['awaitingNotification', 'notificationAccepted', 'certificationRoute', 'withdrawn'],
  registered: ['ended'],
  withdrawn: [],
  ended: [],
}

/** 本人の希望と同意 to the route (CHK-05, 1). */
export interface RouteChoice {
  askedBy: string
  askedOn: IsoDate
  wish: 'certification' | 'checklist' | 'noPreference'
  /** null: not asked; false: refused. Neither opens a route */
  consent: boolean | null
  /** told that 認定 can be applied for at any time */
  toldOfCertification: boolean
}

export interface Move {
  to: RegistrationState
  /** the person who acts, and for whom; an identifier, no name */
  by: string
  office: Office
  on: IsoDate
  reason: string
  /** needed for certificationRoute and checklistRoute */
  route?: RouteChoice
}

export type MoveRefusal =
  | 'notNext' // the state does not lead there
  | 'personMissing'
  | 'reasonMissing'
  | 'beforeLastMove'
  | 'municipalityRegisters'
  | 'routeNotAsked'
  | 'consentMissing'
  | 'notToldOfCertification'

export type Moved =
  | { outcome: 'moved'; state: RegistrationState; move: Move }
  | { outcome: 'refused'; reasons: MoveRefusal[] }

/**
 * One transition of a course, with its person, date and reason.
 * @param lastMoveOn day of the move before, or of the 相談受付
 * @source our decision; that 本人の希望 and 同意 are recorded and who registers: see casework.md CHK-05, 1 and 4
 */
export function moveTo(state: RegistrationState, lastMoveOn: IsoDate, move: Move): Moved {
  const reasons: MoveRefusal[] = []
  if (!NEXT_STATES[state].includes(move.to)) reasons.push('notNext')
  if (move.by.trim() === '') reasons.push('personMissing')
  if (move.reason.trim() === '') reasons.push('reasonMissing')
  if (move.on < lastMoveOn) reasons.push('beforeLastMove')
  if (move.to === 'registered' && move.office !== 'municipality') reasons.push('municipalityRegisters')
  if (move.to === 'certificationRoute' || move.to === 'checklistRoute')
    reasons.push(...routeRefusals(move.route))
  return reasons.length > 0 ? { outcome: 'refused', reasons } : { outcome: 'moved', state: move.to, move }
}

function routeRefusals(route: RouteChoice | undefined): MoveRefusal[] {
  if (!route || route.askedBy.trim() === '') return ['routeNotAsked']
  const reasons: MoveRefusal[] = []
  if (route.consent !== true) reasons.push('consentMissing')
  if (!route.toldOfCertification) reasons.push('notToldOfCertification')
  return reasons
}

/** Dated acts on a registration; null: not done. */
export interface RegistrationActs {
  cardReissuedOn: IsoDate | null
  kokuhorenNotifiedOn: IsoDate | null
}

/** The acts that are still missing, each a task: 証再交付, and 国保連への連絡 before the first claim. */
export function openActs(acts: RegistrationActs): (keyof RegistrationActs)[] {
  const names: (keyof RegistrationActs)[] = ['cardReissuedOn', 'kokuhorenNotifiedOn']
  return names.filter((name) => acts[name] === null)
}
