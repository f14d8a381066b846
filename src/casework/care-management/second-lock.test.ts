import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  engineOf,
  TEST_TODAY,
  type TestInsurer,
} from '../../platform/testing/insurer.ts'
import { routes as eventRoutes } from '../people/events/routes.ts'
import { routes as peopleRoutes } from '../people/routes.ts'
import { aCourse, anEntrustment, aRecord } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let worker: Actor
let contractor: Actor
let rival: Actor
let rivalOffice: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes, peopleRoutes, eventRoutes])
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  contractor = await anActor(database, insurer, 'contractedCareManager')
  rivalOffice = randomUUID()
  rival = await anActor(database, insurer, 'contractedCareManager')
  await owner(
    `insert into registers.organisation (insurer_id, id, name, kind) values ($1, $2, '例示居宅（架空）', 'care-office')`,
    [insurer.id, rivalOffice],
  )
  await owner('update registers.post set organisation_id = $2 where staff_id = $1', [
    rival.staffId,
    rivalOffice,
  ])
  rival.organisationId = rivalOffice
})

const owner = (text: string, values: unknown[]) =>
  asOwner(database, async (client) => (await client.query(text, values)).rows)
const as = (actor: Actor, text: string, values: unknown[] = []) =>
  engineOf(database).transaction(actor, TEST_TODAY, (tx) => tx.query<Record<string, unknown>>(text, values))

async function entrusted(office = insurer.officeId, receiver: Actor | null = contractor) {
  const personId = await aPerson(database, insurer, insurer.centres.a)
  const { body: course } = await call(
    worker,
    'POST',
    '/api/care-management',
    aCourse(personId, { staffId: worker.staffId }),
  )
  const id = await entrust(course, office, receiver)
  return { personId, courseId: course.id as string, id }
}

async function entrust(
  course: { id: string; version: number },
  office: string,
  receiver: Actor | null,
): Promise<string> {
  const body = anEntrustment(course.version, office, { from: TEST_TODAY })
  const sent = await call(worker, 'POST', `/api/care-management/${course.id}/entrustments`, body)
  expect([sent.status, sent.body.errors]).toEqual([200, undefined])
  if (receiver) {
    expect((await call(receiver, 'POST', `/api/entrustments/${body.id}/receipt`, {})).status).toBe(200)
  }
  return body.id
}
const versionOf = async (id: string) =>
  (
    await owner('select version from casework.entrustment where insurer_id = $1 and id = $2', [
      insurer.id,
      id,
    ])
  )[0]?.version as number
const end = async (id: string, lastDay: string) =>
  call(worker, 'POST', `/api/entrustments/${id}/end`, {
    version: await versionOf(id),
    lastDay,
    reason: '終了',
  })

describe('終わった委託は、死亡の記録を取り消しても戻らない', () => {
  it.each(['2026-11-20', '2026-11-21'])('亡くなった日が11月20日、最終日が%s', async (lastDay) => {
    const { personId, id } = await entrusted()
    await owner(
      `update platform.person_access set valid_from = '2026-11-01' where insurer_id = $1 and person_id = $2`,
      [insurer.id, personId],
    )
    await owner(
      `update casework.entrustment set valid_from = '2026-11-01' where insurer_id = $1 and id = $2`,
      [insurer.id, id],
    )
    const [person] = await owner('select version from casework.person where insurer_id = $1 and id = $2', [
      insurer.id,
      personId,
    ])
    const died = await call(worker, 'POST', `/api/people/${personId}/events`, {
      version: person?.version,
      kind: 'died',
      happenedOn: '2026-11-20',
      informationSource: 'family',
      confirmedBy: worker.staffId,
      tasks: [],
    })
    expect([died.status, died.body.errors]).toEqual([201, undefined])
    expect((await end(id, lastDay)).status).toBe(200)
    const back = await call(worker, 'POST', `/api/people/${personId}/events/${died.body.id}/cancel`, {
      version: 1,
      reason: '別の方でした',
    })
    expect(back.status).toBe(200)
    expect(await as(contractor, 'select id from casework.person where id = $1', [personId])).toEqual([])
    const access = await owner(
      'select valid_to::text as until from platform.person_access where insurer_id = $1 and person_id = $2',
      [insurer.id, personId],
    )
    expect(access.every(({ until }) => until !== null && until <= lastDay)).toBe(true)
  })
})

