import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  type TestInsurer,
  workOf,
} from '../../platform/testing/insurer.ts'
import { storeCertification } from '../certifications/factory.ts'
import { routes as certificationRoutes } from '../certifications/routes.ts'
import { aChoice, aNotification, storeChecklist } from './factory.ts'
import { registrationOn, standingOn } from './index.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let call: Call
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes, certificationRoutes])
})

interface Scene {
  insurer: TestInsurer
  personId: string
  checklistId: string
  worker: Actor
  officer: Actor
}

/** Checklist 2025-05-08 「基準に該当」, 第1号, no 認定, start by 実施日. */
async function aScene(person: { birthOn?: string } = {}): Promise<Scene> {
  const insurer = await anInsurer(database)
  const worker = await anActor(database, insurer, 'centreStaff', 'a')
  const officer = await anActor(database, insurer, 'officer')
  const personId = await aPerson(database, insurer, insurer.centres.a, person)
  const checklistId = await asOwner(database, (client) =>
    storeChecklist(client, insurer.id, { personId, centreId: insurer.centres.a, staffId: worker.staffId }),
  )
  return { insurer, personId, checklistId, worker, officer }
}

const setting = (scene: Scene, key: string, value: unknown) =>
  asOwner(database, (client) =>
    client.query(
      `insert into registers.local_setting (insurer_id, key, valid_from, value, source, entered_by)
       values ($1, $2, '2020-04-01', $3, '架空の要綱', $4)`,
      [scene.insurer.id, key, JSON.stringify(value), scene.officer.staffId],
    ),
  )

/** 受付 → 分岐 → 基準に該当 */
async function upToCriteria(scene: Scene) {
  return call(scene.worker, 'POST', `/api/people/${scene.personId}/registrations`, {
    receivedOn: '2025-05-08',
    reason: '足腰の衰えの相談',
    choice: aChoice(),
    checklistId: scene.checklistId,
  })
}
/** … → 届出受理 */
async function upToRequest(scene: Scene, on = '2025-05-12') {
  const begun = await upToCriteria(scene)
  expect(begun).toMatchObject({ status: 200, body: { state: 'criteriaMet' } })
  const asked = await call(scene.worker, 'POST', `/api/registrations/${begun.body.id}/request`, {
    version: begun.body.version,
    on,
    notification: aNotification(on),
  })
  expect(asked).toMatchObject({ status: 200, body: { state: 'notificationAccepted' } })
  return asked.body
}
async function registered(scene: Scene, { requestedOn = '2025-05-12', on = '2025-05-14' } = {}) {
  const asked = await upToRequest(scene, requestedOn)
  return call(scene.officer, 'POST', `/api/registrations/${asked.id}/register`, {
    version: asked.version,
    on,
  })
}
const standing = (scene: Scene, day: string) =>
  workOf(database, scene.worker).read((tx) => standingOn(tx, scene.insurer.id, scene.personId, day))

