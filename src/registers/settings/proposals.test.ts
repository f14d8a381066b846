import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { contributes } from './contributes.ts'
import { allSettings } from './find.ts'
import { settingInForce } from './index.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let call: Call
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
})

const KEY = 'registration.review-months'
const ordinance = {
  title: '総合事業実施要綱（架空）',
  number: '令和8年告示第12号',
  article: '第5条第2項',
}
const addition = (more: Record<string, unknown> = {}) => ({
  operation: 'add',
  from: '2026-12-01',
  value: 24,
  ordinance,
  note: null,
  ...more,
})

interface Town {
  insurer: TestInsurer
  first: Actor
  second: Actor
}
async function aTown(): Promise<Town> {
  const insurer = await anInsurer(database)
  return {
    insurer,
    first: await anActor(database, insurer, 'officer'),
    second: await anActor(database, insurer, 'officer'),
  }
}
const propose = (actor: Actor, body: unknown = addition(), key = KEY) =>
  call(actor, 'POST', `/api/settings/${key}/proposals`, body)
const decide = (actor: Actor, id: string, deed: 'approve' | 'return' | 'withdraw', body?: unknown) =>
  call(actor, 'POST', `/api/setting-proposals/${id}/${deed}`, body)
const inForceOn = ({ insurer, first }: Town, day: string) =>
  workOf(database, first).read(async (tx) =>
    settingInForce(tx, insurer.id, (await allSettings()).get(KEY)!, day),
  )
const waitingFor = async (actor: Actor) => {
  const { text, values } = contributes.notices![0]!.query(actor)
  const [row] = await workOf(database, actor).read((tx) => tx.query<{ count: number }>(text, values))
  return row?.count
}

/** A value that two officers have put in force. */
async function approvedValue({ first, second }: Town) {
  const { body } = await propose(first)
  const approved = await decide(second, body.pending[0].id, 'approve')
  expect(approved.status).toBe(200)
  return approved.body.dated[0] as { id: string; version: number }
}

