import pg from 'pg'

/** Columns that say whose a row is: one in a hundred stays with who has it, the others are somebody else's. */
const HOLDERS = ['holder_id', 'staff_id', 'to_staff_id']
/** Two years, as the records of a centre are spread. */
const DAYS = 700
/** Whose rows name no person. */
const AUTHORED = ['platform.job', 'platform.import_run', 'platform.draft']

/**
 * Copies of the insurer's own rows, one for each of as many new people: the newest row of every table that names a person is
 * repeated. Copy n of a row has an id made of the old one and n, and so have the columns that point to it: each new person has
 * a consultation, a referral of that consultation and so on. Past triggers, as the superuser; checks and unique keys hold.
 */
export async function multiplyRecords(
  superuser: pg.ClientConfig,
  insurerId: number,
  copies: number,
): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    const { rows: tables } = await client.query<{ name: string; person: string | null }>(
      `select table_name as name, person_column as person from casework.tables_of_people() where table_name <> 'platform.person_access'
       union all select 'casework.person', 'id' union all select unnest($1::text[]), null`,
      [AUTHORED],
    )
    const names = tables.map(({ name }) => name)
    for (const { name, person } of tables) {
      const columns = await columnsOf(client, name, names)
      const values = columns.map((one) => valueOfCopy(one, person))
      const isNumbered = columns.some(({ column }) => column === 'id')
      await client.query(
        `insert into ${name} (${columns.map(({ column }) => `"${column}"`).join(', ')})
         select ${values.join(', ')} from (select * from ${name} where insurer_id = $1 ${isNumbered ? 'order by id desc' : ''} limit 1) t,
           generate_series(1, ${copies}) s (n)
         on conflict do nothing`,
        [insurerId],
      )
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

interface CopiedColumn {
  column: string
  type: string
  /** points to a row that is copied too */
  isPointer: boolean
}

async function columnsOf(client: pg.Client, name: string, copied: string[]): Promise<CopiedColumn[]> {
  const { rows } = await client.query<CopiedColumn>(
    `select a.attname as column, a.atttypid::regtype::text as type, exists (
         select from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid and a.attnum = any (c.conkey)
           and a.attname <> 'insurer_id' and c.confrelid = any ($2::regclass[])) as "isPointer"
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [name, copied],
  )
  return rows
}

function valueOfCopy({ column, type, isPointer }: CopiedColumn, person: string | null): string {
  const old = `t."${column}"`
  if (type === 'uuid' && (column === person || column === 'id' || column === 'source_id' || isPointer))
    return `md5(${old}::text || s.n)::uuid`
  if (HOLDERS.includes(column)) return `case when s.n % 100 = 0 then ${old} else uuidv7() end`
  if (column === 'kana_fold') return `lpad((s.n * 7919 % 1000003)::text, 7, '0')`
  if (column === 'name_fold' || column === 'key') return `${old} || s.n`
  // every day of a row moves by as much: what the table demands of its days still holds
  if (type === 'date') return `${old} - s.n % ${DAYS}`
  if (type === 'timestamp with time zone')
    return `${old} - (s.n % ${DAYS}) * interval '1 day' - s.n * interval '1 second'`
  return old
}
