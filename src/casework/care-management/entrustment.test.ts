import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { routes as journalRoutes } from '../../platform/journal/routes.ts'
import { routes as noticeRoutes } from '../../platform/notices/routes.ts'
import { routes as taskRoutes } from '../../platform/tasks/routes.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, aPerson, asOwner, type TestInsurer } from '../../platform/testing/insurer.ts'
import { routes as consultationRoutes } from '../consultations/routes.ts'
import { storePerson } from '../people/factory.ts'
import { routes as peopleRoutes } from '../people/routes.ts'
import { aChange, aCourse, anEntrustment, aRecord } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
let manager: Actor
let stranger: Actor
let officer: Actor
let contractor: Actor
let partner: Actor
let rival: Actor
let rivalOffice: string

const areas = [routes, taskRoutes, peopleRoutes, consultationRoutes, journalRoutes, noticeRoutes]
const at = (now: string): Call => anApi(database, areas, { now })
const noon = (day: string) => `${day}T12:00:00+09:00`
let call: Call

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = at(noon('2026-11-22'))
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  manager = await anActor(database, insurer, 'centreManager', 'a')
  stranger = await anActor(database, insurer, 'centreStaff', 'b')
  officer = await anActor(database, insurer, 'officer')
  contractor = await anActor(database, insurer, 'contractedCareManager')
  partner = await anActor(database, insurer, 'contractedCareManager')
  rivalOffice = randomUUID()
  rival = await anActor(database, insurer, 'contractedCareManager')
  await asOwner(database, async (client) => {
    await client.query(
      `insert into registers.organisation (insurer_id, id, name, kind) values ($1, $2, '例示居宅（架空）', 'care-office')`,
      [insurer.id, rivalOffice],
    )
    await client.query('update registers.post set organisation_id = $2 where staff_id = $1', [
      rival.staffId,
      rivalOffice,
    ])
  })
  rival.organisationId = rivalOffice
})

const stored = (sql: string, values: unknown[]) =>
  asOwner(database, async (client) => (await client.query(sql, values)).rows)
const send = (
  course: { id: string; version: number },
  more: Parameters<typeof anEntrustment>[2] = {},
  by = worker,
) =>
  call(
    by,
    'POST',
    `/api/care-management/${course.id}/entrustments`,
    anEntrustment(course.version, insurer.officeId, more),
  )

