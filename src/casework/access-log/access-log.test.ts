import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, aPerson, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { storePerson } from '../people/factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let call: Call
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
})

const november = { from: '2026-11-01', until: '2026-11-30' }

async function anOffice() {
  const insurer = await anInsurer(database)
  const auditor = await anActor(database, insurer, 'auditor')
  const worker = await anActor(database, insurer, 'centreStaff', 'a')
  const line = (at: string, personIds: string[], more: { action?: string; outcome?: string } = {}) =>
    asOwner(database, (client) =>
      client.query(
        `insert into audit.line (insurer_id, staff_id, role, request_id, action, outcome, person_ids, at)
         values ($1, $2, 'centreStaff', 'r1', $3, $4, $5, $6)`,
        [insurer.id, worker.staffId, more.action ?? 'person.viewed', more.outcome ?? 'done', personIds, at],
      ),
    )
  return { insurer, auditor, worker, line }
}

describe('閲覧の記録', () => {
  it('だれがだれを見たかが、東京の日付で、名前つきで出る。監査した人の閲覧も記録に残る', async () => {
    const { insurer, auditor, worker, line } = await anOffice()
    const id = await aPerson(database, insurer, insurer.centres.a)
    await line('2026-10-31T23:59:59+09:00', [id])
    await line('2026-11-01T00:00:00+09:00', [id])
    await line('2026-11-30T23:59:59+09:00', [id])
    await line('2026-12-01T00:00:00+09:00', [id])
    const { status, body } = await call(auditor, 'POST', '/api/access-log/lines', november)
    expect(status).toBe(200)
    const own = body.items.filter((one: { action: string }) => one.action === 'person.viewed')
    expect(own.map((one: { at: string }) => one.at)).toEqual(['2026-11-30T14:59:59Z', '2026-10-31T15:00:00Z'])
    expect(own[0]).toMatchObject({
      staff: { id: worker.staffId },
      roleLabel: '包括職員',
      people: [{ id, name: '試験 花子' }],
      peopleCount: 1,
    })
    const again = await call(auditor, 'POST', '/api/access-log/lines', { ...november, personId: id })
    const looks = again.body.items.map((one: { action: string }) => one.action)
    expect(looks).toContain('access-log.viewed')
  })

  it('番号で本人を特定できるが、一部では見つからない', async () => {
    const { insurer, auditor } = await anOffice()
    const id = await asOwner(database, (client) =>
      storePerson(client, insurer.id, { centreId: insurer.centres.a, insuredNumber: '0000123456' }),
    )
    const found = await call(auditor, 'POST', '/api/access-log/people', { number: '００００１２３４５６' })
    expect(found.body.items).toMatchObject([{ id }])
    const part = await call(auditor, 'POST', '/api/access-log/people', { number: '123456' })
    expect(part.body.items).toEqual([])
  })

  it('職員ごとに、一日に見た人数の最大、時間外、拒否、書き出しを数える', async () => {
    const { insurer, auditor, worker, line } = await anOffice()
    const people = await Promise.all([1, 2, 3].map(() => aPerson(database, insurer, insurer.centres.a)))
    const [a, b, c] = people as [string, string, string]
    await line('2026-11-04T10:00:00+09:00', [a, b])
    await line('2026-11-04T19:59:59+09:00', [a])
    await line('2026-11-04T20:00:00+09:00', [a])
    await line('2026-11-05T06:59:59+09:00', [c])
    await line('2026-11-07T10:00:00+09:00', [c], { action: 'person.exported' })
    await line('2026-11-06T10:00:00+09:00', [], { outcome: 'refused' })
    const { body } = await call(auditor, 'POST', '/api/access-log/by-staff', november)
    expect(
      body.items.find((one: { staff: { id: string } }) => one.staff.id === worker.staffId),
    ).toMatchObject({
      lines: 6,
      people: 3,
      mostPeopleADay: 2,
      outsideHours: 3,
      refused: 1,
      exported: 1,
    })
  })

  it('続きは重ならず、抜けない', async () => {
    const { auditor, line } = await anOffice()
    for (let at = 0; at < 5; at += 1) await line('2026-11-04T10:00:00+09:00', [], { action: `step.${at}` })
    const ids = new Set<string>()
    let cursor: string | null = null
    do {
      const { body } = await call(auditor, 'POST', '/api/access-log/lines', {
        from: '2026-11-04',
        until: '2026-11-04',
        limit: 2,
        cursor,
      })
      for (const { id } of body.items) ids.add(id)
      cursor = body.nextCursor
    } while (cursor)
    expect(ids.size).toBe(5)
  })

  it('監査担当でない職員は、画面からも扉からも見られない', async () => {
    const { insurer, worker } = await anOffice()
    expect((await call(worker, 'POST', '/api/access-log/lines', november)).status).toBe(403)
    const officer = await anActor(database, insurer, 'officer')
    for (const text of [
      `select * from casework.names_for_audit('{}')`,
      `select * from casework.person_for_audit('1')`,
      `select * from casework.looks_by_staff('2026-11-01', '2026-12-01')`,
    ])
      await expect(workOf(database, officer).read((tx) => tx.query(text, []))).rejects.toThrow(
        /only an auditor/,
      )
  })

  it('ほかの保険者の記録は出ない', async () => {
    const { insurer, line } = await anOffice()
    const id = await aPerson(database, insurer, insurer.centres.a)
    await line('2026-11-04T10:00:00+09:00', [id])
    const elsewhere = await anOffice()
    const { body } = await call(elsewhere.auditor, 'POST', '/api/access-log/lines', {
      ...november,
      personId: id,
    })
    expect(body.items).toEqual([])
  })
})
