import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  engineOf,
  TEST_TODAY,
  type TestInsurer,
} from '../testing/insurer.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

// What one statement of the application role, under the settings of a legal actor, must not reach: the second lock alone,
// without the conditions that our own queries carry.

let database: TestDatabase
let insurer: TestInsurer
let elsewhere: TestInsurer
const actors: Record<string, Actor> = {}
/** of centre A, centre B, another insurer; and one of centre B entrusted to the office */
const people = { a: '', b: '', foreign: '', entrusted: '' }
let abuse: { consultation: string; task: string }

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  elsewhere = await anInsurer(database)
  actors.staff = await anActor(database, insurer, 'centreStaff', 'a')
  actors.officer = await anActor(database, insurer, 'officer')
  actors.contractor = await anActor(database, insurer, 'contractedCareManager')
  actors.administrator = await anActor(database, insurer, 'administrator')
  people.a = await aPerson(database, insurer, insurer.centres.a)
  people.b = await aPerson(database, insurer, insurer.centres.b)
  people.foreign = await aPerson(database, elsewhere, elsewhere.centres.a)
  people.entrusted = await aPerson(database, insurer, insurer.centres.b)
  await asOwner(database, async (client) => {
    await client.query(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, reason) values
        ($1, $2, $3, 'assignment', '2026-01-01', null), ($1, $4, $5, 'break-glass', '2026-11-01', '緊急の訪問')`,
      [insurer.id, people.entrusted, insurer.officeId, people.b, actors.officer!.staffId],
    )
    abuse = await storeAbuse(client)
  })
})

/** A suspicion of abuse about the entrusted person, its task, its journal row and an earlier wording in the history. */
async function storeAbuse(client: pg.Client): Promise<{ consultation: string; task: string }> {
  const { rows } = await client.query<{ id: string }>(
    `insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession, received_on,
       received_at, channel, continuity, caller, urgency, topics, text)
     values ($1, $2, $3, $3, $4, 'socialWorker', '2026-11-20', '2026-11-20T01:00:00Z', 'phone', 'new', 'neighbour', 'normal',
       '{abuse}', '隣の家から怒鳴り声') returning id`,
    [insurer.id, people.entrusted, insurer.centres.b, actors.staff!.staffId],
  )
  const consultation = rows[0]!.id
  await client.query(
    `update casework.consultation set text = '二度目の通報' where insurer_id = $1 and id = $2`,
    [insurer.id, consultation],
  )
  const task = await client.query<{ id: string }>(
    `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, source_type, source_id)
     values ($1, $2, $3, $4, 'abuse-first-response', '虐待の疑い: 事実確認と初動の協議', '2026-11-22', 'consultation', $5) returning id`,
    [insurer.id, people.entrusted, insurer.centres.b, actors.staff!.staffId, consultation],
  )
  await client.query(
    `insert into platform.journal (insurer_id, day, centre_id, staff_id, kind, person_id, unit, count, source_type, source_id)
     values ($1, '2026-11-20', $2, $3, 'consultation', $4, '件', 1, 'consultation', $5)`,
    [insurer.id, insurer.centres.b, actors.staff!.staffId, people.entrusted, consultation],
  )
  return { consultation, task: task.rows[0]!.id }
}

const as = <Row = Record<string, unknown>>(
  actor: Actor,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => engineOf(database).transaction(actor, TEST_TODAY, (tx) => tx.query<Row>(text, values))

const tables = () =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ table_name: string }>(
      'select table_name from platform.tenant_table_register order by 1',
    )
    return rows.map((row) => row.table_name)
  })

/** SQLSTATE of a statement's refusal; the number of rows when it was let through. */
const outcome = (actor: Actor, text: string, values: unknown[] = []): Promise<string | number> =>
  as(actor, text, values).then(
    (rows) => rows.length,
    (error: pg.DatabaseError) => error.code ?? 'no code',
  )
const DENIED = '42501'

describe('読む', () => {
  it('どの表からも、よその保険者の行は出ない', async () => {
    for (const table of await tables()) {
      for (const actor of Object.values(actors)) {
        const seen = await outcome(actor, `select 1 from ${table} where insurer_id <> $1`, [insurer.id])
        expect([0, DENIED], table).toContain(seen)
      }
    }
  })

  it('人の記録は、届く人のものだけ', async () => {
    for (const table of [
      'casework.person',
      'platform.history',
      'platform.task',
      'platform.journal',
      'casework.contact',
    ]) {
      const column = table === 'casework.person' ? 'id' : 'person_id'
      expect(
        await as(actors.staff!, `select 1 from ${table} where ${column} = $1`, [people.b]),
        table,
      ).toEqual([])
      expect(
        await as(actors.administrator!, `select 1 from ${table} where ${column} is not null`),
        table,
      ).toEqual([])
    }
  })

  it('だれがだれの閲覧を許されているかは、その人に届く職員だけが見る', async () => {
    const holders = 'select person_id, reason from platform.person_access'
    expect(await as(actors.staff!, holders)).toEqual([])
    expect(await as(actors.contractor!, holders)).toEqual([{ person_id: people.entrusted, reason: null }])
    expect((await as(actors.officer!, holders)).length).toBe(2)
  })

  it('虐待に関わるものは、委託先にはどの表からも出ない', async () => {
    const contractor = actors.contractor!
    expect(
      await as(contractor, 'select 1 from casework.person where id = $1', [people.entrusted]),
    ).toHaveLength(1)
    for (const [table, column, id] of [
      ['casework.consultation', 'id', abuse.consultation],
      ['platform.history', 'row_id', abuse.consultation],
      ['platform.task', 'id', abuse.task],
      ['platform.journal', 'source_id', abuse.consultation],
    ]) {
      expect(await as(contractor, `select 1 from ${table} where ${column} = $1`, [id]), table).toEqual([])
      expect(
        (await as(actors.officer!, `select 1 from ${table} where ${column} = $1`, [id])).length,
        table,
      ).toBeGreaterThan(0)
    }
    expect(
      await outcome(contractor, `update platform.task set state = 'done' where id = $1 returning 1`, [
        abuse.task,
      ]),
    ).toBe(0)
  })

  it('統計、目録、COPY、XML、大きなオブジェクトからも漏れない', async () => {
    const staff = actors.staff!
    expect(
      await as(
        staff,
        `select 1 from pg_stats where schemaname in ('casework', 'platform', 'registers')
      and tablename = any (select split_part(table_name, '.', 2) from unnest($1::text[]) t (table_name))`,
        [await tables()],
      ),
    ).toEqual([])
    expect(await outcome(staff, 'select 1 from pg_statistic')).toBe(DENIED)
    expect(await outcome(staff, 'select 1 from pg_authid')).toBe(DENIED)
    expect(await outcome(staff, `select pg_read_file('/etc/passwd')`)).toBe(DENIED)
    expect(await outcome(staff, `select lo_import('/etc/passwd')`)).toBe(DENIED)
    expect(await outcome(staff, `copy casework.person to program 'cat'`)).toBe(DENIED)
    expect(await outcome(staff, `copy casework.person to '/tmp/people'`)).toBe(DENIED)
    const [xml] = await as<{ x: string }>(
      staff,
      `select query_to_xml('select id from casework.person', true, false, '')::text as x`,
    )
    expect(xml!.x).toContain(people.a)
    expect(xml!.x).not.toContain(people.b)
  })

  it.each(['identity.login', 'identity.session', 'audit.line', 'casework.person_key', 'platform.migration'])(
    '%s は読めない',
    async (table) => expect(await outcome(actors.officer!, `select 1 from ${table}`)).toBe(DENIED),
  )
})

describe('書く', () => {
  it('よその保険者、届かない人、ほかのセンターへは書けない', async () => {
    const add = `insert into casework.contact (insurer_id, person_id, centre_id, name, relationship) values ($1, $2, $3, 'x', '子')`
    expect(await outcome(actors.officer!, add, [elsewhere.id, people.foreign, null])).toBe(DENIED)
    expect(await outcome(actors.staff!, add, [insurer.id, people.b, insurer.centres.b])).toBe(DENIED)
    expect(
      await outcome(actors.staff!, `update casework.person set centre_id = $1 where id = $2`, [
        insurer.centres.b,
        people.a,
      ]),
    ).toBe(DENIED)
    expect(
      await outcome(actors.staff!, `update casework.person set centre_id = $1 where id = $2 returning 1`, [
        insurer.centres.a,
        people.b,
      ]),
    ).toBe(0)
    expect(
      await outcome(actors.staff!, `delete from casework.person where id = $1 returning 1`, [people.b]),
    ).toBe(0)
  })

  it('COPY で直に入れることはできない', async () => {
    expect(await outcome(actors.officer!, 'copy casework.person from stdin')).not.toBe(0)
    expect(await outcome(actors.officer!, `copy casework.person from program 'true'`)).toBe(DENIED)
  })

  it('閲覧の許し、履歴、検索の鍵、表の登録には、だれも直に書けない', async () => {
    const officer = actors.officer!
    for (const text of [
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values (${insurer.id}, '${people.b}', '${officer.staffId}', 'grant', '2026-01-01')`,
      `update platform.person_access set valid_to = null`,
      `insert into platform.history (insurer_id, table_name, row_id, operation, row) values (${insurer.id}, 'x', '${people.b}', 'update', '{}')`,
      `delete from platform.history`,
      `delete from casework.person_key`,
      `update platform.tenant_table_register set person_column = null`,
      `insert into platform.installation (is_sample) values (false)`,
      `truncate casework.person`,
      `create table public.mine (a int)`,
      `create policy mine on casework.person for select using (true)`,
      `alter table casework.person disable row level security`,
    ])
      expect(await outcome(officer, text), text).toBe(DENIED)
  })

  it('保険者の範囲でも、職を自分に付けること、2要素をやめさせること、職員を消すことは直にはできない', async () => {
    const officer = actors.officer!
    for (const text of [
      `insert into registers.post (insurer_id, staff_id, role, valid_from) values (${insurer.id}, '${officer.staffId}', 'administrator', '2026-01-01')`,
      `update registers.post set role = 'administrator' where staff_id = '${officer.staffId}'`,
      `select registers.put_setting(null, null, 'security.two-factors', '2020-01-01', 'false', '要綱', null)`,
      `insert into registers.local_setting (insurer_id, key, valid_from, value, source) values (${insurer.id}, 'security.two-factors', '2020-01-01', 'false', '要綱')`,
      `delete from registers.staff`,
    ])
      expect(await outcome(officer, text), text).toBe(DENIED)
    expect(
      await outcome(
        officer,
        `select registers.add_post($1, $2, 'administrator', null, null, '2026-01-01', null)`,
        [randomUUID(), officer.staffId],
      ),
    ).toBe(DENIED)
  })
})

