import type { Continuity, Topic, Urgency } from '../../casework/consultations/codes.ts'
import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import type { SampleStaff } from '../city/staff.ts'
import { officeDayFrom } from '../office-days.ts'
import type { SamplePerson } from '../people/person.ts'
import { type Random, streamOf } from '../random.ts'
import type { SampleWorld } from '../world.ts'
import {
  drawCaller,
  drawCallerOfUnnamed,
  drawChannel,
  drawLag,
  drawMinuteOfDay,
  drawMinutes,
  drawReferralKind,
  drawResponses,
  drawTopics,
  drawUrgency,
} from './choices.ts'
import { volumeByDay } from './volume.ts'

export interface SampleReferral {
  kind: string
  /** Days from the consultation to the receipt; null: not received. */
  receivedAfterDays: number | null
  hasResult: boolean
}

/** One consultation, decided but not yet written out. */
export interface SampleEvent {
  n: number
  id: string
  day: IsoDate
  minuteOfDay: number
  minutes: number | null
  person: SamplePerson | null
  /** −1: recorded at the city hall, or nobody's. */
  centreAt: number
  recordedCentreAt: number
  areaAt: number
  staff: SampleStaff
  channel: string
  caller: string
  continuity: Continuity
  topics: Topic[]
  urgency: Urgency
  responses: string[]
  consent: 'not-asked' | 'obtained' | 'not-obtained' | 'emergency'
  dueOn: IsoDate | null
  referral: SampleReferral | null
}

/** Chances that a person of the centre's own list is meant, that nobody is named, that the city hall took the call. */
const OF_CLIENTS = 800
const UNNAMED = 95
const AT_CITY_HALL = 15
const BY_CHARGE = 550

/** All consultations in the order of time; every run gives the same. */
export function* events(world: SampleWorld): Generator<SampleEvent> {
  const { anchor, scale, seed } = world.options
  const byDay = streamOf(seed, 'consultations')
  const cast = castOf(world)
  const last = new Int16Array(world.people.length).fill(-1)
  let n = 0
  for (const [at, { day, count }] of volumeByDay(anchor, scale).entries()) {
    const random = byDay(at)
    const minutesOfDay = Array.from({ length: count }, () => drawMinuteOfDay(random)).sort((a, b) => a - b)
    const time = Date.parse(`${day}T00:00:00+09:00`)
    for (const minuteOfDay of minutesOfDay) {
      n++
      const id = world.makeId('consultation', time + minuteOfDay * 60_000, n)
      const person = random.chance(UNNAMED) ? null : drawPerson(world, cast, day, random)
      const continuity = continuityOf(person, at, last, random)
      yield { n, id, day, minuteOfDay, person, continuity, ...contact(world, cast, person, day, random) }
    }
  }
}

interface Cast {
  clients: SamplePerson[]
  /** By centre; the last one is the city hall. */
  workers: SampleStaff[][]
}

function castOf({ people, staff }: SampleWorld): Cast {
  const workers: SampleStaff[][] = Array.from({ length: 8 }, () => [])
  const turns: Record<string, number> = {
    centreStaff: 6,
    coreCentreStaff: 6,
    planner: 2,
    centreManager: 2,
    dementiaPromoter: 2,
    clerk: 1,
    districtNurse: 3,
    officer: 1,
  }
  for (const member of staff) {
    const at = member.worksFor ?? CITY_HALL
    for (let turn = 0; turn < (turns[member.role] ?? 0); turn++) workers[at]!.push(member)
  }
  return { clients: people.filter((person) => person.isClient && person.centreAt >= 0), workers }
}

const CITY_HALL = 7

/** Somebody who was there on the day; null when chance only finds people who had died or left. */
function drawPerson(
  { people }: SampleWorld,
  { clients }: Cast,
  day: IsoDate,
  random: Random,
): SamplePerson | null {
  const pool = clients.length > 0 && random.chance(OF_CLIENTS) ? clients : people
  for (let tries = 0; tries < 5; tries++) {
    const person = random.pick(pool)
    if (person.centreAt >= 0 && (person.endedOn === null || person.endedOn >= day)) return person
  }
  return null
}

function continuityOf(person: SamplePerson | null, at: number, last: Int16Array, random: Random): Continuity {
  if (!person) return 'new'
  const before = last[person.n]!
  last[person.n] = at
  if (before < 0) return person.isClient && random.chance(350) ? 'continued' : 'new'
  return at - before > 180 && random.chance(400) ? 'reopened' : 'continued'
}

type Contact = Omit<SampleEvent, 'n' | 'id' | 'day' | 'minuteOfDay' | 'person' | 'continuity'>

function contact(
  world: SampleWorld,
  cast: Cast,
  person: SamplePerson | null,
  day: IsoDate,
  random: Random,
): Contact {
  const staff = drawStaff(world, cast, person, random)
  const channel = drawChannel(random)
  const topics = drawTopics(random)
  const urgency = drawUrgency(topics, random)
  const responses = drawResponses(topics, random)
  const goesOn = urgency !== 'information' && !responses.includes('closed')
  return {
    staff,
    centreAt: person ? person.centreAt : (staff.worksFor ?? -1),
    recordedCentreAt: staff.centreAt ?? -1,
    areaAt: person?.areaAt ?? -1,
    channel,
    caller: person ? drawCaller(random) : drawCallerOfUnnamed(random),
    minutes: drawMinutes(channel, random),
    topics,
    urgency,
    responses,
    consent: drawConsent(urgency, random),
    dueOn: goesOn && random.chance(640) ? officeDayFrom(addDays(day, drawLag(random))) : null,
    referral: responses.includes('referral') ? drawReferral(random) : null,
  }
}

function drawStaff(
  { staff }: SampleWorld,
  { workers }: Cast,
  person: SamplePerson | null,
  random: Random,
): SampleStaff {
  if (random.chance(AT_CITY_HALL)) return random.pick(workers[CITY_HALL]!)
  if (person && person.staffAt >= 0 && random.chance(BY_CHARGE)) return staff[person.staffAt]!
  const elsewhere = random.chance(20) || !person
  return random.pick(workers[elsewhere ? random.below(CITY_HALL) : person.centreAt]!)
}

function drawConsent(urgency: Urgency, random: Random): SampleEvent['consent'] {
  if (urgency === 'emergency' && random.chance(300)) return 'emergency'
  const drawn = random.below(100)
  if (drawn < 55) return 'obtained'
  return drawn < 94 ? 'not-asked' : 'not-obtained'
}

function drawReferral(random: Random): SampleReferral {
  const received = random.chance(900)
  return {
    kind: drawReferralKind(random),
    receivedAfterDays: received ? random.between(0, 9) : null,
    hasResult: received && random.chance(650),
  }
}
