import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, RoleName } from '../access/index.ts'
import { Engine } from '../database/engine.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anAccessApp } from '../testing/access/app.ts'
import { anActor, anInsurer, asOwner, TEST_TODAY, type TestInsurer } from '../testing/insurer.ts'

/** Large enough that reading a whole table would be the planner's mistake, not its wisdom. */
const ROWS = 24_000
const LARGE = [
  'person',
  'person_key',
  'consultation',
  'referral',
  'contact',
  'task',
  'journal',
  'history',
  'draft',
  'job',
  'import_run',
  'import_file',
  'line',
]

let database: TestDatabase
let insurer: TestInsurer
let engine: Engine
let watcher: pg.Client
let opened: Awaited<ReturnType<typeof anAccessApp>>
let person: string
let consultation: string
const actors = new Map<string, Actor>()

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  const roles: [RoleName, 'a' | 'core' | undefined][] = [
    ['centreStaff', 'a'],
    ['coreCentreStaff', 'core'],
    ['officer', undefined],
    ['contractedCareManager', undefined],
    ['administrator', undefined],
    ['auditor', undefined],
  ]
  for (const [role, centre] of roles) actors.set(role, await anActor(database, insurer, role, centre))
  await asOwner(database, (client) => fill(client))
  // one connection: its counters are told to the server before they are read
  engine = new Engine(database.client('app'), { size: 1 })
  watcher = new pg.Client(database.client('superuser'))
  await watcher.connect()
  opened = await anAccessApp(database, actors, { engine, readQueue: { add: async () => {} } })
}, 180_000)
afterAll(async () => {
  await engine.end()
  await opened.end()
  await watcher.end()
})

/** $1 insurer, $2 the four centres: a city's rows, the actors' own among them as many as a worker has. */
const FILL = [
  `insert into casework.person (insurer_id, centre_id, staff_id, name, kana, name_fold, kana_fold, birth_on, sex, source)
    select $1, ($2::uuid[])[1 + n % 4], case when n % 400 = 0 then ($3::uuid[])[1 + n % 3] end, '試験' || n, 'シケン' || n, '試験' || n,
      lpad((n * 7919 % 1000003)::text, 7, '0'), date '1930-01-01' + n % 9000, 'female', 'hand' from generate_series(1, ${ROWS}) n`,
  `insert into casework.contact (insurer_id, person_id, centre_id, name, relationship)
    select insurer_id, id, centre_id, '子', '子' from casework.person where insurer_id = $1`,
  `insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession, received_on,
      received_at, channel, continuity, caller, urgency, topics, text, text_fold)
    select insurer_id, id, centre_id, centre_id, case when n % 200 = 0 then ($3::uuid[])[1 + n % 3] else uuidv7() end, 'socialWorker',
      date '2026-11-01' - n % 700, timestamptz '2026-11-01T00:00:00Z' - n * interval '37 minutes',
      case when n % 100 = 0 then 'home-visit' else 'phone' end, 'new', 'self', case when n % 300 = 0 then 'early' else 'normal' end,
      case when n % 50 = 0 then array['abuse'] else array['ltci'] end, '相談' || n, '相談' || n
    from (select p.*, (row_number() over ())::int as n from casework.person p where insurer_id = $1) p`,
  `insert into casework.referral (insurer_id, consultation_id, person_id, centre_id, to_kind, to_name, to_centre_id, to_staff_id, sent_on)
    select insurer_id, id, person_id, centre_id, 'other', '見本の窓口', case when hashtext(id::text) % 200 = 0 then ($2::uuid[])[3] end,
      case when hashtext(id::text) % 500 = 0 then ($3::uuid[])[1] end, received_on from casework.consultation where insurer_id = $1`,
  `insert into platform.task (insurer_id, person_id, centre_id, holder_id, handed_by, is_new, kind, title, due_on, state, source_type, source_id)
    select insurer_id, person_id, centre_id, case when hashtext(id::text) % 300 = 0 then ($3::uuid[])[1 + abs(hashtext(text)) % 3] else uuidv7() end,
      case when hashtext(text) % 400 = 0 then ($3::uuid[])[1] end, hashtext(text) % 5 = 0, 'own', '予定', received_on + 30,
      case when hashtext(text) % 7 = 0 then 'waiting' when hashtext(text) % 3 = 0 then 'done' else 'open' end, 'consultation', id
    from casework.consultation where insurer_id = $1`,
  `insert into platform.journal (insurer_id, day, centre_id, staff_id, kind, person_id, unit, count, source_type, source_id)
    select insurer_id, received_on, centre_id, staff_id, 'consultation', person_id, '件', 1, 'consultation', id
    from casework.consultation where insurer_id = $1`,
  `insert into platform.history (insurer_id, table_name, row_id, version, person_id, centre_id, operation, row)
    select insurer_id, 'casework.consultation', id, 1, person_id, centre_id, 'update', to_jsonb(c) from casework.consultation c where insurer_id = $1`,
  `insert into platform.draft (insurer_id, staff_id, key, content)
    select $1, uuidv7(), 'k' || n, '1' from generate_series(1, ${ROWS}) n where $2::uuid[] is not null and $3::uuid[] is not null`,
  `insert into platform.job (insurer_id, staff_id, kind, title, input)
    select $1, uuidv7(), 'import', '試験', '{}' from generate_series(1, ${ROWS}) n`,
  `insert into platform.import_run (insurer_id, staff_id, kind) select $1, uuidv7(), 'people' from generate_series(1, ${ROWS}) n`,
  `insert into platform.import_file (insurer_id, staff_id, run_id, name, sha256, content)
    select insurer_id, staff_id, id, 'x', 'x', 'x' from platform.import_run where insurer_id = $1`,
  `insert into registers.staff (insurer_id, staff_number, name, kana, profession, valid_from)
    select $1, 'p' || $1 || '-' || n, '試験', 'シケン', 'clerk', '2020-04-01' from generate_series(1, ${ROWS}) n`,
  `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from)
    select insurer_id, id, ($3::uuid[])[4], 'assignment', '2026-01-01' from casework.person
    where insurer_id = $1 and centre_id = ($2::uuid[])[3] order by kana_fold limit 30`,
]

