import type pg from 'pg'

/** People whose keys go through the door at once: about 100,000 keys, some 10 MB in the server. */
const BATCH = 10_000

/** Deletion neighbours of who is new or has a new reading, in the order of the index where there are many. */
export async function storeKeys(client: pg.ClientBase, step: () => Promise<void>): Promise<void> {
  await client.query(`
    create temporary table new_key on commit drop as
    select row_number() over (order by n.person_id) as nth, n.person_id, n.keys from planned n
    where n.keys <> '' and n.action in ('add', 'change', 'join');
    create index on new_key (nth)`)
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from new_key')
  for (let from = 0; from < (rows[0]?.n ?? 0); from += BATCH) {
    await client.query(
      `select casework.store_person_keys(array_agg(k.person_id), array_agg(one))
       from new_key k, string_to_table(k.keys, ' ') as one where k.nth > $1 and k.nth <= $1 + $2`,
      [from, BATCH],
    )
    await step()
  }
}
