import type pg from 'pg'

/** People whose keys go through the door at once: about half a million keys, sorted in memory. */
const PEOPLE = 40_000

/**
 * Who gets deletion neighbours: new people, and those whose reading changes; the stale ones are taken away at once.
 * To be called before the readings change: afterwards nobody knows.
 */
export async function collectKeys(client: pg.ClientBase, insurerId: number | null): Promise<void> {
  await client.query(
    `create temporary table rekeyed on commit drop as
     select n.person_id, n.keys, n.action, row_number() over ()::int as place from planned n
     left join casework.person p on p.insurer_id = $1 and p.id = n.person_id and n.action <> 'add'
     where n.keys <> '' and (n.action = 'add' or n.action in ('change', 'join') and p.kana is distinct from n.kana)`,
    [insurerId],
  )
  await client.query(
    `select casework.clear_person_keys(array_agg(person_id)) from rekeyed where action <> 'add' having count(*) > 0`,
  )
}

/** Stores them in parts, each in the order of the primary key, so that a cancelled run ends between two of them. */
export async function storeKeys(client: pg.ClientBase, step: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from rekeyed')
  for (let from = 0; from < (rows[0]?.n ?? 0); from += PEOPLE) {
    await client.query(
      `select casework.store_keys_of_people(array_agg(person_id), array_agg(keys)) from rekeyed
       where place > $1::int and place <= $2::int`,
      [from, from + PEOPLE],
    )
    await step()
  }
}