async function fill(client: pg.Client): Promise<void> {
  const { core, branch, a, b } = insurer.centres
  const staff = ['centreStaff', 'coreCentreStaff', 'officer'].map((role) => actors.get(role)!.staffId)
  const values = [insurer.id, `{${[core, branch, a, b]}}`, `{${[...staff, insurer.officeId]}}`]
  for (const text of FILL) {
    let used = text
    for (const [n, value] of values.entries())
      used = used.replaceAll(`$${n + 1}`, typeof value === 'number' ? String(value) : `'${value}'`)
    await client.query(used)
  }
  await client.query('analyze')
  const app = new pg.Client(database.client('app'))
  await app.connect()
  await app.query(
    `insert into audit.line (at, insurer_id, staff_id, request_id, action, outcome, person_ids)
     select timestamptz '2026-11-01T00:00:00Z' + n * interval '1 minute', $1, uuidv7(), 'plans', 'person.viewed', 'done', array[uuidv7()]
     from generate_series(1, ${ROWS}) n`,
    [insurer.id],
  )
  await app.end()
  await client.query('analyze audit.line')
  const { rows } = await client.query<{ person: string; consultation: string }>(
    `select c.person_id as person, c.id as consultation from casework.consultation c
     join platform.person_access a on a.insurer_id = c.insurer_id and a.person_id = c.person_id
     where c.insurer_id = $1 and not 'abuse' = any (c.topics) limit 1`,
    [insurer.id],
  )
  person = rows[0]!.person
  consultation = rows[0]!.consultation
}

/** Sequential scans of the large tables that the use made, inside doors and policies too. */
async function scansOf(use: () => Promise<unknown>): Promise<string[]> {
  const count = async () => {
    await engine.plain('select pg_stat_force_next_flush()')
    await engine.plain('select 1')
    const { rows } = await watcher.query<{ name: string; scans: number }>(
      `select schemaname || '.' || relname as name, seq_scan::int as scans from pg_stat_user_tables
       where relname = any ($1) and schemaname in ('casework', 'platform', 'registers', 'audit') order by 1`,
      [LARGE],
    )
    return rows
  }
  const before = await count()
  // six times: PostgreSQL may go over to a plan without the values after five
  for (let n = 0; n < 6; n++) await use()
  const after = await count()
  return after.filter(({ scans }, n) => scans !== before[n]?.scans).map(({ name }) => name)
}

