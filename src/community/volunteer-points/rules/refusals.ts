import { ageOn, type IsoDate } from '../../../platform/calendar/index.ts'
import type {
  ExchangeRequest,
  Host,
  LedgerInput,
  LedgerState,
  Lot,
  Refusal,
  StampEvent,
} from './ledger-types.ts'
import { isWindowOpen, type RuleVersion, stampsFor } from './versions.ts'

/** Stamps already given on a day. */
export const stampsOn = ({ accepted }: LedgerState, on: IsoDate): number =>
  accepted.reduce((all, one) => (one.on === on ? all + one.stamps : all), 0)

/** Why an activity brings no stamp; null: it does. The first reason of this order is told. */
export function whyNoStamp(
  state: LedgerState,
  event: StampEvent,
  input: LedgerInput,
  version: RuleVersion,
): Refusal | null {
  const { on } = event
  const isFrom = (day: IsoDate | null) => day !== null && day <= on
  if (on < input.registeredOn) return 'not-registered'
  if (ageOn(input.bornOn, on) < version.leastAgeYears) return 'too-young'
  if (version.excludesCertified && isFrom(input.certifiedOn)) return 'certified'
  if (version.excludesChecklistPositive && isFrom(input.checklistPositiveOn)) return 'checklist-positive'
  if (!isDesignated(event.host, on, input.hosts)) return 'host-not-designated'
  if (!version.activities.includes(event.activity)) return 'activity-not-listed'
  if (state.accepted.some((one) => isAtOnce(one, event))) return 'double-stamp'
  if (event.minutes < version.minutesPerStamp) return 'too-short'
  return stampsFor(event.minutes, stampsOn(state, on), version) === 0 ? 'day-full' : null
}

const isDesignated = (name: string, on: IsoDate, hosts: readonly Host[]) =>
  hosts.some(
    ({ host, designatedOn, endedOn }) =>
      host === name && designatedOn <= on && (endedOn === null || on <= endedOn),
  )

const HOUR = 60 // number: minutes of an hour
/** Minutes since midnight. */
export const beginOf = ({ startsAt }: Pick<StampEvent, 'startsAt'>) =>
  Number(startsAt.slice(0, 2)) * HOUR + Number(startsAt.slice('HH:'.length))

/** Two activities that overlap, or begin in the same hour of a day. */
export function isAtOnce(one: StampEvent, other: StampEvent): boolean {
  if (one.on !== other.on) return false
  const [a, b] = [beginOf(one), beginOf(other)]
  const overlaps = a < b + other.minutes && b < a + one.minutes
  return overlaps || Math.floor(a / HOUR) === Math.floor(b / HOUR)
}

/** Points that may be exchanged on a day, those that lapse first in front. */
export const openLots = ({ lots }: LedgerState, on: IsoDate): Lot[] =>
  lots
    .filter(({ opens, closes }) => opens <= on && on <= closes)
    .sort((a, b) => (a.closes < b.closes ? -1 : 1))

/** Why points are not exchanged; null: they are. A request is granted whole or not at all. */
export function whyNoExchange(
  { on, points, hasArrears }: ExchangeRequest,
  version: RuleVersion,
  open: readonly Lot[],
): Refusal | null {
  if (version.excludesArrears && hasArrears) return 'arrears'
  if (open.length === 0 && !isWindowOpen(on, version)) return 'outside-window'
  return points > open.reduce((all, lot) => all + lot.points, 0) ? 'not-enough' : null
}
