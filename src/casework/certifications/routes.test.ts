import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, aPerson, asOwner, type TestInsurer } from '../../platform/testing/insurer.ts'
import { storeCertification } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let call: Call
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
})

interface Scene {
  insurer: TestInsurer
  personId: string
  worker: Actor
  officer: Actor
}
async function aScene(person: { birthOn?: string } = {}): Promise<Scene> {
  const insurer = await anInsurer(database)
  return {
    insurer,
    personId: await aPerson(database, insurer, insurer.centres.a, person),
    worker: await anActor(database, insurer, 'centreStaff', 'a'),
    officer: await anActor(database, insurer, 'certificationOfficer'),
  }
}
const path = ({ personId }: Scene) => `/api/people/${personId}/certifications`
const tasksOf = ({ insurer, personId }: Scene) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{
      kind: string
      title: string
      due: string
      state: string
      holder: string
    }>(
      `select kind, title, to_char(due_on, 'YYYY-MM-DD') as due, state, holder_id as holder from platform.task
       where insurer_id = $1 and person_id = $2 order by due_on, kind`,
      [insurer.id, personId],
    )
    return rows
  })
const openTasks = async (scene: Scene) =>
  (await tasksOf(scene)).filter(({ state }) => state === 'open').map(({ kind, due }) => `${kind} ${due}`)

const application = { basis: 'application', kind: 'new', appliedOn: '2026-11-10' }
const card = {
  basis: 'card',
  level: '12',
  validFrom: '2026-08-01',
  validTo: '2027-07-31',
  confirmedOn: '2026-11-22',
}

describe('認定の記録: だれが何を', () => {
  it('サインインしていなければ401、職の権限になければ403', async () => {
    const scene = await aScene()
    expect((await call(null, 'GET', path(scene))).status).toBe(401)
    const auditor = await anActor(database, scene.insurer, 'auditor')
    expect((await call(auditor, 'GET', path(scene))).status).toBe(403)
    const contractor = await anActor(database, scene.insurer, 'contractedCareManager')
    expect((await call(contractor, 'POST', path(scene), application)).status).toBe(403)
  })

  it('センターは、申請と被保険者証の内容を記録できるが、決定はできない', async () => {
    const scene = await aScene()
    const open = await call(scene.worker, 'POST', path(scene), application)
    expect(open).toMatchObject({ status: 200, body: { state: 'received', decisionDueOn: '2026-12-10' } })
    const decision = { ...application, basis: 'decision', decidedOn: '2026-11-20', level: '12' }
    expect((await call(scene.worker, 'POST', path(scene), decision)).status).toBe(403)
    const decide = { version: 1, decidedOn: '2026-11-20', level: '12' }
    expect(
      (await call(scene.worker, 'POST', `/api/certifications/${open.body.id}/decide`, decide)).status,
    ).toBe(403)
    expect((await call(scene.worker, 'POST', path(scene), card)).body).toMatchObject({
      state: 'decided',
      basis: 'card',
      lastDay: '2027-07-31',
      opensOn: '2027-06-01',
    })
  })

  it('二つ目の錠: センターの接続からは、決定の行を書くことも変えることもできない', async () => {
    const scene = await aScene()
    const id = await asOwner(database, (client) =>
      storeCertification(client, scene.insurer.id, {
        personId: scene.personId,
        centreId: scene.insurer.centres.a,
      }),
    )
    const { workOf } = await import('../../platform/testing/insurer.ts')
    const work = workOf(database, scene.worker)
    const insert = work.write((tx) =>
      tx.query(
        `insert into casework.certification (insurer_id, person_id, centre_id, kind, state, basis, level, valid_from, valid_to)
         values ($1, $2, $3, 'new', 'decided', 'decision', '25', '2026-01-01', '2026-12-31')`,
        [scene.insurer.id, scene.personId, scene.insurer.centres.a],
      ),
    )
    await expect(insert).rejects.toThrow(/row-level security/)
    const changed = await workOf(database, scene.worker).write((tx) =>
      tx.query(
        `update casework.certification set level = '25' where insurer_id = $1 and id = $2 returning id`,
        [scene.insurer.id, id],
      ),
    )
    expect(changed).toEqual([])
    const gone = await workOf(database, scene.officer).write((tx) =>
      tx.query('delete from casework.certification where insurer_id = $1 and id = $2 returning id', [
        scene.insurer.id,
        id,
      ]),
    )
    expect(gone).toEqual([])
  })

  it('委託先は、割り当てられた方の認定だけを読める', async () => {
    const scene = await aScene()
    await call(scene.worker, 'POST', path(scene), card)
    const contractor = await anActor(database, scene.insurer, 'contractedCareManager')
    expect((await call(contractor, 'GET', path(scene))).status).toBe(404)
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2026-11-01')`,
        [scene.insurer.id, scene.personId, scene.insurer.officeId],
      ),
    )
    const sheet = await call(contractor, 'GET', path(scene))
    expect(
      sheet.body.items.map((one: { level: string; abilities: string[] }) => [one.level, one.abilities]),
    ).toEqual([['12', []]])
  })

  it('読んだことが、だれの記録かとともに監査に残る', async () => {
    const scene = await aScene()
    await call(scene.worker, 'GET', path(scene))
    const lines = await asOwner(database, (client) =>
      client.query(`select action from audit.line where insurer_id = $1 and person_ids @> array[$2::uuid]`, [
        scene.insurer.id,
        scene.personId,
      ]),
    )
    expect(lines.rows).toEqual([{ action: 'certification.listed' }])
  })
})