/** Until so many sessions of the test database wait for a lock. */
async function waiting(count: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [row] = await stored(
      `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where a.datname = current_database() and not l.granted`,
      [],
    )
    if (row?.n >= count) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no ${count} sessions wait for a lock`)
}

/** A person of centre A with a course, entrusted and received. */
async function entrusted(more: Parameters<typeof anEntrustment>[2] = {}, name = '試験 委託子') {
  const personId = await asOwner(database, (client) =>
    storePerson(client, insurer.id, {
      centreId: insurer.centres.a,
      name,
      kana: 'シケン イタクコ',
      phone: '000-7777-0001',
    }),
  )
  const opened = await call(
    worker,
    'POST',
    '/api/care-management',
    aCourse(personId, { staffId: worker.staffId }),
  )
  const sent = await send(opened.body, { contractorStaffId: contractor.staffId, ...more })
  expect(sent.status).toBe(200)
  const id: string = sent.body.entrustments[0].id
  const received = await call(contractor, 'POST', `/api/entrustments/${id}/receipt`, {})
  expect(received.status).toBe(200)
  return { personId, courseId: opened.body.id as string, id, version: sent.body.entrustments[0].version + 1 }
}

describe('委託する', () => {
  it('届いた引き継ぎは受領待ちに出て、受領すると送り主の回答待ちが終わり、予定が委託先に移る', async () => {
    const personId = await aPerson(database, insurer, insurer.centres.a, { name: '試験 受領子' })
    const opened = await call(
      worker,
      'POST',
      '/api/care-management',
      aCourse(personId, { staffId: worker.staffId }),
    )
    const sent = await send(opened.body, { contractorStaffId: contractor.staffId })
    const { id } = sent.body.entrustments[0]
    expect(sent.body.entrustments[0]).toMatchObject({ state: 'waiting', from: '2026-11-01' })
    const waiting = sent.body.tasks.filter((one: { state: string }) => one.state === 'waiting')
    expect(waiting).toMatchObject([{ kind: 'care-management.receipt' }])

    const inbox = await call(contractor, 'GET', '/api/entrustments/inbox')
    expect(inbox.body.rows).toContainEqual(
      expect.objectContaining({
        id,
        personName: '試験 受領子',
        mine: true,
        handOver: expect.stringContaining('段差'),
      }),
    )
    expect((await call(rival, 'GET', '/api/entrustments/inbox')).body.rows).toEqual([])
    const bell = await call(contractor, 'GET', '/api/notices')
    expect(JSON.stringify(bell.body)).toContain('受領待ち')

    const received = await call(contractor, 'POST', `/api/entrustments/${id}/receipt`, {})
    expect(received.body).toEqual({ personId })
    expect((await call(contractor, 'POST', `/api/entrustments/${id}/receipt`, {})).status).toBe(200)
    const after = await call(worker, 'GET', `/api/care-management/${opened.body.id}`)
    expect(after.body.entrustments[0]).toMatchObject({ state: 'running', receivedByName: '試験 職員' })
    expect(after.body.tasks.map((one: { kind: string }) => one.kind)).not.toContain('care-management.receipt')
    const holders = await stored(
      `select kind, holder_id as holder from platform.task where source_id = $1 and state = 'open'`,
      [opened.body.id],
    )
    expect(new Set(holders.map(({ holder }) => holder))).toEqual(new Set([contractor.staffId]))
    const today = await call(contractor, 'GET', '/api/today?tab=new')
    expect(today.body.rows.map((row: { person: { id: string } }) => row.person.id)).toContain(personId)
  })

  it('辞退すると、その場で見えなくなり、センターに理由つきの予定が出る', async () => {
    const personId = await aPerson(database, insurer, insurer.centres.a)
    const opened = await call(
      worker,
      'POST',
      '/api/care-management',
      aCourse(personId, { staffId: worker.staffId }),
    )
    const { id } = (await send(opened.body)).body.entrustments[0]
    expect((await call(contractor, 'GET', `/api/people/${personId}/sheet`)).status).toBe(200)
    const declined = await call(contractor, 'POST', `/api/entrustments/${id}/decline`, {
      reason: '受け持ちが一杯',
    })
    expect(declined.body).toEqual({ outcome: 'declined' })
    expect((await call(contractor, 'GET', `/api/people/${personId}/sheet`)).status).toBe(404)
    expect((await call(contractor, 'POST', `/api/entrustments/${id}/receipt`, {})).status).toBe(404)
    const tasks = await stored(
      `select title, holder_id as holder from platform.task where source_id = $1 and kind = 'care-management.declined'`,
      [opened.body.id],
    )
    expect(tasks).toEqual([
      { title: '委託の辞退: 試験居宅介護支援事業所（受け持ちが一杯）', holder: worker.staffId },
    ])
    const again = await call(worker, 'GET', `/api/care-management/${opened.body.id}`)
    expect((await send(again.body)).status).toBe(200)
  })

  it('初日の前は、引き継ぎだけが見えて、方の記録は見えない', async () => {
    const personId = await aPerson(database, insurer, insurer.centres.a, { name: '試験 先子' })
    const opened = await call(worker, 'POST', '/api/care-management', aCourse(personId))
    await send(opened.body, { from: '2026-12-01' })
    const inbox = await call(contractor, 'GET', '/api/entrustments/inbox')
    expect(JSON.stringify(inbox.body)).toContain('試験 先子')
    expect((await call(contractor, 'GET', `/api/people/${personId}/sheet`)).status).toBe(404)
    const { status } = await at(noon('2026-12-01'))(contractor, 'GET', `/api/people/${personId}/sheet`)
    expect(status).toBe(200)
  })

  it('委託できるのは担当センターと保険者だけ。許可で見ている職員や委託先にはできない', async () => {
    const personId = await aPerson(database, insurer, insurer.centres.a)
    const opened = await call(worker, 'POST', '/api/care-management', aCourse(personId))
    await stored(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'grant', '2026-01-01')`,
      [insurer.id, personId, stranger.staffId],
    )
    expect((await call(stranger, 'GET', `/api/care-management/${opened.body.id}`)).status).toBe(200)
    expect((await send(opened.body, {}, stranger)).status).toBe(404)
    expect((await send(opened.body, {}, contractor)).status).toBe(403)
    expect((await send(opened.body, {}, officer)).status).toBe(200)
  })

  it.each<[string, Parameters<typeof anEntrustment>[2], string]>([
    ['台帳にない事業所', { organisationId: '00000000-0000-4000-8000-000000000000' }, 'organisationId'],
    [
      'その事業所にいない担当',
      { contractorStaffId: '00000000-0000-4000-8000-000000000000' },
      'contractorStaffId',
    ],
    ['最終日が初日より前', { from: '2026-12-01', to: '2026-11-30' }, 'to'],
    ['過ぎた最終日', { from: '2026-10-01', to: '2026-11-21' }, 'to'],
    ['空の引き継ぎ', { handOver: ' ' }, 'handOver'],
  ])('断る: %s', async (_, more, path) => {
    const personId = await aPerson(database, insurer, insurer.centres.a)
    const opened = await call(worker, 'POST', '/api/care-management', aCourse(personId))
    const answer = await send(opened.body, more)
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, path])
    expect(await stored('select 1 from platform.person_access where person_id = $1', [personId])).toEqual([])
  })

  it('期間の重なる二つ目の委託は断る。同じ番号の再送は一つだけ残る', async () => {
    const personId = await aPerson(database, insurer, insurer.centres.a)
    const opened = await call(worker, 'POST', '/api/care-management', aCourse(personId))
    const body = anEntrustment(opened.body.version, insurer.officeId)
    const path = `/api/care-management/${opened.body.id}/entrustments`
    expect((await call(worker, 'POST', path, body)).status).toBe(200)
    expect((await call(worker, 'POST', path, body)).status).toBe(200)
    expect(
      await stored('select 1 from platform.person_access where person_id = $1', [personId]),
    ).toHaveLength(1)
    const second = await call(worker, 'POST', path, anEntrustment(opened.body.version, rivalOffice))
    expect(second.body.errors[0].path).toBe('from')
  })
})

