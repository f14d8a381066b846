import pg from 'pg'

/** Stands in every text of the foreign insurer, with the place it was put: a leak names its column. */
export const FOREIGN_BIRD = '鳥よそ'
/** The same for rows of the other centre. */
export const OTHER_BIRD = '鳥となり'
const bird = (mark: string, column: string) => `〔${mark}:${column}〕`

interface Column {
  table: string
  column: string
  type: string
  hasCentre: boolean
}

export interface Planted {
  /** columns that hold a canary, of all that could */
  planted: number
  columns: number
  tables: number
  /** keys, codes with a check, tables that nobody may change */
  refused: string[]
}

const COLUMNS = `
  select r.table_name as "table", a.attname as "column", format_type(a.atttypid, null) as type,
    exists (select from pg_attribute c where c.attrelid = a.attrelid and c.attname = 'centre_id' and not c.attisdropped) as "hasCentre"
  from platform.tenant_table_register r join pg_attribute a on a.attrelid = r.table_name::regclass
  where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
    and not exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype in ('p', 'f') and a.attnum = any (k.conkey))
  order by 1, 2`

/**
 * Puts a canary into every text column of every tenant table, as the superuser: whatever table an area adds has one the next
 * time. A column that refuses (a check, a trigger) keeps what it has; its rows are still known by their ids.
 */
export async function plantBirds(
  superuser: pg.ClientConfig,
  { foreign, own, otherCentre }: { foreign: number; own: number; otherCentre: string },
): Promise<Planted> {
  const client = new pg.Client(superuser)
  await client.connect()
  const { rows: columns } = await client.query<Column>(COLUMNS)
  const refused: string[] = []
  for (const { table, column, type, hasCentre } of columns) {
    const where = `${table}.${column}`
    const put = (mark: string) => {
      const text = pg.escapeLiteral(bird(mark, where))
      if (type === 'jsonb')
        return `case jsonb_typeof("${column}") when 'object' then "${column}" || jsonb_build_object('鳥', ${text}) else "${column}" end`
      return type === 'text[]' ? `"${column}" || ${text}::text` : `"${column}" || ${text}`
    }
    const update = async (text: string, values: unknown[]) =>
      client.query(text, values).catch(() => void refused.push(where))
    const set = (mark: string) =>
      `update ${table} set "${column}" = ${put(mark)} where "${column}" is not null`
    await update(`${set(FOREIGN_BIRD)} and insurer_id = $1`, [foreign])
    // a code of the attackers' own insurer stays a code: a page of theirs must not break on what cannot be stored
    if (hasCentre)
      await update(
        `${set(OTHER_BIRD)} and insurer_id = $1 and centre_id = $2 and "${column}"::text ~ '[ぁ-ヶ一-龠]'`,
        [own, otherCentre],
      )
  }
  await client.end()
  const without = [...new Set(refused)]
  return {
    planted: columns.length - without.length,
    columns: columns.length,
    tables: new Set(columns.map(({ table }) => table)).size,
    refused: without,
  }
}

/** Every id of every row of the insurer: found in an answer to somebody else, it is a leak. @returns id → table.column */
export async function idsOf(
  superuser: pg.ClientConfig,
  insurerId: number,
  centreId?: string,
): Promise<Map<string, string>> {
  const client = new pg.Client(superuser)
  await client.connect()
  const { rows: columns } = await client.query<{ table: string; column: string; ofCentre: boolean }>(
    `select r.table_name as "table", a.attname as "column", exists (select from pg_attribute c
       where c.attrelid = a.attrelid and c.attname = 'centre_id' and not c.attisdropped) as "ofCentre"
     from platform.tenant_table_register r join pg_attribute a on a.attrelid = r.table_name::regclass
     where a.attname = 'id' and a.atttypid = 'uuid'::regtype`,
  )
  const ids = new Map<string, string>()
  for (const { table, column, ofCentre } of columns) {
    // of a centre: only what is a person's; registers are the whole insurer's
    if (centreId && !(ofCentre && /^(casework|platform)\./.test(table))) continue
    const { rows } = await client.query<{ id: string }>(
      `select "${column}" as id from ${table} where insurer_id = $1${centreId ? ' and centre_id = $2' : ''}`,
      centreId ? [insurerId, centreId] : [insurerId],
    )
    for (const { id } of rows) ids.set(id, table)
  }
  await client.end()
  return ids
}
