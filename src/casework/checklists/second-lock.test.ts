import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  engineOf,
  TEST_TODAY,
  type TestInsurer,
} from '../../platform/testing/insurer.ts'

// What one statement of the application role must not reach, without the conditions of our own queries.

let database: TestDatabase
let insurer: TestInsurer
let elsewhere: TestInsurer
const actors: Record<string, Actor> = {}
const sheets = { a: '', b: '', entrusted: '', foreign: '' }
const people = { a: '', b: '', entrusted: '', foreign: '' }

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  elsewhere = await anInsurer(database)
  actors.staff = await anActor(database, insurer, 'centreStaff', 'a')
  actors.officer = await anActor(database, insurer, 'officer')
  actors.contractor = await anActor(database, insurer, 'contractedCareManager')
  actors.administrator = await anActor(database, insurer, 'administrator')
  const stranger = await anActor(database, elsewhere, 'officer')
  for (const [key, of, centreId, staffId] of [
    ['a', insurer, insurer.centres.a, actors.staff.staffId],
    ['b', insurer, insurer.centres.b, actors.officer.staffId],
    ['entrusted', insurer, insurer.centres.b, actors.officer.staffId],
    ['foreign', elsewhere, elsewhere.centres.a, stranger.staffId],
  ] as const) {
    people[key] = await aPerson(database, of, centreId)
    sheets[key] = await asOwner(database, async (client) => {
      const { rows } = await client.query<{ id: string }>(INSERT, [of.id, people[key], centreId, staffId])
      return rows[0]?.id ?? ''
    })
  }
  await asOwner(database, (client) =>
    client.query(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2026-01-01')`,
      [insurer.id, people.entrusted, insurer.officeId],
    ),
  )
})

const INSERT = `insert into casework.checklist (insurer_id, person_id, centre_id, staff_id, form_version, answered_on, method,
    coding, answers, judgement, met, undetermined, known_points, unknown_points, source, created_at)
  values ($1, $2, $3, $4, '2015-04', '2026-11-20', 'visit', 'yesNo', array_fill(null::text, array[25]), 'undetermined', '{}',
    '{}', 0, 25, 'form', now()) returning id`
const as = <Row = Record<string, unknown>>(
  name: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const actor = actors[name]
  if (!actor) throw new Error(name)
  return engineOf(database).transaction(actor, TEST_TODAY, (tx) => tx.query<Row>(text, values))
}

describe('二つめの鍵だけでも', () => {
  it.each([
    ['staff', ['a']],
    ['officer', ['a', 'b', 'entrusted']],
    ['contractor', ['entrusted']],
    ['administrator', []],
  ] as const)('%s に見える枚', async (name, expected) => {
    const rows = await as<{ id: string }>(name, 'select id from casework.checklist')
    const seen = rows.map(({ id }) => Object.entries(sheets).find(([, known]) => known === id)?.[0])
    expect(seen.sort()).toEqual([...expected].sort())
  })

  it('届かない枚は直せず、だれも消せない', async () => {
    for (const [name, sheet] of [
      ['staff', 'b'],
      ['contractor', 'a'],
      ['officer', 'foreign'],
      ['administrator', 'a'],
    ] as const) {
      const changed = await as(name, `update casework.checklist set note = '改' where id = $1 returning id`, [
        sheets[sheet],
      ])
      expect([name, changed]).toEqual([name, []])
    }
    expect(await as('officer', 'delete from casework.checklist returning id')).toEqual([])
  })

  it.each([
    ['staff', 'b'],
    ['contractor', 'a'],
    ['administrator', 'a'],
  ] as const)('%s は、届かない方の枚を足せない', async (name, whose) => {
    const centre = whose === 'a' ? insurer.centres.a : insurer.centres.b
    const values = [insurer.id, people[whose], centre, actors[name]?.staffId]
    await expect(as(name, INSERT, values)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('委託先は', () => {
  const recordedBy = (columns: Record<string, unknown>) =>
    asOwner(database, (client) =>
      client.query(
        `update casework.checklist set staff_id = $2, created_by = $3, recorded_centre_id = $4,
           confirmed_judgement = case when $5 then judgement end, confirmed_by = case when $5 then $6::uuid end,
           confirmed_at = case when $5 then now() end where id = $1`,
        [
          sheets.entrusted,
          columns.staff ?? actors.officer?.staffId,
          columns.typist ?? actors.officer?.staffId,
          columns.centre ?? null,
          columns.confirmed ?? false,
          actors.officer?.staffId,
        ],
      ),
    )
  const changeNote = () =>
    as('contractor', `update casework.checklist set note = '直し' where id = $1 returning id`, [
      sheets.entrusted,
    ])

  it('自分で記録し、だれも確認していない枚だけを変えられる', async () => {
    const own = actors.contractor?.staffId
    const cases = [
      [{}, 0],
      [{ staff: own }, 1],
      [{ typist: own }, 1],
      [{ staff: own, confirmed: true }, 0],
      [{ staff: own, centre: insurer.centres.b }, 0],
    ] as const
    for (const [columns, changed] of cases) {
      await recordedBy(columns)
      expect([columns, (await changeNote()).length]).toEqual([columns, changed])
    }
  })

  it.each([
    `confirmed_judgement = judgement, confirmed_by = staff_id, confirmed_at = now()`,
    `recorded_centre_id = centre_id`,
  ])('確認も、センターの実績も装えない: %s', async (set) => {
    await recordedBy({ staff: actors.contractor?.staffId })
    await expect(
      as('contractor', `update casework.checklist set ${set} where id = $1`, [sheets.entrusted]),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await changeNote()).toHaveLength(1)
  })
})

describe('表そのものの約束', () => {
  const change = (set: string) =>
    asOwner(database, (client) =>
      client.query(`update casework.checklist set ${set} where id = $1`, [sheets.a]),
    )
  it.each([
    ['24個の回答', `answers = array_fill('no'::text, array[24])`],
    ['知らない回答', `answers[1] = 'maybe'`],
    ['No.12のはい・いいえ', `answers[12] = 'yes'`],
    ['知らない読み方', `coding = 'auto'`],
    ['理由のない違う判定', `confirmed_judgement = 'target', confirmed_by = staff_id, confirmed_at = now()`],
    ['だれが確認したか分からない確認', `confirmed_judgement = judgement`],
    ['理由のない取下げ', `withdrawn_at = now()`],
    ['番号のないまとめ入力', `source = 'grid'`],
    ['25を超える点', `known_points = 20, unknown_points = 6`],
  ])('%sは残せない', async (_, set) => {
    await expect(change(set)).rejects.toMatchObject({ code: '23514' })
  })
})
