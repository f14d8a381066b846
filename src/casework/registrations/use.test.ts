import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { insuredAges } from '../../law/casework/insured-ages.ts'
import { kihonBmiLimitTenths } from '../../law/casework/kihon-bmi.ts'
import { kihonCriteria } from '../../law/casework/kihon-criteria.ts'
import { inForce } from '../../law/in-force.ts'
import type { Dated } from '../../law/types.ts'
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
import { isUnread } from '../../registers/law-values/index.ts'
import { confirmLawValue, openLawValue } from '../../registers/law-values/service.ts'
import { contributes } from './contributes.ts'
import { proposeEndByCertification } from './end-proposal.ts'
import { exportRegistrations } from './export.ts'
import { aChoice, aNotification, storeChecklist } from './factory.ts'
import { printNotice, printNotification } from './print.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let call: Call
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
})

interface Scene {
  insurer: TestInsurer
  worker: Actor
  officer: Actor
  second: Actor
  personId: string
  checklistId: string
}
const DAY = '2026-11-20'
/** what the judgement of a 事業対象者 stands on */
const DECISIVE: Dated<unknown>[] = [kihonCriteria, kihonBmiLimitTenths, insuredAges]

/** An officer reads the decisive numbers in their source, as on the page 「制度の数値」. */
async function confirmAll(officer: Actor): Promise<void> {
  for (const { id } of DECISIVE) {
    const { history } = await openLawValue(workOf(database, officer), id)
    const entry = history.find(({ from, to }) => from <= DAY && (to === null || to >= DAY))
    if (entry?.mark !== 'unread') continue
    const { from, hash } = entry
    const read = { source: '試験の出典（架空）', sourceUrl: null, seenIn: '第1条' }
    await confirmLawValue(workOf(database, officer), id, { from, hash, ...read })
  }
}

async function aScene(): Promise<Scene> {
  const insurer = await anInsurer(database)
  const worker = await anActor(database, insurer, 'centreStaff', 'a')
  const [officer, second] = [
    await anActor(database, insurer, 'officer'),
    await anActor(database, insurer, 'officer'),
  ]
  return { insurer, worker, officer, second, ...(await aPersonWithChecklist(insurer, worker)) }
}
async function aPersonWithChecklist(
  insurer: TestInsurer,
  worker: Actor,
  judgement: 'target' | 'notTarget' = 'target',
) {
  const personId = await aPerson(database, insurer, insurer.centres.a)
  const checklistId = await asOwner(database, (client) =>
    storeChecklist(client, insurer.id, {
      personId,
      centreId: insurer.centres.a,
      staffId: worker.staffId,
      answeredOn: DAY,
      judgement,
    }),
  )
  return { personId, checklistId }
}
const begin = (scene: Scene, more: Record<string, unknown> = {}, actor = scene.worker) =>
  call(actor, 'POST', `/api/people/${scene.personId}/registrations`, {
    receivedOn: DAY,
    reason: '足腰の衰えの相談',
    ...more,
  })
const post = (actor: Actor, id: string, what: string, body: object) =>
  call(actor, 'POST', `/api/registrations/${id}/${what}`, body)
async function requested(scene: Scene) {
  const begun = (await begin(scene, { choice: aChoice(DAY), checklistId: scene.checklistId })).body
  const asked = await post(scene.worker, begun.id, 'request', {
    version: begun.version,
    on: '2026-11-21',
    notification: aNotification('2026-11-21'),
    note: '週明けにサービスを始めたい',
  })
  return asked.body
}
async function registered(scene: Scene) {
  const asked = await requested(scene)
  return (await post(scene.officer, asked.id, 'register', { version: asked.version, on: '2026-11-22' })).body
}
const tasksOf = ({ insurer, personId }: Scene, holder?: Actor) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{
      kind: string
      state: string
      title: string
      holder_id: string
      is_new: boolean
    }>(
      `select kind, state, title, holder_id, is_new from platform.task where insurer_id = $1 and person_id = $2 order by kind, holder_id`,
      [insurer.id, personId],
    )
    return rows.filter((one) => !holder || one.holder_id === holder.staffId)
  })
const open = async (scene: Scene, holder: Actor) =>
  (await tasksOf(scene, holder))
    .filter(({ state }) => state === 'open' || state === 'waiting')
    .map(({ kind }) => kind)

