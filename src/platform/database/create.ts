import pg from 'pg'
import { ensureRoles, type LoginRole } from './roles.ts'

/** The least `server_version_num` that Meguri works with: uuidv7(), `without overlaps`. */
export const leastServerVersion = 180_000

const preparedMark = 'meguri: roles prepared'

/** Whether `prepare` once came to its end for this database. @param query runs on any database of the cluster */
export async function isPrepared(
  query: (text: string, values: unknown[]) => Promise<{ mark: string | null }[]>,
  name: string,
): Promise<boolean> {
  const text = `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`
  return (await query(text, [name]))[0]?.mark === preparedMark
}

/**
 * Creates the database and its roles when they are missing. Safe to repeat, not to run twice at the same time.
 * @param superuser with `database` set to one that exists; its role may create databases and roles
 */
export async function prepare(
  superuser: pg.ClientConfig,
  passwords: Record<LoginRole, string>,
  name: string,
): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    const database = client.escapeIdentifier(name)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    // As initdb does: trigrams on Japanese need a UTF-8 character type, sorting is the same on every machine.
    const locale = `encoding 'UTF8' locale 'C.UTF-8' locale_provider builtin builtin_locale 'C.UTF-8'`
    if (rowCount === 0) await client.query(`create database ${database} template template0 ${locale}`)
    await ensureRoles({ ...superuser, database: name }, passwords, name)
    await client.query(`comment on database ${database} is ${client.escapeLiteral(preparedMark)}`)
  } finally {
    await client.end()
  }
}
