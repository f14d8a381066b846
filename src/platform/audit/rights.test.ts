import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../database/open.ts'
import { aLine, insert, type OwnAuditDatabase, ownAuditDatabase, PERSON } from './testing/own-database.ts'

let own: OwnAuditDatabase
const STAFF = '019aa000-0000-7000-8000-00000000b001'
const AUDITOR = '019aa000-0000-7000-8000-00000000b009'
beforeAll(async () => {
  own = await ownAuditDatabase('rights')
  await own.as('app', async (client) => {
    for (const [hour, change] of [
      ['01', { staffId: STAFF }],
      ['02', { staffId: STAFF, action: 'person.listed', personIds: [] }],
      ['03', {}],
      ['04', { insurerId: 990002, staffId: STAFF }],
    ] as const) {
      await insert(client, [
        aLine({
          requestId: hour,
          at: `2026-11-20T${hour}:00:00Z`,
          ...change,
          personIds: [...((change as { personIds?: string[] }).personIds ?? [PERSON])],
        }),
      ])
    }
  })
  await own.as('owner', async (client) => {
    for (const insurer of [990001, 990002, 990003]) {
      await client.query(
        `insert into registers.insurer (insurer_id, insurer_number, name, kind, is_sample) values ($1::int, ($1::int)::text, '監査試験市', 'municipality', true)`,
        [insurer],
      )
      await client.query(
        `insert into registers.staff (insurer_id, id, staff_number, name, kana, profession, valid_from)
         values ($1::int, $2, 'audit-' || ($1::int)::text, '試験 監査', 'シケン カンサ', 'clerk', '2020-04-01')`,
        [insurer, AUDITOR],
      )
      await client.query(
        `insert into registers.post (insurer_id, staff_id, role, valid_from) values ($1, $2, 'auditor', '2020-04-01')`,
        [insurer, AUDITOR],
      )
    }
  })
  await own.seal()
})
afterAll(() => own.drop())

const MAC = `decode(repeat('00', 32), 'hex')`
const allowed: [Role, string][] = [
  ['app', `insert into audit.line (at, request_id, action, outcome) values (now(), 'x', 'x', 'done')`],
  ['audit', 'select * from audit.line'],
  ['audit', 'select * from audit.seal'],
  ['audit', `insert into audit.seal values (1000, uuidv7(), ${MAC})`],
]
const everyone: Role[] = ['app', 'audit', 'identity', 'jobs', 'reference', 'readonly', 'owner', 'superuser']
const refused: [Role, string][] = [
  ...everyone.flatMap((role): [Role, string][] =>
    ['line', 'seal'].flatMap((table): [Role, string][] => [
      [role, `update audit.${table} set ${table === 'line' ? 'action' : 'line_id'} = default`],
      [role, `delete from audit.${table}`],
      [role, `truncate audit.${table}`],
    ]),
  ),
  ['app', 'select id from audit.line'],
  [
    'app',
    `insert into audit.line (at, request_id, action, outcome) values (now(), 'x', 'x', 'done') returning id`,
  ],
  [
    'app',
    `insert into audit.line (xid, at, request_id, action, outcome) values ('1', now(), 'x', 'x', 'done')`,
  ],
  [
    'app',
    `insert into audit.line (id, at, request_id, action, outcome) values (uuidv7(), now(), 'x', 'x', 'done')`,
  ],
  ['app', 'select * from audit.seal'],
  ['app', `insert into audit.seal values (1001, uuidv7(), ${MAC})`],
  ['app', 'select audit.begin_epoch()'],
  ['audit', `insert into audit.line (at, request_id, action, outcome) values (now(), 'x', 'x', 'done')`],
  ['audit', 'select * from audit.lines_of()'],
  ['readonly', 'select * from audit.line'],
]

/** Tries and takes back. */
const attempt = (role: Role, sql: string) =>
  own.as(role, async (client) => {
    await client.query('begin')
    const result = await client.query(sql).then(
      () => 'done',
      (error: pg.DatabaseError) => error.code,
    )
    await client.query('rollback')
    return result
  })

describe('監査記録の権限', () => {
  it.each(allowed)('%s は %s をできる', async (role, sql) => {
    expect(await attempt(role, sql)).toBe('done')
  })
  it.each(refused)('%s は %s をできない', async (role, sql) => {
    // 25006: 'readonly' is kept from writing before anyone looks at its rights
    expect(['42501', '25006']).toContain(await attempt(role, sql))
  })
})

describe('監査担当の窓口 audit.lines_of', () => {
  const ask = (insurer: string, args: string) =>
    own.as('app', async (client) => {
      await client.query(
        `begin; set local meguri.insurer = '${insurer}'; set local meguri.staff = '${AUDITOR}'; set local meguri.today = '2026-11-22'`,
      )
      const { rows } = await client.query(`select * from audit.lines_of(${args})`)
      return rows.map((row) => row.request_id)
    })

  it.each([
    ['自分の保険者の行だけ、新しい順', '990001', '', ['03', '02', '01']],
    ['ほかの保険者', '990002', '', ['04']],
    ['誰を', '990001', `person => '${PERSON}'`, ['03', '01']],
    ['誰が', '990001', `staff => '${STAFF}'`, ['02', '01']],
    ['何のために', '990001', `action_word => 'person.listed'`, ['02']],
    ['いつから', '990001', `from_at => '2026-11-20T02:00:00Z'`, ['03', '02']],
    ['いつの前まで', '990001', `until_at => '2026-11-20T02:00:00Z'`, ['01']],
    ['件数', '990001', 'row_limit => 2', ['03', '02']],
    ['件数は少なくとも1', '990001', 'row_limit => 0', ['03']],
  ])('%s', async (_, insurer, args, expected) => {
    expect(await ask(insurer, args)).toEqual(expected)
  })

  it.each([
    ['保険者が定まらない', ''],
    ['監査の職がない', '990004'],
  ])('%sときは、開かない', async (_, insurer) => {
    await expect(ask(insurer, '')).rejects.toMatchObject({ code: '42501' })
  })

  it('続きは最後の行の時刻と番号から', async () => {
    const last = await own.as('audit', (client) =>
      client.query(`select id, at::text from audit.line where request_id = '02'`),
    )
    const { id, at } = last.rows[0]
    expect(await ask('990001', `before_at => '${at}', before_id => '${id}'`)).toEqual(['01'])
  })

  it('一度に200行まで', async () => {
    await own.as('app', (client) =>
      insert(
        client,
        Array.from({ length: 250 }, () => aLine({ insurerId: 990003 })),
      ),
    )
    expect((await ask('990003', 'row_limit => 1000')).length).toBe(200)
  })
})
