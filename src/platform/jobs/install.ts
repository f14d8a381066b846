import pg from 'pg'
import { PgBoss } from 'pg-boss'
import pgBoss from 'pg-boss/package.json' with { type: 'json' }

export const QUEUE = 'meguri'
/** How often a job is taken up again whose server ended. */
export const RETRIES = 3
const SCHEMA = 'jobs'

/**
 * Creates or upgrades pg-boss's schema as the owner, and lets the jobs role work in it. The server itself starts
 * pg-boss with `migrate: false`. One queue for all kinds: queues are partitions, which only the owner may make.
 */
export async function installQueue(owner: pg.ClientConfig): Promise<void> {
  if (await isInstalled(owner)) return
  const boss = new PgBoss({
    ...connection(owner),
    schema: SCHEMA,
    migrate: true,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => {})
  await boss.start()
  try {
    const known = await boss.getQueue(QUEUE)
    if (!known)
      await boss.createQueue(QUEUE, {
        retryLimit: RETRIES,
        retryDelay: 2,
        expireInSeconds: 3600,
        deleteAfterSeconds: 86_400,
      })
  } finally {
    await boss.stop({ graceful: false, close: true })
  }
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`
      grant usage on schema ${SCHEMA} to meguri_jobs;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to meguri_jobs;
      grant usage on all sequences in schema ${SCHEMA} to meguri_jobs;
      grant execute on all functions in schema ${SCHEMA} to meguri_jobs;
      comment on schema ${SCHEMA} is '${MARK}';`)
  } finally {
    await client.end()
  }
}

/** The mark of this release's pg-boss: a comment on the schema, so that a start costs one small query. */
const MARK = `pg-boss ${pgBoss.version}`

async function isInstalled(owner: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ mark: string | null }>(
      `select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1`,
      [SCHEMA],
    )
    return rows[0]?.mark === MARK
  } finally {
    await client.end()
  }
}

export const connection = (config: pg.ClientConfig) => ({
  host: config.host,
  port: config.port,
  user: config.user,
  password: config.password as string,
  database: config.database,
  ssl: config.ssl as boolean | undefined,
})

export const schema = SCHEMA
