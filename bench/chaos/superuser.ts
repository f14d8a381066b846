import pg from 'pg'
import { openDatabase } from '../../src/platform/database/open.ts'

/** One connection beside the running server, past all rights: to make a fault, or to look at what it left. */
export async function withSuperuser<T>(
  dataDir: string,
  work: (client: pg.Client) => Promise<T>,
  databaseUrl: string | null = null,
): Promise<T> {
  const database = await openDatabase({ dataDir, databaseUrl })
  const client = new pg.Client(database.client('superuser'))
  client.on('error', () => {}) // the query hears of it too
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
    await database.close().catch(() => {})
  }
}