describe('CHK-05 事業対象者の登録: 経路と実際のデータベースで', () => {
  it('CHK-05-a 届出がなければ、事業対象者ではなく届出待ち', async () => {
    const scene = await aScene()
    const begun = await upToCriteria(scene)
    const waiting = await call(scene.worker, 'POST', `/api/registrations/${begun.body.id}/request`, {
      version: begun.body.version,
      on: '2025-05-08',
      notification: null,
    })
    expect(waiting.body).toMatchObject({ state: 'awaitingNotification', startsOn: null })
    const refused = await call(scene.officer, 'POST', `/api/registrations/${begun.body.id}/register`, {
      version: waiting.body.version,
      on: '2025-05-14',
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'registration.not-now' } })
    expect(await standing(scene, '2026-11-22')).toMatchObject({ level: null, label: '認定なし' })
  })

  it('CHK-05-b 届出と登録があれば、実施日から', async () => {
    const scene = await aScene()
    expect((await registered(scene)).body).toMatchObject({
      state: 'registered',
      startsOn: '2025-05-08',
      decidedOn: '2025-05-14',
      endedOn: null,
      reviewDue: null,
      metWords: '運動機能の低下',
    })
    expect((await standing(scene, '2025-05-07')).level).toBeNull()
    expect(await standing(scene, '2025-05-08')).toMatchObject({ level: '06', label: '事業対象者', to: null })
  })

  it('CHK-05-c 市町村の設定が登録日なら、登録日から', async () => {
    const scene = await aScene()
    await setting(scene, 'registration.start', 'registrationDate')
    expect((await registered(scene)).body).toMatchObject({
      startsOn: '2025-05-14',
      startRule: 'registrationDate',
    })
  })

  it('CHK-05-d 市町村の期限が24か月なら、再確認は2027年5月7日まで', async () => {
    const scene = await aScene()
    await setting(scene, 'registration.review-months', 24)
    expect((await registered(scene)).body).toMatchObject({ startsOn: '2025-05-08', reviewDue: '2027-05-07' })
    const tasks = await openTasks(scene)
    expect(tasks).toContain('registration-review 2027-05-07')
  })

  it('CHK-05-e 要支援1の認定で、終了が提案され、効力が生じる日の前日に終わる', async () => {
    const scene = await aScene()
    const course = (await registered(scene)).body
    const decided = await call(scene.officer, 'POST', `/api/people/${scene.personId}/certifications`, {
      basis: 'decision',
      kind: 'new',
      appliedOn: '2025-09-03',
      decidedOn: '2025-09-30',
      level: '12',
    })
    expect(decided.status).toBe(200)
    // proposed, never silent: it runs until the municipality decides
    expect(await openTitles(scene)).toContain(
      '終了の案: 要支援1の認定（令和7年9月3日から）により、令和7年9月2日で登録を終える',
    )
    const seen = (await call(scene.officer, 'GET', `/api/registrations/${course.id}`)).body
    expect(seen).toMatchObject({
      state: 'registered',
      endProposals: [{ level: '12', validFrom: '2025-09-03', lastDay: '2025-09-02' }],
    })
    const ended = await call(scene.officer, 'POST', `/api/registrations/${course.id}/end`, {
      version: seen.version,
      end: 'certification',
      on: '2025-10-01',
      certificationId: decided.body.id,
    })
    expect(ended.body).toMatchObject({
      state: 'ended',
      startsOn: '2025-05-08',
      endedOn: '2025-09-02',
      endReason: 'certification',
    })
    const on = async (day: string) => (await standing(scene, day)).level
    expect([await on('2025-09-02'), await on('2025-09-03')]).toEqual(['06', '12'])
    expect((await openTitles(scene)).filter((title) => title.startsWith('終了の案'))).toEqual([])
  })

  it('CHK-05-f 要支援の有効期間中なら、その終わりの翌日から', async () => {
    const scene = await aScene()
    await asOwner(database, (client) =>
      storeCertification(client, scene.insurer.id, {
        personId: scene.personId,
        centreId: scene.insurer.centres.a,
        appliedOn: '2024-07-01',
        decidedOn: '2024-07-20',
        validFrom: '2024-07-01',
        validTo: '2025-06-30',
      }),
    )
    expect((await registered(scene, { requestedOn: '2025-05-26', on: '2025-05-28' })).body).toMatchObject({
      startsOn: '2025-07-01',
    })
    const on = async (day: string) => (await standing(scene, day)).level
    expect([await on('2025-06-30'), await on('2025-07-01')]).toEqual(['12', '06'])
  })

  const aCertification = (scene: Scene, level: string, validFrom: string, validTo: string) =>
    asOwner(database, (client) =>
      storeCertification(client, scene.insurer.id, {
        personId: scene.personId,
        centreId: scene.insurer.centres.a,
        level,
        appliedOn: validFrom,
        decidedOn: validFrom,
        validFrom,
        validTo,
      }),
    )

  it('開始日の後に始まった要介護が登録日にあれば、登録しない', async () => {
    const scene = await aScene()
    await aCertification(scene, '21', '2025-05-10', '2026-05-31')
    const refused = await registered(scene)
    expect(refused).toMatchObject({ status: 422 })
    expect(refused.body.errors[0].message).toBe(
      '要介護認定の有効期間中です。認定が終わるまで登録は始まりません。',
    )
    expect((await standing(scene, '2025-05-14')).level).toBe('21')
  })

  it('要支援に続いて要介護が始まるなら、登録しない', async () => {
    const scene = await aScene()
    await aCertification(scene, '12', '2024-07-01', '2025-06-30')
    await aCertification(scene, '21', '2025-07-01', '2026-06-30')
    expect(await registered(scene)).toMatchObject({ status: 422 })
  })

  it('要支援が続いていれば、その最後の翌日から', async () => {
    const scene = await aScene()
    await aCertification(scene, '12', '2024-07-01', '2025-06-30')
    await aCertification(scene, '13', '2025-07-01', '2026-06-30')
    expect((await registered(scene)).body).toMatchObject({ startsOn: '2026-07-01' })
  })

  it('登録の前からある要支援が開始日の後に始まるなら、登録と同時にその前日での終了を提案する', async () => {
    const scene = await aScene()
    await aCertification(scene, '12', '2025-06-01', '2026-05-31')
    const course = (await registered(scene)).body
    expect(course).toMatchObject({
      startsOn: '2025-05-08',
      endProposals: [{ level: '12', validFrom: '2025-06-01', lastDay: '2025-05-31' }],
    })
    expect(await openTitles(scene)).toContain(
      '終了の案: 要支援1の認定（令和7年6月1日から）により、令和7年5月31日で登録を終える',
    )
  })

  it('CHK-05-g 第2号被保険者（58歳）は、対象外として断る', async () => {
    const scene = await aScene({ birthOn: '1967-03-01' })
    expect(await upToCriteria(scene)).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            path: 'checklistId',
            message: '対象外です。第1号被保険者でない方は、認定申請をご案内ください。',
          },
        ],
      },
    })
  })

  it('CHK-05-h センターは登録できない: 経路が断り、データベースも断る', async () => {
    const scene = await aScene()
    const asked = await upToRequest(scene)
    const body = { version: asked.version, on: '2025-05-14' }
    expect((await call(scene.worker, 'POST', `/api/registrations/${asked.id}/register`, body)).status).toBe(
      403,
    )
    expect(
      (
        await call(scene.worker, 'POST', '/api/registrations/register', {
          items: [{ id: asked.id, version: asked.version }],
          on: '2025-05-14',
        })
      ).status,
    ).toBe(403)
    const contractor = await anActor(database, scene.insurer, 'contractedCareManager')
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2025-01-01')`,
        [scene.insurer.id, scene.personId, scene.insurer.officeId],
      ),
    )
    for (const actor of [scene.worker, contractor]) {
      const stored = workOf(database, actor).write((tx) =>
        tx.query(
          `update casework.registration set state = 'registered', decided_on = '2025-05-14', decided_by = $3, starts_on = '2025-05-08',
             start_rule = 'checklistDate' where insurer_id = $1 and id = $2 returning id`,
          [scene.insurer.id, asked.id, actor.staffId],
        ),
      )
      // the row is refused by its check, or not changeable at all
      expect(await stored.catch((error: Error) => error.message)).toSatisfy(
        (answer: unknown) => JSON.stringify(answer) === '[]' || /row-level security/.test(String(answer)),
      )
      const inserted = workOf(database, actor).write((tx) =>
        tx.query(
          `insert into casework.registration (insurer_id, person_id, centre_id, state, received_on, last_move_on, checklist_on,
             notification_on, decided_on, decided_by, starts_on, start_rule)
           values ($1, $2, $3, 'registered', '2025-05-08', '2025-05-14', '2025-05-08', '2025-05-12', '2025-05-14', $4,
             '2025-05-08', 'checklistDate')`,
          [scene.insurer.id, scene.personId, scene.insurer.centres.a, actor.staffId],
        ),
      )
      await expect(inserted).rejects.toThrow(/row-level security/)
      const moved = workOf(database, actor).write((tx) =>
        tx.query(
          `insert into casework.registration_move (insurer_id, registration_id, person_id, centre_id, from_state, to_state,
             moved_on, staff_id, office, reason)
           values ($1, $2, $3, $4, 'notificationAccepted', 'registered', '2025-05-14', $5, 'municipality', '架空')`,
          [scene.insurer.id, asked.id, scene.personId, scene.insurer.centres.a, actor.staffId],
        ),
      )
      await expect(moved).rejects.toThrow(/row-level security/)
    }
    const found = await workOf(database, scene.worker).read((tx) =>
      registrationOn(tx, scene.insurer.id, scene.personId, '2025-06-01'),
    )
    expect(found).toBeNull()
  })
})

async function tasks(scene: Scene) {
  return asOwner(database, async (client) => {
    const { rows } = await client.query<{ kind: string; title: string; due: string }>(
      `select kind, title, to_char(due_on, 'YYYY-MM-DD') as due from platform.task
       where insurer_id = $1 and person_id = $2 and state in ('open', 'waiting') order by due_on, kind`,
      [scene.insurer.id, scene.personId],
    )
    return rows
  })
}
const openTasks = async (scene: Scene) => (await tasks(scene)).map(({ kind, due }) => `${kind} ${due}`)
const openTitles = async (scene: Scene) => (await tasks(scene)).map(({ title }) => title)
