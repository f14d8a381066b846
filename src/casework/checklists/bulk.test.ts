import { randomUUIDv7 } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, type TestInsurer } from '../../platform/testing/insurer.ts'
import { storePerson } from '../people/factory.ts'
import { range } from './factory.ts'
import { questions } from './forms/kihon-checklist/form.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let staff: Actor
let clerk: Actor
const PEOPLE = 130

/** 被保険者番号 of the n-th invented person, who is born n days after 1940-01-01 */
const number = (n: number) => String(n).padStart(10, '0')
const bornOn = (n: number) => Temporal.PlainDate.from('1940-01-01').add({ days: n }).toString()

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes])
  staff = await anActor(database, insurer, 'centreStaff', 'a')
  clerk = await anActor(database, insurer, 'clerk', 'a')
  await asOwner(database, async (client) => {
    for (const n of range(1, PEOPLE)) {
      await storePerson(client, insurer.id, {
        centreId: n <= PEOPLE - 5 ? insurer.centres.a : insurer.centres.b,
        insuredNumber: number(n),
        residentNumber: `R${n}`,
        birthOn: bornOn(n),
      })
    }
  })
})

const ones = (numbers: readonly number[]) =>
  Object.fromEntries(questions.map(({ no }) => [no, numbers.includes(no) ? '1' : '0']))
const row = (n: number, more: Record<string, unknown> = {}) => ({
  insuredNumber: number(n),
  birthOn: bornOn(n),
  answeredOn: '2026-11-20',
  method: '郵送',
  cells: ones([]),
  height: '160.0',
  weight: '50.0',
  ...more,
})
const paste = (rows: object[], more: Record<string, unknown> = {}, actor = staff) =>
  call(actor, 'POST', '/api/checklists/bulk', {
    batchId: randomUUIDv7(),
    coding: 'paperNumber',
    rows,
    ...more,
  })
const stored = async () =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from casework.checklist where insurer_id = $1',
      [insurer.id],
    )
    return rows[0]?.n
  })

describe('CHK-01 記入方式は表に一つだけ宣言し、読み違えは黙って起きない', () => {
  const REVERSED = [...range(1, 8), 16, 19]
  it.each([
    [
      'CHK-01-a',
      'paperNumber',
      [],
      ['notTarget', 0, []],
      ['target', 10, ['overall', 'motor', 'seclusion', 'cognition']],
    ],
    [
      'CHK-01-b',
      'paperNumber',
      REVERSED,
      ['target', 10, ['overall', 'motor', 'seclusion', 'cognition']],
      ['notTarget', 0, []],
    ],
    ['CHK-01-c', 'yesNo', range(1, 7), ['target', 3, ['seclusion', 'cognition']], ['notTarget', 7, []]],
  ] as const)('%s', async (name, coding, cells, rightly, otherwise) => {
    const first = 1 + ['CHK-01-a', 'CHK-01-b', 'CHK-01-c'].indexOf(name) * 2
    const read = async (n: number, as: string) => {
      const made = await paste([row(n, { cells: ones(cells) })], { coding: as })
      const [sheet] = made.body.rows
      const { body } = await call(staff, 'GET', `/api/checklists/${sheet.id}`)
      expect(body.coding).toBe(as)
      return [sheet.judgement, body.proposal.known, sheet.met]
    }
    expect(await read(first, coding)).toEqual(rightly)
    expect(await read(first + 1, coding === 'yesNo' ? 'paperNumber' : 'yesNo')).toEqual(otherwise)
  })

  it('宣言のない表は、一枚も保存せずに断る', async () => {
    const before = await stored()
    const answer = await paste([row(10)], { coding: undefined })
    expect([answer.status, answer.body.errors[0].path, await stored()]).toEqual([422, 'coding', before])
  })

  it('行の中で別の方式を混ぜることはできない', async () => {
    const answer = await paste([row(10), row(11, { cells: { ...ones([]), 3: 'いいえ' } })])
    expect(answer.body.cells).toMatchObject([
      { row: 2, column: 'cells.3', label: 'No.3', code: 'wordInPaperNumber' },
    ])
  })
})

