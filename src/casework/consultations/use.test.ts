import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { routes as journalRoutes } from '../../platform/journal/routes.ts'
import { routes as noticeRoutes } from '../../platform/notices/routes.ts'
import { routes as taskRoutes } from '../../platform/tasks/routes.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  TEST_TODAY,
  type TestInsurer,
  workOf,
} from '../../platform/testing/insurer.ts'
import { contributes } from './contributes.ts'
import { aConsultation } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let worker: Actor
let stranger: Actor
let officer: Actor
let contractor: Actor
let personId: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes, taskRoutes, journalRoutes, noticeRoutes])
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  stranger = await anActor(database, insurer, 'centreStaff', 'b')
  officer = await anActor(database, insurer, 'officer')
  contractor = await anActor(database, insurer, 'contractedCareManager')
  personId = await aPerson(database, insurer, insurer.centres.a)
  await assign(personId)
})

const assign = (person: string) =>
  asOwner(database, (client) =>
    client.query(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to)
       values ($1, $2, $3, 'assignment', '2026-11-22', '2026-11-22')`,
      [insurer.id, person, insurer.officeId],
    ),
  )

async function stored(more: Parameters<typeof aConsultation>[0] = {}, by: Actor = worker): Promise<string> {
  const body = aConsultation({ personId, ...more })
  const answer = await call(by, 'POST', '/api/consultations', body)
  expect(answer.status).toBe(200)
  return body.id
}
const read = (actor: Actor, id: string) => call(actor, 'GET', `/api/consultations/${id}`)
const post = (actor: Actor, path: string, body: unknown) => call(actor, 'POST', path, body)
const patch = (actor: Actor, id: string, body: unknown) =>
  call(actor, 'PATCH', `/api/consultations/${id}`, body)
const list = (actor: Actor, filter: unknown = {}) => post(actor, '/api/consultations/list', filter)
const ids = (answer: { body: { rows: { id: string }[] } }) => answer.body.rows.map(({ id }) => id)
const withoutId = (body: object) => ({ ...body, requestId: '' })

describe('読める人', () => {
  it('ほかのセンターには、ない記録と同じ答え', async () => {
    const id = await stored()
    const [foreign, absent] = [await read(stranger, id), await read(stranger, randomUUID())]
    expect(foreign.status).toBe(404)
    expect(withoutId(foreign.body)).toEqual(withoutId(absent.body))
    for (const [method, path, body] of [
      ['PATCH', '', { version: 1, minutes: 1 }],
      ['POST', '/withdraw', { version: 1, reason: '誤り' }],
      ['GET', '/history', undefined],
      ['POST', '/referrals', { toKind: 'other', toName: '試験' }],
    ] as const) {
      expect((await call(stranger, method, `/api/consultations/${id}${path}`, body)).status).toBe(404)
    }
    expect(ids(await list(stranger))).not.toContain(id)
    expect((await read(officer, id)).status).toBe(200)
  })

  it('委託先は割り当てられた方の記録だけを、虐待に関わらないものに限り、期間中に読める', async () => {
    const id = await stored()
    const secret = await stored({ topics: ['abuse'] })
    const other = await stored({ personId: await aPerson(database, insurer, insurer.centres.a) })
    expect((await read(contractor, id)).status).toBe(200)
    expect((await read(contractor, secret)).status).toBe(404)
    expect((await read(contractor, other)).status).toBe(404)
    const shown = ids(await list(contractor, { limit: 200 }))
    expect(shown).toContain(id)
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain(other)
    expect(ids(await list(contractor, { text: '物忘れ', limit: 200 }))).not.toContain(secret)
    expect((await patch(contractor, id, { version: 1, minutes: 1 })).status).toBe(403)
    const later = anApi(database, [routes], { now: '2026-11-23T00:00:00+09:00' })
    expect((await later(contractor, 'GET', `/api/consultations/${id}`)).status).toBe(404)
  })

  it('データベースの側でも、委託先に虐待の記録は出ない', async () => {
    const secret = await stored({ topics: ['abuse'] })
    const count = (actor: Actor) =>
      workOf(database, actor).read((tx) =>
        tx.query('select 1 from casework.consultation where insurer_id = $1 and id = $2', [
          insurer.id,
          secret,
        ]),
      )
    expect(await count(contractor)).toHaveLength(0)
    expect(await count(worker)).toHaveLength(1)
  })

  it('権限のない職は 403', async () => {
    const id = await stored()
    expect((await read(await anActor(database, insurer, 'coordinator'), id)).status).toBe(403)
    expect((await list(await anActor(database, insurer, 'coordinator'))).status).toBe(403)
  })
})

describe('一覧と検索', () => {
  it('新しい順に、続きが重ならず欠けない', async () => {
    const someone = await aPerson(database, insurer, insurer.centres.a)
    const made = []
    for (const day of ['03', '01', '02', '02', '04']) {
      made.push(await stored({ personId: someone, receivedAt: `2026-11-${day}T10:00:00+09:00` }))
    }
    const seen: string[] = []
    let times: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = (await list(worker, { personId: someone, limit: 2, cursor, withTotal: true })).body
      expect(page.total).toBe(5)
      seen.push(...page.rows.map(({ id }: { id: string }) => id))
      times = [...times, ...page.rows.map(({ receivedAt }: { receivedAt: string }) => receivedAt)]
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(new Set(seen)).toEqual(new Set(made))
    expect(seen).toHaveLength(5)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('期間は両端の日を含む（日本の一日）', async () => {
    const someone = await aPerson(database, insurer, insurer.centres.a)
    const at = (receivedAt: string) => stored({ personId: someone, receivedAt })
    const [before, first, last, after] = [
      await at('2026-10-31T23:59:59+09:00'),
      await at('2026-11-01T00:00:00+09:00'),
      await at('2026-11-02T23:59:59+09:00'),
      await at('2026-11-03T00:00:00+09:00'),
    ]
    const found = ids(await list(worker, { personId: someone, from: '2026-11-01', to: '2026-11-02' }))
    expect(found).toEqual([last, first])
    expect(found).not.toContain(before)
    expect(found).not.toContain(after)
  })

  it('条件で絞る', async () => {
    const someone = await aPerson(database, insurer, insurer.centres.a)
    const visit = await stored({ personId: someone, channel: 'home-visit', topics: ['dementia', 'medical'] })
    const early = await stored({ personId: someone, urgency: 'early' }, officer)
    const only = async (filter: object) => ids(await list(worker, { personId: someone, ...filter }))
    expect(await only({ channel: 'home-visit' })).toEqual([visit])
    expect(await only({ topic: 'medical' })).toEqual([visit])
    expect(await only({ urgency: 'early' })).toEqual([early])
    expect(await only({ staff: 'mine' })).toEqual([visit])
    expect(await only({ staff: officer.staffId })).toEqual([early])
    expect(await only({ centreId: insurer.centres.a })).toHaveLength(2)
    expect(await only({ centreId: insurer.centres.b })).toHaveLength(0)
  })

  it('ことばで探す: かな・全角の違いを越え、記号は字として、範囲の外は出ない', async () => {
    const someone = await aPerson(database, insurer, insurer.centres.a)
    const id = await stored({
      personId: someone,
      text: 'ショートステイの利用を考えている',
      answer: '100%負担と説明',
    })
    const abroad = await aPerson(database, insurer, insurer.centres.b)
    const foreign = await stored({ personId: abroad, text: 'ショートステイの空き' }, stranger)
    for (const text of ['しょーとすてい', 'ｼｮｰﾄｽﾃｲ', '利用', '100%負担', 'ショート　ステイ']) {
      expect([text, ids(await list(worker, { text, personId: someone }))]).toEqual([text, [id]])
    }
    expect(ids(await list(worker, { text: '1%負担', personId: someone }))).toEqual([])
    expect(ids(await list(worker, { text: 'ショートステイ' }))).not.toContain(foreign)
    expect(ids(await list(officer, { text: 'ショートステイの空き' }))).toEqual([foreign])
    expect((await list(worker, { text: '。' })).status).toBe(422)
    expect((await list(worker, { limit: 201 })).status).toBe(422)
  })
})

describe('直す', () => {
  it('業務記録と次の予定もついて変わり、経過が残る', async () => {
    const id = await stored({ nextAction: '電話する', dueOn: '2026-11-25' })
    const changed = await patch(worker, id, {
      version: 1,
      minutes: null,
      receivedAt: '2026-11-21T10:00:00+09:00',
      nextAction: '訪問する',
      dueOn: '2026-11-30',
    })
    expect(changed).toMatchObject({
      status: 200,
      body: {
        version: 2,
        minutes: null,
        receivedOn: '2026-11-21',
        tasks: [{ title: '訪問する', dueOn: '2026-11-30', state: 'open' }],
      },
    })
    const journal = (await call(worker, 'GET', '/api/journal?day=2026-11-21')).body
    expect(journal.rows).toMatchObject([{ sourceId: id, minutes: null }])
    expect(journal.totals).toMatchObject([{ count: 1, minutes: 0, minutesNotRecorded: 1 }])
    const { changes } = (await call(worker, 'GET', `/api/consultations/${id}/history`)).body
    expect(changes).toMatchObject([{ version: 2, changedBy: { id: worker.staffId } }])
    expect(changes[0].fields).toContainEqual({ field: 'minutes', before: 12, after: null })
    expect(changes[0].fields).toContainEqual({ field: 'nextAction', before: '電話する', after: '訪問する' })
  })

  it('ほかの人が先に保存していれば 409 と両方', async () => {
    const id = await stored()
    await patch(officer, id, { version: 1, text: '先に直した' })
    const late = await patch(worker, id, { version: 1, text: 'あとから' })
    expect(late).toMatchObject({ status: 409, body: { stored: { version: 2, text: '先に直した' } } })
  })

  it('同時に二人が保存すれば、片方だけが通る', async () => {
    const id = await stored()
    const answers = await Promise.all([
      patch(worker, id, { version: 1, text: 'ひとつ' }),
      patch(officer, id, { version: 1, text: 'ふたつ' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('期限を消せば予定は取り下げ、付け直せば新しくできる', async () => {
    const id = await stored({ dueOn: '2026-11-25' })
    const none = await patch(worker, id, { version: 1, dueOn: null })
    expect(none.body.tasks).toMatchObject([{ state: 'withdrawn' }])
    const again = await patch(worker, id, { version: 2, dueOn: '2026-11-26' })
    expect(again.body.tasks.map(({ state }: { state: string }) => state).sort()).toEqual([
      'open',
      'withdrawn',
    ])
  })

  it('虐待をあとから加えれば虐待対応が開き、二度は開かない', async () => {
    const id = await stored()
    const opened = await patch(worker, id, { version: 1, topics: ['abuse'] })
    expect(opened.body).toMatchObject({
      abuseCaseId: expect.any(String),
      tasks: [{ kind: 'abuse-first-response', dueOn: TEST_TODAY }],
    })
    const again = await patch(worker, id, { version: 2, topics: ['abuse', 'ltci'] })
    expect(again.body.abuseCaseId).toBe(opened.body.abuseCaseId)
    expect(again.body.tasks).toHaveLength(1)
  })

  it('記録するときと同じ決まりで断る', async () => {
    const id = await stored()
    const errors = async (change: object) =>
      (await patch(worker, id, { version: 1, ...change })).body.errors.map(
        ({ path }: { path: string }) => path,
      )
    expect(await errors({ urgency: 'emergency' })).toEqual(['responderId', 'respondedAt'])
    expect(await errors({ dueOn: '2026-11-21' })).toEqual(['dueOn'])
    expect(await errors({ answer: '123456789018' })).toEqual(['answer'])
    expect(await errors({ responderId: randomUUID() })).toEqual(['responderId'])
    expect((await read(worker, id)).body.version).toBe(1)
  })
})

describe('取り下げる', () => {
  it('理由とともに残り、一覧と業務記録から外れ、予定は終わる', async () => {
    const id = await stored({ dueOn: '2026-11-25' })
    const gone = await post(worker, `/api/consultations/${id}/withdraw`, {
      version: 1,
      reason: '二重に記録した',
    })
    expect(gone).toMatchObject({
      status: 200,
      body: { withdrawnReason: '二重に記録した', tasks: [{ state: 'withdrawn' }] },
    })
    expect(ids(await list(worker, { limit: 200 }))).not.toContain(id)
    expect(ids(await list(worker, { limit: 200, withdrawn: true }))).toContain(id)
    const journal = (await call(worker, 'GET', '/api/journal')).body
    expect(journal.rows.map(({ sourceId }: { sourceId: string }) => sourceId)).not.toContain(id)
    expect((await patch(worker, id, { version: 2, minutes: 1 })).status).toBe(409)
  })
})

describe('紹介と受領', () => {
  it('外の機関の受領は紹介した側が記し、回答待ちが終わる', async () => {
    const id = await stored()
    const referred = await post(worker, `/api/consultations/${id}/referrals`, {
      toKind: 'hospital',
      toName: '試験病院',
    })
    const [referral] = referred.body.referrals
    expect(referred.body.tasks).toMatchObject([{ kind: 'referral-receipt', state: 'waiting' }])
    const receipt = await post(worker, `/api/referrals/${referral.id}/receipt`, { version: 1 })
    expect(receipt).toMatchObject({ status: 200, body: { version: 2, receivedAt: '2026-11-22T01:00:00Z' } })
    expect((await read(worker, id)).body.tasks).toMatchObject([{ state: 'done' }])
    const result = await post(worker, `/api/referrals/${referral.id}/result`, {
      version: 2,
      result: '受診した',
    })
    expect(result).toMatchObject({ status: 200, body: { result: '受診した', version: 3 } })
    expect(
      (await post(worker, `/api/referrals/${referral.id}/result`, { version: 2, result: 'x' })).status,
    ).toBe(409)
  })

  it('ほかのセンターは、あてられた紹介だけを見て受領できる。氏名は同意があるときだけ', async () => {
    const send = async (consent: boolean | null) => {
      const id = await stored({
        referrals: [{ toKind: 'centre', toName: '試験センターB', toCentreId: insurer.centres.b, consent }],
      })
      return (await read(worker, id)).body.referrals[0].id as string
    }
    const [named, unasked] = [await send(true), await send(null)]
    const { rows } = (await call(stranger, 'GET', '/api/referrals/inbox')).body
    const line = (id: string) => rows.find((row: { id: string }) => row.id === id)
    expect(line(named)).toMatchObject({
      personName: '試験 花子',
      fromCentre: '試験センターA',
      receivedAt: null,
    })
    expect(line(unasked)).toMatchObject({ personName: null, personKana: null })
    expect(JSON.stringify(rows)).not.toContain(personId) // the id stands in the audit line only
    const seen = await asOwner(database, (client) =>
      client.query(
        `select 1 from audit.line where staff_id = $1 and action = 'referral.inbox-viewed' and $2::uuid = any (person_ids)`,
        [stranger.staffId, personId],
      ),
    )
    expect(seen.rowCount).toBe(1)
    const third = await anActor(database, insurer, 'centreStaff', 'branch')
    expect((await call(third, 'GET', '/api/referrals/inbox')).body.rows).toEqual([])
    // neither the giver nor a third centre confirms for the addressee
    expect((await post(worker, `/api/referrals/${named}/receipt`, { version: 1 })).status).toBe(404)
    expect((await post(third, `/api/referrals/${named}/receipt`, { version: 1 })).status).toBe(404)
    const first = await post(stranger, `/api/referrals/${named}/receipt`, { version: 1 })
    expect(first.status).toBe(200)
    expect(await post(stranger, `/api/referrals/${named}/receipt`, { version: 1 })).toEqual(first)
  })

  it('職員あての紹介はその人の新規担当になり、受領すれば渡した側の回答待ちが終わり、対応だけが残る', async () => {
    const clerk = await anActor(database, insurer, 'officer')
    const id = await stored({
      referrals: [{ toKind: 'municipality', toName: '試験市 高齢福祉課', toStaffId: clerk.staffId }],
    })
    const referral = (await read(worker, id)).body.referrals[0].id
    const fresh = (await call(clerk, 'GET', '/api/today?tab=new')).body
    expect(fresh.rows).toMatchObject([{ kind: 'referral-received', kindLabel: '紹介の受領' }])
    expect((await post(clerk, `/api/referrals/${referral}/receipt`, { version: 1 })).status).toBe(200)
    const after = (await call(clerk, 'GET', '/api/today?tab=ahead')).body
    expect(after.counts).toMatchObject({ new: 0, ahead: 1 })
    expect(after.rows).toMatchObject([{ kind: 'referral-received', receivedAt: '2026-11-22T01:00:00Z' }])
    expect((await read(worker, id)).body.tasks).toMatchObject([{ kind: 'referral-receipt', state: 'done' }])
  })
})

describe('ベル: 届いた紹介', () => {
  const bell = async (actor: Actor) => (await call(actor, 'GET', '/api/notices')).body
  const others = (count: number) =>
    // other areas ring the same bell
    expect.arrayContaining([{ id: 'referrals', label: '届いた紹介（受領待ち）', link: '/referrals', count }])

  it('センターあての受領待ちを数え、受領すれば減り、ほかのセンターと取り下げた相談は数えない', async () => {
    const own = await anInsurer(database)
    const giver = await anActor(database, own, 'centreStaff', 'a')
    const [receiver, third] = [
      await anActor(database, own, 'centreStaff', 'b'),
      await anActor(database, own, 'centreStaff', 'branch'),
    ]
    const person = await aPerson(database, own, own.centres.a)
    const send = async () => {
      const referrals = [{ toKind: 'centre' as const, toName: '試験センターB', toCentreId: own.centres.b }]
      const id = await stored({ personId: person, referrals }, giver)
      return { id, referral: (await read(giver, id)).body.referrals[0].id as string }
    }
    expect(await bell(receiver)).toMatchObject({ others: others(0), total: 0 })
    const [first, second] = [await send(), await send()]
    expect(await bell(receiver)).toMatchObject({ new: 0, others: others(2), total: 2 })
    expect(await bell(third)).toMatchObject({ others: others(0), total: 0 })
    await post(receiver, `/api/referrals/${first.referral}/receipt`, { version: 1 })
    expect(await bell(receiver)).toMatchObject({ others: others(1), total: 1 })
    await post(giver, `/api/consultations/${second.id}/withdraw`, { version: 1, reason: '誤り' })
    expect(await bell(receiver)).toMatchObject({ others: others(0), total: 0 })
  })

  it('職員あての紹介は新規担当にもなり、合計では一度だけ数える', async () => {
    const clerk = await anActor(database, insurer, 'officer')
    await stored({
      referrals: [{ toKind: 'municipality', toName: '試験市 高齢福祉課', toStaffId: clerk.staffId }],
    })
    expect(await bell(clerk)).toMatchObject({ new: 1, others: others(1), total: 1 })
  })
})

describe('経過（タイムライン）', () => {
  it('新しい順に、取り下げたものを除き、自分のものに絞れ、続きから読める', async () => {
    const someone = await aPerson(database, insurer, insurer.centres.a)
    const at = (day: string) => ({ personId: someone, receivedAt: `2026-11-${day}T10:00:00+09:00` })
    const [a, b, c] = [await stored(at('01')), await stored(at('02'), officer), await stored(at('03'))]
    const gone = await stored(at('04'))
    await post(worker, `/api/consultations/${gone}/withdraw`, { version: 1, reason: '誤り' })
    const source = contributes.timeline![0]!
    const items = async (actor: Actor, filter: object = {}) => {
      const all = { mine: false, before: null, limit: 10, ...filter }
      const [rows] = await workOf(database, actor).flight([source.query(actor, TEST_TODAY, someone, all)])
      return rows!.map((row) => source.toItem(row))
    }
    expect((await items(worker)).map(({ id }) => id)).toEqual([c, b, a])
    expect((await items(worker))[0]).toMatchObject({
      kind: 'consultation',
      title: '電話・子｜介護保険・認定',
      centreName: 'A',
      link: `/consultations/${c}`,
      mine: true,
    })
    expect((await items(worker, { mine: true })).map(({ id }) => id)).toEqual([c, a])
    const before = { at: '2026-11-02T01:00:00Z', id: b }
    expect((await items(worker, { before })).map(({ id }) => id)).toEqual([a])
    expect(await items(stranger)).toEqual([])
  })
})
