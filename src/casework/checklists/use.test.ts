import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, aPerson, asOwner, type TestInsurer } from '../../platform/testing/insurer.ts'
import { routes as consultations } from '../consultations/routes.ts'
import { routes as people } from '../people/routes.ts'
import { aChecklist, scoredCells } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let staff: Actor
let clerk: Actor
let neighbour: Actor
let contractor: Actor

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes, consultations, people])
  staff = await anActor(database, insurer, 'centreStaff', 'a')
  clerk = await anActor(database, insurer, 'clerk', 'a')
  neighbour = await anActor(database, insurer, 'centreStaff', 'b')
  contractor = await anActor(database, insurer, 'contractedCareManager')
})

const someone = (birthOn = '1940-03-04') => aPerson(database, insurer, insurer.centres.a, { birthOn })
async function recorded(more: Record<string, unknown> & { personId?: string } = {}, actor = staff) {
  const entry = aChecklist(more.personId ?? (await someone()), more)
  const made = await call(actor, 'POST', '/api/checklists', entry)
  expect(made.status).toBe(200)
  return { id: entry.id, entry, made: made.body }
}
const read = async (id: string, actor = staff) => (await call(actor, 'GET', `/api/checklists/${id}`)).body
const rows = <Row>(text: string, values: unknown[]) =>
  asOwner(database, async (client) => (await client.query(text, values)).rows as Row[])
const tasksOf = (id: string) =>
  rows<{ state: string; holder_id: string }>(
    'select state, holder_id from platform.task where source_id = $1 order by created_at, id',
    [id],
  )
const journalOf = (id: string) =>
  rows<{ kind: string; unit: string; count: number; minutes: number | null; day: string }>(
    `select kind, unit, count, minutes, day::text, centre_id, staff_id from platform.journal where source_id = $1`,
    [id],
  )

