import { beforeAll, describe, expect, it } from 'vitest'
import { openSheets } from '../../exchange/tabular/index.ts'
import { allParameters, type Parameter } from '../../law/find-parameters.ts'
import type { Dated } from '../../law/types.ts'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { exportLawValues } from './export.ts'
import { isUnread, needConfirmed } from './index.ts'
import { routes } from './routes.ts'
import type { Entry, LawValue, LawValuePage } from './schema.ts'
import { valueHash } from './value-hash.ts'

let database: TestDatabase
let call: Call
let insurer: TestInsurer
let officer: Actor
/** a legal number that nobody has read in its source, and its entry */
let parameter: Parameter
let open: Parameter['history'][number]
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  parameter = (await allParameters()).find(({ history }) => history.some(isUnread))!
  open = parameter.history.find(isUnread)!
})

const pathOf = (id: string, deed = '') => `/api/law-values/${id}${deed}`
const confirmation = (more: Record<string, unknown> = {}) => ({
  from: open.from,
  hash: valueHash(open.value),
  source: '試験法第1条（架空）',
  sourceUrl: 'https://example.jp/law',
  seenIn: 'e-Gov 法令検索、第1条の表',
  ...more,
})
const confirm = (actor: Actor, body = confirmation(), id = parameter.id) =>
  call(actor, 'POST', pathOf(id, '/confirm'), body)
const entryIn = (page: LawValuePage) => page.history.find(({ from }) => from === open.from)!

