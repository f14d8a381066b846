import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import type { Identity } from '../../platform/identity/index.ts'
import { openIdentity } from '../../platform/identity/testing/account.ts'
import { runRows } from '../../platform/import/index.ts'
import { anActor, anInsurer, TEST_NOW, workOf } from '../../platform/testing/insurer.ts'
import { staffForm, staffList } from './files.ts'
import { firstPasswordSlips, waitingStaff } from './first-passwords.ts'
import { staffKind } from './imports.ts'
import { listStaff } from './list.ts'
import './policy.ts'
import { readStaff, STAFF_HEADINGS } from './staff-file.ts'

let database: TestDatabase
let identity: Identity
beforeAll(async () => {
  database = await testDatabase()
  identity = await openIdentity(database, fixedClock(TEST_NOW))
})
afterAll(() => identity.end())

async function anOffice() {
  const insurer = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const work = () => workOf(database, administrator)
  const mark = randomUUID().slice(0, 8)
  /** number, name, profession, centre, role, from, to; the rest is boring */
  const row = (
    n: string,
    name: string,
    profession: string,
    centre: string,
    role: string,
    from = 'R8.4.1',
    to = '',
  ) => [`${mark}-${n}`, name, 'ミホン ショクイン', profession, centre, '', role, from, to]
  const run = (rows: string[][], dryRun = false) =>
    runRows(work(), staffKind, { headings: STAFF_HEADINGS, rows, dryRun })
  const staff = async () =>
    (await listStaff(work(), identity, { cursor: null, limit: 200 })).rows.filter(({ staffNumber }) =>
      staffNumber.startsWith(mark),
    )
  return { insurer, administrator, work, mark, row, run, staff }
}

