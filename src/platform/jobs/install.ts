import pg from 'pg'
import { PgBoss } from 'pg-boss'

export const QUEUE = 'meguri'
const SCHEMA = 'jobs'

/**
 * Creates or upgrades pg-boss's schema as the owner, and lets the jobs role work in it. The server itself starts
 * pg-boss with `migrate: false`. One queue for all kinds: queues are partitions, which only the owner may make.
 */
export async function installQueue(owner: pg.ClientConfig): Promise<void> {
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
        retryLimit: 3,
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
      grant execute on all functions in schema ${SCHEMA} to meguri_jobs;`)
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
