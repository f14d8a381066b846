import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, workOf } from '../../platform/testing/insurer.ts'
import { centreRegister, listCentres } from './service.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

it('台帳は、親、法人、圏域の期間、終わったセンターも出し、ほかの保険者のものは出さない', async () => {
  const insurer = await anInsurer(database)
  await anInsurer(database)
  const work = workOf(database, await anActor(database, insurer, 'administrator'))
  const client = new pg.Client(database.client('superuser'))
  await client.connect()
  await client.query(
    `with o as (insert into registers.organisation (insurer_id, name, kind) values ($1, '見本福祉会（架空）', 'corporation')
         returning id),
       branch as (insert into registers.centre (insurer_id, name, short_name, kind, parent_id, operation, organisation_id,
           valid_from, valid_to)
         select $1, '試験サブセンター', '試験枝', 'sub', $2, 'contracted', o.id, date '2020-04-01', date '2026-03-31' from o
         returning id),
       a as (insert into registers.daily_life_area (insurer_id, code, name, valid_from)
         values ($1, '9901', '試験圏域', '2020-04-01') returning id)
     insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from, valid_to)
     select $1, branch.id, a.id, date '2020-04-01', date '2026-03-31' from branch, a`,
    [insurer.id, insurer.centres.a],
  )
  await client.end()
  const register = await centreRegister(work)
  expect(register).toHaveLength(Object.keys(insurer.centres).length + 1)
  expect(register.find(({ kind }) => kind === 'sub')).toMatchObject({
    name: '試験サブセンター',
    parentId: insurer.centres.a,
    parentName: '試験センターA',
    operation: 'contracted',
    organisationName: '見本福祉会（架空）',
    validTo: '2026-03-31',
    areas: [{ code: '9901', name: '試験圏域', validFrom: '2020-04-01', validTo: '2026-03-31' }],
  })
  expect((await listCentres(work)).some(({ kind }) => kind === 'sub')).toBe(false) // ended: not to be chosen any more
})
