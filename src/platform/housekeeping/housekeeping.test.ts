import { beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anActor, anInsurer, asOwner, engineOf } from '../testing/insurer.ts'
import { startHousekeeping } from './housekeeping.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

it('預かったファイルの中身は7日を過ぎると消え、名前と照合用の値は残る', async () => {
  const actor = await anActor(database, await anInsurer(database), 'officer')
  const sizes = () =>
    asOwner(database, async (client) => {
      const { rows } = await client.query<{ name: string; bytes: number }>(
        'select name, octet_length(content) as bytes from platform.import_file where insurer_id = $1 order by name',
        [actor.insurerId],
      )
      return rows
    })
  await asOwner(database, (client) =>
    client.query(
      `with runs as (insert into platform.import_run (insurer_id, staff_id, kind, created_at)
         values ($1, $2, 'people', now() - interval '6 days 23 hours'), ($1, $2, 'people', now() - interval '7 days 1 hour')
         returning id, created_at)
       insert into platform.import_file (insurer_id, staff_id, run_id, name, sha256, content)
       select $1, $2, id, case when created_at < now() - interval '7 days' then 'old' else 'young' end, 'x', 'abc' from runs`,
      [actor.insurerId, actor.staffId],
    ),
  )
  const housekeeping = startHousekeeping(engineOf(database), () => {})
  await housekeeping.once()
  housekeeping.stop()
  expect(await sizes()).toEqual([
    { name: 'old', bytes: 0 },
    { name: 'young', bytes: 3 },
  ])
})
