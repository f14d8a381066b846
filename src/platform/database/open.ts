import type pg from 'pg'
import type { WalArchive } from './backup/wal-settings.ts'
import { isPrepared, leastServerVersion, prepare } from './create.ts'
import { startEmbedded, superuserName } from './embedded/index.ts'
import { openExternal } from './external.ts'
import { LOGIN_ROLES, type Role, roleName } from './roles.ts'

export { DatabaseStartError } from './embedded/index.ts'
export type { Role } from './roles.ts'

export const databaseName = 'meguri'

/** A database with its roles, ready for migrations and queries; its tables are another matter (migrate.ts). */
export interface Database {
  kind: 'embedded' | 'external'
  /** As PostgreSQL counts: 180004 is 18.4. */
  serverVersion: number
  client(role: Role): pg.ClientConfig
  /** Resolves when the database went away while in use; the server should drain and end. Never for an external one. */
  lost: Promise<Error>
  /** Leaves; the embedded server stops with its last user. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** Take the server's place in the data folder: refused while another server has it. */
  serve?: boolean
}

/**
 * Opens the database of a configuration: the one of DATABASE_URL, or the embedded one of the data folder, which is
 * started when nobody has. Creates the database and its roles when they are missing.
 * @throws DatabaseStartError with reason and remedy in Japanese
 */
export async function openDatabase(
  config: {
    dataDir: string
    databaseUrl: string | null
    walArchive?: string | null
    backupKeyFile?: string | null
  },
  options: OpenOptions = {},
): Promise<Database> {
  return config.databaseUrl === null
    ? openEmbedded(config.dataDir, archiveOf(config), options)
    : openExternal(config.dataDir, config.databaseUrl, databaseName)
}

const archiveOf = ({
  walArchive,
  backupKeyFile,
}: {
  walArchive?: string | null
  backupKeyFile?: string | null
}) => (walArchive ? { folder: walArchive, keyFile: backupKeyFile ?? null } : null)

async function openEmbedded(
  dataDir: string,
  archive: WalArchive | null,
  options: OpenOptions,
): Promise<Database> {
  const embedded = await startEmbedded(dataDir, { serve: options.serve ?? false, archive })
  try {
    const passwords = await embedded.rolePasswords(LOGIN_ROLES)
    const address = { host: embedded.host, port: embedded.port, database: databaseName }
    const superuser = { ...address, user: superuserName, password: embedded.superuserPassword }
    await embedded.keeper.alone(async () => {
      // Whoever started the server prepares it; one who joins only makes sure that this came to its end.
      const hasJoined = embedded.adopted && !options.serve
      if (
        hasJoined &&
        (await isPrepared((text, values) => embedded.keeper.query(text, values), databaseName))
      )
        return
      await prepare({ ...superuser, database: 'postgres' }, passwords, databaseName)
    })
    const [version] = await embedded.keeper.query<{ number: number }>(
      `select current_setting('server_version_num')::int as number`,
    )
    return {
      kind: 'embedded',
      serverVersion: version?.number ?? leastServerVersion,
      client: (role) =>
        role === 'superuser' ? superuser : { ...address, user: roleName(role), password: passwords[role] },
      lost: embedded.keeper.lost,
      close: () => embedded.stop(),
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
