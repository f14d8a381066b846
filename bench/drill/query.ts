import pg from 'pg'

/** The rows of the last of the statements, each sent by itself on one connection. */
export async function query<Row extends pg.QueryResultRow>(
  config: pg.ClientConfig,
  text: string | string[],
): Promise<Row[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    let rows: Row[] = []
    for (const one of [text].flat()) ({ rows } = await client.query<Row>(one))
    return rows
  } finally {
    await client.end()
  }
}