describe('分岐: 本人の希望と同意', () => {
  it('同意を聞いていない・断られた・伝えていないときは、それぞれの言葉で断る', async () => {
    const scene = await aScene()
    const refusal = async (change: object) => {
      const answer = await begin(scene, { choice: { ...aChoice(DAY), ...change } })
      return [
        answer.status,
        ...(answer.body.errors ?? []).map((one: { path: string; code: string }) => one.code),
      ]
    }
    expect(await refusal({ consent: null })).toEqual([422, 'consent'])
    expect(await refusal({ consent: false })).toEqual([422, 'consent'])
    expect(await refusal({ isTold: null })).toEqual([422, 'not-told'])
    expect(await refusal({ isTold: false, consent: null })).toEqual([422, 'consent', 'not-told'])
    // nothing of a refused beginning is stored
    const sheet = await call(scene.worker, 'GET', `/api/people/${scene.personId}/registrations`)
    expect(sheet.body).toMatchObject({ items: [], mayBegin: true, insuredType: 'category1Insured' })
  })

  it('認定申請へ進んだ手続きは、あとでチェックリストへ変えられ、新しい手続きも妨げない', async () => {
    const scene = await aScene()
    const one = (
      await begin(scene, { choice: { ...aChoice(DAY), route: 'certification', wish: 'certification' } })
    ).body
    expect(one).toMatchObject({
      state: 'certificationRoute',
      wish: 'certification',
      consent: true,
      isTold: true,
    })
    const back = await post(scene.worker, one.id, 'fork', {
      version: one.version,
      on: '2026-11-21',
      reason: '結果を待たずにサービスを使いたい',
      ...aChoice('2026-11-21'),
    })
    expect(back.body.state).toBe('checklistRoute')
    expect(
      back.body.moves.map(
        (move: { from: string; to: string; on: string }) => `${move.from} ${move.to} ${move.on}`,
      ),
    ).toEqual([`received certificationRoute ${DAY}`, 'certificationRoute checklistRoute 2026-11-21'])
    expect((await begin(scene)).body.code).toBe('registration.under-way')
  })

  it('チェックリストが「基準に該当」でなければ進めない。ほかの方のチェックリストも使えない', async () => {
    const scene = await aScene()
    const other = await aPersonWithChecklist(scene.insurer, scene.worker)
    const weak = await aPersonWithChecklist(scene.insurer, scene.worker, 'notTarget')
    const begun = (await begin(scene, { choice: aChoice(DAY) })).body
    const use = (checklistId: string, id = begun.id, version = begun.version) =>
      post(scene.worker, id, 'checklist', { version, checklistId, on: DAY })
    expect((await use(other.checklistId)).body.errors[0]).toMatchObject({
      path: 'checklistId',
      code: 'absent',
    })
    const second = { ...scene, ...weak }
    const there = (await begin(second, { choice: aChoice(DAY) })).body
    expect((await use(weak.checklistId, there.id, there.version)).body.errors[0].message).toMatch(
      /「基準に該当」ではありません/,
    )
    expect((await use(scene.checklistId)).body).toMatchObject({ state: 'criteriaMet', checklistOn: DAY })
  })
})