describe('申請から決定まで', () => {
  it('新規申請を6か月で決めると、期間が計算され、担当者の予定ができ、30日の期限が終わる', async () => {
    const scene = await aScene()
    const open = await call(scene.officer, 'POST', path(scene), application)
    expect(await openTasks(scene)).toEqual(['certification-decision-due 2026-12-10'])
    const decided = await call(scene.officer, 'POST', `/api/certifications/${open.body.id}/decide`, {
      version: 1,
      decidedOn: '2026-11-20',
      level: '12',
      months: 6,
      disabilityByDoctor: 'J2',
      dementiaByDoctor: 'notStated',
    })
    expect(decided).toMatchObject({
      status: 200,
      body: {
        state: 'decided',
        basis: 'decision',
        validFrom: '2026-11-10',
        validTo: '2027-05-31',
        months: 6,
        isDefaultMonths: false,
        disabilityByDoctor: 'J2',
        dementiaByDoctor: 'notStated',
        dementiaByExaminer: null,
      },
    })
    expect(await openTasks(scene)).toEqual([
      'certification-renewal-wish 2027-02-28',
      'certification-renewal-open 2027-04-01',
      'certification-expiry 2027-05-31',
    ])
    // the holder is somebody of the centre, not the officer who typed it
    expect(new Set((await tasksOf(scene)).filter((t) => t.state === 'open').map((t) => t.holder))).toEqual(
      new Set([scene.worker.staffId]),
    )
  })

  it('直すと予定も移り、取り下げると消える', async () => {
    const scene = await aScene()
    const made = await call(scene.worker, 'POST', path(scene), card)
    expect(await openTasks(scene)).toEqual([
      'certification-renewal-wish 2027-04-30',
      'certification-renewal-open 2027-06-01',
      'certification-expiry 2027-07-31',
    ])
    const one = `/api/certifications/${made.body.id}`
    const changed = await call(scene.worker, 'PATCH', one, { version: 1, validTo: '2027-01-31' })
    expect(changed.body).toMatchObject({ validTo: '2027-01-31', version: 2 })
    // the time for asking is past: it is due today, not overdue from the start
    expect(await openTasks(scene)).toEqual([
      'certification-renewal-wish 2026-11-22',
      'certification-renewal-open 2026-12-02',
      'certification-expiry 2027-01-31',
    ])
    expect((await call(scene.worker, 'PATCH', one, { version: 1, note: '古い' })).status).toBe(409)
    const gone = await call(scene.worker, 'POST', `${one}/withdraw`, {
      version: 2,
      on: '2026-11-22',
      reason: '別の方の被保険者証だった',
    })
    expect(gone.body).toMatchObject({ state: 'withdrawn', lastDay: null, abilities: [] })
    expect(await openTasks(scene)).toEqual([])
  })

  it('更新を申請すると、意向の確認と受付開始の予定は終わる。取り下げれば戻る', async () => {
    const scene = await aScene()
    await call(scene.worker, 'POST', path(scene), { ...card, validTo: '2026-12-31' })
    const renewal = await call(scene.worker, 'POST', path(scene), { ...application, kind: 'renewal' })
    expect(await openTasks(scene)).toEqual([
      'certification-decision-due 2026-12-10',
      'certification-expiry 2026-12-31',
    ])
    await call(scene.worker, 'POST', `/api/certifications/${renewal.body.id}/withdraw`, {
      version: 1,
      on: '2026-11-22',
      reason: '本人の希望',
    })
    expect(await openTasks(scene)).toEqual([
      'certification-renewal-open 2026-11-22',
      'certification-renewal-wish 2026-11-22',
      'certification-expiry 2026-12-31',
    ])
  })

  it('更新の決定は前の終わりの翌日から。同じ区分は48か月まで、変われば36か月まで', async () => {
    const scene = await aScene()
    await call(scene.worker, 'POST', path(scene), { ...card, validTo: '2026-12-31' })
    const open = await call(scene.officer, 'POST', path(scene), { ...application, kind: 'renewal' })
    const one = `/api/certifications/${open.body.id}/decide`
    const body = { version: 1, decidedOn: '2026-11-20' }
    expect(await call(scene.officer, 'POST', one, { ...body, level: '13', months: 48 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'months', code: 'aboveNationalMaximum' }] },
    })
    expect((await call(scene.officer, 'POST', one, { ...body, level: '12', months: 48 })).body).toMatchObject(
      {
        validFrom: '2027-01-01',
        validTo: '2030-12-31',
      },
    )
  })

  it('前の認定がない更新は、どうすればよいかを言って断る', async () => {
    const scene = await aScene()
    const open = await call(scene.officer, 'POST', path(scene), { ...application, kind: 'renewal' })
    const answer = await call(scene.officer, 'POST', `/api/certifications/${open.body.id}/decide`, {
      version: 1,
      decidedOn: '2026-11-20',
      level: '12',
    })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'kind', code: 'no-previous' }] } })
  })

  it('CRT-07 64歳の方は、特定疾病がなければ決められない', async () => {
    const scene = await aScene({ birthOn: '1964-06-01' })
    const open = await call(scene.officer, 'POST', path(scene), application)
    const one = `/api/certifications/${open.body.id}/decide`
    const body = { version: 1, decidedOn: '2026-11-20', level: '21' }
    expect(await call(scene.officer, 'POST', one, body)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'specifiedDisease' }] },
    })
    const decided = await call(scene.officer, 'POST', one, { ...body, specifiedDisease: 'cerebrovascular' })
    expect(decided.body).toMatchObject({ state: 'decided', specifiedDisease: 'cerebrovascular' })
  })

  it('CRT-07 申請日に被保険者でない方（39歳）の認定は、特定疾病があっても決められない', async () => {
    const scene = await aScene({ birthOn: '1987-03-01' })
    const open = await call(scene.officer, 'POST', path(scene), application)
    const decided = await call(scene.officer, 'POST', `/api/certifications/${open.body.id}/decide`, {
      version: 1,
      decidedOn: '2026-11-20',
      level: '21',
      specifiedDisease: 'cerebrovascular',
    })
    expect(decided).toMatchObject({ status: 422, body: { errors: [{ code: 'not-insured' }] } })
  })

  it('非該当には期間がなく、取消は最後の日まで効く', async () => {
    const scene = await aScene()
    const decision = { ...application, basis: 'decision', decidedOn: '2026-11-20', level: '01' }
    expect((await call(scene.officer, 'POST', path(scene), decision)).body).toMatchObject({
      level: '01',
      validFrom: null,
      lastDay: null,
    })
    const given = await call(scene.officer, 'POST', path(scene), { ...decision, level: '12' })
    const closed = await call(scene.officer, 'POST', `/api/certifications/${given.body.id}/close`, {
      version: 1,
      outcome: 'cancelled',
      on: '2026-11-22',
      endedOn: '2026-11-15',
      reason: '本人の届出',
    })
    expect(closed.body).toMatchObject({ state: 'cancelled', lastDay: '2026-11-15' })
    expect(await openTasks(scene)).toEqual([])
  })

  it('延期を通知すると、期限は見込みの日に移る', async () => {
    const scene = await aScene()
    const open = await call(scene.officer, 'POST', path(scene), application)
    const answer = await call(scene.officer, 'POST', `/api/certifications/${open.body.id}/postpone`, {
      version: 1,
      to: '2027-01-10',
      toldOn: '2026-11-22',
      reason: '主治医意見書の遅れ',
    })
    expect(answer.body).toMatchObject({ postponedTo: '2027-01-10', decisionDueOn: '2026-12-10' })
    expect(await openTasks(scene)).toEqual(['certification-decision-due 2027-01-10'])
  })

  it('センターの申請代行は業務記録に一件として残る', async () => {
    const scene = await aScene()
    const proxy = {
      ...application,
      proxy: 'centre',
      askedBy: '長女',
      askedOn: '2026-11-08',
      handedInOn: '2026-11-09',
    }
    await call(scene.worker, 'POST', path(scene), { ...proxy, id: randomUUID() })
    const { rows } = await asOwner(database, (client) =>
      client.query(
        `select kind, unit, count, minutes, to_char(day, 'YYYY-MM-DD') as day from platform.journal where insurer_id = $1`,
        [scene.insurer.id],
      ),
    )
    expect(rows).toEqual([
      { kind: 'certification-proxy', unit: '件', count: 1, minutes: null, day: '2026-11-09' },
    ])
  })

  it('同じ番号で二度送っても一件', async () => {
    const scene = await aScene()
    const body = { ...application, id: randomUUID() }
    await call(scene.worker, 'POST', path(scene), body)
    expect((await call(scene.worker, 'POST', path(scene), body)).status).toBe(200)
    expect((await call(scene.worker, 'GET', path(scene))).body.items).toHaveLength(1)
  })

  it('備考に個人番号らしい数字があれば断る', async () => {
    const scene = await aScene()
    const answer = await call(scene.worker, 'POST', path(scene), { ...application, note: '123456789018' })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'note' }] } })
  })
})

