import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { Engine } from '../../platform/database/engine.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { Work } from '../../platform/database/work.ts'
import { anActor, anInsurer, asOwner, TEST_NOW, type TestInsurer } from '../../platform/testing/insurer.ts'
import { personTimeline } from '../people/service-timeline.ts'
import { exportChecklists } from './export.ts'
import { historyOf } from './history.ts'
import { listChecklists } from './list.ts'
import { personChecklists } from './person-list.ts'
import { readChecklist } from './read.ts'
import { ChecklistFilter } from './schema.ts'

/** Large enough that reading a whole table would be the planner's mistake, not its wisdom. */
const SHEETS = 24_000
const LARGE = ['checklist', 'person']

let database: TestDatabase
let insurer: TestInsurer
let engine: Engine
let watcher: pg.Client
let sheet: { id: string; person_id: string }
const actors: Record<string, Actor> = {}

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  actors.centre = await anActor(database, insurer, 'centreStaff', 'a')
  actors.core = await anActor(database, insurer, 'coreCentreStaff', 'core')
  actors.officer = await anActor(database, insurer, 'officer')
  actors.contractor = await anActor(database, insurer, 'contractedCareManager')
  sheet = await asOwner(database, fill)
  engine = new Engine(database.client('app'), { size: 1 })
  watcher = new pg.Client(database.client('superuser'))
  await watcher.connect()
}, 120_000)
afterAll(async () => {
  await engine.end()
  await watcher.end()
})

/** Two sheets each of 12,000 invented people over three years. */
async function fill(client: pg.Client): Promise<{ id: string; person_id: string }> {
  const { core, branch, a, b } = insurer.centres
  await client.query(
    `insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, birth_on, sex, insured_number, source)
      select $1, ($2::uuid[])[1 + n % 4], '架空', 'カクウ', '架空', 'カクウ', date '1935-01-01' + n % 7000, 'female',
        lpad(n::text, 10, '0'), 'hand' from generate_series(1, $3::int) n`,
    [insurer.id, [core, branch, a, b], SHEETS / 2],
  )
  await client.query(
    `insert into casework.checklist (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, form_version, answered_on,
        method, coding, answers, judgement, met, undetermined, known_points, unknown_points, insured_type, source, created_at)
      select p.insurer_id, p.id, p.centre_id, p.centre_id, $2, '2015-04', date '2024-01-01' + (row_number() over () % 1000)::int,
        'mail', 'paperNumber', array_fill('no'::text, array[11]) || array[null::text] || array_fill('no'::text, array[13]),
        case when random() < 0.3 then 'target' else 'notTarget' end, '{}', '{}', 0, 0, 'category1Insured', 'form', now()
      from casework.person p cross join generate_series(1, 2) where p.insurer_id = $1`,
    [insurer.id, actors.officer?.staffId],
  )
  await client.query('analyze casework.person, casework.checklist')
  const { rows } = await client.query<{ id: string; person_id: string }>(
    `with given as (insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from)
       select insurer_id, id, $3, 'assignment', '2026-01-01' from casework.person where insurer_id = $1 and centre_id = $2
       order by insured_number limit 30 returning person_id)
     select c.id, c.person_id from casework.checklist c join given using (person_id) limit 1`,
    [insurer.id, a, insurer.officeId],
  )
  const [first] = rows
  if (!first) throw new Error('nothing was filled')
  return first
}

/** Sequential scans of the large tables that the work made, inside doors and policies too. */
async function scansOf(name: string, use: (work: Work) => Promise<unknown>): Promise<string[]> {
  const actor = actors[name]
  if (!actor) throw new Error(`no actor ${name}`)
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
  for (let n = 0; n < 6; n++) await use(new Work(tools, actor, `plans-${n}`, 'test.done'))
  const after = await count()
  return after.filter((row, n) => row.seq_scan !== before[n]?.seq_scan).map((row) => row.relname)
}

const list = (filter: object) => (work: Work) => listChecklists(work, ChecklistFilter.parse(filter))
const uses: Record<string, (work: Work) => Promise<unknown>> = {
  一覧: list({}),
  '一覧（古い順）': list({ order: 'oldest' }),
  '一覧（点の多い順）': list({ order: 'points' }),
  '一覧（判定と期間）': list({ judgement: 'target', from: '2026-04-01', to: '2026-06-30' }),
  '一覧（未確認）': list({ confirmed: false }),
  一枚: (work) => readChecklist(work, sheet.id),
  この方の推移: (work) => personChecklists(work, sheet.person_id),
  履歴: (work) => historyOf(work, sheet.id),
  経過: (work) => personTimeline(work, sheet.person_id, { limit: 30 }),
  '書き出し（一か月）': (work) =>
    exportChecklists(work, ChecklistFilter.parse({ from: '2026-09-01', to: '2026-09-30' }), {
      format: 'csv',
      coding: 'paperNumber',
    }),
}

describe(`${SHEETS}枚の表を、端から読まない`, () => {
  it('数え方は、端から読めば気づく', async () => {
    const scans = await scansOf('officer', (work) =>
      work.read(async (tx) => {
        await tx.query('set local enable_indexscan = off')
        await tx.query('set local enable_bitmapscan = off')
        await tx.query('set local enable_indexonlyscan = off')
        await tx.query('select count(note) from casework.checklist')
      }),
    )
    expect(scans).toEqual(['checklist'])
  })

  describe.each(['centre', 'core', 'officer', 'contractor'])('%s', (name) => {
    // the sheet is of centre A and entrusted: the core centre does not reach it
    const reached = Object.keys(uses).filter(
      (use) => name !== 'core' || !['一枚', 'この方の推移', '履歴', '経過'].includes(use),
    )
    it.each(reached)('%s', async (use) => {
      const run = uses[use]
      if (!run) throw new Error(use)
      expect(await scansOf(name, run)).toEqual([])
    })
  })
})