describe('扉', () => {
  it('監査の記録は、監査か管理者の職だけが開ける', async () => {
    for (const name of ['staff', 'officer', 'contractor'])
      expect(await outcome(actors[name]!, 'select * from audit.lines_of()'), name).toBe(DENIED)
    expect(await outcome(actors.administrator!, 'select * from audit.lines_of()')).not.toBe(DENIED)
  })

  it('届かない人は、引き継げず、鍵を書き換えられず、世帯を数えられない', async () => {
    const staff = actors.staff!
    for (const person of [people.b, people.foreign]) {
      expect(
        await as(staff, `select casework.transfer_person($1, 1, $2, null, '') as answer`, [
          person,
          insurer.centres.a,
        ]),
      ).toEqual([{ answer: null }])
      expect(await outcome(staff, `select casework.set_person_keys($1, '{x}')`, [person])).toBe(DENIED)
      expect(await as(staff, `select casework.household_others($1) as n`, [person])).toEqual([{ n: 0 }])
      expect(await as(staff, `select casework.person_in_reach($1) as seen`, [person])).toEqual([
        { seen: false },
      ])
    }
    for (const door of ['store_keys_of_people($1, $2)', 'clear_person_keys($1)', 'follow_first_centre($1)'])
      expect(
        await outcome(
          staff,
          `select casework.${door}`,
          door.includes('$2') ? [[people.a], ['x']] : [[people.a]],
        ),
        door,
      ).toBe(DENIED)
  })

  it('届かない人は、どんな型の文字でも探せない', async () => {
    for (const [kana, digits] of [
      ['%%%', null],
      ['シケン', null],
      [null, '0'],
    ]) {
      const found = await as<{ person_id: string }>(
        actors.staff!,
        `select person_id from casework.find_people($1, null, $2, null, '{}', null, null, null, false, 100000)`,
        [kana, digits],
      )
      const ids = found.map((row) => row.person_id)
      expect(ids).not.toContain(people.b)
      expect(ids).not.toContain(people.foreign)
    }
    const texts = await as(
      actors.contractor!,
      `select id from casework.find_consultations('%', null, null, null, null, 2000)`,
    )
    expect(texts).toEqual([])
  })

  it.each([
    `select identity.add_login(1, uuidv7(), 'x', 'x', 'x', false, now())`,
    `select * from identity.find_session('x', '2026-11-22')`,
    `select * from identity.staff_sheet(1, uuidv7(), '2026-11-22')`,
    `select audit.begin_epoch()`,
    `select platform.tenant_table('casework.person')`,
    `select set_config('meguri.scope', 'insurer', true)`,
  ])('%s は呼べない', async (text) => expect(await outcome(actors.officer!, text)).toBe(DENIED))

  it('設定は、目録の表を書き換えても変わらない', async () => {
    await as(actors.staff!, `update pg_settings set setting = 'insurer' where name = 'meguri.scope'`).catch(
      () => {},
    )
    expect(await as(actors.staff!, `select current_setting('meguri.scope') as scope`)).toEqual([
      { scope: 'centre' },
    ])
  })
})

