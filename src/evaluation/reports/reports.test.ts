import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aConsultation } from '../../casework/consultations/factory.ts'
import { routes as consultationRoutes } from '../../casework/consultations/routes.ts'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { routes as noticeRoutes } from '../../platform/notices/routes.ts'
import { routes as taskRoutes } from '../../platform/tasks/routes.ts'
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
import { routes } from './routes.ts'
import type { MonthlyReport, ReportCell } from './schema.ts'

const MONTH = '2026-10'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let worker: Actor
let manager: Actor
let neighbour: Actor
let officer: Actor

/** Every test its own insurer: a month is closed once. */
async function aCity(): Promise<void> {
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  manager = await anActor(database, insurer, 'centreManager', 'a')
  neighbour = await anActor(database, insurer, 'centreManager', 'b')
  officer = await anActor(database, insurer, 'officer')
}

beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes, consultationRoutes, taskRoutes, noticeRoutes])
  await aCity()
})

const owner = (text: string, values: unknown[]) => asOwner(database, (client) => client.query(text, values))
const person = (more = {}) => aPerson(database, insurer, insurer.centres.a, more)

async function consult(more: Parameters<typeof aConsultation>[0] = {}, by = worker): Promise<string> {
  const body = aConsultation({
    receivedAt: '2026-10-05T10:00:00+09:00',
    unnamed: { ageBand: '75-84', sex: 'female' },
    ...more,
  })
  const answer = await call(
    by,
    'POST',
    '/api/consultations',
    more?.personId ? { ...body, unnamed: undefined } : body,
  )
  expect(answer.body).toMatchObject({ id: body.id })
  return body.id
}
const path = (centre: keyof TestInsurer['centres'] | 'insurer', more = '', month = MONTH) =>
  `/api/monthly-reports/${centre === 'insurer' ? centre : insurer.centres[centre]}/${month}${more}`
const report = async (
  actor: Actor,
  centre: Parameters<typeof path>[0] = 'a',
  month = MONTH,
): Promise<MonthlyReport> => {
  const answer = await call(actor, 'GET', path(centre, '', month))
  expect([answer.status, answer.body.errors]).toEqual([200, undefined])
  return answer.body
}
const cell = (of: Pick<MonthlyReport, 'sections'>, id: string): ReportCell | undefined =>
  of.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).find((one) => one.id === id)
const confirm = (actor: Actor, version: number, reason?: string, centre: 'a' | 'b' = 'a') =>
  call(actor, 'POST', path(centre, '/confirm'), { version, reason })
const late = async (actor = manager) => (await call(actor, 'GET', path('a', '/late-entries'))).body.rows

/** Contacts of the month: three about one person, one about somebody unnamed. @returns ids */
async function anOctober(): Promise<{ personId: string; ids: string[] }> {
  await aCity()
  const personId = await person()
  const ids = [
    await consult({ personId, topics: ['dementia'] }),
    await consult({ personId, topics: ['dementia', 'medical'], minutes: null }),
    await consult({ personId, topics: [], receivedAt: '2026-10-04T10:00:00+09:00' }),
    await consult({ topics: ['medical'] }),
  ]
  return { personId, ids }
}

/** Submitted and accepted. */
async function aClosedOctober() {
  const october = await anOctober()
  await confirm(manager, 0)
  const accepted = await call(officer, 'POST', path('a', '/accept'), { version: 2 })
  expect(accepted.body.closing).toMatchObject({ state: 'accepted', lastNumber: 1 })
  return october
}

