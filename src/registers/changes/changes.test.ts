import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, workOf } from '../../platform/testing/insurer.ts'
import { changesOf } from './service.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

it('だれが何をどう変えたかを新しい順に言い、ほかの保険者の変更と、管理者でない職には出さない', async () => {
  const insurer = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const work = () => workOf(database, administrator)
  const put = (id: string, version: number | null, name: string) =>
    work().write((tx) =>
      tx.query('select registers.put_organisation($1, $2, $3)', [
        id,
        version,
        JSON.stringify({ name, kind: 'council' }),
      ]),
    )
  const id = randomUUID()
  await put(id, null, '見本福祉会（架空）')
  await put(id, 1, '見本社協（架空）')
  await put(id, 2, '見本町社協（架空）')
  const { items } = await changesOf(work(), { register: 'organisation', before: null, limit: 100 })
  expect(items.map(({ staffName, operation, fields }) => [staffName, operation, fields])).toEqual([
    ['試験 職員', 'update', [{ label: '名称', before: '見本社協（架空）', after: '見本町社協（架空）' }]],
    ['試験 職員', 'update', [{ label: '名称', before: '見本福祉会（架空）', after: '見本社協（架空）' }]],
  ])
  const page = await changesOf(work(), { register: 'organisation', before: null, limit: 1 })
  const next = await changesOf(work(), { register: 'organisation', before: page.nextBefore, limit: 1 })
  expect([page.items[0]?.fields[0]?.after, next.items[0]?.fields[0]?.after]).toEqual([
    '見本町社協（架空）',
    '見本社協（架空）',
  ])
  const elsewhere = workOf(database, await anActor(database, await anInsurer(database), 'administrator'))
  expect((await changesOf(elsewhere, { register: 'organisation', before: null, limit: 100 })).items).toEqual(
    [],
  )
  const officer = workOf(database, await anActor(database, insurer, 'officer'))
  await expect(
    changesOf(officer, { register: 'organisation', before: null, limit: 100 }),
  ).rejects.toMatchObject({ code: '42501' })
})