describe('一時の表と型', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client(database.client('app'))
    await client.connect()
  })
  afterAll(() => client.end())
  const settings = (actor: Actor) =>
    `set meguri.insurer = '${actor.insurerId}'; set meguri.staff = '${actor.staffId}'; set meguri.scope = '${actor.reach}';
     set meguri.centres = '{${actor.centreIds}}'; set meguri.holders = '{${actor.staffId}}'; set meguri.today = '${TEST_TODAY}'`

  it('履歴の引き金を自分の表に掛けて、履歴を偽ることはできない', async () => {
    await client.query('create temporary table forged (insurer_id int, id uuid, version int)')
    for (const name of ['platform.keep_history', 'casework.keep_address_apart', 'casework.forget_address'])
      await expect(
        client.query(`create trigger forged before update on forged for each row execute function ${name}()`),
      ).rejects.toMatchObject({ code: DENIED })
  })

  it('扉の中で使う型の名を、自分の型に替えられない', async () => {
    await client.query(settings(actors.staff!))
    // inside a door the user is another: were the domain used there, its check would refuse the value
    const isUs = `check (current_user = 'meguri_app')`
    await client.query(`create domain pg_temp.date as pg_catalog.date ${isUs}`)
    await client.query(`create domain pg_temp.uuid as pg_catalog.uuid ${isUs}`)
    await client.query(`select casework.transfer_person('${people.b}', 1, '${insurer.centres.a}', null, '')`)
    await client.query(
      `select count(*) from casework.find_people('シケン', null, null, null, '{}', null, null, null, false, 10)`,
    )
    await client.query(`select count(*) from casework.find_consultations('%', null, null, null, null, 10)`)
  })
})

