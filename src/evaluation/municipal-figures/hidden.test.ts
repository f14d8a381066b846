import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, setSetting, workOf } from '../../platform/testing/insurer.ts'
import { oneTown } from '../statistics/testing/one-town.ts'
import { municipalFigures } from './service.ts'

let database: TestDatabase
let takeAway: () => Promise<void>
beforeAll(async () => {
  database = await testDatabase()
  takeAway = await oneTown(database, '372013', {
    day: '2031-10-01',
    counts: {
      'population.total': 40,
      'population.65over': 4,
      'population.75over': 2,
      'population.85over': 1,
    },
  })
})
afterAll(() => takeAway())

it('町の属する保険者が伏せた市の合計は、似た数の並びにも出ない', async () => {
  const owner = await anInsurer(database)
  const work = workOf(database, await anActor(database, await anInsurer(database), 'officer'))
  const residents = async () =>
    (await municipalFigures(work)).insured.filter(
      ({ label, asOf }) => label === '65歳以上の住民' && asOf === '2031-10-01',
    )
  expect(await residents()).toMatchObject([{ value: 4 }])
  await asOwner(database, async (client) => {
    await client.query(
      `insert into registers.member_municipality (insurer_id, municipality_code, name, valid_from) values ($1, '372013', '高松市', '2020-04-01')`,
      [owner.id],
    )
    await setSetting(client, owner.id, 'indicators.small-count', 10)
  })
  try {
    expect(await residents()).toEqual([])
  } finally {
    await asOwner(database, async (client) => {
      await client.query('delete from registers.local_setting where insurer_id = $1', [owner.id])
      await client.query('delete from registers.member_municipality where insurer_id = $1', [owner.id])
    })
  }
})
