import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
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

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'centreStaff', 'a')
})

const namesSeenBy = (actor: Actor, today = TEST_TODAY) =>
  engineOf(database).transaction(actor, today, async (tx) => {
    const rows = await tx.query<{ id: string }>('select id from casework.person')
    return rows.map((row) => row.id)
  })

describe('行レベルの閲覧範囲(問い合わせに条件がなくても守る)', () => {
  it('センター職員は自センターの人だけ、保険者職員は保険者の全員、他の保険者は誰も見えない', async () => {
    const own = await aPerson(database, insurer, insurer.centres.a)
    const other = await aPerson(database, insurer, insurer.centres.b)
    const elsewhere = await anInsurer(database)
    const foreign = await aPerson(database, elsewhere, elsewhere.centres.a)
    const officer = await anActor(database, insurer, 'officer')
    const seen = await namesSeenBy(worker)
    expect(seen).toContain(own)
    expect(seen).not.toContain(other)
    expect(await namesSeenBy(officer)).toEqual(expect.arrayContaining([own, other]))
    expect(await namesSeenBy(officer)).not.toContain(foreign)
  })

  it('委託先は割り当ての最終日まで見え、翌日から見えない', async () => {
    const person = await aPerson(database, insurer, insurer.centres.b)
    const contractor = await anActor(database, insurer, 'contractedCareManager')
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to)
         values ($1, $2, $3, 'assignment', '2026-11-01', '2026-11-21')`,
        [insurer.id, person, insurer.officeId],
      ),
    )
    expect(await namesSeenBy(contractor, '2026-10-31')).not.toContain(person)
    expect(await namesSeenBy(contractor, '2026-11-01')).toContain(person)
    expect(await namesSeenBy(contractor, '2026-11-21')).toContain(person)
    expect(await namesSeenBy(contractor, '2026-11-22')).not.toContain(person)
  })

  it('個人記録に届かない職は誰も見えない', async () => {
    await aPerson(database, insurer, insurer.centres.a)
    for (const role of ['coordinator', 'auditor', 'administrator', 'prefectureOfficer'] as const) {
      expect(await namesSeenBy(await anActor(database, insurer, role))).toEqual([])
    }
  })

  it('別のセンターの人として書き込めず、別のセンターへ移せない', async () => {
    const own = await aPerson(database, insurer, insurer.centres.a)
    const run = (text: string, values: unknown[]) =>
      engineOf(database).transaction(worker, TEST_TODAY, (tx) => tx.query(text, values))
    await expect(
      run(
        `insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, sex, source)
         values ($1, $2, 'x', 'x', 'x', 'x', 'unknown', 'hand')`,
        [insurer.id, insurer.centres.b],
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      run('update casework.person set centre_id = $2 where id = $1', [own, insurer.centres.b]),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('一つの文では設定を書き換えられない', async () => {
    const attempt = engineOf(database).transaction(worker, TEST_TODAY, (tx) =>
      tx.query(`select set_config('meguri.scope', 'insurer', true)`),
    )
    await expect(attempt).rejects.toMatchObject({ code: '42501' })
  })
})

describe('一つの要求の取引', () => {
  it('途中で誤りがあれば何も残らず、次の要求は同じ接続で動く', async () => {
    const key = 'engine-test'
    const attempt = engineOf(database).transaction(worker, TEST_TODAY, async (tx) => {
      await tx.query(
        `insert into platform.draft (insurer_id, staff_id, key, content) values ($1, $2, $3, '{}')`,
        [insurer.id, worker.staffId, key],
      )
      await tx.query('select 1/0')
    })
    await expect(attempt).rejects.toMatchObject({ code: '22012' })
    const left = await engineOf(database).transaction(worker, TEST_TODAY, (tx) =>
      tx.query('select 1 from platform.draft where key = $1', [key]),
    )
    expect(left).toEqual([])
  })

  it('待たずに送った文の誤りを、確定の返事から見つける', async () => {
    const attempt = engineOf(database).transaction(worker, TEST_TODAY, async (tx) => {
      tx.query('select 1/0').catch(() => {})
    })
    await expect(attempt).rejects.toThrow(/ROLLBACK/)
  })

  it('一便で送った文の答えは順に返り、一つでも誤れば全部なかったことになる', async () => {
    const engine = engineOf(database)
    const [one, two] = await engine.flight(worker, TEST_TODAY, [
      { text: 'select 1 as n' },
      { text: 'select $1::int + 1 as n', values: [1] },
    ])
    expect([one, two]).toEqual([[{ n: 1 }], [{ n: 2 }]])
    await expect(engine.flight(worker, TEST_TODAY, [{ text: 'select 1/0' }])).rejects.toMatchObject({
      code: '22012',
    })
  })

  it('更新のたびに前の状態が残り、版が一つ進む', async () => {
    const person = await aPerson(database, insurer, insurer.centres.a)
    const rows = await engineOf(database).transaction(worker, TEST_TODAY, async (tx) => {
      await tx.query('update casework.person set note = $2 where id = $1', [person, 'あと'])
      return tx.query<{ version: number; kept: { note: string | null }; by: string }>(
        `select p.version, h.row as kept, h.changed_by as by from casework.person p
         join platform.history h on h.row_id = p.id where p.id = $1`,
        [person],
      )
    })
    expect(rows).toMatchObject([{ version: 2, kept: { note: null }, by: worker.staffId }])
  })

  it('要求の途中で接続が切れても、その要求だけが失敗し、次の要求は新しい接続で動く', async () => {
    const attempt = engineOf(database).transaction(worker, TEST_TODAY, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      await asOwner(database, async () => {
        const superuser = new pg.Client({ ...database.client('superuser') })
        await superuser.connect()
        await superuser.query('select pg_terminate_backend($1)', [row!.pid])
        await superuser.end()
      })
      await tx.query('select pg_sleep(1)')
    })
    await expect(attempt).rejects.toThrow()
    const next = await engineOf(database).transaction(worker, TEST_TODAY, (tx) => tx.query('select 1 as n'))
    expect(next).toEqual([{ n: 1 }])
  })

  it('満員のときは待たせずに 503 を返す', async () => {
    const { Engine } = await import('./engine.ts')
    const small = new Engine(database.client('app'), { size: 1, maxWaiting: 1 })
    const slow = () => small.transaction(worker, TEST_TODAY, (tx) => tx.query('select pg_sleep(0.2)'))
    const first = slow()
    const second = slow()
    await expect(slow()).rejects.toMatchObject({ status: 503, code: 'overloaded' })
    await Promise.all([first, second])
    await small.end()
  })
})
