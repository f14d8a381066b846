import pg from 'pg'
import { migrate } from '../src/platform/database/migrate.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { type BenchPerson, storePeople } from './search-people.ts'

/** An insurer with these people, a worker for each centre and an officer. */
export async function makePeople(
  dataDir: string,
  people: readonly BenchPerson[],
): Promise<{ centreIds: string[] }> {
  const database = await openDatabase({ dataDir, databaseUrl: null })
  const client = new pg.Client(database.client('superuser'))
  try {
    await migrate(database.client('owner'))
    await client.connect()
    const { id, centreIds } = await storePeople(client, people)
    for (const [at, centreId] of [...centreIds, null].entries())
      await client.query(
        `with worker as (insert into registers.staff (insurer_id, staff_number, name, kana, profession, valid_from)
            values ($1, 'bench-' || $2::text, '測定 職員', 'ソクテイ ショクイン', 'other', '2020-04-01') returning id)
          insert into registers.post (insurer_id, staff_id, role, centre_id, valid_from)
          select $1, id, $3, $4, '2020-04-01' from worker`,
        [id, at, centreId ? 'centreStaff' : 'officer', centreId],
      )
    return { centreIds }
  } finally {
    await client.end()
    await database.close()
  }
}
