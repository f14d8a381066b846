import pg from 'pg'
import { shiftedClock } from '../bench/clock.ts'
import { type Actor, ROLE_NAMES } from '../src/platform/access/index.ts'
import type { TestDatabase } from '../src/platform/database/testing/database.ts'
import { sessionCookie } from '../src/platform/identity/cookie.ts'
import { sessionFor } from '../src/platform/identity/testing/session-for.ts'
import type { PlaceRecords } from '../src/platform/testing/access/example.ts'
import { type AccessWorld, type PlaceName, recordsOf } from '../src/platform/testing/access/world.ts'
import { anActor, anInsurer, type TestInsurer } from '../src/platform/testing/insurer.ts'
import { MEGURI } from '../src/sample/city/registers.ts'
import type { Target } from './place.ts'

/** Someone who sends requests. `actor`: whose example requests are taken; without a living session it lets nothing in. */
export interface Attacker {
  name: string
  actor: Actor
  cookie: string
  /** false: signed out, expired, ended, forged: every answer has to be the same 401 */
  isAlive: boolean
}

export interface World extends AccessWorld {
  attackers: Attacker[]
  /** records that nobody of the attackers reaches, or only those who reach the whole insurer */
  places: Record<'foreign' | 'other', PlaceRecords[]>
  records(place: PlaceName, actor: Actor): Promise<PlaceRecords>
}

/**
 * Two insurers and more: the attackers' own, invented here with four centres and an office, and the sample's, which is
 * foreign to them, with the records of a whole city.
 */
export async function makeWorld(target: Target): Promise<World> {
  const owner = new pg.Client(target.clients.owner)
  await owner.connect()
  const database = { client: (role: keyof Target['clients']) => target.clients[role] } as TestDatabase
  const world: AccessWorld = {
    insurer: await anInsurer(database),
    elsewhere: await sampleInsurer(target.clients.superuser),
    owner,
  }
  const clock = shiftedClock(target.clockShift)
  const { secret } = target
  const identity = target.clients.identity
  const sessionOf = (actor: Actor) => sessionFor(identity, { ...actor, clock, secret })
  const attackers: Attacker[] = []
  for (const role of ROLE_NAMES) {
    const actor = await anActor(database, world.insurer, role, 'a')
    attackers.push({ name: role, actor, cookie: await sessionOf(actor), isAlive: true })
  }
  attackers.push(...(await withoutSession(target, database, world, sessionOf)))
  const places = { foreign: [], other: [] }
  return { ...world, attackers, places, records: (place, actor) => recordsOf(world, place, actor) }
}

/** Those who may nothing any more, or never might. */
async function withoutSession(
  { clients, secret }: Target,
  database: TestDatabase,
  { insurer }: AccessWorld,
  sessionOf: (actor: Actor) => Promise<string>,
): Promise<Attacker[]> {
  const superuser = new pg.Client(clients.superuser)
  await superuser.connect()
  const { tokenOf, pair } = sessionCookie(secret, false)
  const gone = async (name: string, role: Actor['role'], change: string, of: 'session' | 'post') => {
    const actor = await anActor(database, insurer, role, 'a')
    const cookie = await sessionOf(actor)
    const { rowCount } = await superuser.query(change, [of === 'session' ? tokenOf(cookie) : actor.postId])
    if (rowCount !== 1) throw new Error(`${name}: nothing was changed`)
    return { name, actor, cookie, isAlive: false }
  }
  const session = 'update identity.session set'
  const of = 'where token = $1'
  const ended = `update registers.post set valid_to = '2026-11-21' where id = $1`
  const attackers = [
    await gone(
      '期限切れ',
      'officer',
      `${session} expires_at = created_at - interval '1 minute' ${of}`,
      'session',
    ),
    await gone(
      '放置',
      'centreManager',
      `${session} last_used_at = created_at - interval '13 hours' ${of}`,
      'session',
    ),
    await gone('取り消し', 'officer', `delete from identity.session ${of}`, 'session'),
    await gone('退任', 'centreStaff', ended, 'post'),
    await gone('契約終了の委託先', 'contractedCareManager', ended, 'post'),
  ]
  const actor = await anActor(database, insurer, 'officer')
  const forged = pair('A'.repeat(32)).replace(/.{4}$/, 'AAAA')
  await superuser.end()
  return [
    ...attackers,
    { name: '偽のクッキー', actor, cookie: forged, isAlive: false },
    { name: 'サインインなし', actor, cookie: '', isAlive: false },
  ]
}

async function sampleInsurer(superuser: pg.ClientConfig): Promise<TestInsurer> {
  const client = new pg.Client(superuser)
  await client.connect()
  const ids = async (text: string) =>
    (await client.query<{ id: string }>(text, [MEGURI])).rows.map(({ id }) => id)
  const centres = await ids('select id from registers.centre where insurer_id = $1 order by id limit 4')
  const [officeId] = await ids(
    `select id from registers.organisation where insurer_id = $1 and kind = 'care-office' order by id limit 1`,
  )
  await client.end()
  const [core, branch, a, b] = centres
  if (!core || !branch || !a || !b || !officeId)
    throw new Error('the sample has no four centres and an office')
  return { id: MEGURI, centres: { core, branch, a, b }, officeId }
}