describe('制度の数値', () => {
  it('すべての数値が、今日の値と、使う計算とともに並ぶ', async () => {
    const { body } = await call(officer, 'GET', '/api/law-values')
    const parameters = await allParameters()
    expect(body.items.map(({ id }: LawValue) => id).sort()).toEqual(parameters.map(({ id }) => id))
    const share = body.items.find(({ id }: LawValue) => id === 'insurer.premium.first-insured-share')
    expect(share).toMatchObject({
      floor: '保険者',
      groups: expect.arrayContaining(['保険料']),
      now: { value: 230, from: '2018-04-01', to: '2027-03-31', mark: 'seen' },
      isProvisional: true,
      rules: expect.arrayContaining([expect.objectContaining({ id: 'PRM-04' })]),
    })
    const unread = body.items.find(({ id }: LawValue) => id === parameter.id)
    expect(unread.unread).toBe(parameter.history.filter(isUnread).length)
    expect(body.items[0]).not.toHaveProperty('history')
  })

  it('値の終わりの日は、次の値の前の日', async () => {
    const { body } = await call(officer, 'GET', pathOf('insurer.premium.first-insured-share'))
    const ends = body.history.map(({ to }: Entry) => to)
    expect(ends.slice(-2)).toEqual(['2027-03-31', '2030-03-31'])
    const half = await call(officer, 'GET', pathOf('insurer.funding.premium-half'))
    expect(half.body.history.at(-1).to).toBeNull()
    expect(body.history.at(-1)).toMatchObject({ status: 'provisional', mark: 'unread' })
    expect((await call(officer, 'GET', pathOf('no.such-value'))).status).toBe(404)
  })

  it('確認すると、だれが何を見たかが残り、取り消すと、また出典未確認になる', async () => {
    const town = await anInsurer(database)
    const [own, second] = [await anActor(database, town, 'officer'), await anActor(database, town, 'officer')]
    const before = (await call(own, 'GET', pathOf(parameter.id))).body
    expect(entryIn(before)).toMatchObject({ mark: 'unread', confirmation: null })
    expect(before.mayConfirm).toBe(true)

    const { body } = await confirm(own)
    expect(entryIn(body)).toMatchObject({
      mark: 'confirmed',
      confidence: open.confidence,
      confirmation: {
        confirmedBy: '試験 職員',
        source: '試験法第1条（架空）',
        sourceUrl: 'https://example.jp/law',
        seenIn: 'e-Gov 法令検索、第1条の表',
      },
    })
    expect(body.unread).toBe(before.unread - 1)
    expect((await confirm(second)).body.code).toBe('law.confirmed-already')

    const { id, version } = entryIn(body).confirmation!
    const blank = { confirmationId: id, version, reason: '' }
    expect((await call(second, 'POST', pathOf(parameter.id, '/withdraw'), blank)).status).toBe(422)
    const withdrawal = { ...blank, reason: '改正前の条文を見ていた' }
    const gone = await call(second, 'POST', pathOf(parameter.id, '/withdraw'), withdrawal)
    expect(entryIn(gone.body)).toMatchObject({ mark: 'unread', confirmation: null })
    expect(gone.body.past).toMatchObject([
      { id, withdrawnReason: '改正前の条文を見ていた', isOfThisValue: true, from: open.from },
    ])
    const again = await call(second, 'POST', pathOf(parameter.id, '/withdraw'), withdrawal)
    expect(again.body.code).toBe('law.withdrawn-already')
    expect((await confirm(second)).status).toBe(200)

    const { rows } = await asOwner(database, (client) =>
      client.query<{ action: string; detail: { parameter: string } }>(
        `select action, detail from audit.line where insurer_id = $1 and outcome = 'done' and action like 'law.%' order by at`,
        [town.id],
      ),
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'law.confirmed',
      'law.confirmation-withdrawn',
      'law.confirmed',
    ])
    expect(rows[0]?.detail).toMatchObject({ parameter: parameter.id, from: open.from })
  })

  it('出典、アドレス、見た場所のどれが足りないかを言い、見た値と違えば断る', async () => {
    const wrong = await confirm(officer, confirmation({ source: ' ', sourceUrl: 'e-gov', seenIn: '' }))
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['source', 'sourceUrl', 'seenIn']),
    )
    expect((await confirm(officer, confirmation({ hash: 'a'.repeat(64) }))).body.code).toBe(
      'law.value-changed',
    )
    expect((await confirm(officer, confirmation({ from: '1999-04-01' }))).body.errors).toMatchObject([
      { path: 'from', code: 'no-entry' },
    ])
    const seen = (await allParameters()).find(({ history }) => history[0]?.confidence === 'seen')!
    const body = confirmation({ from: seen.history[0]!.from, hash: valueHash(seen.history[0]!.value) })
    expect((await confirm(officer, body, seen.id)).body.errors).toMatchObject([{ code: 'needs-none' }])
  })

  it('見るのはどの職員も、確認するのは保険者職員だけ。データベースの扉も断る', async () => {
    for (const role of ['auditor', 'administrator', 'centreStaff', 'certificationOfficer'] as const) {
      const actor = await anActor(database, insurer, role)
      expect((await call(actor, 'GET', pathOf(parameter.id))).body.mayConfirm).toBe(false)
      expect((await confirm(actor)).status).toBe(403)
      const straight = workOf(database, actor).write((tx) =>
        tx.query(`select registers.confirm_law_value($1, $2, $3, 'x', null, 'x')`, [
          parameter.id,
          open.from,
          valueHash(open.value),
        ]),
      )
      await expect(straight, role).rejects.toThrow(/only an officer/)
    }
    const insert = workOf(database, officer).write((tx) =>
      tx.query(`update registers.law_confirmation set source = 'x'`),
    )
    await expect(insert).rejects.toThrow(/permission denied/)
  })

  it('ほかの保険者の確認は、見えず、効かず、取り消せない', async () => {
    const [mine, other] = [await anInsurer(database), await anInsurer(database)]
    const [own, stranger] = [
      await anActor(database, mine, 'officer'),
      await anActor(database, other, 'officer'),
    ]
    const { id, version } = entryIn((await confirm(own)).body).confirmation!
    const theirs = (await call(stranger, 'GET', pathOf(parameter.id))).body
    expect(entryIn(theirs)).toMatchObject({ mark: 'unread', confirmation: null })
    expect(theirs.past).toEqual([])
    const withdrawal = { confirmationId: id, version, reason: '理由' }
    expect((await call(stranger, 'POST', pathOf(parameter.id, '/withdraw'), withdrawal)).status).toBe(404)
    const [row] = await workOf(database, stranger).write((tx) =>
      tx.query<{ gone: boolean }>(`select registers.withdraw_law_confirmation($1, $2, '理由') as gone`, [
        id,
        version,
      ]),
    )
    expect(row?.gone).toBe(false)
  })

  it('ファイルには、日付ごとに一行ずつ、確認とともに出る', async () => {
    const town = await anInsurer(database)
    const own = await anActor(database, town, 'officer')
    await confirm(own)
    const [csv, xlsx] = [
      await exportLawValues(workOf(database, own), 'csv'),
      await exportLawValues(workOf(database, own), 'xlsx'),
    ]
    const lines = new TextDecoder().decode(csv.bytes).trim().split('\r\n')
    const entries = (await allParameters()).reduce((sum, { history }) => sum + history.length, 0)
    expect(lines).toHaveLength(1 + entries)
    const line = lines.find((one) => one.includes(parameter.id) && one.includes(open.from))
    expect(line).toContain('が確認')
    expect(line).toContain('試験法第1条（架空）')
    const [sheet] = await openSheets({ name: xlsx.name, bytes: xlsx.bytes })
    expect([...sheet!.rows].length).toBeGreaterThan(entries)
  })
})

