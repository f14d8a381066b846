import type pg from 'pg'

/** Tables whose secondary indexes are worth building once, afterwards. */
export const heavyTables = [
  'casework.person',
  'casework.person_key',
  'casework.contact',
  'casework.consultation',
  'casework.referral',
  'casework.certification',
  'casework.checklist',
  'casework.care_management',
  'casework.monitoring',
  'platform.journal',
  'platform.task',
] as const

/**
 * Takes the indexes of the heavy tables away that no constraint needs, as long as the tables are empty.
 * @returns what makes them again, in the same transaction; a roll-back brings them back by itself
 */
export async function withoutIndexes(
  client: pg.Client,
): Promise<(onIndex: (name: string) => void) => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     where i.indrelid = any ($1::regclass[]) and not i.indisprimary
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
     order by 1`,
    [heavyTables],
  )
  for (const table of heavyTables) {
    const { rowCount } = await client.query(`select 1 from ${table} limit 1`)
    if (rowCount) return async () => {}
  }
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return async (onIndex) => {
    for (const { name, definition } of rows) {
      onIndex(name)
      await client.query(definition)
    }
  }
}