describe('更新の対象者', () => {
  it('受付中・意向の確認・満了を、終わりの早い順に、ページを分けて', async () => {
    const scene = await aScene()
    const ends = [
      '2026-11-30',
      '2026-12-31',
      '2027-01-21',
      '2027-01-22',
      '2027-02-22',
      '2027-02-23',
      '2026-11-21',
    ]
    const ids = new Map<string, string>()
    for (const end of ends) {
      const personId = await aPerson(database, scene.insurer, scene.insurer.centres.a)
      ids.set(personId, end)
      await asOwner(database, (client) =>
        storeCertification(client, scene.insurer.id, {
          personId,
          centreId: scene.insurer.centres.a,
          validFrom: '2026-01-01',
          validTo: end,
        }),
      )
    }
    const list = async (body: object) =>
      (await call(scene.worker, 'POST', '/api/certifications/renewals', body)).body
    const endsOf = async (body: object) =>
      (await list(body)).rows.map((row: { validTo: string; state: string }) => `${row.validTo} ${row.state}`)
    // 60 days before 2027-01-21 is today
    expect(await endsOf({})).toEqual([
      '2026-11-30 open',
      '2026-12-31 open',
      '2027-01-21 open',
      '2027-01-22 soon',
      '2027-02-22 soon',
    ])
    expect(await endsOf({ state: 'open', order: 'endLast' })).toEqual([
      '2027-01-21 open',
      '2026-12-31 open',
      '2026-11-30 open',
    ])
    expect(await endsOf({ state: 'soon' })).toEqual(['2027-01-22 soon', '2027-02-22 soon'])
    expect(await endsOf({ state: 'expired' })).toEqual(['2026-11-21 expired'])
    expect(await endsOf({ group: 'care' })).toEqual([])
    const first = await list({ limit: 2, withTotal: true })
    expect(first.total).toBe(5)
    expect(await endsOf({ limit: 2, cursor: first.nextCursor })).toEqual([
      '2027-01-21 open',
      '2027-01-22 soon',
    ])
    const other = await anActor(database, scene.insurer, 'centreStaff', 'b')
    expect((await call(other, 'POST', '/api/certifications/renewals', {})).body.rows).toEqual([])
  })

  it('次の認定がある方は出ない。申請中かどうかが分かる', async () => {
    const scene = await aScene()
    await call(scene.worker, 'POST', path(scene), { ...card, validTo: '2026-12-31' })
    await call(scene.worker, 'POST', path(scene), { ...application, kind: 'renewal' })
    const list = async (body: object) =>
      (await call(scene.worker, 'POST', '/api/certifications/renewals', body)).body.rows
    expect(await list({})).toMatchObject([{ isApplied: true, appliedOn: '2026-11-10', daysLeft: 39 }])
    expect(await list({ withoutApplication: true })).toEqual([])
    await call(scene.worker, 'POST', path(scene), { ...card, validFrom: '2027-01-01', validTo: '2027-12-31' })
    expect(await list({})).toEqual([])
  })
})
