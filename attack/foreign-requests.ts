import { randomUUID } from 'node:crypto'
import type { AccessRequest, PlaceRecords } from '../src/platform/testing/access/example.ts'
import { mayCall, type Route, reaches } from './catalogue.ts'
import type { Random } from './random.ts'
import type { Attacker } from './world.ts'

/** A well-formed request that names what is not the sender's, and its twin that names what does not exist. */
export interface Foreign {
  route: Route
  attacker: Attacker
  variant: string
  place: 'foreign' | 'other'
  request: AccessRequest
  twin: AccessRequest
  /** what was exchanged: foreign → absent */
  exchanged: [string, string][]
  headers: Record<string, string>
}

export interface Supply {
  routes: readonly Route[]
  attackers: readonly Attacker[]
  own: ReadonlyMap<Attacker, PlaceRecords>
  foreign: readonly PlaceRecords[]
  other: readonly PlaceRecords[]
  /** every id of the foreign insurer, and words that stand only in its records */
  ids: readonly string[]
  words: readonly string[]
  insurerId: number
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Of a person: what another centre may not name. Staff and centres are the whole insurer's. */
const OF_PERSON = [
  'personId',
  'contactId',
  'consultationId',
  'referralId',
  'checklistId',
  'certificationId',
  'registrationId',
  'courseId',
  'monitoringId',
  'entrustmentId',
  'taskId',
  'importRunId',
  'jobId',
] as const
const FORMATS = ['csv', 'csv-cp932', 'xlsx']
const WORD_FIELDS = /^(text|words|kana|name|query|q|number|insuredNumber)$/

/** Endless, and the same for the same seed but for the ids of the day. */
export function* foreignRequests(supply: Supply, random: Random): Generator<Foreign> {
  const routes = supply.routes.filter(({ example }) => example)
  for (let n = 0; ; n++) {
    const route = routes[n % routes.length]!
    const able = supply.attackers.filter(({ actor, isAlive }) => isAlive && mayCall(actor.role, route))
    const attacker = random.oneOf(able.length > 0 && random.chance(0.8) ? able : supply.attackers)
    const made = make(supply, route, attacker, random)
    if (made) yield made
  }
}

function make(supply: Supply, route: Route, attacker: Attacker, random: Random): Foreign | undefined {
  const example = route.example!
  const own = supply.own.get(attacker)!
  const isOtherClosed = !reaches(attacker.actor.role, 'other', example)
  const place = isOtherClosed && random.chance(0.4) ? 'other' : 'foreign'
  const theirs = random.oneOf(supply[place])
  const exchanged: [string, string][] = []
  const exchange = (id: string) => {
    exchanged.push([id, randomUUID()])
    return id
  }
  const ask = (records: PlaceRecords) => withFormat(example.request(records, attacker.actor), random)
  const done = (variant: string, request: AccessRequest, headers: Record<string, string> = {}): Foreign => ({
    route,
    attacker,
    variant,
    place,
    request,
    twin: twinOf(request, exchanged),
    exchanged,
    headers,
  })
  const stranger = () => exchange(random.oneOf(supply.ids))
  switch (random.below(6)) {
    case 0:
    case 1: {
      for (const value of Object.values(theirs)) if (typeof value === 'string') exchange(value)
      return done('すべてよその番号', ask({ ...theirs, insurerId: own.insurerId }))
    }
    case 2: {
      const keys =
        place === 'other'
          ? OF_PERSON
          : (Object.keys(own).filter((key) => key !== 'insurerId') as (keyof PlaceRecords)[])
      const key = random.oneOf(keys)
      return done('一つだけよその番号', ask({ ...own, [key]: exchange(String(theirs[key])) }))
    }
    case 3: {
      const id = place === 'foreign' ? stranger() : exchange(theirs[random.oneOf(OF_PERSON)])
      return done(
        '番号の欄に別の表の番号',
        mapStrings(ask(own), (text) => (UUID.test(text) ? id : text)),
      )
    }
    case 4: {
      if (place === 'other') return undefined // a colleague or a centre of one's own insurer may be named
      return smuggled(ask(own), theirs, stranger(), exchange, supply.insurerId, done)
    }
    default: {
      const word = random.oneOf(supply.words)
      if (place === 'other' || !route.body) return undefined
      exchanged.push([word, alike(word, random)])
      return done(
        'よその名前と番号で探す',
        mapFields(ask(own), (name) => (WORD_FIELDS.test(name) ? word : undefined)),
      )
    }
  }
}

/** Fields that no form has: an insurer or a centre to act in, in body, query and headers. */
function smuggled(
  request: AccessRequest,
  theirs: PlaceRecords,
  id: string,
  exchange: (id: string) => string,
  insurerId: number,
  done: (variant: string, request: AccessRequest, headers: Record<string, string>) => Foreign,
): Foreign {
  const centreId = exchange(theirs.centreId)
  const staffId = exchange(theirs.staffId)
  const more = {
    insurerId: String(insurerId),
    insurer_id: String(insurerId),
    centreId,
    staffId,
    organisationId: id,
    areaId: id,
  }
  const { body: asked } = request
  const isObject = typeof asked === 'object' && asked !== null && !Array.isArray(asked)
  const body = isObject ? { ...asked, ...more, insurerId, insurer_id: insurerId } : asked
  const headers = {
    'x-insurer-id': String(insurerId),
    'x-forwarded-user': staffId,
    'x-actor': staffId,
    forwarded: `for=${staffId}`,
  }
  return done(
    'ほかの保険者・センターを名乗る欄',
    { ...request, body, query: { ...request.query, ...more } },
    headers,
  )
}

function withFormat(request: AccessRequest, random: Random): AccessRequest {
  const format = random.oneOf(FORMATS)
  const body = request.body as Record<string, unknown> | undefined
  if (body && typeof body === 'object' && 'format' in body) return { ...request, body: { ...body, format } }
  if (request.query?.format) return { ...request, query: { ...request.query, format } }
  return request
}

function twinOf(request: AccessRequest, exchanged: readonly [string, string][]): AccessRequest {
  return mapStrings(request, (text) =>
    exchanged.reduce((rest, [from, to]) => rest.replaceAll(from, to), text),
  )
}

const mapStrings = (request: AccessRequest, change: (text: string) => string): AccessRequest => {
  const { form, ...rest } = request
  return { ...(mapped(rest, change) as AccessRequest), ...(form ? { form } : {}) }
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => mapped(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change)]))
}

function mapFields(request: AccessRequest, put: (name: string) => string | undefined): AccessRequest {
  if (typeof request.body !== 'object' || request.body === null) return request
  const body = Object.fromEntries(
    Object.entries(request.body).map(([name, value]) => [name, put(name) ?? value]),
  )
  return { ...request, body }
}

/** Of the same letters, so that the form of a name or a number tells nothing. */
const alike = (word: string, random: Random): string =>
  word
    .replace(/[ァ-ヶ]/g, () => random.oneOf([...'アカサタナハマヤラワ']))
    .replace(/\d/g, () => String(random.below(10)))
    .replace(/\p{Script=Han}/gu, () => random.oneOf([...'架空無名見本例']))