describe('職員をまとめて登録する', () => {
  it('80人を、確かめてから一度に登録し、二度目は何も変わらない', async () => {
    const { run, row, staff } = await anOffice()
    const professions = ['保健師', '社会福祉士', '主任ケアマネジャー', '事務']
    const rows = Array.from({ length: 80 }, (_, n) =>
      row(
        String(n),
        `見本 職員${n}`,
        professions[n % 4]!,
        n % 2 ? '試験センターA' : 'B',
        n % 4 === 3 ? '事務' : '包括職員',
      ),
    )
    const begun = performance.now()
    expect(await run(rows, true)).toMatchObject({ added: 80, applied: false, refusedCount: 0 })
    expect(await staff()).toHaveLength(0)
    expect(await run(rows)).toMatchObject({ added: 80, applied: true })
    expect(performance.now() - begun).toBeLessThan(10_000)
    const stored = await staff()
    expect(stored).toHaveLength(80)
    expect(stored[0]).toMatchObject({
      posts: [{ role: 'centreStaff' }],
      account: { mustChangePassword: true },
    })
    expect(await run(rows)).toMatchObject({ added: 0, changed: 0, unchanged: 80 })
  })

  it('兼務は同じ番号の二行。登録のある人には職が加わり、終了日を書けば職が終わる', async () => {
    const { run, row, staff } = await anOffice()
    const first = row('1', '見本 一郎', '社会福祉士', '試験センターA', '包括職員')
    expect(
      await run([first, row('1', '見本 一郎', '社会福祉士', '試験センターB', 'プランナー')]),
    ).toMatchObject({
      added: 2,
      applied: true,
    })
    const ended = row('1', '見本 一郎', '社会福祉士', '試験センターA', '包括職員', 'R8.4.1', 'R9.3.31')
    const next = row('1', '見本 一郎', '社会福祉士', '試験基幹センター', '基幹型職員', 'R9.4.1')
    expect(await run([ended, next])).toMatchObject({ changed: 2, applied: true })
    const [one] = await staff()
    const posts = one?.posts.map(({ role, centreName, validFrom, validTo }) => [
      role,
      centreName,
      validFrom,
      validTo,
    ])
    expect(posts).toHaveLength(3)
    expect(posts).toEqual(
      expect.arrayContaining([
        ['coreCentreStaff', '試験基幹センター', '2027-04-01', null],
        ['centreStaff', '試験センターA', '2026-04-01', '2027-03-31'],
        ['planner', '試験センターB', '2026-04-01', null],
      ]),
    )
  })

  it.each([
    ['職員番号', 'cell.number', { 0: '番号 1' }],
    ['氏名', 'cell.missing', { 1: '' }],
    ['職種', 'profession.unknown', { 3: '大工' }],
    ['役割', 'role.unknown', { 6: '町長' }],
    ['開始日', 'cell.missing', { 7: '' }],
    ['開始日', 'cell.not-a-date', { 7: '令和8年2月30日' }],
    ['終了日', 'row.dates', { 8: 'R8.3.31' }],
    ['センター', 'place.unknown', { 4: '架空センター' }],
    ['センター', 'place.not-in-force', { 7: 'R2.3.31' }],
    ['センター', 'centre-needed', { 4: '' }],
    ['事業所', 'organisation-needed', { 4: '', 6: '委託先ケアマネ' }],
    ['センター', 'centre-needless', { 6: '保険者職員' }],
  ])('%s の %s は、行と列を示して断り、誰も登録しない', async (column, code, change) => {
    const { run, row, staff } = await anOffice()
    const wrong = Object.assign(row('2', '見本 二郎', '社会福祉士', 'A', '包括職員'), change)
    const result = await run([row('1', '見本 一郎', '保健師', 'A', '包括職員'), wrong])
    expect(result.refused.map((one) => [one.row, one.column, one.code])).toEqual([[3, column, code]])
    expect(result.applied).toBe(false)
    expect(await staff()).toHaveLength(0)
  })

  it('番号の重なり（表の中、登録済み、ほかの保険者）と、職の期間の重なりを断る', async () => {
    const { run, row } = await anOffice()
    const codes = async (rows: string[][]) =>
      (await run(rows)).refused.map(({ row: at, code }) => `${at} ${code}`)
    const first = row('1', '見本 一郎', '社会福祉士', 'A', '包括職員')
    expect(await codes([first, row('1', '見本 二郎', '社会福祉士', 'B', '包括職員')])).toEqual([
      '3 number.twice',
    ])
    expect(await codes([first, row('1', '見本 一郎', '社会福祉士', 'A', '包括職員', 'R9.4.1')])).toEqual([
      '3 post.overlaps',
    ])
    expect(await codes([first])).toEqual([])
    expect(await codes([row('1', '別の 人', '社会福祉士', 'A', '包括職員')])).toEqual(['2 number.other-name'])
    expect(await codes([row('1', '見本 一郎', '事務', 'B', '事務')])).toEqual(['2 number.other-profession'])
    const other = await anOffice()
    expect((await other.run([first])).refused.map(({ code }) => code)).toEqual(['number.taken'])
  })

  it('珍しい組み合わせ、そろわない三職種、二人目の要る職を知らせる', async () => {
    const { run, row, insurer } = await anOffice()
    const rows = [
      row('1', '見本 一郎', '事務', 'A', '包括職員'),
      row('2', '見本 二郎', '社会福祉士', 'A', '包括職員'),
      row('3', '見本 三郎', '保健師', '', '保険者職員'),
    ]
    const codes = async () =>
      Object.fromEntries((await run(rows, true)).notices.map((one) => [one.code, one.examples]))
    expect(await codes()).toEqual({
      'staff.implausible': ['2行目 包括職員・事務'],
      'staff.three-professions': ['試験センターA: 保健師等・主任介護支援専門員なし'],
      'staff.alone': ['4行目 保険者職員・保健師・看護師'],
    })
    await anActor(database, insurer, 'officer')
    expect(await codes()).toHaveProperty(['staff.second'])
  })

  it('Excel の様式に書いた表と、書き出した一覧を読める', async () => {
    const { work, run, row, mark } = await anOffice()
    const form = await staffForm(work(), 'xlsx')
    for await (const _ of await readStaff({ name: form.name, bytes: form.bytes }))
      throw new Error('a blank form has no row')
    await run([row('1', '見本 一郎', '社会福祉士', 'A', '包括職員')])
    const list = await staffList(work(), 'xlsx')
    const read = []
    for await (const item of await readStaff({ name: list.name, bytes: list.bytes }))
      if (item.kind === 'row') read.push(item.row)
    expect(read.find(({ staffNumber }) => staffNumber === `${mark}-1`)).toMatchObject({
      name: '見本 一郎',
      profession: 'socialWorker',
      role: 'centreStaff',
      centre: '試験センターA',
      validFrom: '2026-04-01',
    })
  })
})

describe('最初のパスワードの紙', () => {
  it('登録しただけでは入れず、紙のパスワードで入れ、変えるよう求められる。決めた人には作り直さない', async () => {
    const { insurer, work, run, row, mark, staff } = await anOffice()
    await run([row('1', '見本 一郎', '社会福祉士', 'A', '包括職員')])
    const [one] = await staff()
    const passwords: string[] = []
    const heard = {
      accountStates: identity.accountStates,
      resetPassword: async (key: { insurerId: number; staffId: string }) => {
        const password = await identity.resetPassword(key)
        passwords.push(password ?? '')
        return password
      },
    }
    expect((await waitingStaff(work(), identity)).map(({ id }) => id)).toEqual([one!.id])
    const paper = await firstPasswordSlips(work(), heard, [one!.id])
    expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    const signIn = (password: string) => identity.signIn({ staffNumber: `${mark}-1`, password })
    const result = await signIn(passwords[0]!)
    if (result.outcome !== 'signed-in') throw new Error(result.outcome)
    const cookie = identity.cookie.pair(result.token)
    const session = await identity.currentSession(cookie)
    const [state] = await identity.accountStates(insurer.id, [one!.id])
    expect(state?.mustChangePassword).toBe(true)
    await identity.changePassword(session!, { current: passwords[0]!, next: 'あたらしい紙ではない言葉 8' })
    const again = firstPasswordSlips(work(), heard, [one!.id])
    await expect(again).rejects.toMatchObject({ errors: [{ code: 'not-waiting' }] })
    expect((await signIn('あたらしい紙ではない言葉 8')).outcome).toBe('signed-in')
  })
})