describe('二人で決める設定', () => {
  it('承認を要する設定は、コードと表で同じものである', async () => {
    const stated = [...(await allSettings()).values()]
      .filter(({ approval }) => approval === 'two')
      .map(({ key }) => key)
    const { rows } = await asOwner(database, (client) =>
      client.query<{ key: string }>('select key from registers.two_person_setting'),
    )
    expect(rows.map(({ key }) => key).sort()).toEqual(stated.sort())
  })

  it('提案は承認されるまで使われず、承認されると、提案した人と承認した人の名とともに効力をもつ', async () => {
    const town = await aTown()
    const proposed = await propose(town.first)
    expect(proposed.status).toBe(200)
    expect(proposed.body).toMatchObject({ approval: 'two', dated: [], today: null })
    expect(proposed.body.pending).toMatchObject([
      { operation: 'add', from: '2026-12-01', value: 24, oldValue: null, may: 'withdraw', decision: null },
    ])
    expect(await inForceOn(town, '2026-12-01')).toMatchObject({ value: null, own: false })
    expect(await waitingFor(town.second)).toBe(1)
    expect(await waitingFor(town.first)).toBe(0)

    const approved = await decide(town.second, proposed.body.pending[0].id, 'approve')
    expect(approved.body).toMatchObject({
      pending: [],
      dated: [{ value: 24, enteredBy: '試験 職員', approvedBy: '試験 職員' }],
    })
    expect(await inForceOn(town, '2026-11-30')).toMatchObject({ value: null, own: false })
    expect(await inForceOn(town, '2026-12-01')).toMatchObject({
      value: 24,
      own: true,
      source: '総合事業実施要綱（架空）（令和8年告示第12号）第5条第2項',
    })
    expect(await waitingFor(town.second)).toBe(0)
    const { rows } = await asOwner(database, (client) =>
      client.query(
        `select action, detail ->> 'proposedBy' as by from audit.line
         where insurer_id = $1 and action like 'setting.%' and outcome = 'done' order by at`,
        [town.insurer.id],
      ),
    )
    expect(rows).toEqual([
      { action: 'setting.proposed', by: null },
      { action: 'setting.approved', by: town.first.staffId },
    ])
  })

  it('提案した人は承認も差し戻しもできず、ほかの人は取り下げられない', async () => {
    const town = await aTown()
    const { id } = (await propose(town.first)).body.pending[0]
    expect(await decide(town.first, id, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'settings.own', title: '提案した人は承認できません' },
    })
    expect((await decide(town.first, id, 'return', { reason: '理由' })).body.code).toBe('settings.own')
    expect((await decide(town.second, id, 'withdraw')).body.code).toBe('settings.own')
    expect(await inForceOn(town, '2026-12-01')).toMatchObject({ own: false })
  })

  it('差し戻しには理由が要り、提案の履歴に残る。取り下げた提案も残る', async () => {
    const town = await aTown()
    const { id } = (await propose(town.first)).body.pending[0]
    const blank = await decide(town.second, id, 'return', { reason: ' ' })
    expect(blank).toMatchObject({ status: 422, body: { errors: [{ path: 'reason' }] } })
    expect((await decide(town.second, id, 'return', { reason: '条番号が違います' })).status).toBe(200)
    expect((await decide(town.second, id, 'approve')).body.code).toBe('settings.decided')
    const again = (await propose(town.first)).body.pending[0]
    expect((await decide(town.first, again.id, 'withdraw')).status).toBe(200)
    const history = await call(town.second, 'GET', `/api/settings/${KEY}/proposals`)
    expect(history.body.items).toMatchObject([
      { decision: 'withdrawn', may: 'nothing' },
      { decision: 'returned', reason: '条番号が違います', ordinance, may: 'nothing' },
    ])
    expect(await inForceOn(town, '2026-12-01')).toMatchObject({ own: false })
  })

  it('同じ日の提案がもう一つ出ると、だれの提案が先かを言って断る', async () => {
    const town = await aTown()
    await propose(town.first)
    expect(await propose(town.second, addition({ value: 12 }))).toMatchObject({
      status: 409,
      body: {
        code: 'settings.proposal-waits',
        detail: expect.stringContaining('令和8年12月1日からの値は、試験 職員さんの提案が先に出ています'),
      },
    })
    expect((await propose(town.first, addition({ value: 12 }))).body.detail).toContain('あなたの提案')
    expect((await propose(town.second, addition({ from: '2027-04-01', value: 12 }))).status).toBe(200)
  })

  it('直すことと取り消すことも、二人で決める', async () => {
    const town = await aTown()
    const row = await approvedValue(town)
    expect((await propose(town.first)).body.errors).toMatchObject([{ path: 'from', code: 'taken' }])
    const correction = addition({ operation: 'correct', ...row, value: 36, from: '2026-12-10' })
    const pending = (await propose(town.second, correction)).body.pending[0]
    expect(pending).toMatchObject({ operation: 'correct', oldValue: 24, oldFrom: '2026-12-01' })
    // the row that is to be corrected cannot be removed at the same time
    const removal = {
      operation: 'remove',
      id: row.id,
      version: row.version,
      from: '2026-12-01',
      ordinance,
      note: null,
    }
    expect((await propose(town.first, removal)).body.code).toBe('settings.proposal-waits')
    const corrected = await decide(town.first, pending.id, 'approve')
    expect(corrected.body.dated).toMatchObject([{ from: '2026-12-10', value: 36, version: 2 }])

    expect((await propose(town.first, removal)).status).toBe(409) // seen in its first version
    const { pending: waiting } = (await propose(town.first, { ...removal, from: '2026-12-10', version: 2 }))
      .body
    expect(waiting).toMatchObject([{ operation: 'remove', value: null, oldValue: 36 }])
    expect(await inForceOn(town, '2026-12-10')).toMatchObject({ value: 36 })
    expect((await decide(town.second, waiting[0].id, 'approve')).body.dated).toEqual([])
    expect(await inForceOn(town, '2026-12-10')).toMatchObject({ own: false })
  })

  it('提案のあとでもとの値が変わっていれば、承認できない', async () => {
    const town = await aTown()
    const row = await approvedValue(town)
    const { pending } = (await propose(town.first, addition({ operation: 'correct', ...row, value: 36 })))
      .body
    await asOwner(database, (client) =>
      client.query(`update registers.local_setting set note = '運用者' where id = $1`, [row.id]),
    )
    expect((await decide(town.second, pending[0].id, 'approve')).body.code).toBe('settings.moved-on')
    const sent = await propose(town.first, addition({ from: '2027-04-01' }))
    const added = sent.body.pending.find((one: { operation: string }) => one.operation === 'add')
    await asOwner(database, (client) =>
      client.query(
        `insert into registers.local_setting (insurer_id, key, valid_from, value, source) values ($1, $2, '2027-04-01', '6', '運用者')`,
        [town.insurer.id, KEY],
      ),
    )
    expect((await decide(town.second, added.id, 'approve')).body.code).toBe('settings.moved-on')
  })

  it('ひとりの扉は開かない: 経路も、データベースの扉も', async () => {
    const { first } = await aTown()
    const entry = { id: null, version: null, from: '2026-12-01', value: 24, source: '要綱', note: null }
    expect((await call(first, 'POST', `/api/settings/${KEY}`, entry)).body.code).toBe('settings.needs-second')
    const removal = { id: '00000000-0000-4000-8000-000000000000', version: 1 }
    expect((await call(first, 'POST', `/api/settings/${KEY}/remove`, removal)).body.code).toBe(
      'settings.needs-second',
    )
    const straight = (text: string) => workOf(database, first).write((tx) => tx.query(text, [KEY]))
    await expect(
      straight(`select registers.put_setting(null, null, $1, '2026-12-01', '24', '要綱', null)`),
    ).rejects.toThrow(/a second person approves/)
    await expect(straight(`select registers.remove_setting(gen_random_uuid(), 1, $1)`)).rejects.toThrow(
      /a second person approves/,
    )
    await expect(straight(`insert into registers.setting_proposal (key) values ($1)`)).rejects.toThrow(
      /permission denied/,
    )
    expect((await propose(first, addition({ value: 10 }), 'certification.wish-months')).body.code).toBe(
      'settings.needs-no-second',
    )
  })

  it('表そのものも、同じ人が提案し承認した値を受けつけない', async () => {
    const { insurer, first } = await aTown()
    const same = asOwner(database, (client) =>
      client.query(
        `insert into registers.local_setting (insurer_id, key, valid_from, value, source, entered_by, approved_by)
         values ($1, $2, '2026-12-01', '24', '要綱', $3, $3)`,
        [insurer.id, KEY, first.staffId],
      ),
    )
    await expect(same).rejects.toThrow(/local_setting_by_two/)
    const proposal = asOwner(database, (client) =>
      client.query(
        `insert into registers.setting_proposal (insurer_id, key, operation, valid_from, value, ordinance_title, source,
           proposed_by, decided_by, decided_at, decision)
         values ($1, $2, 'add', '2026-12-01', '24', '要綱', '要綱', $3, $3, now(), 'approved')`,
        [insurer.id, KEY, first.staffId],
      ),
    )
    await expect(proposal).rejects.toThrow(/setting_proposal_by_two/)
  })

  it('ほかの保険者の提案は見えず、決められない。管理者と監査担当も決められない', async () => {
    const town = await aTown()
    const other = await aTown()
    const { id } = (await propose(town.first)).body.pending[0]
    expect((await decide(other.second, id, 'approve')).status).toBe(404)
    expect((await call(other.second, 'GET', `/api/settings/${KEY}/proposals`)).body.items).toEqual([])
    const straight = workOf(database, other.second).write((tx) =>
      tx.query<{ outcome: string | null }>(
        `select registers.decide_setting($1, 'approved', null) as outcome`,
        [id],
      ),
    )
    expect(await straight).toEqual([{ outcome: null }])
    for (const role of ['administrator', 'auditor'] as const) {
      const actor = await anActor(database, town.insurer, role)
      expect((await decide(actor, id, 'approve')).status).toBe(403)
      await expect(
        workOf(database, actor).write((tx) =>
          tx.query(`select registers.decide_setting($1, 'approved', null)`, [id]),
        ),
      ).rejects.toThrow(/no right to change/)
    }
  })

  it('管理者がパスワードを出し直した職員は、24時間は承認できない', async () => {
    const town = await aTown()
    const administrator = await anActor(database, town.insurer, 'administrator')
    const { id } = (await propose(town.first)).body.pending[0]
    await workOf(database, administrator).write((tx) =>
      tx.query(`select registers.note_reset($1, 'password')`, [town.second.staffId]),
    )
    expect((await decide(town.second, id, 'approve')).body.code).toBe('settings.recently-reset')
  })

  it('形に合わない値と、大文字を含む鍵も、同じ道を通る', async () => {
    const town = await aTown()
    expect((await propose(town.first, addition({ value: 0 }))).body.errors).toMatchObject([
      { path: 'value', message: '再確認の期限: 1か月以上にしてください。定めがなければ空欄にしてください。' },
    ])
    const key = 'care-management.type.aDesignated'
    const { pending } = (await propose(town.first, addition({ value: 'B' }), key)).body
    expect((await decide(town.second, pending[0].id, 'approve')).body.dated).toMatchObject([{ value: 'B' }])
  })

  it('表の形の値は、承認したあとも、形の順に並んで出る', async () => {
    const town = await aTown()
    const key = 'premium.stages'
    const { initial } = (await allSettings()).get(key)!
    const rows = initial as Record<string, unknown>[]
    const { body } = await propose(town.first, addition({ value: rows }), key)
    expect(Object.keys(body.pending[0].value[0])).toEqual(Object.keys(rows[0]!))
    const approved = await decide(town.second, body.pending[0].id, 'approve')
    expect(approved.body.dated[0].value).toEqual(rows)
    expect(Object.keys(approved.body.dated[0].value[0])).toEqual(Object.keys(rows[0]!))
    const wrong = await propose(
      town.first,
      addition({ from: '2027-04-01', value: [{ ...rows[0], stage: 2 }, ...rows.slice(1)] }),
      key,
    )
    expect(wrong.body.errors).toMatchObject([{ path: 'value.0.stage' }])
  })

  it('ほかに承認できる職員がいるかを、一覧が言う', async () => {
    const insurer = await anInsurer(database)
    const alone = await anActor(database, insurer, 'officer')
    expect((await call(alone, 'GET', '/api/settings')).body.otherOfficers).toBe(0)
    await anActor(database, insurer, 'officer')
    expect((await call(alone, 'GET', '/api/settings')).body.otherOfficers).toBe(1)
  })
})