describe('出典未確認の数値は、文書に出せない', () => {
  const invented = (
    confidence: Dated<number>['history'][number]['confidence'],
    value = 5,
  ): Dated<number> => ({
    id: `test.gate-${confidence}`,
    title: `試験の数値（${confidence}）`,
    unit: '日',
    history: [
      { from: '2020-04-01', value: 4, source: { text: '試験法' }, confidence: 'seen' },
      { from: '2024-04-01', value, source: { text: '試験法' }, confidence },
    ],
    checkedOn: '2026-11-22',
  })
  const gate = (actor: Actor, on: string, ...parameters: Dated<number>[]) =>
    needConfirmed(workOf(database, actor), '試験のお知らせ', parameters, on)
  const store = (actor: Actor, one: Dated<number>) =>
    workOf(database, actor).write((tx) =>
      tx.query(`select registers.confirm_law_value($1, '2024-04-01', $2, '試験法', null, '第1条')`, [
        one.id,
        valueHash(one.history[1]!.value),
      ]),
    )

  it('確かでない値ごとに、名前と、どうすればよいかを言って断る', async () => {
    const refused = gate(
      officer,
      '2024-04-01',
      invented('recalled'),
      invented('unverified'),
      invented('seen'),
    )
    await expect(refused).rejects.toMatchObject({
      status: 409,
      code: 'law.unconfirmed',
      title: '「試験のお知らせ」を作る前に、制度の数値の確認が要ります',
      errors: [
        {
          path: 'test.gate-recalled',
          message:
            '試験の数値（recalled）（令和6年4月1日からの値）: 出典未確認です。「制度の数値」で出典を確かめて、確認を記録してください。',
        },
        { path: 'test.gate-unverified' },
      ],
      extra: {
        parameters: [{ id: 'test.gate-recalled', from: '2024-04-01' }, { id: 'test.gate-unverified' }],
      },
    })
  })

  it('前の日の値が確かなら、その日の文書は作れる。二次資料と本ソフトの決めは止めない', async () => {
    await gate(officer, '2024-03-31', invented('recalled'))
    await gate(officer, '2024-04-01', invented('secondary'), invented('decided'), invented('seen'))
    await gate(officer, '2019-04-01', invented('recalled')) // no value in force: nothing of it is printed
    await gate(officer, '2024-04-01')
  })

  it('確認すると通り、値が変わるとまた止まり、ほかの保険者には効かない', async () => {
    const town = await anInsurer(database)
    const own = await anActor(database, town, 'officer')
    const one = invented('recalled')
    await expect(gate(own, '2024-04-01', one)).rejects.toMatchObject({ code: 'law.unconfirmed' })
    await store(own, one)
    await gate(own, '2024-04-01', one)
    await expect(gate(own, '2024-04-01', invented('recalled', 6))).rejects.toMatchObject({ status: 409 })
    await expect(gate(officer, '2024-04-01', one)).rejects.toMatchObject({ status: 409 })
  })
})
