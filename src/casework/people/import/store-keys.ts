import type pg from 'pg'

/** Pages (8 kB) of `new_key` that go through the door at once: about 250,000 keys, some 30 MB in the server. */
const PAGES = 2_000

/**
 * Who gets deletion neighbours: new people, and those whose reading changes; the stale ones are taken away at once.
 * To be called before the readings change: afterwards nobody knows.
 */
export async function collectKeys(client: pg.ClientBase, insurerId: number | null): Promise<void> {
  await client.query(
    `create temporary table rekeyed on commit drop as
     select n.person_id, n.keys, n.action from planned n
     left join casework.person p on p.insurer_id = $1 and p.id = n.person_id and n.action <> 'add'
     where n.keys <> '' and (n.action = 'add' or n.action in ('change', 'join') and p.kana is distinct from n.kana)`,
    [insurerId],
  )
  await client.query(
    `select casework.clear_person_keys(array_agg(person_id)) from rekeyed where action <> 'add' having count(*) > 0`,
  )
}

/** Stores them in the order of the primary key, in parts, so that a cancelled run ends between two of them. */
export async function storeKeys(client: pg.ClientBase, step: () => Promise<void>): Promise<void> {
  await client.query(
    `create temporary table new_key on commit drop as
     select distinct one as key, r.person_id from rekeyed r, string_to_table(r.keys, ' ') as one order by one, r.person_id`,
  )
  await step()
  const { rows } = await client.query<{ pages: number }>(
    `select (pg_relation_size('new_key') / 8192)::int as pages`,
  )
  for (let from = 0; from < (rows[0]?.pages ?? 0); from += PAGES) {
    await client.query(
      `select casework.store_person_keys(array_agg(k.person_id), array_agg(k.key)) from new_key k
       where k.ctid >= format('(%s,0)', $1::int)::tid and k.ctid < format('(%s,0)', $2::int)::tid`,
      [from, from + PAGES],
    )
    await step()
  }
}