describe('月報の数', () => {
  it('センターの1か月を数え、前年同月は記録がないと言う', async () => {
    const { ids } = await anOctober()
    await consult({ receivedAt: '2026-09-30T10:00:00+09:00' })
    const withdrawn = await consult()
    await call(worker, 'POST', `/api/consultations/${withdrawn}/withdraw`, {
      version: 1,
      reason: '人を間違えた',
    })
    const found = await report(manager)
    expect(cell(found, 'summary/all/contacts')).toMatchObject({ value: 4, previous: 1 })
    expect(cell(found, 'summary/all/contacts')).not.toHaveProperty('lastYear')
    expect(cell(found, 'day/2026-10-05/contacts')).toEqual({
      id: 'day/2026-10-05/contacts',
      value: 3,
      missing: null,
    })
    expect(cell(found, 'summary/all/people')).toMatchObject({ value: 2 })
    expect(cell(found, 'summary/outside/contacts')).toMatchObject({ value: 1 })
    expect(cell(found, 'topic/dementia/contacts')).toMatchObject({ value: 2 })
    expect(cell(found, 'topic/unknown/contacts')).toMatchObject({ value: 1 })
    expect(cell(found, 'minutes/consultation.socialWorker/no-minutes')).toMatchObject({ value: 1 })
    expect(found.comparisons).toMatchObject({
      previous: { state: 'present' },
      lastYear: { state: 'none', words: '前年同月の記録なし' },
    })
    const opened = await call(manager, 'GET', path('a', '/records?section=topic&row=dementia'))
    expect(opened.body).toMatchObject({ total: 2, nextCursor: null })
    expect(opened.body.rows.map((row: { link: string }) => row.link)).toEqual(
      ids.slice(0, 2).map((id) => `/consultations/${id}`),
    )
  })

  it('数を開いた一覧は、区切っても重ならず欠けない。見た方は監査に残る', async () => {
    const { personId } = await anOctober()
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await call(
        manager,
        'GET',
        path('a', `/records?section=summary&row=all&limit=3${cursor && `&cursor=${cursor}`}`),
      )
      seen.push(...page.body.rows.map((row: { journalId: string }) => row.journalId))
      cursor = page.body.nextCursor
    }
    expect(new Set(seen).size).toBe(4)
    expect((await call(manager, 'GET', path('a', '/records?section=summary&row=all&cursor=x'))).status).toBe(
      422,
    )
    const { rows } = await asOwner(database, (client) =>
      client.query(
        `select person_ids from audit.line where action = 'monthly-report.opened' and staff_id = $1`,
        [manager.staffId],
      ),
    )
    expect(rows.flatMap((row) => row.person_ids)).toContain(personId)
  })

  it('市全体は、実人数を足さずに数え直す', async () => {
    const { personId } = await anOctober()
    await owner(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, reason) values ($1, $2, $3, 'grant', '2026-01-01', '試験')`,
      [insurer.id, personId, neighbour.staffId],
    )
    await consult({ personId, topics: ['dementia'] }, neighbour)
    await consult({}, officer)
    const whole = await report(officer, 'insurer')
    expect(cell(whole, 'summary/all/contacts')).toMatchObject({ value: 6 })
    expect(cell(whole, 'summary/all/people')).toMatchObject({ value: 3 })
    expect(cell(whole, `centre/${insurer.centres.a}/people`)).toMatchObject({ value: 2 })
    expect(cell(whole, `centre/${insurer.centres.b}/people`)).toMatchObject({ value: 1 })
    expect(cell(whole, 'centre/unknown/contacts')).toMatchObject({ value: 1 })
  })

  it('先の月は断り、途中の月は今日まで数えて確定できない', async () => {
    await aCity()
    expect((await call(manager, 'GET', path('a', '', '2026-12'))).body.errors[0].code).toBe('future')
    const now = await report(manager, 'a', '2026-11')
    expect(now).toMatchObject({
      isInProgress: true,
      until: '2026-11-22',
      closing: { may: { confirm: false } },
    })
    const refused = await call(manager, 'POST', path('a', '/confirm', '2026-11'), { version: 0 })
    expect(refused).toMatchObject({ status: 409, body: { code: 'monthly-report.not-yet' } })
    expect(refused.body.detail).toContain('令和8年12月1日から')
  })

  it('記録のない月は、0の表ではなく、記録の前だと言う', async () => {
    await anOctober()
    expect((await report(manager, 'a', '2020-04')).isBeforeRecords).toBe(true)
    expect((await report(manager)).isBeforeRecords).toBe(false)
  })

  it('よそのセンターと市全体の月報は、センターにはない', async () => {
    await aCity()
    for (const unit of [insurer.centres.b, 'insurer', randomUUID()])
      expect((await call(manager, 'GET', `/api/monthly-reports/${unit}/${MONTH}`)).status).toBe(404)
    for (const role of ['contractedCareManager', 'auditor', 'coordinator', 'certificationOfficer'] as const) {
      const actor = await anActor(database, insurer, role)
      expect([role, (await call(actor, 'GET', path('a'))).status]).toEqual([role, 403])
      expect((await call(actor, 'GET', '/api/monthly-reports')).status).toBe(403)
    }
    expect((await call(worker, 'POST', path('a', '/confirm'), { version: 0 })).status).toBe(403)
  })
})

describe('65歳以上千人あたり', () => {
  it('月末に65歳に達した方まで数え、亡くなった方・転出した方・統合した方を除く', async () => {
    await aCity()
    const town = randomUUID()
    const area = randomUUID()
    await owner(
      `insert into registers.town (insurer_id, id, name, kana, fold) values ($1, $2, '見本町', 'ミホンチョウ', '見本町')`,
      [insurer.id, town],
    )
    await owner(
      `insert into registers.daily_life_area (insurer_id, id, code, name, valid_from) values ($1, $2, '01', '見本圏域', '2020-04-01')`,
      [insurer.id, area],
    )
    await owner(
      `insert into registers.area_town (insurer_id, area_id, town_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
      [insurer.id, area, town],
    )
    await owner(
      `insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
      [insurer.id, insurer.centres.a, area],
    )
    const living = async (birthOn: string, set = 'version = version') => {
      const id = await person({ birthOn })
      await owner(`update casework.person set town_id = $2, area_id = $3, ${set} where id = $1`, [
        id,
        town,
        area,
      ])
      return id
    }
    // 2026-10-31: born on 1961-11-01 reaches 65 the day before the birthday, on that day
    const kept = await living('1961-11-01')
    await living('1961-11-02')
    await living('1940-01-01', `died_on = '2026-10-31'`)
    await living('1940-01-01', `died_on = '2026-11-01'`)
    await living('1940-01-01', `moved_out_on = '2026-10-01'`)
    await living('1940-01-01', `insured_from = '2026-11-01'`)
    await living('1940-01-01', `merged_into = '${kept}'`)
    await living('1940-01-01', `insured_from = '2026-10-31'`)
    await consult({ personId: kept })
    const found = await report(manager)
    expect(cell(found, `town/${town}/residents`)).toMatchObject({ value: 3 })
    expect(cell(found, `town/${town}/per-thousand`)).toMatchObject({ value: 3333 })
    expect(cell(found, `area/${area}/contacts`)).toMatchObject({ value: 1 })
  })
})

describe('確定・受理・差戻し・訂正', () => {
  it('確定すると市の予定になり、差し戻すとセンター長の予定になり、直して確定し、受理される', async () => {
    await anOctober()
    const first = await confirm(manager, 0)
    expect(first.body).toMatchObject({
      closing: { state: 'confirmed', stateLabel: 'センター確定', version: 2, lastNumber: 1 },
      lateCount: 0,
    })
    expect((await call(officer, 'GET', '/api/today?tab=new')).body.rows).toMatchObject([
      { kindLabel: '月報の受理' },
    ])
    expect((await call(officer, 'GET', '/api/notices')).body.others).toContainEqual(
      expect.objectContaining({ id: 'monthly-reports-to-decide', count: 1 }),
    )
    const back = await call(officer, 'POST', path('a', '/return'), {
      version: 2,
      reason: '時間の記録を確かめてください',
    })
    expect(back.body.closing).toMatchObject({ state: 'returned', stateLabel: '差戻し' })
    const tasks = (await call(manager, 'GET', '/api/today?tab=new')).body.rows
    expect(tasks).toMatchObject([
      { kindLabel: '差し戻された月報', sourceLink: `/monthly-reports/open/${back.body.closing.reportId}` },
    ])
    const again = await confirm(manager, 3)
    expect(again.body.closing).toMatchObject({ state: 'confirmed', lastNumber: 2 })
    const done = await call(officer, 'POST', path('a', '/accept'), { version: 4 })
    expect(done.body.steps).toMatchObject([
      { step: 'confirmed', number: 1 },
      { step: 'returned', number: 1, reason: '時間の記録を確かめてください' },
      { step: 'confirmed', number: 2 },
      { step: 'accepted', number: 2 },
    ])
    expect((await call(officer, 'GET', '/api/today?tab=new')).body.rows).toEqual([])
    // reminded of the month after, until its fifth working day
    const ahead = (await call(manager, 'GET', '/api/today?tab=ahead')).body.rows
    expect(ahead).toMatchObject([{ kindLabel: '月報の確定', dueOn: '2026-12-07' }])
  })

  it('訂正版には理由が要り、前の版も残る', async () => {
    await aClosedOctober()
    await consult({ topics: ['other'] })
    const blank = await confirm(manager, 3)
    expect(blank).toMatchObject({ status: 422, body: { errors: [{ path: 'reason' }] } })
    const corrected = await confirm(manager, 3, '1件の記録もれ')
    expect(corrected.body).toMatchObject({ closing: { state: 'confirmed', lastNumber: 2 }, lateCount: 0 })
    const versions = await Promise.all(
      [1, 2].map(
        async (n) =>
          cell((await call(officer, 'GET', path('a', `/versions/${n}`))).body, 'summary/all/contacts')?.value,
      ),
    )
    expect(versions).toEqual([4, 5])
    expect((await call(officer, 'GET', path('a', '/versions/3'))).status).toBe(404)
  })

  it('二人が同時に確定しても版は一つで、あとの人は今の状態を知らされる', async () => {
    await anOctober()
    const second = await anActor(database, insurer, 'centreManager', 'a')
    const answers = await Promise.all([confirm(manager, 0), confirm(second, 0)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.stored).toMatchObject({
      state: 'confirmed',
      lastNumber: 1,
    })
    expect((await report(manager)).versions).toHaveLength(1)
  })

  it('確定していない月報、もう決めた月報は受理できない', async () => {
    await anOctober()
    expect((await call(officer, 'POST', path('a', '/accept'), { version: 0 })).status).toBe(409)
    await confirm(manager, 0)
    expect((await call(officer, 'POST', path('a', '/accept'), { version: 1 })).status).toBe(409)
    expect((await call(officer, 'POST', path('a', '/return'), { version: 2, reason: ' ' })).status).toBe(422)
    expect((await call(officer, 'POST', path('a', '/accept'), { version: 2 })).status).toBe(200)
    expect((await call(officer, 'POST', path('a', '/accept'), { version: 3 })).status).toBe(409)
  })

  it('市全体は、足りないセンターを言い、そろえば提出された数で確定する', async () => {
    await aClosedOctober()
    await owner(
      `update registers.centre set valid_to = '2026-09-30' where insurer_id = $1 and id <> all ($2)`,
      [insurer.id, [insurer.centres.a, insurer.centres.b]],
    )
    const close = (version = 0) => call(officer, 'POST', path('insurer', '/close'), { version })
    const refused = await close()
    expect(refused).toMatchObject({ status: 409, body: { code: 'monthly-report.not-yet' } })
    expect(refused.body.detail).toContain('B（下書き）')
    await consult({}, neighbour)
    const ofB = await confirm(neighbour, 0, undefined, 'b')
    await call(officer, 'POST', path('b', '/accept'), { version: ofB.body.closing.version })
    await consult({ topics: ['other'] }) // late at centre A: not in what was signed
    await consult({}, officer)
    const closed = await close()
    expect(closed.body.closing).toMatchObject({ state: 'confirmed', stateLabel: '確定', lastNumber: 1 })
    expect(cell(closed.body, 'summary/all/contacts')).toMatchObject({ value: 7, submitted: { value: 6 } })
    expect(closed.body.lateCount).toBe(1)
  })
})

describe('確定した数は動かない', () => {
  const both = async (id: string) => {
    const found = cell(await report(manager), id)
    return [found?.submitted?.value, found?.value]
  }
  const unchanged = async (before: string) => {
    const [row] = (
      await asOwner(database, (client) =>
        client.query(
          `select sha256 || figures || facts as kept from evaluation.monthly_report_version where insurer_id = $1`,
          [insurer.id],
        ),
      )
    ).rows
    expect(row.kept).toBe(before)
  }
  const kept = async (): Promise<string> =>
    (
      await asOwner(database, (client) =>
        client.query(
          `select sha256 || figures || facts as kept from evaluation.monthly_report_version where insurer_id = $1`,
          [insurer.id],
        ),
      )
    ).rows[0].kept

  it('遅れて入った記録は、現在値だけを動かし、だれがいつかとともに並ぶ', async () => {
    await aClosedOctober()
    const before = await kept()
    await consult({ topics: ['dementia'] })
    expect(await both('topic/dementia/contacts')).toEqual([2, 3])
    expect(await late()).toMatchObject([
      { change: 'added', what: '確定後に記録された', by: '試験 職員', at: expect.stringMatching(/Z$/) },
    ])
    await unchanged(before)
  })

  it('直した記録（日・時間・内容）', async () => {
    const { ids } = await aClosedOctober()
    const before = await kept()
    await call(worker, 'PATCH', `/api/consultations/${ids[0]}`, {
      version: 1,
      topics: ['other'],
      minutes: 99,
    })
    await call(worker, 'PATCH', `/api/consultations/${ids[1]}`, {
      version: 1,
      receivedAt: '2026-09-05T10:00:00+09:00',
    })
    expect(await both('topic/dementia/contacts')).toEqual([2, 0])
    const rows = await late()
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual(
      expect.objectContaining({ change: 'changed', what: '時間、相談の内容が変わった', by: '試験 職員' }),
    )
    expect(rows).toContainEqual(expect.objectContaining({ change: 'removed', what: '日が別の月に直された' }))
    await unchanged(before)
  })

  it('別の月から移ってきた記録', async () => {
    await anOctober()
    const id = await consult({ receivedAt: '2026-09-20T10:00:00+09:00' })
    await confirm(manager, 0)
    await call(worker, 'PATCH', `/api/consultations/${id}`, {
      version: 1,
      receivedAt: '2026-10-20T10:00:00+09:00',
    })
    expect(await both('summary/all/contacts')).toEqual([4, 5])
    expect(await late()).toMatchObject([{ change: 'added', what: '別の月やセンターの記録から移った' }])
  })

  it('取り下げた記録', async () => {
    const { ids } = await aClosedOctober()
    const before = await kept()
    await call(worker, 'POST', `/api/consultations/${ids[3]}/withdraw`, {
      version: 1,
      reason: '別の方だった',
    })
    expect(await both('summary/all/contacts')).toEqual([4, 3])
    expect(await late()).toMatchObject([{ change: 'removed', what: '取り下げられた', by: '試験 職員' }])
    const frozen = await call(manager, 'GET', path('a', '/records?section=summary&row=all&of=1'))
    expect(frozen.body.total).toBe(4)
    await unchanged(before)
  })

  it.each([
    [
      '業務記録の付け替え',
      'update platform.journal set person_id = $2 where insurer_id = $3 and person_id = $1',
    ],
    ['統合先のしるしだけ', 'update casework.person set merged_into = $2 where insurer_id = $3 and id = $1'],
  ])('統合した方（%s）', async (_, statement) => {
    const { personId } = await anOctober()
    const other = await person()
    await consult({ personId: other })
    await confirm(manager, 0)
    const before = await kept()
    await owner(statement, [other, personId, insurer.id])
    expect(await both('summary/all/people')).toEqual([3, 2])
    expect(await both('summary/all/contacts')).toEqual([5, 5])
    expect(await late()).toMatchObject([{ change: 'changed', what: '対象者（統合・訂正）が変わった' }])
    await unchanged(before)
  })

  it('さかのぼって引き直した圏域', async () => {
    await aCity()
    const [town, old, fresh] = [randomUUID(), randomUUID(), randomUUID()]
    await owner(
      `insert into registers.town (insurer_id, id, name, kana, fold) values ($1, $2, '見本町', 'ミホンチョウ', '見本町')`,
      [insurer.id, town],
    )
    for (const [id, code] of [
      [old, '01'],
      [fresh, '02'],
    ])
      await owner(
        `insert into registers.daily_life_area (insurer_id, id, code, name, valid_from) values ($1, $2, $3, '見本圏域', '2020-04-01')`,
        [insurer.id, id, code],
      )
    await owner(
      `insert into registers.area_town (insurer_id, area_id, town_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
      [insurer.id, old, town],
    )
    const personId = await person()
    await owner('update casework.person set town_id = $2, area_id = $3 where id = $1', [personId, town, old])
    await consult({ personId })
    await confirm(manager, 0)
    const before = await kept()
    await owner(`update registers.area_town set valid_to = '2026-09-30' where insurer_id = $1`, [insurer.id])
    await owner(
      `insert into registers.area_town (insurer_id, area_id, town_id, valid_from) values ($1, $2, $3, '2026-10-01')`,
      [insurer.id, fresh, town],
    )
    expect(await both(`area/${old}/contacts`)).toEqual([1, 0])
    expect(await both(`area/${fresh}/contacts`)).toEqual([0, 1])
    expect(await late()).toMatchObject([{ change: 'changed', what: '圏域が変わった' }])
    await unchanged(before)
  })

  it('引き継いだ方は、相談を受けたセンターの数に残り、氏名は出なくなる', async () => {
    const { personId } = await aClosedOctober()
    const before = await kept()
    await owner('update casework.person set centre_id = $2 where id = $1', [personId, insurer.centres.b])
    await owner('update casework.consultation set centre_id = $2 where person_id = $1', [
      personId,
      insurer.centres.b,
    ])
    expect(await both('summary/all/people')).toEqual([2, 2])
    expect(await both('topic/dementia/contacts')).toEqual([2, 2])
    expect(await late()).toEqual([])
    const opened = await call(manager, 'GET', path('a', '/records?section=topic&row=dementia'))
    expect(opened.body.rows).toMatchObject([
      { person: null, personWords: '今は担当していない方', link: null },
      { person: null, link: null },
    ])
    await unchanged(before)
  })

  it('提出された版は、表の持ち主にも直せず、消せない', async () => {
    await aClosedOctober()
    for (const statement of [
      'truncate evaluation.monthly_report_version cascade',
      'truncate evaluation.monthly_report_step',
      `update evaluation.monthly_report_version set figures = '{}' where insurer_id = $1`,
      'delete from evaluation.monthly_report_version where insurer_id = $1',
      `update evaluation.monthly_report_step set reason = 'x' where insurer_id = $1`,
    ])
      await expect(
        owner(statement, statement.startsWith('truncate') ? [] : [insurer.id]),
      ).rejects.toMatchObject({ code: '23001' })
  })

  it('センターは、受理を装えず、提出した版を差し替えられない（第二の鍵）', async () => {
    await aClosedOctober()
    const as = (actor: Actor, text: string, values: unknown[]) =>
      engineOf(database).transaction(actor, TEST_TODAY, (tx) => tx.query(text, values))
    const [{ id, last_version_id: version }] = (
      await owner(
        'select id, last_version_id from evaluation.monthly_report where insurer_id = $1 and centre_id = $2',
        [insurer.id, insurer.centres.a],
      )
    ).rows
    const step = (actor: Actor, kind: string, centre: string, by = actor.staffId) =>
      as(
        actor,
        `insert into evaluation.monthly_report_step (insurer_id, report_id, centre_id, version_id, step, at, staff_id, reason)
         values ($1, $2, $3, $4, $5, now(), $6, '試験')`,
        [insurer.id, id, centre, version, kind, by],
      )
    const own = insurer.centres.a
    const copy = (actor: Actor, centre: string, number: number) =>
      as(
        actor,
        `insert into evaluation.monthly_report_version (insurer_id, report_id, centre_id, number, step, definition, figures, facts,
           sha256, fact_count, confirmed_at, confirmed_by)
         values ($1, $2, $3, $4, 'confirmed', 1, '{}', '[]', encode(sha256('{}[]'), 'hex'), 0, now(), $5)`,
        [insurer.id, id, centre, number, actor.staffId],
      )
    for (const forged of [
      () => step(manager, 'accepted', own),
      () => step(manager, 'returned', own),
      () => step(manager, 'corrected', own, officer.staffId),
      () => step(neighbour, 'corrected', insurer.centres.b),
      () => copy(neighbour, insurer.centres.b, 2),
      () => copy(manager, own, 5),
      () => as(manager, `update evaluation.monthly_report set state = 'draft' where id = $1`, [id]),
      () => as(manager, `update evaluation.monthly_report set state = 'confirmed' where id = $1`, [id]),
      () => as(manager, 'update evaluation.monthly_report set last_number = 7 where id = $1', [id]),
    ])
      await expect(forged()).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23001)$/) })
    expect((await report(manager)).closing).toMatchObject({ state: 'accepted', lastNumber: 1 })
  })
})
