import pg from 'pg'
import { valueTypes } from '../database/types.ts'

/** Queries of schema identity, outside any tenant's settings. */
export interface Store {
  pool: pg.Pool
  /** @param name given to a statement that runs at every request: planned once per connection */
  query<Row>(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>
}

/** @param config of the role meguri_identity; small, because most requests are answered from memory */
export function openStore(config: pg.ClientConfig, size = 4): Store {
  const pool = new pg.Pool({
    ...config,
    options: '-c search_path=identity',
    max: size,
    connectionTimeoutMillis: 10_000,
    application_name: 'meguri identity',
  })
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next use
  return {
    pool,
    async query<Row>(text: string, values: readonly unknown[] = [], name?: string) {
      const { rows } = await pool.query({ text, values: [...values], name, types: valueTypes })
      return rows as Row[]
    },
  }
}
