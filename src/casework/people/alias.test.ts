import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { aliasFold } from './rules/search-fields.ts'
import { ChangeBody, RegisterBody, SearchBody } from './schema.ts'
import { changePerson } from './service-change.ts'
import { registerPerson } from './service-register.ts'
import { searchPeople } from './service-search.ts'

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
let foreign: Actor
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  foreign = await anActor(database, insurer, 'centreStaff', 'b')
})
const found = async (text: string, actor = worker) =>
  (await searchPeople(workOf(database, actor), SearchBody.parse({ text }))).items.map(({ id, matched }) => [
    id,
    matched,
  ])

describe('通称で探す', () => {
  it('漢字の通称も、カナの通称も、かなで打っても見つかる。ほかのセンターからは見つからない', async () => {
    const body = { name: '戊川 一', kana: 'ボカワ ハジメ', sex: 'male' }
    const { id } = await registerPerson(
      workOf(database, worker),
      RegisterBody.parse({ ...body, alias: '見本屋' }),
    )
    expect(await found('見本屋')).toEqual([[id, 'alias']])
    expect(await found('見本屋', foreign)).toEqual([])
    await changePerson(
      workOf(database, worker),
      id,
      ChangeBody.parse({ version: 1, alias: 'マイケル スミス' }),
    )
    expect(await found('見本屋')).toEqual([])
    for (const typed of ['まいける', 'スミス', 'マイケルスミス'])
      expect([typed, await found(typed)]).toEqual([typed, [[id, 'alias']]])
  })

  it('通称がなければ、鍵もない', () => {
    expect([aliasFold(null), aliasFold('  ')]).toEqual(['', ''])
  })
})