describe('依頼・差戻し・登録', () => {
  it('依頼は市の担当全員の予定になり、依頼した人は回答待ち。受領した人だけに残る', async () => {
    const scene = await aScene()
    const asked = await requested(scene)
    expect(await open(scene, scene.officer)).toEqual(['registration-decision'])
    expect(await open(scene, scene.second)).toEqual(['registration-decision'])
    expect(await open(scene, scene.worker)).toEqual(['registration-answer'])
    const received = await post(scene.officer, asked.id, 'receipt', { version: asked.version })
    expect(received.body).toMatchObject({ receivedAt: expect.any(String), state: 'notificationAccepted' })
    expect(await open(scene, scene.second)).toEqual([])
    expect((await tasksOf(scene, scene.officer))[0]).toMatchObject({ state: 'open', is_new: false })
  })

  it('差戻しは理由とともに依頼した人の予定に戻り、直して出し直すと登録できる', async () => {
    const scene = await aScene()
    const asked = await requested(scene)
    const back = await post(scene.officer, asked.id, 'return', {
      version: asked.version,
      on: '2026-11-22',
      reason: '被保険者証がありません',
    })
    expect(back.body).toMatchObject({
      state: 'returned',
      returnedReason: '被保険者証がありません',
      requestedAt: null,
    })
    expect(await open(scene, scene.officer)).toEqual([])
    expect((await tasksOf(scene, scene.worker)).filter(({ state }) => state === 'open')).toMatchObject([
      { kind: 'registration-returned', title: '登録の依頼が差し戻された: 被保険者証がありません' },
    ])
    const lost = { on: '2026-11-22', kind: 'new', cardPlace: 'lost' }
    const again = (notification: object) =>
      post(scene.worker, asked.id, 'request', { version: back.body.version, on: '2026-11-22', notification })
    expect((await again(lost)).body.errors[0].path).toBe('notification.hasReissueForm')
    const completed = await again({ ...lost, hasReissueForm: true })
    expect(completed.body).toMatchObject({
      state: 'notificationAccepted',
      cardPlace: 'lost',
      hasReissueForm: true,
    })
    const done = await post(scene.officer, asked.id, 'register', {
      version: completed.body.version,
      on: '2026-11-22',
    })
    expect(done.body).toMatchObject({ state: 'registered', startsOn: DAY, refusals: [] })
    expect(await open(scene, scene.worker)).toEqual([])
    expect(await open(scene, scene.officer)).toEqual(['registration-card', 'registration-kokuhoren'])
  })

  it('届出の前の日付や先の日付では登録できず、版が古ければ409', async () => {
    const scene = await aScene()
    const asked = await requested(scene)
    const register = (body: object) =>
      post(scene.officer, asked.id, 'register', { version: asked.version, ...body })
    expect(
      (await register({ on: '2026-11-20' })).body.errors.map((one: { message: string }) => one.message),
    ).toContain('登録日が届出の受理日より前です。どちらかの日付を直してください。')
    expect((await register({ on: '2026-11-23' })).body.errors[0].code).toBe('future')
    expect((await register({ on: '2026-11-22', version: 99 })).status).toBe(409)
    expect((await register({ on: '2026-11-22', localClass: 'X' })).body.errors[0].message).toMatch(
      /市独自の区分/,
    )
  })

  it('何人かを一度に: 登録できる人は登録し、できない人は理由を示す', async () => {
    const scene = await aScene()
    const first = await requested(scene)
    const other = { ...scene, ...(await aPersonWithChecklist(scene.insurer, scene.worker)) }
    const second = await requested(other)
    // its judgement is corrected meanwhile
    await asOwner(database, (client) =>
      client.query(`update casework.checklist set judgement = 'notTarget', met = '{}' where id = $1`, [
        other.checklistId,
      ]),
    )
    const third = { ...scene, ...(await aPersonWithChecklist(scene.insurer, scene.worker)) }
    const stale = await requested(third)
    const answer = await call(scene.officer, 'POST', '/api/registrations/register', {
      on: '2026-11-22',
      items: [
        { id: first.id, version: first.version },
        { id: second.id, version: second.version },
        { id: stale.id, version: stale.version - 1 },
      ],
    })
    expect(answer.body.results).toMatchObject([
      { outcome: 'registered', startsOn: DAY, reasons: [] },
      {
        outcome: 'refused',
        reasons: [
          'チェックリストが「基準に該当」ではありません。認定申請または一般介護予防事業をご案内ください。',
        ],
      },
      { outcome: 'stale' },
    ])
    const inbox = await call(scene.officer, 'POST', '/api/registrations/list', {
      tab: 'requests',
      withTotal: true,
    })
    expect(inbox.body.total).toBe(2)
  })

  it('二人が同時に登録しても、登録は一つ', async () => {
    const scene = await aScene()
    const asked = await requested(scene)
    const answers = await Promise.all(
      [scene.officer, scene.second].map((actor) =>
        post(actor, asked.id, 'register', { version: asked.version, on: '2026-11-22' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('二人が同時に手続きを始めても、手続きは一つ', async () => {
    const scene = await aScene()
    const answers = await Promise.all([begin(scene), begin(scene)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('registration.under-way')
  })

  it('走っている登録があれば、重なる登録は断る', async () => {
    const scene = await aScene()
    await registered(scene)
    const again = await requested(scene)
    const answer = await post(scene.officer, again.id, 'register', {
      version: again.version,
      on: '2026-11-22',
    })
    expect(answer.body.errors[0].message).toMatch(/すでに事業対象者として登録されています/)
    const sql = asOwner(database, (client) =>
      client.query(
        `insert into casework.registration (insurer_id, person_id, state, received_on, last_move_on, checklist_on, notification_on,
           decided_on, decided_by, starts_on, start_rule)
         values ($1, $2, 'registered', '2026-11-20', '2026-11-22', '2026-11-20', '2026-11-21', '2026-11-22', $3, '2026-11-30', 'checklistDate')`,
        [scene.insurer.id, scene.personId, scene.officer.staffId],
      ),
    )
    await expect(sql).rejects.toThrow(/one_registration_at_a_time/)
  })
})

describe('登録の後', () => {
  it('証の再交付と国保連への連絡は、日付を入れると予定が終わる', async () => {
    const scene = await aScene()
    const one = await registered(scene)
    const card = await post(scene.officer, one.id, 'acts', {
      version: one.version,
      act: 'card',
      on: '2026-11-22',
    })
    expect(card.body.cardReissuedOn).toBe('2026-11-22')
    expect(await open(scene, scene.officer)).toEqual(['registration-kokuhoren'])
    const told = await post(scene.officer, one.id, 'acts', {
      version: card.body.version,
      act: 'kokuhoren',
      on: '2026-11-22',
      month: '2026-12-01',
    })
    expect(told.body).toMatchObject({ kokuhorenNotifiedOn: '2026-11-22', kokuhorenMonth: '2026-12-01' })
    expect(await open(scene, scene.officer)).toEqual([])
    const missing = async (actor: Actor) =>
      (await call(actor, 'POST', '/api/registrations/list', { tab: 'actsMissing' })).body.rows.length
    expect(await missing(scene.officer)).toBe(0)
  })

  it.each([
    ['取下げ', { end: 'withdrawn', lastDay: '2026-11-22' }, '2026-11-22'],
    ['期限', { end: 'expired', lastDay: '2026-11-21' }, '2026-11-21'],
    ['再判定で非該当', { end: 'notTargetAgain', lastDay: '2026-11-22' }, '2026-11-22'],
  ])('%sで終わる', async (_, body, endedOn) => {
    const scene = await aScene()
    const one = await registered(scene)
    const ended = await post(scene.officer, one.id, 'end', {
      version: one.version,
      on: '2026-11-22',
      ...body,
    })
    expect(ended.body).toMatchObject({ state: 'ended', endedOn, endReason: body.end })
    expect((await begin(scene)).status).toBe(200)
  })

  it('死亡は担当に終了が提案され、日付は利用者の記録から入る。取り消されれば提案も消える', async () => {
    const scene = await aScene()
    const one = await registered(scene)
    await asOwner(database, (client) =>
      client.query(`update casework.person set died_on = '2026-11-21' where id = $1`, [scene.personId]),
    )
    const run = (kind: string, event: object) =>
      workOf(database, scene.worker).write(async (tx) => {
        for (const consequence of contributes.consequences ?? [])
          if (consequence.on.includes(kind as never))
            await consequence.run(tx, scene.worker, { kind, ...event } as never)
      })
    await run('died', { personId: scene.personId, on: '2026-11-21' })
    const proposed = async () =>
      (await tasksOf(scene))
        .filter((task) => task.kind === 'registration-end-proposal' && task.state === 'open')
        .map((task) => task.title)
    expect(await proposed()).toEqual(Array(2).fill('終了の案: 死亡（令和8年11月21日）により、登録を終える'))
    await run('returned', { personId: scene.personId, on: '2026-11-21', of: 'died' })
    expect(await proposed()).toEqual([])
    const ended = await post(scene.officer, one.id, 'end', {
      version: one.version,
      end: 'died',
      on: '2026-11-22',
    })
    expect(ended.body).toMatchObject({ endedOn: '2026-11-21', endReason: 'died' })
  })

  it('登録の始まりより前からの認定は、終了の案ではなく、日付の確認として知らせる', async () => {
    const scene = await aScene()
    await registered(scene)
    await workOf(database, scene.worker).write((tx) =>
      proposeEndByCertification(tx, workOf(database, scene.worker), {
        personId: scene.personId,
        centreId: scene.insurer.centres.a,
        certificationId: scene.checklistId,
        level: '12',
        validFrom: DAY,
      }),
    )
    const proposal = (await tasksOf(scene, scene.officer)).find(
      ({ kind }) => kind === 'registration-end-proposal',
    )
    expect(proposal?.title).toMatch(/^確認: 要支援1の認定.*登録と認定の日付を確かめる$/)
  })

  it('再確認で「基準に該当」なら、期限は新しい実施日から数える', async () => {
    const scene = await aScene()
    await asOwner(database, (client) =>
      client.query(
        `insert into registers.local_setting (insurer_id, key, valid_from, value, source, entered_by) values ($1, 'registration.review-months', '2020-04-01', '12', '架空の要綱', $2)`,
        [scene.insurer.id, scene.officer.staffId],
      ),
    )
    const one = await registered(scene)
    expect(one.reviewDue).toBe('2027-11-19')
    const newer = await asOwner(database, (client) =>
      storeChecklist(client, scene.insurer.id, {
        personId: scene.personId,
        centreId: scene.insurer.centres.a,
        staffId: scene.worker.staffId,
        answeredOn: '2026-11-22',
      }),
    )
    const reviewed = await post(scene.officer, one.id, 'review', {
      version: one.version,
      checklistId: newer,
      on: '2026-11-22',
    })
    expect(reviewed.body).toMatchObject({
      reviewDue: '2027-11-21',
      reviewedOn: '2026-11-22',
      startsOn: DAY,
      checklistOn: DAY,
    })
    expect(await open(scene, scene.worker)).toEqual(['registration-review'])
  })
})

describe('見る・書き出す・印刷する', () => {
  it('委託先は割り当てられた方の登録を読み、何も書けない', async () => {
    const scene = await aScene()
    const one = await registered(scene)
    const contractor = await anActor(database, scene.insurer, 'contractedCareManager')
    expect((await call(contractor, 'GET', `/api/registrations/${one.id}`)).status).toBe(404)
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2026-11-01')`,
        [scene.insurer.id, scene.personId, scene.insurer.officeId],
      ),
    )
    expect((await call(contractor, 'GET', `/api/registrations/${one.id}`)).body).toMatchObject({
      state: 'registered',
      abilities: [],
    })
    expect((await begin(scene, {}, contractor)).status).toBe(403)
  })

  it('台帳には、登録の全項目が並ぶ', async () => {
    const scene = await aScene()
    await registered(scene)
    const file = await exportRegistrations(workOf(database, scene.officer), { tab: 'registered' }, 'csv')
    const [heading, row] = new TextDecoder()
      .decode(file.bytes)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
    const cells = Object.fromEntries(
      (heading ?? '').split(',').map((name, i) => [name, (row ?? '').split(',')[i]]),
    )
    expect(cells).toMatchObject({
      状態: '登録',
      本人の希望: '基本チェックリストを希望',
      同意: '同意あり',
      チェックリスト実施日: '2026-11-20',
      該当した基準: '運動機能の低下',
      届出受理日: '2026-11-21',
      登録決定日: '2026-11-22',
      事業対象者の開始日: '2026-11-20',
      国保連への連絡月: '',
    })
  })

  it('届出書とお知らせのPDFができ、個人番号は空のまま', async () => {
    const scene = await aScene()
    const asked = await requested(scene)
    const form = await printNotification(workOf(database, scene.worker), asked.id)
    await expect(printNotice(workOf(database, scene.worker), asked.id)).rejects.toMatchObject({ status: 409 })
    await post(scene.officer, asked.id, 'register', { version: asked.version, on: '2026-11-22' })
    await confirmAll(scene.officer)
    const notice = await printNotice(workOf(database, scene.officer), asked.id)
    for (const bytes of [form, notice]) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    if (!hasPdftotext()) return
    const text = (bytes: Buffer) =>
      execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' })
    expect(text(form)).toMatch(/試験 花子/)
    expect(text(form)).toMatch(/個人番号\s*\n/)
    expect(text(notice).replaceAll(' ', '')).toMatch(/登録の始まり令和8年11月20日/)
  })

  it('お知らせは、判定に使った数値の出典を保険者が確かめるまで作れない', async () => {
    const scene = await aScene()
    const asked = await requested(scene)
    await post(scene.officer, asked.id, 'register', { version: asked.version, on: '2026-11-22' })
    const unread = DECISIVE.filter((one) => isUnread(inForce(one, DAY))).map(({ id }) => id)
    expect(unread.length, '判定の数値がすべて原典で確かめられたら、この試験は要らない').toBeGreaterThan(0)
    await expect(printNotice(workOf(database, scene.officer), asked.id)).rejects.toMatchObject({
      status: 409,
      code: 'law.unconfirmed',
      errors: unread.map((path) => ({ path })),
    })
    await confirmAll(scene.officer)
    await expect(printNotice(workOf(database, scene.officer), asked.id)).resolves.toBeInstanceOf(Buffer)
  })

  it('業務記録に依頼が一件残り、読んだことが監査に残る', async () => {
    const scene = await aScene()
    const asked = await requested(scene)
    await call(scene.officer, 'GET', `/api/registrations/${asked.id}`)
    const { rows } = await asOwner(database, (client) =>
      client.query(`select kind, count from platform.journal where insurer_id = $1`, [scene.insurer.id]),
    )
    expect(rows).toEqual([{ kind: 'registration-request', count: 1 }])
    const lines = await asOwner(database, (client) =>
      client.query(
        `select action from audit.line where insurer_id = $1 and staff_id = $2 and person_ids @> array[$3::uuid]`,
        [scene.insurer.id, scene.officer.staffId, scene.personId],
      ),
    )
    expect(lines.rows).toEqual([{ action: 'registration.viewed' }])
  })
})

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
