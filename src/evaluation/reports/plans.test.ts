import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { Engine } from '../../platform/database/engine.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { Work } from '../../platform/database/work.ts'
import { anActor, anInsurer, asOwner, TEST_NOW, type TestInsurer } from '../../platform/testing/insurer.ts'
import { overview } from './overview.ts'
import { INSURER } from './reach.ts'
import { readReport } from './read.ts'
import { recordsOf } from './records.ts'

/** Two years of work: large enough that reading a whole table would be the planner's mistake, not its wisdom. */
const CONTACTS = 48_000
const LARGE = ['person', 'consultation', 'referral', 'journal']

let database: TestDatabase
let insurer: TestInsurer
let engine: Engine
let watcher: pg.Client
let manager: Actor
let officer: Actor

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  manager = await anActor(database, insurer, 'centreManager', 'a')
  officer = await anActor(database, insurer, 'officer')
  await asOwner(database, fill)
  // one connection: its counters are told to the server before they are read
  engine = new Engine(database.client('app'), { size: 1 })
  watcher = new pg.Client(database.client('superuser'))
  await watcher.connect()
}, 120_000)
afterAll(async () => {
  await engine.end()
  await watcher.end()
})

async function fill(client: pg.Client): Promise<void> {
  const centres = Object.values(insurer.centres)
  await client.query(
    `insert into registers.town (insurer_id, name, kana, fold) select $1, '見本' || n, 'ミホン' || n, '見本' || n from generate_series(1, 40) n`,
    [insurer.id],
  )
  await client.query(
    `with town as (select array_agg(id) as ids from registers.town where insurer_id = $1)
     insert into casework.person (insurer_id, centre_id, town_id, name, kana, name_fold, kana_fold, birth_on, sex, source)
     select $1, ($2::uuid[])[1 + n % 4], ids[1 + n % 40], '見本', 'ミホン', '見本', 'ミホン', date '1930-01-01' + n % 18000, 'female', 'hand'
     from generate_series(1, 24000) n, town`,
    [insurer.id, centres],
  )
  await client.query(
    `with someone as (select array_agg(id) as ids from casework.person where insurer_id = $1),
      c as (insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession, received_on,
          received_at, channel, continuity, caller, urgency, text)
        select $1, ids[1 + n % 24000], ($2::uuid[])[1 + n % 4], ($2::uuid[])[1 + n % 4], $3, 'socialWorker', date '2026-11-21' - n % 730,
          date '2026-11-21' - n % 730 + time '01:00', 'phone', 'continued', 'self', 'normal', '試験の相談'
        from generate_series(1, $4) n, someone returning *),
      r as (insert into casework.referral (insurer_id, consultation_id, to_kind, to_name, sent_on)
        select insurer_id, id, 'other', '見本', received_on from c)
     insert into platform.journal (insurer_id, day, centre_id, staff_id, kind, person_id, minutes, unit, count, source_type, source_id)
     select $1, received_on, recorded_centre_id, staff_id, 'consultation', person_id, 10, '件', 1, 'consultation', id from c`,
    [insurer.id, centres, manager.staffId, CONTACTS],
  )
  await client.query('vacuum analyze casework.person')
  await client.query('analyze casework.consultation, casework.referral, platform.journal')
}

/** Sequential scans of the large tables that the work made, inside doors and policies too. */
async function scansOf(actor: Actor, use: (work: Work) => Promise<unknown>): Promise<string[]> {
  const tools = { engine, clock: fixedClock(TEST_NOW), readQueue: { add: async () => {} } }
  const count = async () => {
    await engine.plain('select pg_stat_force_next_flush()')
    await engine.plain('select 1')
    const { rows } = await watcher.query<{ relname: string; seq_scan: number }>(
      `select relname, seq_scan::int from pg_stat_user_tables where schemaname in ('casework', 'platform') and relname = any ($1)
        order by 1`,
      [LARGE],
    )
    return rows
  }
  const before = await count()
  for (let n = 0; n < 6; n++) await use(new Work(tools, actor, `plans-${n}`, 'test.done'))
  const after = await count()
  return after.filter((row, n) => row.seq_scan !== before[n]?.seq_scan).map((row) => row.relname)
}

describe(`${CONTACTS}件の業務記録を、端から読まない`, () => {
  it('数え方は、端から読めば気づく', async () => {
    const scans = await scansOf(officer, (work) =>
      work.read(async (tx) => {
        await tx.query('set local enable_indexscan = off')
        await tx.query('set local enable_indexonlyscan = off')
        await tx.query('set local enable_bitmapscan = off')
        await tx.query('select count(source_type) from platform.journal')
      }),
    )
    expect(scans).toContain('journal')
  })

  it.each<[string, () => Actor, (work: Work) => Promise<unknown>]>([
    ['センターの月報', () => manager, (work) => readReport(work, insurer.centres.a, '2026-10')],
    [
      '数の元の記録',
      () => manager,
      (work) =>
        recordsOf(work, insurer.centres.a, '2026-10', {
          section: 'summary',
          row: 'all',
          of: 'present',
          limit: 50,
        }),
    ],
    ['月報の一覧', () => officer, (work) => overview(work, undefined)],
  ])('%s', async (_, who, use) => expect(await scansOf(who(), use)).toEqual([]))

  // joined to a month of every centre, people and consultations may be read once as a whole: that is for the planner to weigh
  it('市全体の月報は、業務記録を月の分だけ読む', async () => {
    const scans = await scansOf(officer, (work) => readReport(work, INSURER, '2026-10'))
    expect(scans).not.toContain('journal')
  })
})
