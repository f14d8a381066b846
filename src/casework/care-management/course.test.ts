import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { routes as taskRoutes } from '../../platform/tasks/routes.ts'
import { type Answer, anApi, type Call } from '../../platform/tasks/testing/api.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  setSetting,
  type TestInsurer,
} from '../../platform/testing/insurer.ts'
import { aChange, aCourse, aRecord } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let worker: Actor
let colleague: Actor
let stranger: Actor

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes, taskRoutes])
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  colleague = await anActor(database, insurer, 'centreStaff', 'a')
  stranger = await anActor(database, insurer, 'centreStaff', 'b')
})

const person = () => aPerson(database, insurer, insurer.centres.a)
const open = async (more: Parameters<typeof aCourse>[1] = {}, by = worker): Promise<Answer> =>
  call(by, 'POST', '/api/care-management', aCourse(await person(), { staffId: worker.staffId, ...more }))
const change = (id: string, body: unknown, by = worker) =>
  call(by, 'PATCH', `/api/care-management/${id}`, body)
const record = (id: string, more: Parameters<typeof aRecord>[0] = {}, by = worker) =>
  call(by, 'POST', `/api/care-management/${id}/records`, aRecord(more))
const tasksOf = ({ body }: Answer) =>
  (body.tasks as { kind: string; dueOn: string }[]).map(({ kind, dueOn }) => `${kind.slice(16)} ${dueOn}`)
const stored = (sql: string, values: unknown[]) =>
  asOwner(database, async (client) => (await client.query(sql, values)).rows)
const everyTask = (courseId: string) =>
  stored(
    'select kind, state, due_on::text as due, holder_id as holder from platform.task where source_id = $1 order by id',
    [courseId],
  )

describe('ケアマネジメントを始める', () => {
  it('記録・業務記録・期限の予定が、一度に残る', async () => {
    const answer = await open()
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      type: 'A',
      typeProposed: 'A',
      state: 'running',
      levelSource: 'hand',
      visitDueOn: '2026-12-31',
      contactDueOn: '2026-10-31',
      evaluationDueOn: '2027-08-31',
      gaps: [],
      warnings: [],
    })
    expect(tasksOf(answer)).toEqual(['contact 2026-10-31', 'visit 2026-12-31', 'evaluation 2027-08-31'])
    const journal = await stored('select kind, unit, minutes from platform.journal where source_id = $1', [
      answer.body.id,
    ])
    expect(journal).toEqual([{ kind: 'care-management-open', unit: '件', minutes: null }])
  })

  it('同じ番号で二度送っても、一つだけ残る', async () => {
    const body = aCourse(await person())
    const [first, second] = [
      await call(worker, 'POST', '/api/care-management', body),
      await call(worker, 'POST', '/api/care-management', body),
    ]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await stored('select 1 from platform.journal where source_id = $1', [body.id])).toHaveLength(1)
  })

  it('もう始まっている方には始められず、終えれば始められる', async () => {
    const first = await open()
    const again = aCourse(first.body.person.id)
    expect((await call(worker, 'POST', '/api/care-management', again)).body.code).toBe(
      'care-management.running',
    )
    await call(worker, 'POST', `/api/care-management/${first.body.id}/end`, {
      version: first.body.version,
      endedOn: '2026-11-20',
      reason: '転出',
    })
    expect((await call(worker, 'POST', '/api/care-management', again)).status).toBe(200)
  })

  it('契約の同意と理由がなければ、断らずに知らせ、予定に出す', async () => {
    const contract = { ...aCourse('').contract, explainedOn: null, consentedOn: null }
    const choices = aCourse('').choices.map((one) => ({ ...one, reason: null }))
    const answer = await open({ contract, choices })
    expect(answer.status).toBe(200)
    expect(answer.body.warnings).toHaveLength(2)
    expect(tasksOf(answer)).toContain('contract 2026-09-10')
  })

  it.each<[string, Parameters<typeof aCourse>[1], string]>([
    ['実施中なのに類型がない', { type: null }, 'type'],
    ['終わりが初日より前', { planTo: '2026-09-14' }, 'planTo'],
    ['評価が計画の後', { evaluationOn: '2027-09-01' }, 'evaluationOn'],
    ['説明なしの同意', { contract: { ...aCourse('').contract, explainedOn: null } }, 'contract.explainedOn'],
    ['先の日に始めた', { openedOn: '2026-11-23' }, 'openedOn'],
    [
      'テレビ電話の条件が足りない',
      { mode: { kind: 'video', months: null, conditions: ['consent'], note: null } },
      'mode.conditions',
    ],
    [
      '間隔を延ばす条件が足りない',
      { mode: { kind: 'flexible', months: 6, conditions: ['stable', 'contact', 'opinions'], note: null } },
      'mode.conditions',
    ],
    [
      '予防給付の計画の間隔を延ばす',
      {
        services: [{ group: 'preventive', code: '63', label: '訪問看護' }],
        mode: {
          kind: 'flexible',
          months: 6,
          conditions: ['stable', 'contact', 'opinions', 'agreed'],
          note: null,
        },
      },
      'mode.kind',
    ],
    ['個人番号らしい数字', { typeReason: '番号 123456789018' }, 'typeReason'],
  ])('断る: %s', async (_, more, path) => {
    const answer = await open(more)
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map((one: { path: string }) => one.path)).toContain(path)
  })

  it('責任者は、担当センターの職員に限る', async () => {
    const answer = await open({ staffId: stranger.staffId })
    expect(answer.body.errors[0]).toMatchObject({ path: 'staffId' })
  })

  it('ほかのセンターの方には、いない方と同じ答え', async () => {
    const absent = await call(stranger, 'POST', '/api/care-management', aCourse(randomUUID()))
    const foreign = await call(stranger, 'POST', '/api/care-management', aCourse(await person()))
    expect(foreign.status).toBe(404)
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' })
  })
})

