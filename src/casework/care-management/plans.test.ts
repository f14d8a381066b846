import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { Engine } from '../../platform/database/engine.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { Work } from '../../platform/database/work.ts'
import { anActor, anInsurer, asOwner, TEST_NOW, type TestInsurer } from '../../platform/testing/insurer.ts'
import { inbox } from './entrustments.ts'
import { listCourses } from './list.ts'
import { coursesOfPerson } from './read.ts'
import { CourseFilter } from './schema.ts'

/** Large enough that reading a whole table would be the planner's mistake, not its wisdom. */
const COURSES = 24_000
const LARGE = ['care_management', 'monitoring', 'entrustment']

let database: TestDatabase
let insurer: TestInsurer
let engine: Engine
let watcher: pg.Client
let person: string
const actors: Record<string, Actor> = {}

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  actors.centre = await anActor(database, insurer, 'centreStaff', 'a')
  actors.officer = await anActor(database, insurer, 'officer')
  actors.contractor = await anActor(database, insurer, 'contractedCareManager')
  person = await asOwner(database, (client) => fill(client))
  // one connection: its counters are told to the server before they are read
  engine = new Engine(database.client('app'), { size: 1 })
  watcher = new pg.Client(database.client('superuser'))
  await watcher.connect()
}, 120_000)
afterAll(async () => {
  await engine.end()
  await watcher.end()
})

async function fill(client: pg.Client): Promise<string> {
  const { core, branch, a, b } = insurer.centres
  await client.query(
    `with people as (
       insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, birth_on, sex, source)
       select $1, ($2::uuid[])[1 + n % 4], 'n' || n, 'k' || n, 'n' || n, 'k' || n, date '1930-01-01' + n % 9000, 'female', 'hand'
       from generate_series(1, $3) n returning insurer_id, id, centre_id)
     insert into casework.care_management (insurer_id, person_id, centre_id, opened_on, state, type_decided, type_decided_by,
       next_due_on, created_by)
     select insurer_id, id, centre_id, '2026-01-01', 'running', 'A', $4, date '2026-10-01' + (random() * 200)::int, $4 from people`,
    [insurer.id, [core, branch, a, b], COURSES, actors.centre!.staffId],
  )
  await client.query(
    `insert into casework.monitoring (insurer_id, course_id, person_id, centre_id, subject, done_on, way, staff_id, result, change)
     select insurer_id, id, person_id, centre_id, 'monitoring', '2026-11-01', 'home', $2, '試験', 'none'
     from casework.care_management where insurer_id = $1`,
    [insurer.id, actors.centre!.staffId],
  )
  await client.query(
    `insert into casework.entrustment (insurer_id, course_id, person_id, centre_id, organisation_id, valid_from, hand_over, sent_at,
       sent_by, received_at)
     select m.insurer_id, m.id, m.person_id, m.centre_id, $3, '2026-01-01', '試験', now(), $2, now()
     from casework.care_management m where m.insurer_id = $1`,
    [insurer.id, actors.centre!.staffId, insurer.officeId],
  )
  await client.query(
    `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from)
     select insurer_id, person_id, $3, 'assignment', '2026-01-01' from casework.care_management
     where insurer_id = $1 and centre_id = $2 order by id limit 30`,
    [insurer.id, a, insurer.officeId],
  )
  await client.query(
    'analyze casework.person, casework.care_management, casework.monitoring, casework.entrustment, platform.person_access',
  )
  const { rows } = await client.query<{ id: string }>(
    `select person_id as id from platform.person_access where insurer_id = $1 limit 1`,
    [insurer.id],
  )
  return rows[0]!.id
}

/** Sequential scans of the large tables that the work made, inside doors and policies too. */
async function scansOf(name: string, use: (work: Work) => Promise<unknown>): Promise<string[]> {
  const tools = { engine, clock: fixedClock(TEST_NOW), readQueue: { add: async () => {} } }
  const count = async () => {
    await engine.plain('select pg_stat_force_next_flush()')
    await engine.plain('select 1')
    const { rows } = await watcher.query<{ relname: string; seq_scan: number }>(
      `select relname, seq_scan::int from pg_stat_user_tables where schemaname = 'casework' and relname = any ($1) order by 1`,
      [LARGE],
    )
    return rows
  }
  const before = await count()
  // six times: PostgreSQL may go over to a plan without the values after five
  for (let n = 0; n < 6; n++) await use(new Work(tools, actors[name]!, `plans-${n}`, 'test.done'))
  const after = await count()
  return after.filter((row, n) => row.seq_scan !== before[n]?.seq_scan).map((row) => row.relname)
}

const list =
  (filter: object = {}) =>
  (work: Work) =>
    listCourses(work, CourseFilter.parse(filter))

const uses: Record<string, (work: Work) => Promise<unknown>> = {
  '一覧（期限順）': list(),
  '一覧（期限切れ）': list({ due: 'overdue' }),
  '一覧（今月）': list({ due: 'month' }),
  利用者のケアマネジメント: (work) => coursesOfPerson(work, person),
}

describe(`${COURSES}件の表を、端から読まない`, () => {
  it('数え方は、端から読めば気づく', async () => {
    const scans = await scansOf('officer', (work) =>
      work.read(async (tx) => {
        await tx.query('set local enable_indexscan = off')
        await tx.query('set local enable_indexonlyscan = off')
        await tx.query('set local enable_bitmapscan = off')
        await tx.query('select count(type_reason) from casework.care_management')
      }),
    )
    expect(scans).toEqual(['care_management'])
  })

  describe.each(['centre', 'officer', 'contractor'])('%s', (name) => {
    it.each(Object.keys(uses))('%s', async (use) => expect(await scansOf(name, uses[use]!)).toEqual([]))
  })

  it('受領待ち', async () => expect(await scansOf('contractor', (work) => inbox(work))).toEqual([]))

  it('センターの一覧の1ページは、50ミリ秒で出る', async () => {
    const tools = { engine, clock: fixedClock(TEST_NOW), readQueue: { add: async () => {} } }
    const times: number[] = []
    for (let n = 0; n < 9; n++) {
      const begun = performance.now()
      await list()(new Work(tools, actors.centre!, `time-${n}`, 'test.done'))
      times.push(performance.now() - begun)
    }
    expect(times.sort((a, b) => a - b)[4]).toBeLessThan(50)
  })
})
