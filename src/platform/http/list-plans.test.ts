import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, mayRole, ROLE_NAMES, type RoleName } from '../access/index.ts'
import { Engine } from '../database/engine.ts'
import { ownDatabase, type TestDatabase } from '../database/testing/database.ts'
import { anAccessApp, findExamples, type Operation, operationsOf } from '../testing/access/app.ts'
import { askExample } from '../testing/access/ask.ts'
import type { AccessExamples } from '../testing/access/example.ts'
import { multiplyRecords } from '../testing/access/multiply.ts'
import { type AccessWorld, aWorld, recordsOf } from '../testing/access/world.ts'
import { anActor } from '../testing/insurer.ts'

/** Copies of every record that names a person: what touches a share of them shows at once. */
const COPIES = 6_000
/** A page of 50, its joins and counts, the registers of one insurer; a third of the copies. */
const MOST_ROWS = 2_000

/** Lists that are of the whole by their nature: how many rows, and why. */
const EXPORT = 'a file of everything that the filter lets through'
const WHOLE: Record<string, { most: number; because: string }> = {
  'POST /api/care-management/export': {
    most: COPIES * 25,
    because: `${EXPORT}, with the due dates of each course`,
  },
  'POST /api/checklists/export': { most: COPIES * 3, because: EXPORT },
  'POST /api/consultations/export': {
    most: COPIES * 4,
    because: `${EXPORT}, with person, worker and referrals`,
  },
  'GET /api/people/export': { most: COPIES * 2, because: EXPORT },
  'POST /api/registrations/export': { most: COPIES * 4, because: EXPORT },
  'POST /api/area-moves/people': { most: COPIES * 2, because: 'here everybody is one group that moves' },
  'POST /api/towns/affected': { most: COPIES * 2, because: 'counts whom a change of areas would move' },
  'POST /api/usage': { most: COPIES * 7, because: 'counts of a month over journal, posts and tables' },
  'POST /api/usage/export': { most: COPIES * 7, because: 'the same as a file' },
  'GET /api/notices': { most: COPIES * 2, because: 'counts what waits; here every registration does' },
  'POST /api/people/duplicates': {
    most: COPIES * 2,
    because: 'so small a table is read whole once; bench/parts/duplicates.ts asks among 200,000',
  },
}

let database: TestDatabase
let world: AccessWorld
let engine: Engine
let opened: Awaited<ReturnType<typeof anAccessApp>>
let lists: Operation[]
let examples: AccessExamples
const watcher = () => new pg.Client(database.client('superuser'))
const actors = new Map<RoleName, Actor>()

beforeAll(async () => {
  database = await ownDatabase('list_plans')
  world = await aWorld(database)
  for (const role of ROLE_NAMES) actors.set(role, await anActor(database, world.insurer, role, 'a'))
  engine = new Engine(database.client('app'), { size: 1, reference: database.client('reference') })
  opened = await anAccessApp(database, actors, { engine, readQueue: { add: async () => {} } })
  examples = await findExamples()
  lists = operationsOf(opened.app).filter(({ key }) => examples[key]?.about === 'list')
  await recordsOf(world, 'own', actors.get('officer')!)
  await multiplyRecords(database.client('superuser'), world.insurer.id, COPIES)
}, 180_000)
afterAll(async () => {
  await engine.end()
  await world.owner.end()
  await opened.end()
})

/** The widest reach that has the right: most rows could be touched. */
const WIDEST: RoleName[] = ['officer', 'auditor', 'administrator', 'centreManager', 'centreStaff']
const roleFor = ({ may }: Operation): RoleName | undefined =>
  [...WIDEST, ...ROLE_NAMES].find((role) => mayRole(role, may ?? ''))

/** Rows and index entries read, in doors and policies too. */
async function touched(client: pg.Client, use: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    await engine.plain('select pg_stat_force_next_flush()')
    await engine.plain('select 1')
    const { rows } = await client.query<{ n: string }>(
      `select (select sum(seq_tup_read) from pg_stat_user_tables) + (select sum(idx_tup_read) from pg_stat_user_indexes) as n`,
    )
    return Number(rows[0]!.n)
  }
  const before = await count()
  await use()
  return (await count()) - before
}

describe(`一覧は、人の記録が${COPIES}件ずつあっても、決まった数の行しか読まない`, () => {
  it('どの一覧の経路も', async () => {
    expect(lists.length).toBeGreaterThan(40)
    const client = watcher()
    await client.connect()
    const own = await recordsOf(world, 'own', actors.get('officer')!)
    const beyond: string[] = []
    const failed: string[] = []
    const loose = new Set(Object.keys(WHOLE))
    for (const operation of lists) {
      const role = roleFor(operation)
      if (!role) throw new Error(`nobody may ${operation.key}`)
      const example = examples[operation.key]!
      const request = example.request(own, actors.get(role)!)
      const use = async () => {
        const answer = await askExample(opened.app, operation, role, request)
        const text = await answer.text()
        if (answer.status >= 300 && !example.alsoLetIn?.includes(answer.status))
          failed.push(`${operation.key} (${role}): ${answer.status} ${text.slice(0, 200)}`)
      }
      await use()
      const rows = await touched(client, use)
      const { most } = WHOLE[operation.key] ?? { most: MOST_ROWS }
      if (rows > most) beyond.push(`${operation.key} (${role}): ${rows} rows, at most ${most}`)
      if (rows > MOST_ROWS) loose.delete(operation.key)
    }
    await client.end()
    expect(failed).toEqual([])
    expect(beyond).toEqual([])
    // what no longer needs more than others is no exception any more
    expect([...loose]).toEqual([])
  }, 120_000)
})
