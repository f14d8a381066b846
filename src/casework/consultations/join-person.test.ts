import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, aPerson, asOwner, type TestInsurer } from '../../platform/testing/insurer.ts'
import { aConsultation } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let worker: Actor
let officer: Actor
let own: string
let foreign: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes])
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  officer = await anActor(database, insurer, 'officer')
  own = await aPerson(database, insurer, insurer.centres.a)
  foreign = await aPerson(database, insurer, insurer.centres.b)
})

/** A call about somebody without a name, with everything that can hang on one. */
async function unnamed(): Promise<string> {
  const { personId: _, ...body } = aConsultation({
    topics: ['abuse'],
    nextAction: '家を訪ねる',
    dueOn: '2026-11-30',
    referrals: [{ toKind: 'other', toName: '見本の窓口', consent: false }],
    unnamed: { ageBand: '75-84', sex: 'female' },
  } as never) as { personId?: string; id: string }
  const answer = await call(worker, 'POST', '/api/consultations', body)
  expect([answer.status, answer.body.errors]).toEqual([200, undefined])
  return body.id
}
const join = (actor: Actor, id: string, personId: string | null, version = 1) =>
  call(actor, 'POST', `/api/consultations/${id}/person`, { version, personId })
/** Person and centre in every table that the consultation wrote to. */
const places = (id: string) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ what: string; person: string | null; centre: string | null }>(
      `select 'consultation' as what, person_id as person, centre_id as centre from casework.consultation where insurer_id = $1 and id = $2
       union all select 'journal', person_id, centre_id from platform.journal where insurer_id = $1 and source_id = $2
       union all select distinct 'task', person_id, centre_id from platform.task where insurer_id = $1 and source_id = $2
       union all select 'referral', person_id, centre_id from casework.referral where insurer_id = $1 and consultation_id = $2
       union all select 'abuse', person_id, centre_id from casework.abuse_case where insurer_id = $1 and consultation_id = $2 order by 1`,
      [insurer.id, id],
    )
    return rows
  })
const all = (person: string | null, centre: string, ofJournal = centre) =>
  ['abuse', 'consultation', 'journal', 'referral', 'task'].map((what) => ({
    what,
    person,
    centre: what === 'journal' ? ofJournal : centre,
  }))

describe('氏名不明の相談を、あとから対象者と結ぶ', () => {
  it('業務記録・予定・紹介・虐待対応も、その方のものになる', async () => {
    const id = await unnamed()
    expect(await places(id)).toEqual(all(null, insurer.centres.a))
    const answer = await join(worker, id, own)
    expect(answer.body).toMatchObject({ version: 2, person: { id: own }, unnamed: null })
    expect(await places(id)).toEqual(all(own, insurer.centres.a))
  })

  it('元に戻せば、聞いたままの氏名不明に戻る', async () => {
    const id = await unnamed()
    await join(worker, id, own)
    const back = await join(worker, id, null, 2)
    expect(back.body).toMatchObject({ person: null, unnamed: { ageBand: '75-84', sex: 'female' } })
    expect(await places(id)).toEqual(all(null, insurer.centres.a))
  })

  it('ほかのセンターの方と結べば、そのセンターのものになるが、業務の実績は受けたセンターに残る', async () => {
    const id = await unnamed()
    expect((await join(worker, id, foreign)).status).toBe(404)
    expect((await join(officer, id, foreign)).status).toBe(200)
    expect(await places(id)).toEqual(all(foreign, insurer.centres.b, insurer.centres.a))
  })

  it('すでに決まっているとき、古い画面から、いない方とは、結べない', async () => {
    const id = await unnamed()
    await join(worker, id, own)
    expect((await join(worker, id, own, 2)).body.code).toBe('join.named')
    expect((await join(worker, id, own, 1)).body.code).toBe('conflict')
    expect((await join(worker, await unnamed(), randomUUID())).status).toBe(404)
    const body = aConsultation({ personId: own })
    await call(worker, 'POST', '/api/consultations', body)
    expect((await join(worker, body.id, null)).body.code).toBe('join.never-unnamed')
  })

  it('統合された記録を選べば、統合先の方のものになる', async () => {
    const merged = await aPerson(database, insurer, insurer.centres.a)
    await asOwner(database, (client) =>
      client.query('update casework.person set merged_into = $3 where insurer_id = $1 and id = $2', [
        insurer.id,
        merged,
        own,
      ]),
    )
    const answer = await join(worker, await unnamed(), merged)
    expect(answer.body.person.id).toBe(own)
  })
})