async function ask(role: string, method: string, path: string, body?: unknown): Promise<void> {
  const answer = await opened.app.request(path, {
    method,
    headers: { 'x-meguri-csrf': '1', cookie: `role=${role}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  expect(`${answer.status} ${answer.status === 200 ? '' : text}`).toBe('200 ')
}

const consultations = (filter: object) => () => ['POST', '/api/consultations/list', filter] as const
const get = (path: string) => () => ['GET', path] as const
const past = Buffer.from('2026-01-01T00:00:00Z 00000000-0000-4000-8000-000000000000').toString('base64url')

type Use = () => readonly [string, string, unknown?]
const lists: Record<string, Use> = {
  利用者: get('/api/people'),
  利用者の続き: () => ['GET', `/api/people?cursor=${person}&past=true`],
  '利用者（担当者）': () => ['GET', `/api/people?staffId=${actors.get('officer')!.staffId}`],
  '利用者（圏域）': get('/api/people?areaId=00000000-0000-4000-8000-000000000000'),
  '利用者（センター）': () => ['GET', `/api/people?centreId=${insurer.centres.a}`],
  相談: consultations({}),
  相談の続き: consultations({ cursor: past }),
  '相談（取下げも）': consultations({ withdrawn: true }),
  '相談（期間）': consultations({ from: '2026-09-01', to: '2026-09-30' }),
  '相談（自分）': consultations({ staff: 'mine' }),
  '相談（方法）': consultations({ channel: 'home-visit' }),
  '相談（内容）': consultations({ topic: 'abuse' }),
  '相談（緊急度）': consultations({ urgency: 'early' }),
  '相談（ことば）': consultations({ text: '相談1234' }),
  '相談（センター）': () => ['POST', '/api/consultations/list', { centreId: insurer.centres.a }],
  '相談（人）': () => ['POST', '/api/consultations/list', { personId: person }],
  きょう: get('/api/today'),
  ...Object.fromEntries(
    ['new', 'overdue', 'waiting', 'ahead'].map((tab) => [`きょう ${tab}`, get(`/api/today?tab=${tab}`)]),
  ),
  お知らせ: get('/api/notices'),
  業務日誌: get(`/api/journal?day=2026-10-20`),
  処理: get('/api/jobs'),
  同僚: get('/api/staff/colleagues'),
}
const records: Record<string, Use> = {
  シート: () => ['GET', `/api/people/${person}/sheet`],
  経過: () => ['GET', `/api/people/${person}/timeline`],
  連絡先: () => ['GET', `/api/people/${person}/contacts`],
  相談一件: () => ['GET', `/api/consultations/${consultation}`],
  相談の変更: () => ['GET', `/api/consultations/${consultation}/history`],
}
const worksIn: Record<string, Record<string, Use>> = {
  centreStaff: {
    ...lists,
    ...records,
    人の履歴: () => ['GET', `/api/people/${person}/history`],
    紹介の受け箱: get('/api/referrals/inbox'),
  },
  // the person at which the page goes on is centre A's: the core centre does not reach it
  coreCentreStaff: {
    ...Object.fromEntries(Object.entries(lists).filter(([name]) => name !== '利用者の続き')),
    紹介の受け箱: get('/api/referrals/inbox'),
  },
  officer: {
    ...lists,
    ...records,
    紹介の受け箱: get('/api/referrals/inbox'),
    読み込み: get('/api/imports'),
  },
  contractedCareManager: { ...lists, ...records },
  administrator: { 職員: () => ['POST', '/api/staff/list', { cursor: null, limit: 50 }] },
}

describe(`${ROWS}行の表を、どの一覧も端から読まない`, () => {
  it('数え方は、端から読めば気づく', async () => {
    const scans = await scansOf(() =>
      engine.transaction(actors.get('officer')!, TEST_TODAY, async (tx) => {
        await tx.query('set local enable_indexscan = off')
        await tx.query('set local enable_indexonlyscan = off')
        await tx.query('set local enable_bitmapscan = off')
        await tx.query('select count(title) from platform.task')
      }),
    )
    expect(scans).toEqual(['platform.task'])
  })

  describe.each(Object.keys(worksIn))('%s', (role) => {
    it.each(Object.keys(worksIn[role]!))('%s', async (name) => {
      expect(await scansOf(() => ask(role, ...worksIn[role]![name]!()))).toEqual([])
    })
  })

  it.each([
    ['すべて', ''],
    ['誰を', `person => '00000000-0000-4000-8000-000000000000'`],
    ['誰が', `staff => '00000000-0000-4000-8000-000000000000'`],
    ['何のために', `action_word => 'person.viewed'`],
    ['続き', `before_at => '2026-11-05T00:00:00Z', before_id => '00000000-0000-4000-8000-000000000000'`],
  ])('監査の記録（%s）', async (_, args) => {
    const use = () =>
      engine.transaction(actors.get('auditor')!, TEST_TODAY, (tx) =>
        tx.query(`select * from audit.lines_of(${args})`),
      )
    expect(await scansOf(use)).toEqual([])
  })
})
