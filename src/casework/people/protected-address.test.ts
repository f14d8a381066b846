import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'

let database: TestDatabase
let insurer: TestInsurer
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
})

const store = (isProtected: boolean) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, sex, source, is_protected,
         address_rest, address_fold, phone, phone_fold)
       values ($1, $2, '保護 例子', 'ホゴ レイコ', '保護例子', 'ホコレイコ', 'female', 'core-system', $3, '秘密町1-2', '秘密町1-2', '099-000-1234', '0990001234')
       returning id`,
      [insurer.id, insurer.centres.a, isProtected],
    )
    return rows[0]!.id
  })

/** Everything about the person outside person_protected, as text: the address must not be in it. */
const everything = (id: string) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ all: string }>(
      `select coalesce((select p::text from casework.person p where id = $1), '')
         || coalesce((select string_agg(h::text, ' ') from platform.history h where row_id = $1), '') as all`,
      [id],
    )
    return rows[0]!.all
  })

describe('支援措置対象者の住所と電話', () => {
  it('はじめから対象の人: どの経路で書いても、人の行と履歴には残らない', async () => {
    const id = await store(true)
    expect(await everything(id)).not.toMatch(/秘密町|0990001234|099-000-1234/)
  })

  it('途中から対象になった人: 前の住所も履歴から消える', async () => {
    const id = await store(false)
    expect(await everything(id)).toMatch(/秘密町/)
    await asOwner(database, (client) =>
      client.query('update casework.person set is_protected = true where id = $1', [id]),
    )
    expect(await everything(id)).not.toMatch(/秘密町|0990001234|099-000-1234/)
  })

  it('別に置いた住所は、保険者の職だけが読める', async () => {
    const id = await store(true)
    const read = async (role: 'centreStaff' | 'officer') =>
      workOf(database, await anActor(database, insurer, role)).read((tx) =>
        tx.query<{ address_rest: string }>(
          'select address_rest from casework.person_protected where person_id = $1',
          [id],
        ),
      )
    expect(await read('centreStaff')).toEqual([])
    expect(await read('officer')).toEqual([{ address_rest: '秘密町1-2' }])
  })
})