describe('引き継ぎのあと', () => {
  it('履歴は人と一緒に移り、元のセンターからは読めない', async () => {
    const person = await aPerson(database, insurer, insurer.centres.a, { name: '試験 移る' })
    const manager = await anActor(database, insurer, 'centreManager', 'a')
    const receiver = await anActor(database, insurer, 'centreStaff', 'b')
    await as(manager, `update casework.person set note = 'A の所見' where id = $1`, [person])
    const [row] = await as<{ answer: { outcome: string } }>(
      manager,
      `select casework.transfer_person($1, 2, $2, null, '転居') as answer`,
      [person, insurer.centres.b],
    )
    expect(row!.answer.outcome).toBe('done')
    for (const [table, column] of [
      ['casework.person', 'id'],
      ['platform.history', 'person_id'],
      ['platform.task', 'person_id'],
    ]) {
      const seen = `select 1 from ${table} where ${column} = $1`
      expect(await as(manager, seen, [person]), table).toEqual([])
      expect((await as(receiver, seen, [person])).length, table).toBeGreaterThan(0)
    }
    const [again] = await as<{ answer: unknown }>(
      manager,
      `select casework.transfer_person($1, 3, $2, null, '') as answer`,
      [person, insurer.centres.a],
    )
    expect(again!.answer).toBeNull()
  })
})