describe('記録', () => {
  it('面接の一枚は、業務記録1件と判定案の確認の予定を残す', async () => {
    const { id, made } = await recorded({ minutes: 15, ...scoredCells([16]) })
    expect(made.made).toEqual([
      { kind: 'journal', label: '基本チェックリスト（面接）' },
      { kind: 'task', label: 'チェックリストの判定案の確認', dueOn: '2026-11-29' },
    ])
    expect(await journalOf(id)).toEqual([
      expect.objectContaining({
        kind: 'checklist',
        unit: '件',
        count: 1,
        minutes: 15,
        day: '2026-11-20',
        centre_id: insurer.centres.a,
      }),
    ])
    expect(await tasksOf(id)).toEqual([{ state: 'open', holder_id: staff.staffId }])
  })

  it('答えが届かずもう一度送っても、一枚だけ残る', async () => {
    const { entry } = await recorded()
    const again = await call(staff, 'POST', '/api/checklists', entry)
    expect(again).toMatchObject({ status: 200, body: { id: entry.id, version: 1, made: [] } })
    expect(await journalOf(entry.id)).toHaveLength(1)
    const taken = await call(staff, 'POST', '/api/checklists', { ...entry, personId: await someone() })
    expect(taken).toMatchObject({ status: 409, body: { code: 'id-taken' } })
  })

  it('同じ方の同じ日の二枚目は断り、前の記録を示す。取り下げた後は記録できる', async () => {
    const { id, entry } = await recorded()
    const second = { ...entry, id: randomUUIDv7() }
    const refused = await call(staff, 'POST', '/api/checklists', second)
    expect(refused).toMatchObject({ status: 409, body: { code: 'same-day', checklistId: id } })
    await call(staff, 'POST', `/api/checklists/${id}/withdraw`, { version: 1, reason: '人を間違えた' })
    expect((await call(staff, 'POST', '/api/checklists', second)).status).toBe(200)
  })

  it('同時に送られた同じ日の二枚は、一枚だけが残る', async () => {
    const personId = await someone()
    const both = await Promise.all(
      [1, 2].map(() => call(staff, 'POST', '/api/checklists', aChecklist(personId))),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it.each([
    ['先の日付', { answeredOn: '2026-11-23' }, 'answeredOn'],
    ['基準のない日', { answeredOn: '2015-03-31' }, 'answeredOn'],
    ['読み方がない', { coding: undefined }, 'coding'],
    ['用紙の数字にはい・いいえ', { cells: { 1: 'はい' } }, 'cells.1'],
    ['2と書いたセル', { cells: { 7: '2' } }, 'cells.7'],
    ['一つも答えがない', { cells: {} }, 'cells.1'],
    ['実施方法がない', { method: undefined }, 'method'],
    ['個人番号らしい12けた', { note: 'メモ 123456789018' }, 'note'],
    ['いない職員', { staffId: randomUUIDv7() }, 'staffId'],
    ['違う判定に理由がない', { confirmation: { judgement: 'target' } }, 'confirmation.reason'],
  ])('%s は、欄を示して断る', async (_, more, path) => {
    const answer = await call(staff, 'POST', '/api/checklists', aChecklist(await someone(), more))
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, path])
  })

  it('生年月日が分からなければ推測せず、判定できないとする', async () => {
    const personId = await someone()
    await rows('update casework.person set birth_on = null, birth_uncertainty = $2 where id = $1', [
      personId,
      'year-unknown',
    ])
    const { made } = await recorded({ personId, ...scoredCells([18]) })
    expect(made).toMatchObject({ judgement: 'undetermined', met: ['cognition'] })
  })

  it('要支援の有効期間中は、判定したうえで、登録が始まらないことを知らせる', async () => {
    const personId = await someone()
    await rows(
      `insert into casework.certification (insurer_id, person_id, centre_id, kind, state, basis, level, decided_on, valid_from,
         valid_to) values ($1, $2, $3, 'new', 'decided', 'decision', '12', '2026-04-01', '2026-04-01', '2027-03-31')`,
      [insurer.id, personId, insurer.centres.a],
    )
    const { id, made } = await recorded({ personId, ...scoredCells([18]) })
    expect(made.judgement).toBe('target')
    const sheet = await read(id)
    expect(sheet.result.notes).toEqual(['certificationRuns'])
    expect(sheet.proposal.certification).toEqual({ level: 'support', from: '2026-04-01', to: '2027-03-31' })
  })

  it('相談から開いたものは、相談とつながる', async () => {
    const personId = await someone()
    const consultationId = randomUUIDv7()
    await call(staff, 'POST', '/api/consultations', {
      id: consultationId,
      personId,
      channel: 'phone',
      caller: 'self',
      urgency: 'normal',
      text: '足腰が弱ったとの相談。',
      receivedAt: '2026-11-20T09:30:00+09:00',
    })
    const { id } = await recorded({ personId, consultationId })
    expect((await read(id)).consultationId).toBe(consultationId)
    const others = aChecklist(await someone(), { consultationId })
    expect((await call(staff, 'POST', '/api/checklists', others)).status).toBe(404)
  })
})

describe('保存の前に', () => {
  it('何も答えていなくても、その日の種別と認定が分かる', async () => {
    const sheet = { coding: 'paperNumber', answeredOn: '2026-11-20', cells: {}, personId: await someone() }
    const { body } = await call(staff, 'POST', '/api/checklists/preview', sheet)
    expect(body).toMatchObject({
      insuredType: 'category1Insured',
      certification: null,
      result: { judgement: 'undetermined' },
    })
  })

  it('判定だけして、何も残さない', async () => {
    const personId = await someone()
    const { cells, height, weight } = scoredCells([11, 12])
    const sheet = { coding: 'paperNumber', answeredOn: '2026-11-20', cells, height, weight, personId }
    const { body } = await call(staff, 'POST', '/api/checklists/preview', sheet)
    expect(body.result).toMatchObject({
      judgement: 'target',
      met: ['nutrition'],
      bmi: { point: 1, printedBmiTenths: 185 },
    })
    expect(await rows('select 1 from casework.checklist where person_id = $1', [personId])).toEqual([])
  })
})

describe('判定案の確認', () => {
  it('その場で確認すれば、予定は残らない', async () => {
    const { id } = await recorded({ ...scoredCells([16]), confirmation: { judgement: 'target' } })
    expect(await tasksOf(id)).toEqual([])
    expect((await read(id)).confirmation).toMatchObject({ judgement: 'target', by: { id: staff.staffId } })
  })

  it('後で確認すると予定が終わり、違う判定には理由が要る', async () => {
    const { id } = await recorded(scoredCells([16]))
    const path = `/api/checklists/${id}/confirm`
    const without = await call(staff, 'POST', path, { version: 1, judgement: 'notTarget' })
    expect([without.status, without.body.errors[0].path]).toEqual([422, 'reason'])
    const done = await call(staff, 'POST', path, {
      version: 1,
      judgement: 'notTarget',
      reason: '雪の週だけ外出を控えた',
    })
    expect(done.body).toMatchObject({
      version: 2,
      proposal: { judgement: 'target' },
      confirmation: { judgement: 'notTarget', reason: '雪の週だけ外出を控えた' },
    })
    expect(await tasksOf(id)).toEqual([{ state: 'done', holder_id: staff.staffId }])
  })

  it('事務も入力できるが確認はできず、予定は担当の職員に届く', async () => {
    const { id } = await recorded({}, clerk)
    const [task] = await tasksOf(id)
    expect(task?.holder_id).not.toBe(clerk.staffId)
    expect(
      (await call(clerk, 'POST', `/api/checklists/${id}/confirm`, { version: 1, judgement: 'notTarget' }))
        .status,
    ).toBe(403)
    const direct = aChecklist(await someone(), { confirmation: { judgement: 'notTarget' } })
    expect((await call(clerk, 'POST', '/api/checklists', direct)).status).toBe(403)
  })

  it('まとめての確認は、一つでも変わっていれば一つも確認しない', async () => {
    const [one, two] = [await recorded(), await recorded()]
    const items = [one, two].map(({ id }) => ({ id, version: 1 }))
    await call(staff, 'PATCH', `/api/checklists/${two.id}`, { version: 1, note: '聞き直した' })
    const stale = await call(staff, 'POST', '/api/checklists/confirmations', { items })
    expect([stale.status, (await read(one.id)).confirmation]).toEqual([409, null])
    const fresh = [
      { id: one.id, version: 1 },
      { id: two.id, version: 2 },
    ]
    const done = await call(staff, 'POST', '/api/checklists/confirmations', { items: fresh })
    expect(done.body).toEqual({ confirmed: 2 })
    expect((await tasksOf(two.id))[0]?.state).toBe('done')
  })
})

describe('直す・取り下げる', () => {
  it('回答を直すと判定し直し、前の確認は外れて予定が戻る', async () => {
    const { id, entry } = await recorded({ ...scoredCells([16]), confirmation: { judgement: 'target' } })
    const next = scoredCells([])
    const changed = await call(staff, 'PATCH', `/api/checklists/${id}`, {
      version: 1,
      coding: entry.coding,
      ...next,
    })
    expect(changed.body).toMatchObject({
      version: 2,
      proposal: { judgement: 'notTarget' },
      confirmation: null,
    })
    expect(await tasksOf(id)).toEqual([{ state: 'open', holder_id: staff.staffId }])
    const history = await call(staff, 'GET', `/api/checklists/${id}/history`)
    const fields = history.body.changes[0].fields.map(({ field }: { field: string }) => field)
    expect(fields).toEqual(expect.arrayContaining(['answers', 'judgement', 'met', 'confirmedJudgement']))
  })

  it('備考や時間だけなら、確認は残り、業務記録が直る', async () => {
    const { id } = await recorded({ confirmation: { judgement: 'notTarget' } })
    const changed = await call(staff, 'PATCH', `/api/checklists/${id}`, {
      version: 1,
      minutes: 20,
      note: '玄関で',
    })
    expect(changed.body).toMatchObject({
      minutes: 20,
      note: '玄関で',
      confirmation: { judgement: 'notTarget' },
    })
    expect((await journalOf(id))[0]?.minutes).toBe(20)
  })

  it('ほかの人が先に直していれば409で、今の内容を返す', async () => {
    const { id } = await recorded()
    await call(staff, 'PATCH', `/api/checklists/${id}`, { version: 1, note: '先' })
    const late = await call(staff, 'PATCH', `/api/checklists/${id}`, { version: 1, note: '後' })
    expect(late).toMatchObject({ status: 409, body: { stored: { version: 2, note: '先' } } })
  })

  it('ほかの枚のある日には移せない', async () => {
    const personId = await someone()
    const first = await recorded({ personId })
    const { id } = await recorded({ personId, answeredOn: '2026-11-10' })
    const moved = await call(staff, 'PATCH', `/api/checklists/${id}`, {
      version: 1,
      answeredOn: '2026-11-20',
    })
    expect(moved).toMatchObject({ status: 409, body: { code: 'same-day', checklistId: first.id } })
    const free = await call(staff, 'PATCH', `/api/checklists/${id}`, { version: 1, answeredOn: '2026-11-11' })
    expect([free.status, (await journalOf(id))[0]?.day]).toEqual([200, '2026-11-11'])
  })

  it('取り下げたものは、どこにも数えられず、予定も終わる', async () => {
    const personId = await someone()
    const { id } = await recorded({ personId, ...scoredCells([16]) })
    const kept = await recorded({ personId, answeredOn: '2026-10-01', ...scoredCells([]) })
    await call(staff, 'POST', `/api/checklists/${id}/withdraw`, { version: 1, reason: '別の方の用紙' })
    const list = await call(staff, 'POST', '/api/checklists/list', { personId, withTotal: true })
    expect([list.body.total, list.body.rows.map((row: { id: string }) => row.id)]).toEqual([1, [kept.id]])
    const own = await call(staff, 'GET', `/api/people/${personId}/checklists`)
    expect(own.body.trend.map((point: { id: string }) => point.id)).toEqual([kept.id])
    expect(own.body.rows).toHaveLength(2)
    expect([await journalOf(id), (await tasksOf(id))[0]?.state]).toEqual([[], 'withdrawn'])
    const timeline = await call(staff, 'GET', `/api/people/${personId}/timeline`)
    expect(JSON.stringify(timeline.body)).not.toContain(id)
    const sheet = await call(staff, 'GET', `/api/people/${personId}/sheet`)
    expect(JSON.stringify(sheet.body)).toContain(kept.id)
    expect(JSON.stringify(sheet.body)).not.toContain(id)
    const csv = await call(staff, 'POST', `/api/checklists/${id}/withdraw`, { version: 2, reason: '二度目' })
    expect(csv.status).toBe(409)
  })
})

describe('一覧と推移', () => {
  it('判定・確認・期間で絞り、続きから読める', async () => {
    const actor = await anActor(database, insurer, 'centreStaff', 'branch')
    const personId = await aPerson(database, insurer, insurer.centres.branch)
    for (const [day, scored] of [
      ['2026-01-10', [16]],
      ['2026-02-10', []],
      ['2026-03-10', [18]],
    ] as const) {
      await recorded({ personId, answeredOn: day, ...scoredCells(scored) }, actor)
    }
    const list = async (filter: object) => (await call(actor, 'POST', '/api/checklists/list', filter)).body
    const days = ({ rows: found }: { rows: { answeredOn: string }[] }) =>
      found.map(({ answeredOn }) => answeredOn)
    expect(days(await list({}))).toEqual(['2026-03-10', '2026-02-10', '2026-01-10'])
    expect(days(await list({ order: 'oldest', from: '2026-02-01' }))).toEqual(['2026-02-10', '2026-03-10'])
    expect(days(await list({ judgement: 'target' }))).toEqual(['2026-03-10', '2026-01-10'])
    expect(days(await list({ confirmed: true }))).toEqual([])
    expect(days(await list({ staff: 'mine', to: '2026-01-31' }))).toEqual(['2026-01-10'])
    expect(days(await list({ order: 'points' }))).toEqual(['2026-03-10', '2026-01-10', '2026-02-10'])
    const most = await list({ order: 'points', limit: 1 })
    expect(days(await list({ order: 'points', limit: 1, cursor: most.nextCursor }))).toEqual(['2026-01-10'])
    const first = await list({ limit: 2 })
    expect(days(await list({ limit: 2, cursor: first.nextCursor }))).toEqual(['2026-01-10'])
  })

  it('推移は古い順で、領域ごとの点と合計の幅をもつ', async () => {
    const personId = await someone()
    await recorded({ personId, answeredOn: '2026-05-01', ...scoredCells([6, 7, 8], [9]) })
    await recorded({ personId, answeredOn: '2026-11-01', ...scoredCells([6]) })
    const { body } = await call(staff, 'GET', `/api/people/${personId}/checklists`)
    expect(body.trend.map(({ total }: { total: object }) => total)).toEqual([
      { known: 3, unknown: 1 },
      { known: 1, unknown: 0 },
    ])
    expect(body.trend[0].domains[1]).toEqual({
      domain: 'motor',
      label: '運動機能',
      items: 5,
      known: 3,
      unknown: 1,
    })
  })
})

describe('届く範囲', () => {
  it('委託先は割り当てられた方だけを読み書きし、期限の翌日からは何も見えない', async () => {
    const [own, other] = [await someone(), await someone()]
    await rows(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to)
       values ($1, $2, $3, 'assignment', '2026-01-01', '2026-11-22')`,
      [insurer.id, own, insurer.officeId],
    )
    const { id } = await recorded({ personId: own }, contractor)
    expect((await tasksOf(id))[0]?.holder_id).not.toBe(contractor.staffId)
    const refused = await call(contractor, 'POST', '/api/checklists', aChecklist(other))
    expect(refused.status).toBe(404)
    const late = anApi(database, [routes], { now: '2026-11-23T10:00:00+09:00' })
    expect((await late(contractor, 'GET', `/api/checklists/${id}`)).status).toBe(404)
    expect((await late(contractor, 'POST', '/api/checklists/list', {})).body.rows).toEqual([])
  })

  it('委託先は、自分の枚でも確認の後は、またセンターの枚はいつも、直せず取り下げられない', async () => {
    const personId = await someone()
    await rows(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from)
       values ($1, $2, $3, 'assignment', '2026-01-01')`,
      [insurer.id, personId, insurer.officeId],
    )
    const codes = async (id: string, version: number) => {
      const path = `/api/checklists/${id}`
      const changed = await call(contractor, 'PATCH', path, { version, note: '書き足し' })
      const gone = await call(contractor, 'POST', `${path}/withdraw`, { version, reason: '書き間違い' })
      return [changed, gone].map(({ status, body }) => `${status} ${body.code}`)
    }
    const centres = await recorded({ personId, answeredOn: '2026-11-18' })
    expect(await codes(centres.id, 1)).toEqual(['409 checklist.not-own', '409 checklist.not-own'])
    expect(await read(centres.id)).toMatchObject({ version: 1, note: null, withdrawnAt: null })

    const { id } = await recorded({ personId }, contractor)
    const changed = await call(contractor, 'PATCH', `/api/checklists/${id}`, { version: 1, note: '書き足し' })
    expect(changed).toMatchObject({ status: 200, body: { note: '書き足し', version: 2 } })
    const judgement = 'notTarget'
    const confirmed = await call(staff, 'POST', `/api/checklists/${id}/confirm`, { version: 2, judgement })
    expect(confirmed.status).toBe(200)
    expect(await codes(id, 3)).toEqual(['409 checklist.confirmed', '409 checklist.confirmed'])
    expect(await read(id)).toMatchObject({ version: 3, withdrawnAt: null, confirmation: { judgement } })

    const another = await recorded({ personId, answeredOn: '2026-11-19' }, contractor)
    const path = `/api/checklists/${another.id}/withdraw`
    const gone = await call(contractor, 'POST', path, { version: 1, reason: '書き間違い' })
    expect([gone.status, gone.body.withdrawnReason]).toEqual([200, '書き間違い'])
  })

  it('隣のセンターには、ないものと同じに見える', async () => {
    const { id } = await recorded()
    const [hidden, absent] = [
      await call(neighbour, 'GET', `/api/checklists/${id}`),
      await call(neighbour, 'GET', `/api/checklists/${randomUUIDv7()}`),
    ]
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' })
  })
})
