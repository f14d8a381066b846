import { addDays, type FiscalYear, fiscalYearOf, type IsoDate } from '../../../platform/calendar/index.ts'
import type { ExchangeRequest, LedgerInput, LedgerState, Line, StampEvent } from './ledger-types.ts'
import { openLots, stampsOn, whyNoExchange, whyNoStamp } from './refusals.ts'
import { pointsOf, type RuleVersion, stampsFor, versionOn, windowFor } from './versions.ts'

/**
 * The ledger of one person: every event a line, done or refused with its reason, each by the version valid on its day.
 * Lines stand by day; on one day what closes comes first, then stamps by the hour, then exchanges.
 */
export function ledgerOf(input: LedgerInput): Line[] {
  const state: LedgerState = {
    lots: [],
    stamps: new Map(),
    earned: new Map(),
    accepted: [],
    lines: [],
  }
  for (const { event, version } of inOrder(input)) {
    closeUntil(state, event.on, input.versions)
    if (!version) write(state, { on: event.on, kind: kindOf(event), refused: 'no-rule' })
    else if ('startsAt' in event) stamp(state, event, input, version)
    else exchange(state, event, version)
  }
  closeUntil(state, input.asOf, input.versions)
  return state.lines
}

const kindOf = (event: StampEvent | ExchangeRequest) => ('startsAt' in event ? 'stamp' : 'exchange')

/** Events of the same moment stand in an order that their content alone decides: how they were entered does not matter. */
function inOrder({ stamps, exchanges, versions }: LedgerInput) {
  const width = String(Number.MAX_SAFE_INTEGER).length
  const keyOf = (event: StampEvent | ExchangeRequest) =>
    'startsAt' in event
      ? [event.on, 'a', event.startsAt, event.host, event.activity, event.minutes]
      : [event.on, 'b', String(event.points).padStart(width, '0'), event.hasArrears]
  return [...stamps, ...exchanges]
    .map((event) => ({ event, key: JSON.stringify(keyOf(event)), version: versionOn(versions, event.on) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

const balanceOf = ({ lots }: LedgerState) => lots.reduce((all, { points }) => all + points, 0)

function write(state: LedgerState, line: Pick<Line, 'on' | 'kind'> & Partial<Line>): void {
  const empty = { refused: null, stamps: 0, points: 0, isCapped: false, amountYen: 0, ruleFrom: null }
  state.lines.push({ ...empty, ...line, balancePoints: balanceOf(state) })
}

function add(to: Map<FiscalYear, number>, year: FiscalYear, amount: number): void {
  to.set(year, (to.get(year) ?? 0) + amount)
}

/** Puts points where they may be exchanged, by the version of the day. */
function keep(state: LedgerState, on: IsoDate, points: number, version: RuleVersion): void {
  const window = windowFor(on, version)
  const lot = state.lots.find(({ opens, closes }) => opens === window.opens && closes === window.closes)
  if (lot) lot.points += points
  else state.lots.push({ ...window, points })
}

/** Lapses or carries over what is left of every window that has closed on the day, by the version of the day after it. */
function closeUntil(state: LedgerState, on: IsoDate, versions: readonly RuleVersion[]): void {
  for (;;) {
    const lot = state.lots.toSorted((a, b) => (a.closes < b.closes ? -1 : 1))[0]
    const closedOn = lot && addDays(lot.closes, 1)
    const version = closedOn === undefined || closedOn > on ? null : versionOn(versions, closedOn)
    if (!lot || !closedOn || !version) return
    state.lots = state.lots.filter((one) => one !== lot)
    if (lot.points > 0) close(state, closedOn, lot.points, version)
  }
}

function close(state: LedgerState, on: IsoDate, left: number, version: RuleVersion): void {
  const line = { on, ruleFrom: version.validFrom }
  if (!version.carriesOver) return void write(state, { ...line, kind: 'lapse', points: -left })
  keep(state, on, left, version)
  write(state, { ...line, kind: 'carry-over' })
}

function stamp(state: LedgerState, event: StampEvent, input: LedgerInput, version: RuleVersion): void {
  const line = { on: event.on, kind: 'stamp' as const, ruleFrom: version.validFrom }
  const refused = whyNoStamp(state, event, input, version)
  if (refused) return void write(state, { ...line, refused })
  const year = fiscalYearOf(event.on)
  const stamps = stampsFor(event.minutes, stampsOn(state, event.on), version)
  state.accepted.push({ ...event, stamps })
  add(state.stamps, year, stamps)
  const worth = pointsOf(state.stamps.get(year) ?? 0, version.steps)
  const points = Math.max(0, Math.min(worth, version.annualCapPoints) - (state.earned.get(year) ?? 0))
  add(state.earned, year, points)
  keep(state, event.on, points, version)
  write(state, { ...line, stamps, points, isCapped: worth > version.annualCapPoints })
}

function exchange(
  state: LedgerState,
  { on, points, hasArrears }: ExchangeRequest,
  version: RuleVersion,
): void {
  const line = { on, kind: 'exchange' as const, ruleFrom: version.validFrom }
  const open = openLots(state, on)
  const refused = whyNoExchange({ on, points, hasArrears }, version, open)
  if (refused) return void write(state, { ...line, refused })
  let wanted = points
  for (const lot of open) {
    const taken = Math.min(wanted, lot.points)
    lot.points -= taken
    wanted -= taken
  }
  write(state, { ...line, points: -points, amountYen: points * version.yenPerPoint })
}
