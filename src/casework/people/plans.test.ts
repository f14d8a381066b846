import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { Engine } from '../../platform/database/engine.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { Work } from '../../platform/database/work.ts'
import { anActor, anInsurer, asOwner, TEST_NOW, type TestInsurer } from '../../platform/testing/insurer.ts'
import { DuplicatesBody, InquiryBody, ListQuery, SearchBody } from './schema.ts'
import { HistoryQuery } from './schema-sheet.ts'
import { inquire } from './service-doors.ts'
import { personHistory } from './service-history.ts'
import { listPeople } from './service-list.ts'
import { duplicateCandidates } from './service-register.ts'
import { searchPeople } from './service-search.ts'
import { personSheet } from './service-sheet.ts'
import { personTimeline } from './service-timeline.ts'

/** Large enough that reading a whole table would be the planner's mistake, not its wisdom. */
const PEOPLE = 24_000
const LARGE = ['person', 'person_key', 'consultation']

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
  actors.core = await anActor(database, insurer, 'coreCentreStaff', 'core')
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
  const syllables = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ'
  await client.query(
    `insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, birth_on, sex, phone_fold,
        address_fold, insured_number, household_number, source)
      select $1, ($2::uuid[])[1 + n % 4], name, name, name, name, date '1930-01-01' + n % 9000, 'female',
        '000' || lpad((n * 7919 % 100000000)::text, 8, '0'), '見本' || (n % 300) || '町' || (n % 40),
        lpad(n::text, 10, '0'), 'S' || (n / 2), 'hand'
      from generate_series(1, $4) n cross join lateral (
        select string_agg(substr($3, 1 + (n * p % 97 * 31 + n / p) % 44, 1), '' order by p) as name
        from unnest(array[3, 5, 7, 11, 13, 17]) p) named`,
    [insurer.id, [core, branch, a, b], syllables, PEOPLE],
  )
  await client.query(
    `insert into casework.person_key (insurer_id, person_id, key)
      select distinct insurer_id, id, left(kana_fold, at - 1) || substr(kana_fold, at + 1)
      from casework.person cross join generate_series(1, 6) at where insurer_id = $1`,
    [insurer.id],
  )
  await client.query(
    `insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession,
        received_on, received_at, channel, continuity, caller, urgency, text)
      select insurer_id, id, centre_id, centre_id, $2, 'socialWorker', '2026-11-01', '2026-11-01T00:00:00Z', 'phone', 'new',
        'self', 'normal', '試験の相談' from casework.person where insurer_id = $1`,
    [insurer.id, actors.centre!.staffId],
  )
  await client.query('analyze casework.person, casework.person_key, casework.consultation')
  const { rows } = await client.query<{ id: string }>(
    `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from)
      select insurer_id, id, $3, 'assignment', '2026-01-01' from casework.person
      where insurer_id = $1 and centre_id = $2 order by kana_fold limit 30 returning person_id as id`,
    [insurer.id, a, insurer.officeId],
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

const search =
  (text: string, more: object = {}) =>
  (work: Work) =>
    searchPeople(work, SearchBody.parse({ text, ...more }))
const list = (query: object) => (work: Work) => listPeople(work, ListQuery.parse(query))

const uses: Record<string, (work: Work) => Promise<unknown>> = {
  かなの前方: search('アカ'),
  かなの途中: search('カサタ'),
  一字ちがい: search('アカサタナハ', { birthYear: 1940 }),
  氏名の前方: search('山'),
  氏名と住所の途中: search('見本29町'),
  電話の一部: search('7919'),
  被保険者番号: search('0000012345'),
  一覧: list({ limit: 50 }),
  '一覧（年齢）': list({ ageFrom: 75, ageTo: 84 }),
  シート: (work) => personSheet(work, person),
  経過: (work) => personTimeline(work, person, { limit: 30 }),
  履歴: (work) => personHistory(work, person, HistoryQuery.parse({})),
}

describe(`${PEOPLE}人の表を、端から読まない`, () => {
  it('数え方は、端から読めば気づく', async () => {
    const scans = await scansOf('officer', (work) =>
      work.read(async (tx) => {
        await tx.query('set local enable_indexscan = off')
        await tx.query('set local enable_bitmapscan = off')
        await tx.query('select count(note) from casework.person')
      }),
    )
    expect(scans).toEqual(['person'])
  })

  describe.each(['centre', 'core', 'officer', 'contractor'])('%s', (name) => {
    // the person is the contractor's and of centre A: the core centre does not reach it
    const reached = Object.keys(uses).filter(
      (use) => name !== 'core' || !['シート', '経過', '履歴'].includes(use),
    )
    it.each(reached)('%s', async (use) => expect(await scansOf(name, uses[use]!)).toEqual([]))
  })

  it.each<[string, (work: Work) => Promise<unknown>]>([
    [
      '二重登録の候補',
      (work) =>
        duplicateCandidates(
          work,
          DuplicatesBody.parse({
            name: '山',
            kana: 'アカサタナハ',
            birthOn: '1940-03-04',
            phone: '00000007919',
          }),
        ),
    ],
    ['照会', (work) => inquire(work, InquiryBody.parse({ kana: 'アカサタナハ', birthOn: '1940-03-04' }))],
    ['町で絞った一覧', list({ townId: '00000000-0000-4000-8000-000000000000' })],
  ])('%s', async (_, use) => expect(await scansOf('centre', use)).toEqual([]))
})
