import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, aPerson, asOwner, type TestInsurer } from '../../platform/testing/insurer.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let staff: Actor

const OWN = '0000000701'
const YOUNG = '0000000702'
const FOREIGN = '0000000703'
const ABSENT = '0000000799'

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes])
  staff = await anActor(database, insurer, 'centreStaff', 'a')
  const numbered = async (centre: string, birthOn: string, insuredNumber: string) => {
    const id = await aPerson(database, insurer, centre, { birthOn })
    await asOwner(database, (client) =>
      client.query('update casework.person set insured_number = $2 where id = $1', [id, insuredNumber]),
    )
  }
  await numbered(insurer.centres.a, '1940-03-04', OWN)
  await numbered(insurer.centres.a, '1970-03-04', YOUNG)
  await numbered(insurer.centres.b, '1940-03-04', FOREIGN)
})

const row = (insuredNumber: string, birthOn: string | null = null) => ({
  insuredNumber,
  birthOn,
  kana: null,
  answeredOn: '2026-11-20',
})
const ask = async (...rows: ReturnType<typeof row>[]) => {
  const { status, body } = await call(staff, 'POST', '/api/checklists/bulk/names', { rows })
  expect(status).toBe(200)
  return body.rows as { person: { birthOn: string } | null; insuredType: string | null; mismatch: unknown }[]
}

describe('まとめて入力する表の番号の確認', () => {
  it('番号の方の氏名と生年月日、その日の被保険者の種別を、行の順に返す', async () => {
    const [young, own] = await ask(row(YOUNG), row(OWN, '1940-03-04'))
    expect(young).toMatchObject({ person: { birthOn: '1970-03-04' }, insuredType: 'category2Insured' })
    expect(own).toMatchObject({
      person: { birthOn: '1940-03-04' },
      insuredType: 'category1Insured',
      mismatch: null,
    })
  })

  it('用紙の生年月日と違えば、その方のことは何も示さず、見るところを示す', async () => {
    const [one] = await ask(row(OWN, '1941-03-04'))
    expect(one).toMatchObject({ person: null, insuredType: null, mismatch: { column: 'birthOn' } })
  })

  it('ほかのセンターの方の番号と、だれのものでもない番号は、見分けられない', async () => {
    const [foreign, absent] = await ask(row(FOREIGN), row(ABSENT))
    expect(foreign).toEqual(absent)
    expect(foreign).toMatchObject({ person: null, mismatch: { column: 'insuredNumber' } })
  })

  it.each([0, 501])('%i行は断る', async (count) => {
    const rows = Array.from({ length: count }, () => row(ABSENT))
    expect((await call(staff, 'POST', '/api/checklists/bulk/names', { rows })).status).toBe(422)
  })
})