describe('委託先の記録は、委託先の記録として残る', () => {
  const values = (
    courseId: string,
    personId: string,
    more: { organisation?: string | null; centre?: string } = {},
  ) => [
    insurer.id,
    courseId,
    personId,
    insurer.centres.a,
    contractor.staffId,
    more.organisation === undefined ? insurer.officeId : more.organisation,
    more.centre ?? null,
  ]
  const INSERT = `insert into casework.monitoring (insurer_id, course_id, person_id, centre_id, subject, done_on, way, staff_id,
      organisation_id, recorded_centre_id, result, change)
    values ($1, $2, $3, $4, 'monitoring', '2026-11-22', 'home', $5, $6, $7, '訪問', 'none') returning id`

  it('センターの記録を装って、確認を免れることはできない', async () => {
    const { personId, courseId } = await entrusted()
    expect(await as(contractor, INSERT, values(courseId, personId))).toHaveLength(1)
    for (const more of [{ organisation: null }, { organisation: rivalOffice }, { centre: insurer.centres.a }])
      await expect(as(contractor, INSERT, values(courseId, personId, more))).rejects.toMatchObject({
        code: '42501',
      })
    const record = aRecord()
    await call(contractor, 'POST', `/api/care-management/${courseId}/records`, record)
    for (const set of ['organisation_id = null', `staff_id = '${worker.staffId}'`])
      await expect(
        as(contractor, `update casework.monitoring set ${set} where id = $1`, [record.id]),
      ).rejects.toMatchObject({ code: '42501' })
  })

  it('センターの職員だったときの記録は、委託先に移ってからは直せない', async () => {
    const { personId, courseId } = await entrusted()
    const [row] = await owner(
      `insert into casework.monitoring (insurer_id, course_id, person_id, centre_id, subject, done_on, way, staff_id, result, change)
       values ($1, $2, $3, $4, 'monitoring', '2026-11-22', 'home', $5, '訪問', 'none') returning id`,
      [insurer.id, courseId, personId, insurer.centres.a, contractor.staffId],
    )
    const answer = await call(contractor, 'POST', `/api/monitoring/${row?.id}/withdraw`, {
      version: 1,
      reason: '誤り',
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'monitoring.not-own'])
  })

  it('ほかの方のケアマネジメントに、記録を紛れ込ませることはできない', async () => {
    const { personId } = await entrusted()
    const other = await entrusted(rivalOffice, rival)
    await expect(as(contractor, INSERT, values(other.courseId, personId))).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('ほかの事業所とのやり取り', () => {
  it('辞退の理由、受領待ち、統合の依頼は、同じ方の別の委託先には見えない', async () => {
    const { personId, courseId, id } = await entrusted(rivalOffice, null)
    await call(rival, 'POST', `/api/entrustments/${id}/decline`, { reason: '家族と折り合いが悪い' })
    const { body: course } = await call(worker, 'GET', `/api/care-management/${courseId}`)
    await entrust(course, insurer.officeId, contractor)
    await as(worker, 'select casework.request_merge($1, $2, $3)', [
      personId,
      TEST_TODAY,
      '隣の方の話では別名',
    ])
    const kinds = async (actor: Actor) =>
      (
        await as(actor, 'select distinct kind from platform.task where person_id = $1 order by 1', [personId])
      ).map(({ kind }) => kind)
    expect(await kinds(worker)).toContain('care-management.declined')
    const seen = await kinds(contractor)
    expect(seen).not.toContain('care-management.declined')
    expect(seen).not.toContain('care-management.receipt')
    expect(seen).not.toContain('person.merge-request')
    expect(seen.length).toBeGreaterThan(0)
    const sheet = await call(contractor, 'GET', `/api/people/${personId}/sheet`)
    expect(sheet.status).toBe(200)
    expect(JSON.stringify(sheet.body)).not.toContain('折り合い')
  })
})
