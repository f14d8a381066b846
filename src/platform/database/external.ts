import pg from 'pg'
import { leastServerVersion, prepare } from './create.ts'
import { DatabaseStartError } from './embedded/index.ts'
import { prepareLayout } from './embedded/layout.ts'
import { withStartLock } from './embedded/lock.ts'
import { rolePasswords } from './embedded/secrets.ts'
import type { Database } from './open.ts'
import { LOGIN_ROLES, roleName } from './roles.ts'

/** One preparation at a time, also by several hosts on one database; any number that nothing else uses. */
const prepareLock = 'select pg_advisory_lock(1835365237, 3)'

/**
 * Opens the PostgreSQL of DATABASE_URL. The URL's role creates the others, so it must be allowed to; its database is
 * used when it names one, otherwise `standardName` is created. Hosts that share a database share `<data>/secrets`.
 * @throws DatabaseStartError unreachable, too-old, no-right
 */
export async function openExternal(dataDir: string, url: string, standardName: string): Promise<Database> {
  const named = decodeURIComponent(new URL(url).pathname.slice(1))
  const name = named === '' || named === 'postgres' ? standardName : named
  const client = await connect(url, name)
  const { host, port, ssl, user } = client
  const password = client.password ?? undefined
  const address = { host, port, ssl, database: name }
  try {
    const serverVersion = await checkedVersion(client)
    const layout = prepareLayout(dataDir)
    const passwords = await withStartLock(layout, async () => rolePasswords(layout, LOGIN_ROLES))
    await client.query(prepareLock)
    await prepare({ host, port, ssl, user, password, database: client.database }, passwords, name)
    return {
      kind: 'external',
      serverVersion,
      client: (role) =>
        role === 'superuser'
          ? { ...address, user, password }
          : { ...address, user: roleName(role), password: passwords[role] },
      lost: new Promise(() => {}),
      close: async () => {},
    }
  } catch (error) {
    throw explained(error, host)
  } finally {
    await client.end()
  }
}

/** Looks whether the database answers and is new enough; changes nothing. @throws DatabaseStartError */
export async function probeExternal(url: string): Promise<number> {
  const client = await connect(url, 'postgres')
  try {
    return await checkedVersion(client)
  } finally {
    await client.end()
  }
}

/** Connects to the wanted database or, where that does not exist yet, to `postgres`. */
async function connect(url: string, name: string): Promise<pg.Client> {
  for (const database of [name, 'postgres']) {
    const target = new URL(url)
    target.pathname = `/${encodeURIComponent(database)}`
    const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 10_000 })
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      const isMissing = error instanceof pg.DatabaseError && error.code === '3D000'
      if (!isMissing || database === 'postgres') throw explained(error, client.host)
    }
  }
  throw new Error('unreachable')
}

async function checkedVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  )
  return refuseOld(rows[0]!.number, rows[0]!.text)
}

/** @param number `server_version_num`; @param text what people call it. @throws DatabaseStartError too-old */
export function refuseOld(number: number, text: string): number {
  if (number >= leastServerVersion) return number
  throw new DatabaseStartError(
    'too-old',
    `DATABASE_URL の PostgreSQL は ${text} です。18 以上に上げるか、18 以上の別のサーバーを指定してください。`,
  )
}

/** Puts the two usual reasons into words; whatever else happens stays as it is. Never shows the URL: it holds a password. */
function explained(error: unknown, host: string): unknown {
  if (error instanceof DatabaseStartError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === '42501') {
    return new DatabaseStartError(
      'no-right',
      `DATABASE_URL のユーザーには、ロールまたはデータベースを作る権限がありません(${error.message})。` +
        'CREATEROLE と CREATEDB のあるユーザーを指定してください。',
    )
  }
  if (error instanceof pg.DatabaseError && !code.startsWith('28')) return error
  return new DatabaseStartError(
    'unreachable',
    `DATABASE_URL のデータベース(${host})に接続できません(${error.message})。` +
      'アドレス、ユーザー、パスワードと、サーバーが動いていることを確かめてください。',
  )
}
