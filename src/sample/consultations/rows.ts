import { addDays } from '../../platform/calendar/index.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import { mobile } from '../numbers.ts'
import type { SamplePerson } from '../people/person.ts'
import { type Random, streamOf, weighted } from '../random.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { events, type SampleEvent } from './event.ts'
import { nextActions } from './phrases/answers.ts'
import { closeReasons, emergencyReasons } from './phrases/surroundings.ts'
import { textWriter } from './text.ts'

/** Callers who are asked for their name and number. */
const relatives = new Set(['child', 'spouse', 'child-in-law', 'relative', 'neighbour'])

/** The next step of a consultation, the same in the record and in the task. */
export const nextActionOf = (world: SampleWorld): ((event: SampleEvent) => string) => {
  const stream = streamOf(world.options.seed, 'next-actions')
  return (event) => stream(event.n).pick(nextActions)
}

/** Rows of casework.consultation in the order of time. */
export function* consultationRows(world: SampleWorld): Generator<Row<'casework.consultation'>> {
  const stream = streamOf(world.options.seed, 'consultation-texts')
  const write = textWriter()
  const nextAction = nextActionOf(world)
  for (const event of events(world)) {
    const random = stream(event.n)
    const { id, day, person, staff, minutes, minuteOfDay, urgency } = event
    const { text, fold, answer } = write(event, random)
    const receivedAt = instantOf(day, minuteOfDay)
    const endsAt = Math.min(1439, minuteOfDay + (minutes ?? 0))
    const isEmergency = urgency === 'emergency'
    yield {
      insurer_id: MEGURI,
      id,
      person_id: person?.id ?? null,
      centre_id: world.ids.centres[event.centreAt] ?? null,
      recorded_centre_id: world.ids.centres[event.recordedCentreAt] ?? null,
      area_id: world.ids.areas[event.areaAt] ?? null,
      staff_id: world.ids.staff[staff.at]!,
      profession: staff.profession,
      received_on: day,
      received_at: receivedAt,
      ended_at: minutes === null ? null : instantOf(day, endsAt),
      minutes,
      channel: event.channel,
      continuity: event.continuity,
      caller: event.caller,
      ...callerOf(world, event, random),
      ...unnamedOf(person, random),
      household: householdOf(person, random),
      topics: event.topics,
      urgency,
      responder_id: isEmergency ? world.ids.staff[staff.at]! : null,
      responded_at: isEmergency ? instantOf(day, Math.min(1439, minuteOfDay + random.between(5, 55))) : null,
      text,
      text_fold: fold,
      answer,
      responses: event.responses,
      consent: event.consent,
      consent_reason: event.consent === 'emergency' ? random.pick(emergencyReasons) : null,
      next_action: event.dueOn ? nextAction(event) : null,
      due_on: event.dueOn,
      close_reason: event.responses.includes('closed') ? random.pick(closeReasons) : null,
      created_at: instantOf(day, endsAt),
      created_by: world.ids.staff[staff.at]!,
    }
  }
}

/** Name and number of the caller; never for somebody under 支援措置, whose own number they might be. */
function callerOf({ names }: SampleWorld, { caller, person }: SampleEvent, random: Random) {
  if (!relatives.has(caller) || person?.isProtected) return { caller_name: null, caller_phone: null }
  const surnameAt = person && random.chance(600) ? person.surnameAt : names.drawSurname(random)
  const sex = random.chance(600) ? 'female' : 'male'
  const name = `${names.surname(surnameAt).kanji}　${names.givenName(sex, names.drawGiven(sex, random)).kanji}`
  return {
    caller_name: random.chance(650) ? name : null,
    caller_phone: random.chance(500) ? mobile(random.below(10_000)) : null,
  }
}

const drawAgeBand = weighted<string>([
  ['75-84', 35],
  ['85-over', 25],
  ['65-74', 15],
  ['unknown', 20],
  ['40-64', 5],
])
const drawUnnamedSex = weighted<string>([
  ['female', 55],
  ['male', 33],
  ['unknown', 12],
])

function unnamedOf(person: SamplePerson | null, random: Random) {
  if (person) return { unnamed_age_band: null, unnamed_sex: null }
  return { unnamed_age_band: drawAgeBand(random), unnamed_sex: drawUnnamedSex(random) }
}

function householdOf(person: SamplePerson | null, random: Random): string {
  if (!person) return random.chance(700) ? 'unknown' : 'alone'
  if (person.relationship.startsWith('子')) return 'elderly-only'
  if (person.householdSize === 2) return random.chance(900) ? 'elderly-only' : 'with-child'
  const drawn = random.below(100)
  if (drawn < 62) return 'alone'
  if (drawn < 84) return 'with-child'
  return drawn < 89 ? '8050' : drawn < 93 ? 'other' : 'unknown'
}

/** Rows of platform.journal: one for each consultation, 件, where the work was done. */
export function* journalRows(world: SampleWorld): Generator<Row<'platform.journal'>> {
  for (const event of events(world)) {
    const time = Date.parse(`${event.day}T00:00:00+09:00`) + event.minuteOfDay * 60_000
    yield {
      insurer_id: MEGURI,
      id: world.makeId('journal', time, event.n),
      day: event.day,
      centre_id: world.ids.centres[event.recordedCentreAt] ?? null,
      area_id: world.ids.areas[event.areaAt] ?? null,
      staff_id: world.ids.staff[event.staff.at]!,
      kind: 'consultation',
      person_id: event.person?.id ?? null,
      minutes: event.minutes,
      unit: '件',
      count: 1,
      source_type: 'consultation',
      source_id: event.id,
    }
  }
}

/** Rows of casework.abuse_case: opened with every consultation that names abuse (CON-04); closed after half a year. */
export function* abuseRows(world: SampleWorld): Generator<Row<'casework.abuse_case'>> {
  const closedBefore = addDays(world.options.anchor, -180)
  let n = 0
  for (const event of events(world)) {
    if (!event.topics.includes('abuse')) continue
    const time = Date.parse(`${event.day}T00:00:00+09:00`)
    yield {
      insurer_id: MEGURI,
      id: world.makeId('abuse', time, ++n),
      person_id: event.person?.id ?? null,
      centre_id: world.ids.centres[event.centreAt] ?? null,
      consultation_id: event.id,
      opened_at: instantOf(event.day, event.minuteOfDay),
      opened_by: world.ids.staff[event.staff.at]!,
      state: event.day < closedBefore ? 'closed' : 'received',
    }
  }
}
