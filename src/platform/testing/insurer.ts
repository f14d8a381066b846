import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Actor, ROLES, type RoleName } from '../access/index.ts'
import { insertLines } from '../audit/line.ts'
import { fixedClock } from '../clock.ts'
import { Engine } from '../database/engine.ts'
import type { TestDatabase } from '../database/testing/database.ts'
import { Work } from '../database/work.ts'

/** The day on which tests happen unless they say otherwise. */
export const TEST_NOW = '2026-11-22T10:00:00+09:00'
export const TEST_TODAY = '2026-11-22'

export interface TestInsurer {
  id: number
  /** four centres: a 基幹型 with a branch, and two of contractors */
  centres: { core: string; branch: string; a: string; b: string }
  /** an organisation that takes entrusted plans */
  officeId: string
}

/** Runs as the owner of the tables, as migrations do. */
export async function asOwner<T>(
  database: TestDatabase,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(database.client('owner'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A dated setting of the insurer from 2020 on, as its door would store it. */
export async function setSetting(
  client: pg.Client,
  insurerId: number,
  key: string,
  value: unknown,
): Promise<void> {
  await client.query(
    `insert into registers.local_setting (insurer_id, key, valid_from, value, source) values ($1, $2, '2020-04-01', $3, '試験要綱')`,
    [insurerId, key, JSON.stringify(value)],
  )
}

/** Stores an insurer under an id and a number that no other test holds, also when many store at once. */
export async function storeInsurer(client: pg.Client, isSample: boolean): Promise<number> {
  for (;;) {
    const { rows } = await client.query<{ id: number }>(
      `insert into registers.insurer (insurer_id, insurer_number, name, kind, is_sample)
       select n, lpad((n % 1000000)::text, 6, '0'), '試験市' || n, 'municipality', $1
       from (select coalesce(max(insurer_id), 1000) + 1 + (random() * 100000)::int as n from registers.insurer) next
       on conflict do nothing returning insurer_id as id`,
      [isSample],
    )
    if (rows[0]) return rows[0].id
  }
}

/** A new invented insurer with four centres; every test makes its own. */
export async function anInsurer(database: TestDatabase): Promise<TestInsurer> {
  const centres = { core: randomUUID(), branch: randomUUID(), a: randomUUID(), b: randomUUID() }
  const officeId = randomUUID()
  return asOwner(database, async (client) => {
    const id = await storeInsurer(client, true)
    await client.query(
      `insert into registers.organisation (insurer_id, id, name, kind) values ($1, $2, '試験居宅介護支援事業所', 'care-office')`,
      [id, officeId],
    )
    await client.query(
      `insert into registers.centre (insurer_id, id, name, short_name, kind, parent_id, operation, valid_from) values
        ($1, $2, '試験基幹センター', '基幹', 'core', null, 'direct', '2020-04-01'),
        ($1, $3, '試験ブランチ', 'ブランチ', 'branch', $2, 'direct', '2020-04-01'),
        ($1, $4, '試験センターA', 'A', 'standard', null, 'contracted', '2020-04-01'),
        ($1, $5, '試験センターB', 'B', 'standard', null, 'contracted', '2020-04-01')`,
      [id, centres.core, centres.branch, centres.a, centres.b],
    )
    return { id, centres, officeId }
  })
}

/** A member of staff with one post, stored, as the actor of a request. */
export async function anActor(
  database: TestDatabase,
  insurer: TestInsurer,
  role: RoleName,
  centre?: keyof TestInsurer['centres'],
): Promise<Actor> {
  const staffId = randomUUID()
  const postId = randomUUID()
  const { reach } = ROLES[role]
  const centreId = reach === 'centre' ? insurer.centres[centre ?? 'a'] : null
  const organisationId = reach === 'assignment' ? insurer.officeId : null
  await asOwner(database, async (client) => {
    await client.query(
      `insert into registers.staff (insurer_id, id, staff_number, name, kana, profession, valid_from)
       values ($1, $2, $3, '試験 職員', 'シケン ショクイン', 'socialWorker', '2020-04-01')`,
      [insurer.id, staffId, `t${staffId.slice(0, 13)}`],
    )
    await client.query(
      `insert into registers.post (insurer_id, id, staff_id, role, centre_id, organisation_id, valid_from)
       values ($1, $2, $3, $4, $5, $6, '2020-04-01')`,
      [insurer.id, postId, staffId, role, centreId, organisationId],
    )
  })
  const below = centreId === insurer.centres.core ? [insurer.centres.branch] : []
  return {
    insurerId: insurer.id,
    staffId,
    postId,
    role,
    profession: 'socialWorker',
    reach,
    centreId,
    centreIds: centreId ? [centreId, ...below] : [],
    organisationId,
    sessionId: null,
  }
}

const engines = new WeakMap<TestDatabase, Engine>()

/** One engine of the application role per database. */
export function engineOf(database: TestDatabase): Engine {
  const known = engines.get(database)
  if (known) return known
  const engine = new Engine(database.client('app'), { size: 3 })
  engines.set(database, engine)
  return engine
}

/** The work of one request; reads are audited by a direct insert, as the queue would. */
export function workOf(
  database: TestDatabase,
  actor: Actor,
  { now = TEST_NOW, action = 'test.done' } = {},
): Work {
  const engine = engineOf(database)
  const clock = fixedClock(now)
  const readQueue = {
    add: async (line: Parameters<typeof insertLines>[0][number]) => {
      const { text, values } = insertLines([line])
      await engine.plain(text, values)
    },
  }
  return new Work({ engine, clock, readQueue }, actor, randomUUID(), action)
}

/** A person stored by the owner; folds are plain here, the people area has its own factory for search. */
export async function aPerson(
  database: TestDatabase,
  insurer: TestInsurer,
  centreId: string | null,
  { name = '試験 花子', kana = 'シケン ハナコ', birthOn = '1940-03-04' } = {},
): Promise<string> {
  return asOwner(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, birth_on, sex, source)
       values ($1, $2, $3, $4, $3, $4, $5, 'female', 'hand') returning id`,
      [insurer.id, centreId, name, kana, birthOn],
    )
    return rows[0]!.id
  })
}