describe('市の設定', () => {
  it('類型の表と類型Bの間隔は、市の設定に従う', async () => {
    const own = await anInsurer(database)
    await asOwner(database, async (client) => {
      await setSetting(client, own.id, 'care-management.type.c', 'B')
      await setSetting(client, own.id, 'care-management.type-b-months', 6)
    })
    const staff = await anActor(database, own, 'centreStaff', 'a')
    const someone = await aPerson(database, own, own.centres.a)
    const answer = await call(
      staff,
      'POST',
      '/api/care-management',
      aCourse(someone, { services: [{ group: 'c', code: null, label: '短期集中' }], type: 'B' }),
    )
    expect(answer.body).toMatchObject({ typeProposed: 'B', spanDueOn: '2027-03-31', gaps: [] })
  })
})

describe('期限は、記録と変更に付いてくる', () => {
  it('訪問を記録すると、訪問と連絡の予定は完了し、次の期限ができる', async () => {
    const { body: course } = await open()
    const answer = await record(course.id, { doneOn: '2026-11-20', way: 'home' })
    expect(answer.status).toBe(200)
    expect(tasksOf(answer)).toEqual(['contact 2026-12-31', 'visit 2027-03-31', 'evaluation 2027-08-31'])
    const states = await everyTask(course.id)
    const done = states.filter(({ state }) => state === 'done').map(({ kind }) => kind)
    expect(done.sort()).toEqual(['care-management.contact', 'care-management.visit'])
    const journal = await stored('select kind, minutes from platform.journal where source_id = $1', [
      answer.body.records[0].id,
    ])
    expect(journal).toEqual([{ kind: 'monitoring-home', minutes: 40 }])
  })

  it('電話では訪問の期限は動かず、連絡だけ進む', async () => {
    const { body: course } = await open()
    const answer = await record(course.id, { doneOn: '2026-10-05', way: 'phone', minutes: null })
    expect(tasksOf(answer)).toEqual(['contact 2026-11-30', 'visit 2026-12-31', 'evaluation 2027-08-31'])
  })

  it('取り下げると元の期限に戻り、業務記録からも消える', async () => {
    const { body: course } = await open()
    const { body } = await record(course.id, { doneOn: '2026-11-20' })
    const { id, version } = body.records[0]
    const answer = await call(worker, 'POST', `/api/monitoring/${id}/withdraw`, {
      version,
      reason: '人を間違えた',
    })
    expect(answer.body).toMatchObject({ visitDueOn: '2026-12-31', contactDueOn: '2026-10-31' })
    expect(tasksOf(answer)).toEqual(['contact 2026-10-31', 'visit 2026-12-31', 'evaluation 2027-08-31'])
    expect(await stored('select 1 from platform.journal where source_id = $1', [id])).toEqual([])
  })

  it('記録を直すと、期限も業務記録も直る。ほかの職員には直せない', async () => {
    const { body: course } = await open()
    const { body } = await record(course.id, { doneOn: '2026-11-20', way: 'home' })
    const { id, version } = body.records[0]
    const { id: _, subject: __, ...fields } = aRecord({ doneOn: '2026-11-19', way: 'phone', minutes: 10 })
    const other = await call(colleague, 'PATCH', `/api/monitoring/${id}`, { ...fields, version })
    expect(other.body.code).toBe('monitoring.not-own')
    const answer = await call(worker, 'PATCH', `/api/monitoring/${id}`, { ...fields, version })
    expect(answer.body).toMatchObject({ visitDueOn: '2026-12-31' })
    expect(await stored('select kind, minutes from platform.journal where source_id = $1', [id])).toEqual([
      { kind: 'monitoring-phone', minutes: 10 },
    ])
    const stale = await call(worker, 'PATCH', `/api/monitoring/${id}`, { ...fields, version })
    expect([stale.status, stale.body.stored.way]).toEqual([409, 'phone'])
  })

  it('担当が変わると、予定は新しい担当に移る', async () => {
    const { body: course } = await open()
    const changed = await change(course.id, aChange(course.version, { staffId: colleague.staffId }))
    expect(changed.body).toMatchObject({ staff: { id: colleague.staffId } })
    const holders = (await everyTask(course.id)).map(({ holder }) => holder)
    expect(new Set(holders)).toEqual(new Set([colleague.staffId]))
    const today = await call(colleague, 'GET', '/api/today?tab=new')
    expect(today.body.counts.new).toBeGreaterThanOrEqual(3)
  })

  it('同僚に引き継いだ予定は、期限が動いても同僚のもとに残る', async () => {
    const { body: course } = await open()
    const visit = course.tasks.find((one: { kind: string }) => one.kind === 'care-management.visit')
    await call(worker, 'POST', `/api/tasks/${visit.id}/hand-over`, {
      version: 1,
      toStaffId: colleague.staffId,
      reason: '休みのため',
    })
    await change(course.id, aChange(course.version, { staffId: worker.staffId, startMonth: '2026-10' }))
    const now = await stored('select holder_id, due_on::text as due from platform.task where id = $1', [
      visit.id,
    ])
    expect(now).toEqual([{ holder_id: colleague.staffId, due: '2027-01-31' }])
  })

  it('延期した予定は、期限の計算が変わらないかぎり延期のまま', async () => {
    const { body: course } = await open()
    const contact = course.tasks.find((one: { kind: string }) => one.kind === 'care-management.contact')
    await call(worker, 'POST', `/api/tasks/${contact.id}/postpone`, {
      version: 1,
      to: '2026-11-25',
      reason: '本人の都合',
    })
    const due = async () =>
      (await stored('select due_on::text as due from platform.task where id = $1', [contact.id]))[0].due
    const kept = await change(
      course.id,
      aChange(course.version, { staffId: worker.staffId, planTo: '2027-09-30' }),
    )
    expect(await due()).toBe('2026-11-25')
    await change(course.id, aChange(kept.body.version, { staffId: worker.staffId, startMonth: '2026-10' }))
    expect(await due()).toBe('2026-11-30')
  })

  it('終えると予定は取りやめになり、終了を取り消すと戻る', async () => {
    const { body: course } = await open()
    const ended = await call(worker, 'POST', `/api/care-management/${course.id}/end`, {
      version: course.version,
      endedOn: '2026-11-20',
      reason: '要介護1になった',
    })
    expect(ended.body).toMatchObject({ state: 'ended', tasks: [], visitDueOn: null })
    const back = await call(worker, 'POST', `/api/care-management/${course.id}/reopen`, {
      version: ended.body.version,
      reason: '誤って終えた',
    })
    expect(tasksOf(back)).toEqual(['contact 2026-10-31', 'visit 2026-12-31', 'evaluation 2027-08-31'])
    expect(back.body).toMatchObject({ endedOn: null, endReason: '終了の取消: 誤って終えた' })
  })

  it('開始月がわからなければ「計算できない」に並び、期限を作らない', async () => {
    const { body: course } = await open({ startMonth: null })
    expect(course.gaps).toEqual([{ code: 'start', label: 'サービスの開始月が未入力' }])
    const list = await call(worker, 'POST', '/api/care-management/list', { due: 'gaps', limit: 200 })
    expect(list.body.rows.map((row: { id: string }) => row.id)).toContain(course.id)
  })

  it('二人が同時に直すと、後の人に409と今の内容が返り、記録の追加では食い違わない', async () => {
    const { body: course } = await open()
    await record(course.id, {}, colleague)
    const mine = await change(course.id, aChange(course.version, { staffId: worker.staffId, level: '13' }))
    expect(mine.status).toBe(200)
    const theirs = await change(course.id, aChange(course.version, { staffId: worker.staffId }), colleague)
    expect([theirs.status, theirs.body.stored.level]).toEqual([409, '13'])
  })

  it('同時の記録でも、予定は一つずつしかできない', async () => {
    const { body: course } = await open()
    await Promise.all([record(course.id, {}, worker), record(course.id, {}, colleague)])
    const open_ = (await everyTask(course.id)).filter(({ state }) => state === 'open')
    expect(open_.map(({ kind }) => kind).sort()).toEqual([
      'care-management.contact',
      'care-management.evaluation',
      'care-management.visit',
    ])
  })
})