describe('まとめて入力', () => {
  it('百枚を一度に判定して残し、確認の予定は一つだけになる', async () => {
    const rows = range(20, 119).map((n) => row(n, { cells: ones(n % 2 === 0 ? [16] : []) }))
    const made = await paste(rows, { defaults: { staffId: staff.staffId, respondent: 'self' } }, clerk)
    expect(made.body).toMatchObject({
      stored: 100,
      repeated: false,
      counts: { target: 50, notTarget: 50, undetermined: 0, notApplicable: 0 },
      made: [
        { kind: 'journal', label: '基本チェックリスト 100件' },
        { kind: 'task', label: 'チェックリストの判定案の確認（100枚）', dueOn: '2026-11-29' },
      ],
    })
    expect(made.body.rows[0]).toMatchObject({ row: 1, judgement: 'target', met: ['seclusion'] })
    const { journal, tasks } = await asOwner(database, async (client) => ({
      journal: await client.query(
        `select j.staff_id from platform.journal j join casework.checklist c on c.id = j.source_id where c.batch_id = $1`,
        [made.body.batchId],
      ),
      tasks: await client.query('select holder_id, state from platform.task where source_id = $1', [
        made.body.batchId,
      ]),
    }))
    expect(journal.rows).toHaveLength(100)
    expect(new Set(journal.rows.map(({ staff_id }) => staff_id))).toEqual(new Set([staff.staffId]))
    expect(tasks.rows).toEqual([{ holder_id: staff.staffId, state: 'open' }])
    const items = made.body.rows.map(({ id }: { id: string }) => ({ id, version: 1 }))
    await call(staff, 'POST', '/api/checklists/confirmations', { items: items.slice(0, 99) })
    const state = async () =>
      asOwner(database, async (client) => {
        const found = await client.query('select state from platform.task where source_id = $1', [
          made.body.batchId,
        ])
        return found.rows[0].state
      })
    expect(await state()).toBe('open')
    await call(staff, 'POST', '/api/checklists/confirmations', { items: items.slice(99) })
    expect(await state()).toBe('done')
  })

  it('同じ表をもう一度送っても増えず、別の表を同じ番号では保存しない', async () => {
    const batchId = randomUUIDv7()
    const first = await paste([row(12)], { batchId })
    const before = await stored()
    const again = await paste([row(12)], { batchId })
    expect(again.body).toMatchObject({ stored: 0, repeated: true, rows: [{ id: first.body.rows[0].id }] })
    const other = await paste([row(12, { cells: ones([18]) })], { batchId })
    expect([other.status, other.body.code, await stored()]).toEqual([409, 'batch-taken', before])
  })

  it('直すところは、行と列を示して全部を一度に言い、一枚も保存しない', async () => {
    const before = await stored()
    const answer = await paste([
      row(13),
      row(14, { insuredNumber: '14' }),
      row(15, { birthOn: '昭和15年13月1日' }),
      row(16, { birthOn: bornOn(17) }),
      row(17, { birthOn: null, kana: 'ヒトチガイ' }),
      row(18, { birthOn: null }),
      row(14, { answeredOn: 'R8.11.20', cells: { 1: '２', 12: '0' } }),
      row(15, { height: '1m60', weight: 'ｆ', minutes: '九', method: '伝書鳩' }),
      row(13, { answeredOn: '令和8年11月20日' }),
      row(999),
      row(PEOPLE),
      row(1),
    ])
    expect(answer.status).toBe(422)
    const found = answer.body.cells.map((cell: { row: number; column: string; code: string }) => [
      cell.row,
      cell.column,
      cell.code,
    ])
    expect(found).toEqual([
      [2, 'insuredNumber', 'insured-number'],
      [3, 'birthOn', 'cell.not-a-date'],
      [4, 'birthOn', 'other-person'],
      [5, 'kana', 'other-person'],
      [6, 'birthOn', 'check-missing'],
      [7, 'cells.12', 'no-such-item'],
      [7, 'cells.1', 'unknownValue'],
      [8, 'method', 'not-in-list'],
      [8, 'height', 'not-a-number'],
      [8, 'weight', 'not-a-number'],
      [8, 'minutes', 'minutes'],
      [9, 'answeredOn', 'twice'],
      [10, 'insuredNumber', 'absent'],
      [11, 'insuredNumber', 'absent'],
      [12, 'answeredOn', 'same-day'],
    ])
    expect(answer.body.errors[0]).toMatchObject({ path: 'rows.1.insuredNumber' })
    expect(answer.body.errors[0].message).toMatch(/^2行目 被保険者番号: /)
    expect(await stored()).toBe(before)
  })

  it('担当でない方の行は、いない方の行と同じ言葉で断る', async () => {
    const cell = async (n: number) => (await paste([row(n)])).body.cells[0]
    expect(await cell(PEOPLE)).toEqual(await cell(999))
  })

  it('宛名番号と、台帳と同じフリガナでも入力できる', async () => {
    const answer = await paste([
      row(19, { insuredNumber: null, residentNumber: 'Ｒ１９', birthOn: null, kana: 'しけん　はなこ' }),
    ])
    expect(answer.body).toMatchObject({ stored: 1 })
  })

  it('501枚は、分けるように言う', async () => {
    const answer = await paste(range(1, 501).map((n) => row(n)))
    expect(answer.body.errors[0].message).toBe('一度に保存できるのは500枚までです。分けて保存してください。')
  })
})