describe('委託先の仕事', () => {
  it('自分の記録を書け、センターの確認の予定が出て、確認すると消える', async () => {
    const { courseId } = await entrusted()
    const record = aRecord({ result: '膝の痛みが軽くなった' })
    const added = await call(contractor, 'POST', `/api/care-management/${courseId}/records`, record)
    expect(added.body.records[0]).toMatchObject({
      needsConfirmation: true,
      organisationName: '試験居宅介護支援事業所',
      mine: true,
    })
    const [confirm] = await stored(
      `select holder_id as holder, due_on::text as due from platform.task where source_id = $1 and kind = 'care-management.confirm'`,
      [courseId],
    )
    expect(confirm).toEqual({ holder: worker.staffId, due: '2026-11-27' })
    const refused = await call(contractor, 'POST', `/api/monitoring/${record.id}/confirm`, {
      version: 1,
      opinion: null,
    })
    expect(refused.status).toBe(403)
    const done = await call(worker, 'POST', `/api/monitoring/${record.id}/confirm`, {
      version: 1,
      opinion: '継続でよい',
    })
    expect(done.body.records[0]).toMatchObject({ needsConfirmation: false, opinion: '継続でよい' })
    expect(done.body.tasks.map((one: { kind: string }) => one.kind)).not.toContain('care-management.confirm')
    const late = await call(contractor, 'POST', `/api/monitoring/${record.id}/withdraw`, {
      version: 2,
      reason: '誤り',
    })
    expect(late.body.code).toBe('monitoring.confirmed')
    const journal = await stored(
      'select staff_id as staff, centre_id as centre from platform.journal where source_id = $1',
      [record.id],
    )
    expect(journal).toEqual([{ staff: contractor.staffId, centre: null }])
  })

  it('計画の原案を出し、センターが確認すると計画の期間になる', async () => {
    const { courseId } = await entrusted()
    const draft = aRecord({
      subject: 'plan',
      way: 'online',
      planFrom: '2026-12-01',
      planTo: '2027-11-30',
      result: '原案',
    })
    await call(contractor, 'POST', `/api/care-management/${courseId}/records`, draft)
    const before = await call(worker, 'GET', `/api/care-management/${courseId}`)
    expect(before.body.planTo).toBe('2027-08-31')
    const after = await call(worker, 'POST', `/api/monitoring/${draft.id}/confirm`, {
      version: 1,
      opinion: '目標を具体的に',
      takesPlan: true,
    })
    expect(after.body).toMatchObject({
      planFrom: '2026-12-01',
      planTo: '2027-11-30',
      evaluationDueOn: '2027-11-30',
    })
  })

  it('ケアマネジメントそのものは直せず、終えられず、ほかの職員の記録にも触れない', async () => {
    const { courseId } = await entrusted()
    const { body: course } = await call(contractor, 'GET', `/api/care-management/${courseId}`)
    const tries = [
      await call(contractor, 'PATCH', `/api/care-management/${courseId}`, aChange(course.version)),
      await call(contractor, 'POST', `/api/care-management/${courseId}/end`, {
        version: 1,
        endedOn: '2026-11-22',
        reason: 'x',
      }),
      await call(contractor, 'POST', '/api/care-management', aCourse(course.person.id)),
    ]
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403])
    const ofCentre = await call(
      worker,
      'POST',
      `/api/care-management/${courseId}/records`,
      aRecord({ doneOn: '2026-10-02' }),
    )
    const { id, version } = ofCentre.body.records.find((one: { mine: boolean }) => one.mine)
    const foreign = await call(contractor, 'POST', `/api/monitoring/${id}/withdraw`, {
      version,
      reason: '試し',
    })
    expect(foreign.body.code).toBe('monitoring.not-own')
  })

  it('ほかの事業所の委託先には、いない方と同じ答え', async () => {
    const { personId, courseId, id } = await entrusted()
    const answers = [
      await call(rival, 'GET', `/api/people/${personId}/care-management`),
      await call(rival, 'GET', `/api/care-management/${courseId}`),
      await call(rival, 'GET', `/api/care-management/${courseId}/entrustments/${id}/pdf`),
      await call(rival, 'POST', `/api/care-management/${courseId}/records`, aRecord()),
      await call(rival, 'POST', `/api/entrustments/${id}/receipt`, {}),
      await call(rival, 'POST', `/api/entrustments/${id}/decline`, { reason: '試し' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
    const absent = await call(rival, 'GET', `/api/care-management/${randomUUID()}`)
    expect({ ...answers[1]?.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' })
  })

  it('虐待に関わる相談と予定は、委託した方のものでも見えない', async () => {
    const { personId } = await entrusted()
    const consultation = await call(worker, 'POST', '/api/consultations', {
      id: randomUUID(),
      personId,
      channel: 'phone',
      caller: 'neighbour',
      urgency: 'normal',
      topics: ['abuse'],
      text: '隣の家から怒鳴り声',
      receivedAt: '2026-11-22T09:00:00+09:00',
    })
    expect(consultation.status).toBe(200)
    const seen = [
      await call(contractor, 'GET', `/api/people/${personId}/sheet`),
      await call(contractor, 'GET', `/api/people/${personId}/timeline`),
      await call(contractor, 'GET', `/api/people/${personId}/care-management`),
      await call(contractor, 'POST', '/api/consultations/list', { personId }),
    ]
    for (const { status, body } of seen) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toMatch(/虐待|怒鳴り声/u)
    }
  })
})

describe('委託の終わり', () => {
  /** Everything a contractor can ask about a person, as texts. */
  async function everything(now: string, personId: string, courseId: string, word: string) {
    const ask = at(now)
    const answers = {
      people: await ask(contractor, 'GET', '/api/people?total=true'),
      search: await ask(contractor, 'POST', '/api/people/search', { text: word }),
      sheet: await ask(contractor, 'GET', `/api/people/${personId}/sheet`),
      timeline: await ask(contractor, 'GET', `/api/people/${personId}/timeline`),
      history: await ask(contractor, 'GET', `/api/people/${personId}/history`),
      courses: await ask(contractor, 'GET', `/api/people/${personId}/care-management`),
      course: await ask(contractor, 'GET', `/api/care-management/${courseId}`),
      list: await ask(contractor, 'POST', '/api/care-management/list', { withTotal: true }),
      consultations: await ask(contractor, 'POST', '/api/consultations/list', { withTotal: true }),
      today: await ask(contractor, 'GET', '/api/today?tab=ahead'),
      overdue: await ask(contractor, 'GET', '/api/today?tab=overdue'),
      journal: await ask(contractor, 'GET', '/api/journal'),
      inbox: await ask(contractor, 'GET', '/api/entrustments/inbox'),
      bell: await ask(contractor, 'GET', '/api/notices'),
      record: await ask(
        contractor,
        'POST',
        `/api/care-management/${courseId}/records`,
        aRecord({ doneOn: '2026-11-01' }),
      ),
    }
    return Object.fromEntries(
      Object.entries(answers).map(([name, { status, body }]) => [
        name,
        { status, text: JSON.stringify(body) },
      ]),
    )
  }

  it('最終日の23時59分までは見え、翌日0時からは、同じサインインのままでも何も見えない', async () => {
    const own = await anInsurer(database)
    const staff = await anActor(database, own, 'centreStaff', 'a')
    const theirs = await anActor(database, own, 'contractedCareManager')
    const saved = contractor
    contractor = theirs // the same session, asked at two times
    try {
      const personId = await asOwner(database, (client) =>
        storePerson(client, own.id, { centreId: own.centres.a, name: '甲野 終子', kana: 'コウノ オワコ' }),
      )
      const opened = await call(
        staff,
        'POST',
        '/api/care-management',
        aCourse(personId, { staffId: staff.staffId }),
      )
      const path = `/api/care-management/${opened.body.id}/entrustments`
      const sent = await call(staff, 'POST', path, anEntrustment(opened.body.version, own.officeId))
      const { id } = sent.body.entrustments[0]
      await call(theirs, 'POST', `/api/entrustments/${id}/receipt`, {})
      await call(
        theirs,
        'POST',
        `/api/care-management/${opened.body.id}/records`,
        aRecord({ result: '甲野さんは元気' }),
      )
      const { version } = (await call(staff, 'GET', `/api/care-management/${opened.body.id}`)).body
        .entrustments[0]
      const ended = await call(staff, 'POST', `/api/entrustments/${id}/end`, {
        version,
        lastDay: '2026-11-30',
        reason: '転居のため',
      })
      expect(ended.status).toBe(200)

      const before = await everything('2026-11-30T23:59:59+09:00', personId, opened.body.id, 'コウノ オワコ')
      expect(before.sheet?.status).toBe(200)
      expect(before.record?.status).toBe(200)
      expect(before.people?.text).toContain('甲野 終子')
      expect(before.list?.text).toContain('甲野 終子')

      const after = await everything('2026-12-01T00:00:00+09:00', personId, opened.body.id, 'コウノ オワコ')
      for (const [name, { status, text }] of Object.entries(after)) {
        expect([name, text.includes('甲野'), text.includes(personId)]).toEqual([name, false, false])
        if (['sheet', 'timeline', 'courses', 'course', 'record'].includes(name))
          expect([name, status]).toEqual([name, 404])
      }
      expect(JSON.parse(after.people?.text ?? '').total).toBe(0)
      expect(JSON.parse(after.list?.text ?? '').total).toBe(0)
      expect(JSON.parse(after.today?.text ?? '').counts).toEqual({
        new: 0,
        due: 0,
        overdue: 0,
        waiting: 0,
        ahead: 0,
      })
      expect(
        JSON.parse(after.today?.text ?? '').strip.every(({ count }: { count: number }) => count === 0),
      ).toBe(true)

      const kept = await call(staff, 'GET', `/api/care-management/${opened.body.id}`)
      expect(JSON.stringify(kept.body.records)).toContain('甲野さんは元気')
    } finally {
      contractor = saved
    }
  })

  it('最終日の後が期限の予定はすぐセンターに戻り、残るかもしれないもののために翌日の予定が出る', async () => {
    const { courseId, id, version } = await entrusted()
    const answer = await call(worker, 'POST', `/api/entrustments/${id}/end`, {
      version,
      lastDay: '2026-11-30',
      reason: '転居のため',
    })
    expect(answer.status).toBe(200)
    const tasks = await stored(
      `select kind, holder_id as holder, due_on::text as due from platform.task
       where source_id = $1 and state = 'open' order by kind`,
      [courseId],
    )
    expect(tasks).toEqual([
      // overdue since October: the contractor's until its last day
      { kind: 'care-management.contact', holder: contractor.staffId, due: '2026-10-31' },
      { kind: 'care-management.evaluation', holder: worker.staffId, due: '2027-08-31' },
      { kind: 'care-management.hand-back', holder: worker.staffId, due: '2026-12-01' },
      { kind: 'care-management.visit', holder: worker.staffId, due: '2026-12-31' },
    ])
    const taken = await at(noon('2026-12-01'))(
      manager,
      'POST',
      `/api/care-management/${courseId}/take-back`,
      {},
    )
    expect(taken.status).toBe(200)
    const after = await stored(
      `select kind, holder_id as holder from platform.task where source_id = $1 and state = 'open' order by kind`,
      [courseId],
    )
    expect(after.map(({ kind }) => kind)).not.toContain('care-management.hand-back')
    expect(after.map(({ holder }) => holder)).not.toContain(contractor.staffId)
  })

  it('昨日を最終日にすると、すぐに見えなくなり、予定はすべてセンターに戻る', async () => {
    const { personId, courseId, id, version } = await entrusted()
    await call(contractor, 'POST', '/api/tasks', { title: '電話をする', dueOn: '2026-11-25', personId })
    await call(worker, 'POST', `/api/entrustments/${id}/end`, {
      version,
      lastDay: '2026-11-21',
      reason: '取りやめ',
    })
    expect((await call(contractor, 'GET', `/api/people/${personId}/sheet`)).status).toBe(404)
    const left = await stored(
      `select 1 from platform.task where person_id = $1 and state in ('open', 'waiting') and holder_id = $2`,
      [personId, contractor.staffId],
    )
    expect(left).toEqual([])
    const open_ = await call(worker, 'GET', `/api/care-management/${courseId}`)
    expect(open_.body.tasks.map((one: { kind: string }) => one.kind)).not.toContain(
      'care-management.hand-back',
    )
  })

  it('初日より前を最終日にすれば、委託はなかったことになる', async () => {
    const { personId, id, version } = await entrusted({ from: '2026-11-20' })
    const answer = await call(worker, 'POST', `/api/entrustments/${id}/end`, {
      version,
      lastDay: '2026-11-19',
      reason: '誤り',
    })
    expect(answer.status).toBe(200)
    expect(await stored('select 1 from platform.person_access where person_id = $1', [personId])).toEqual([])
  })

  it('同じ事業所の別の割り当ても終わる。次の委託の分は残る', async () => {
    const { personId, courseId, id, version } = await entrusted({ from: '2026-11-01' })
    await stored(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2025-04-01')`,
      [insurer.id, personId, insurer.officeId],
    )
    await call(worker, 'POST', `/api/entrustments/${id}/end`, {
      version,
      lastDay: '2026-11-25',
      reason: '休み',
    })
    const { body: course } = await call(worker, 'GET', `/api/care-management/${courseId}`)
    expect((await send(course, { from: '2026-12-01' })).status).toBe(200)
    const days = await stored(
      `select valid_from::text as "from", valid_to::text as "to" from platform.person_access where person_id = $1 order by 1`,
      [personId],
    )
    expect(days).toEqual([
      { from: '2025-04-01', to: '2026-11-25' },
      { from: '2026-11-01', to: '2026-11-25' },
      { from: '2026-12-01', to: null },
    ])
  })

  it('最終日の決まった委託は、受領したときに翌日の予定がセンターに出る', async () => {
    const { courseId } = await entrusted({ to: '2026-12-10' })
    const tasks = await stored(
      `select due_on::text as due from platform.task where source_id = $1 and kind = 'care-management.hand-back'`,
      [courseId],
    )
    expect(tasks).toEqual([{ due: '2026-12-11' }])
  })

  it.each([
    ['受領', 'receipt', {}, ['200', '200']],
    ['辞退', 'decline', { reason: '受け持ちがいっぱいのため' }, ['200', '409 entrustment.received']],
  ] as const)('受領と%sが同時に届いても、二つ目は一つ目の後の姿を見る', async (_, second, body, answers) => {
    const personId = await aPerson(database, insurer, insurer.centres.a, { name: '試験 同時子' })
    const opened = await call(
      worker,
      'POST',
      '/api/care-management',
      aCourse(personId, { staffId: worker.staffId }),
    )
    const sent = await send(opened.body, { to: '2026-12-10' })
    const url = `/api/entrustments/${sent.body.entrustments[0].id}`
    // the row is held until both wait for it: the first receipt in line is the first to answer
    const both = await asOwner(database, async (client) => {
      await client.query('begin')
      await client.query('select 1 from casework.entrustment where id = $1 for update', [
        sent.body.entrustments[0].id,
      ])
      const first = call(contractor, 'POST', `${url}/receipt`, {})
      await waiting(1)
      const other = call(partner, 'POST', `${url}/${second}`, body)
      await waiting(2)
      await client.query('commit')
      return Promise.all([first, other])
    })
    expect(both.map((one) => [one.status, one.body.code].filter(Boolean).join(' '))).toEqual(answers)
    const [row] = await stored(
      `select contractor_staff_id as staff, declined_at as declined,
         (select count(*)::int from platform.task where source_id = e.course_id and kind = 'care-management.hand-back') as tasks
       from casework.entrustment e where id = $1`,
      [sent.body.entrustments[0].id],
    )
    expect(row).toEqual({ staff: contractor.staffId, declined: null, tasks: 1 })
  })

  it('古い画面からの終了は409、終わった委託は終えられない', async () => {
    const { id, version } = await entrusted()
    const stale = await call(worker, 'POST', `/api/entrustments/${id}/end`, {
      version: version - 1,
      lastDay: '2026-11-30',
      reason: 'x',
    })
    expect(stale.status).toBe(409)
    await call(worker, 'POST', `/api/entrustments/${id}/end`, { version, lastDay: '2026-11-20', reason: 'x' })
    const again = await call(worker, 'POST', `/api/entrustments/${id}/end`, {
      version: version + 1,
      lastDay: '2026-12-20',
      reason: 'x',
    })
    expect(again.body.code).toBe('entrustment.not-running')
  })

  it('委託が続いているうちは、ケアマネジメントを終えられない', async () => {
    const { courseId } = await entrusted()
    const { body } = await call(worker, 'GET', `/api/care-management/${courseId}`)
    const answer = await call(worker, 'POST', `/api/care-management/${courseId}/end`, {
      version: body.version,
      endedOn: '2026-11-22',
      reason: '終了',
    })
    expect(answer.body.code).toBe('care-management.entrusted')
  })

  it('引き継ぎ書はPDFになり、委託先の名前と内容がある', async () => {
    const { courseId, id } = await entrusted()
    const { printHandOver, handOverSheet } = await import('./print.ts')
    const { workOf } = await import('../../platform/testing/insurer.ts')
    const bytes = await printHandOver(workOf(database, worker), courseId, id)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const { body } = await call(worker, 'GET', `/api/care-management/${courseId}`)
    expect(JSON.stringify(handOverSheet(body, body.entrustments[0]))).toContain('玄関の段差')
  })
})

describe('担当センターが替わっても', () => {
  it('委託が続く間は、委託先の予定は委託先に残り、センターの予定は新しいセンターに移る', async () => {
    const { personId } = await entrusted({ from: '2026-11-22' })
    const holders = () =>
      stored(
        `select kind, holder_id as holder from platform.task where insurer_id = $1 and person_id = $2
           and state in ('open', 'waiting') and kind like 'care-management.%' order by kind`,
        [insurer.id, personId],
      )
    const before = await holders()
    const theirs = before.filter(({ holder }) => holder === contractor.staffId)
    expect(theirs.length).toBeGreaterThan(0)
    const [person] = await stored('select version from casework.person where insurer_id = $1 and id = $2', [
      insurer.id,
      personId,
    ])
    const moved = await call(manager, 'POST', `/api/people/${personId}/transfer`, {
      version: person?.version,
      toCentreId: insurer.centres.b,
      reason: '転居',
    })
    expect([moved.status, moved.body.errors]).toEqual([200, undefined])
    const after = await holders()
    expect(after.filter(({ holder }) => holder === contractor.staffId)).toEqual(theirs)
    expect(after.filter(({ holder }) => holder === worker.staffId)).toEqual([])
  })
})

describe('二つ目の鍵: 行の保護だけで', () => {
  const asContractor = (sql: string, values: unknown[] = []) =>
    import('../../platform/testing/insurer.ts').then(({ engineOf }) =>
      engineOf(database).flight(contractor, '2026-11-22', [{ text: sql, values }]),
    )

  it('委託先は、アクセスも委託も自分では書けない', async () => {
    const { personId, courseId } = await entrusted()
    await expect(
      asContractor(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2026-01-01')`,
        [insurer.id, personId, contractor.staffId],
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      asContractor(
        'update casework.entrustment set valid_to = null where insurer_id = $1 and course_id = $2',
        [insurer.id, courseId],
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      asContractor(
        `update casework.care_management set level_code = '13' where insurer_id = $1 and id = $2`,
        [insurer.id, courseId],
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      asContractor(
        `insert into casework.care_management (insurer_id, person_id, opened_on) values ($1, $2, '2026-11-22')`,
        [insurer.id, personId],
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('委託先は、自分の記録を確認済みにできず、ほかの人の記録を変えられない', async () => {
    const { courseId } = await entrusted()
    const mine = aRecord()
    await call(contractor, 'POST', `/api/care-management/${courseId}/records`, mine)
    await expect(
      asContractor('update casework.monitoring set confirmed_at = now() where insurer_id = $1 and id = $2', [
        insurer.id,
        mine.id,
      ]),
    ).rejects.toMatchObject({ code: '42501' })
    const theirs = aRecord()
    await call(worker, 'POST', `/api/care-management/${courseId}/records`, theirs)
    const [rows] = await asContractor(
      `update casework.monitoring set result = '書き換え' where insurer_id = $1 and id = $2 returning id`,
      [insurer.id, theirs.id],
    )
    expect(rows).toEqual([])
  })

  it('委託先は、同じ方のほかの事業所との委託を見ない', async () => {
    const { personId, courseId, id, version } = await entrusted({ from: '2026-11-10' })
    await call(worker, 'POST', `/api/entrustments/${id}/end`, { version, lastDay: '2026-11-30', reason: 'x' })
    const { body: course } = await call(worker, 'GET', `/api/care-management/${courseId}`)
    await send(course, {
      organisationId: rivalOffice,
      from: '2026-12-01',
      handOver: '次の事業所への引き継ぎ',
    })
    const [rows] = await asContractor(
      'select organisation_id as office from casework.entrustment where person_id = $1',
      [personId],
    )
    expect(rows).toEqual([{ office: insurer.officeId }])
    const seen = await call(contractor, 'GET', `/api/people/${personId}/care-management`)
    expect(JSON.stringify(seen.body)).not.toContain('次の事業所への引き継ぎ')
  })

  it('扉は、役目の違う人には何も答えない', async () => {
    const { id } = await entrusted()
    for (const actor of [worker, officer, stranger]) {
      const { engineOf } = await import('../../platform/testing/insurer.ts')
      const [inbox, answer] = await engineOf(database).flight(actor, '2026-11-22', [
        { text: 'select * from casework.entrustments_to_me(50)' },
        { text: 'select casework.receive_entrustment($1, now()) as answer', values: [id] },
      ])
      expect([inbox, answer]).toEqual([[], [{ answer: null }]])
    }
    const [ended] = await asContractor(
      `select casework.end_entrustment($1, 1, '2099-12-31', 'x', now()) as answer`,
      [id],
    )
    expect(ended).toEqual([{ answer: null }])
    expect(partner.organisationId).toBe(contractor.organisationId)
  })
})