describe('保存の前に見せる案', () => {
  it('類型の案・根拠・最初の期限を返し、何も残さない', async () => {
    const personId = await person()
    const answer = await call(worker, 'POST', '/api/care-management/preview', {
      personId,
      level: '13',
      groups: ['former', 'b'],
      codes: [],
      type: null,
      startMonth: '2026-11',
      mode: { kind: 'standard', months: null, conditions: [], note: null },
      evaluationOn: '2027-10-31',
      consentedOn: null,
      openedOn: '2026-11-22',
      state: 'running',
    })
    expect(answer.status).toBe(200)
    expect(answer.body.type.value).toBe('A')
    expect(answer.body.kind.value).toBe('AF')
    expect(
      answer.body.dues.map((one: { slot: string; dueOn: string }) => `${one.slot} ${one.dueOn}`),
    ).toEqual(['contract 2026-11-22', 'contact 2026-12-31', 'visit 2027-02-28', 'evaluation 2027-10-31'])
    expect(JSON.stringify(answer.body.visit)).toContain('出典未確認')
    expect(await stored('select 1 from casework.care_management where person_id = $1', [personId])).toEqual(
      [],
    )
  })
})

describe('一覧', () => {
  it('期限の早い順とかな順に、続きまで欠けも重なりもない', async () => {
    const own = await anInsurer(database)
    const staff = await anActor(database, own, 'centreManager', 'a')
    const made: string[] = []
    for (let n = 0; n < 5; n++) {
      const someone = await aPerson(database, own, own.centres.a, { kana: `シケン ${'オエウイア'[n]}` })
      const body = aCourse(someone, { startMonth: n === 4 ? null : `2026-0${9 - n}` })
      made.push((await call(staff, 'POST', '/api/care-management', body)).body.id)
    }
    const all = async (sort: string) => {
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const { body } = await call(staff, 'POST', '/api/care-management/list', { sort, limit: 2, cursor })
        ids.push(...body.rows.map((row: { id: string }) => row.id))
        cursor = body.nextCursor ?? undefined
      } while (cursor)
      return ids
    }
    expect(await all('kana')).toEqual([...made].reverse())
    expect(await all('due')).toEqual([made[3], made[2], made[1], made[0], made[4]])
    const { body } = await call(staff, 'POST', '/api/care-management/list', {
      due: 'overdue',
      withTotal: true,
    })
    expect(body.total).toBe(body.rows.length)
  })
})
