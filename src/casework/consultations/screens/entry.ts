import type { IsoDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import type { Channel, Continuity, Topic, Urgency } from '../codes.ts'
import type { NewRecord, Record } from './api.ts'

export type EntryPerson = { id: string; name: string; kana: string }
export type EntryUnnamed = { ageBand: string; sex: string; areaId: string }
export type EntryReferral = {
  id: string
  toKind: string
  toName: string
  toCentreId: string
  consent: 'yes' | 'no' | ''
  content: string
  replyDueOn: IsoDate | null
}

/** What stands on the intake page: plain JSON, kept as the draft. '' and null are "not said", never zero. */
export type Entry = {
  id: string
  /** when the page was opened, milliseconds: the timer counts from here until somebody writes another start */
  openedAtMs: number
  /** null: the moment of opening */
  receivedDay: IsoDate | null
  receivedTime: string
  /** null: not known; counted by the timer while `isTimed` */
  minutes: number | null
  isTimed: boolean
  channel: Channel
  caller: string | null
  callerName: string
  callerPhone: string
  person: EntryPerson | null
  unnamed: EntryUnnamed | null
  text: string
  topics: Topic[]
  urgency: Urgency
  responderId: string
  respondedTime: string
  continuity: Continuity | 'auto'
  responses: string[]
  answer: string
  household: string | null
  consent: string
  consentReason: string
  nextAction: string
  dueOn: IsoDate | null
  closeReason: string
  referrals: EntryReferral[]
  notAnIndividualNumber: boolean
}

export const blankEntry = (id: string, nowMs: number): Entry => ({
  id,
  openedAtMs: nowMs,
  receivedDay: null,
  receivedTime: '',
  minutes: null,
  isTimed: true,
  channel: 'phone',
  caller: null,
  callerName: '',
  callerPhone: '',
  person: null,
  unnamed: null,
  text: '',
  topics: [],
  urgency: 'normal',
  responderId: '',
  respondedTime: '',
  continuity: 'auto',
  responses: [],
  answer: '',
  household: null,
  consent: 'not-asked',
  consentReason: '',
  nextAction: '',
  dueOn: null,
  closeReason: '',
  referrals: [],
  notAnIndividualNumber: false,
})

/** Something was said: a draft worth restoring, and a page that must not be thrown away by a second F2. */
export const isBegun = (entry: Entry): boolean =>
  entry.caller !== null ||
  entry.person !== null ||
  entry.unnamed !== null ||
  [entry.text, entry.callerName, entry.callerPhone, entry.answer, entry.nextAction].some((one) => one !== '')

/** A call that was forgotten open is not a call of five hours: then the time is unknown. */
const longestCallMinutes = 180

const startMs = (entry: Entry): number =>
  entry.receivedDay && readTime(entry.receivedTime) !== null
    ? Date.parse(japanInstant(entry.receivedDay, entry.receivedTime))
    : entry.openedAtMs

/** Minutes since the start, a begun one counted whole; null when nobody can say it. */
export function timedMinutes(entry: Entry, nowMs: number): number | null {
  const minutes = Math.max(1, Math.ceil((nowMs - startMs(entry)) / 60_000))
  return minutes > longestCallMinutes ? null : minutes
}

/** '10:23' on a day in Japan, which knows no summer time. */
export const japanInstant = (day: IsoDate, time: string): string =>
  `${day}T${readTime(time) ?? '00:00'}:00+09:00`

/** Reads a time of day as people type it: 1023, 10:23, 9時5分, １０：２３. Null: no time of day. */
export function readTime(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim()
  const found =
    /^(\d{1,2})[:.時](\d{1,2})分?$/.exec(plain) ??
    /^(\d{1,2})(\d{2})$/.exec(plain) ??
    /^(\d{1,2})時?$/.exec(plain)
  const hour = Number(found?.[1])
  const minute = Number(found?.[2] ?? 0)
  if (!found || hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const orNull = (text: string) => (text.trim() === '' ? null : text)

const written = (entry: Entry) => ({
  channel: entry.channel,
  caller: entry.caller as NewRecord['caller'],
  callerName: orNull(entry.callerName),
  callerPhone: orNull(entry.callerPhone),
  household: entry.household as NewRecord['household'],
  topics: entry.topics,
  urgency: entry.urgency,
  text: entry.text,
  answer: orNull(entry.answer),
  responses: entry.responses as NewRecord['responses'],
  consent: entry.consent as NewRecord['consent'],
  consentReason: orNull(entry.consentReason),
  nextAction: orNull(entry.nextAction),
  dueOn: entry.dueOn,
  closeReason: entry.responses.includes('closed') ? orNull(entry.closeReason) : null,
  ...(entry.notAnIndividualNumber ? { notAnIndividualNumber: true } : {}),
})

/** The body of the save. A caller that was not chosen never gets here: the form asks for it. */
export function bodyOf(entry: Entry, nowMs: number): NewRecord {
  const receivedAt = new Date(startMs(entry)).toISOString()
  const minutes = entry.isTimed ? timedMinutes(entry, nowMs) : entry.minutes
  const isTimed = entry.isTimed && minutes !== null
  return {
    ...written(entry),
    id: entry.id,
    receivedAt,
    minutes,
    ...(isTimed ? { endedAt: new Date(Math.max(nowMs, startMs(entry))).toISOString() } : {}),
    ...(entry.continuity === 'auto' ? {} : { continuity: entry.continuity }),
    ...(entry.person ? { personId: entry.person.id } : {}),
    ...(entry.unnamed ? { unnamed: unnamedBody(entry.unnamed) } : {}),
    ...emergencyOf(entry, startMs(entry)),
    referrals: entry.referrals.map((one) => referralBody(one)),
  }
}

const unnamedBody = ({ ageBand, sex, areaId }: EntryUnnamed) =>
  ({ ageBand, sex, areaId: areaId || null }) as NonNullable<NewRecord['unnamed']>

export const referralBody = (one: EntryReferral) => ({
  id: one.id,
  toKind: one.toKind as 'centre',
  toName: one.toName,
  toCentreId: one.toCentreId || null,
  consent: one.consent === '' ? null : one.consent === 'yes',
  content: orNull(one.content),
  replyDueOn: one.replyDueOn,
})

/** Who responded and when. A response in the minute of the call comes after its start, not at its full minute before. */
function emergencyOf({ urgency, responderId, respondedTime }: Entry, beganMs: number) {
  if (urgency !== 'emergency') return {}
  const responded =
    readTime(respondedTime) === null ? null : Date.parse(japanInstant(dayInJapan(beganMs), respondedTime))
  const isSameMinute = responded !== null && Math.floor(responded / 60_000) === Math.floor(beganMs / 60_000)
  return {
    responderId: responderId || null,
    respondedAt: responded === null ? null : new Date(isSameMinute ? beganMs : responded).toISOString(),
  }
}

/** A stored record as the form shows it, for 「直す」. */
export function entryOf(record: Record): Entry {
  const blank = blankEntry(record.id, Date.parse(record.receivedAt))
  return {
    ...blank,
    receivedDay: record.receivedOn,
    receivedTime: timeInJapan(record.receivedAt).padStart(5, '0'),
    minutes: record.minutes,
    isTimed: false,
    channel: record.channel as Channel,
    caller: record.caller,
    callerName: record.callerName ?? '',
    callerPhone: record.callerPhone ?? '',
    person: record.person,
    unnamed: record.unnamed ? { ...record.unnamed, areaId: record.unnamed.areaId ?? '' } : null,
    text: record.text,
    topics: record.topics as Topic[],
    urgency: record.urgency as Urgency,
    responderId: record.responder?.id ?? '',
    respondedTime: record.respondedAt ? timeInJapan(record.respondedAt).padStart(5, '0') : '',
    continuity: record.continuity as Continuity,
    responses: record.responses,
    answer: record.answer ?? '',
    household: record.household,
    consent: record.consent,
    consentReason: record.consentReason ?? '',
    nextAction: record.nextAction ?? '',
    dueOn: record.dueOn,
    closeReason: record.closeReason ?? '',
  }
}

/** The correction of a stored record. The times go along only when somebody changed them: they are kept to the second. */
export function changeOf(entry: Entry, before: Entry, version: number) {
  const isMoved = entry.receivedDay !== before.receivedDay || entry.receivedTime !== before.receivedTime
  return {
    version,
    ...written(entry),
    caller: entry.caller as NewRecord['caller'],
    minutes: entry.minutes,
    continuity: entry.continuity === 'auto' ? undefined : entry.continuity,
    ...(isMoved && entry.receivedDay
      ? { receivedAt: japanInstant(entry.receivedDay, entry.receivedTime), endedAt: null }
      : {}),
    ...(entry.unnamed && !entry.person ? { unnamed: unnamedBody(entry.unnamed) } : {}),
    ...emergencyOf(entry, isMoved ? startMs(entry) : entry.openedAtMs),
  }
}
