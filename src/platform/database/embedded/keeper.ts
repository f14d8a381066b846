import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * The one connection by which a process says "I use this cluster". Session locks of PostgreSQL end with their holder,
 * however it dies. Every user holds `use` together with the others; a server also holds `serve` alone.
 * Advisory locks count per database, so all keepers meet in the database `postgres`.
 */
const space = 0x6d656775 // "megu"
const keys = { use: 1, serve: 2, prepare: 3 } as const

const reconnectMs = 5_000
/** A postmaster that recovers keeps its socket and answers; one that is not there any more is not waited for. */
const goneMs = 800
/** Crash recovery after a power cut may take minutes; PostgreSQL answers "starting up" (57P03) until then. */
const recoveryMs = 600_000
/** A killed server's session needs a moment to be noticed; only then is "already serving" the truth. */
const serveWaitMs = 2_000

export class Keeper {
  /** Resolves when the database went away for good while it was in use: the program should drain and end. */
  readonly lost: Promise<Error>
  #config: pg.ClientConfig
  #client: pg.Client | null = null
  #isServing = false
  #isClosed = false
  #reportLoss: (error: Error) => void = () => {}

  constructor(config: pg.ClientConfig) {
    this.#config = {
      ...config,
      database: 'postgres',
      application_name: 'meguri keeper',
      connectionTimeoutMillis: 10_000,
    }
    this.lost = new Promise((resolve) => {
      this.#reportLoss = resolve
    })
  }

  /** Connects, waiting while the database recovers, and takes the locks that this process holds. */
  async join(): Promise<void> {
    const client = await this.#connect()
    try {
      await client.query('select pg_advisory_lock_shared($1, $2)', [space, keys.use])
      this.#client = client
      if (this.#isServing && !(await this.tryServe())) throw new Error('another server took the place')
      client.once('end', () => void this.#comeBack())
    } catch (error) {
      this.#client = null
      await client.end().catch(() => {})
      throw error
    }
  }

  async #connect(): Promise<pg.Client> {
    for (let waitedMs = 0; ; waitedMs += 100) {
      const client = new pg.Client(this.#config)
      client.on('error', () => {}) // 'end' follows
      try {
        await client.connect()
        return client
      } catch (error) {
        await client.end().catch(() => {})
        const isRecovering =
          error instanceof pg.DatabaseError && ['57P02', '57P03'].includes(error.code ?? '')
        if (!isRecovering || waitedMs >= recoveryMs || this.#isClosed) throw error
        await sleep(100)
      }
    }
  }

  /** @returns false when another process serves this cluster */
  async tryServe(): Promise<boolean> {
    for (let waitedMs = 0; waitedMs <= serveWaitMs; waitedMs += 100) {
      if (await this.#try('select pg_try_advisory_lock($1, $2) as got', keys.serve)) {
        this.#isServing = true
        return true
      }
      await sleep(100)
    }
    return false
  }

  /** @returns true when, at this moment, nobody else uses the cluster; joiners wait behind the start lock */
  async isLast(): Promise<boolean> {
    if (!this.#client) return false // thrown out just now: whoever else comes back keeps the database
    await this.#client.query('select pg_advisory_unlock_shared($1, $2)', [space, keys.use])
    return this.#try('select pg_try_advisory_lock($1, $2) as got', keys.use)
  }

  /** Runs `work` while no other process prepares roles or databases of this cluster. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#client) throw new Error('the database is gone')
    await this.#client.query('select pg_advisory_lock($1, $2)', [space, keys.prepare])
    try {
      return await work()
    } finally {
      await this.#client?.query('select pg_advisory_unlock($1, $2)', [space, keys.prepare])
    }
  }

  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    if (!this.#client) throw new Error('the database is gone')
    return (await this.#client.query<Row>(text, values)).rows
  }

  /** Lets the process end while it still holds its place, which ends with it. */
  unref(): void {
    const client: (pg.Client & { unref?(): void }) | null = this.#client // there, but not in its types
    client?.unref?.()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#client?.end().catch(() => {})
  }

  async #try(text: string, key: number): Promise<boolean> {
    return (await this.query<{ got: boolean }>(text, [space, key]))[0]?.got ?? false
  }

  /** One crashed backend makes PostgreSQL close every session and recover: come back and take the locks again. */
  async #comeBack(): Promise<void> {
    this.#client = null
    let reason: unknown = null
    for (let waitedMs = 0; waitedMs < reconnectMs && !this.#isClosed; waitedMs += 200) {
      await sleep(200)
      try {
        await this.join()
        if (this.#isClosed) await this.close()
        return
      } catch (error) {
        reason = error
        if (isGone(error) && waitedMs >= goneMs) break
      }
    }
    if (!this.#isClosed) this.#reportLoss(new Error('データベースが止まりました。', { cause: reason }))
  }
}

const isGone = (error: unknown) =>
  error instanceof Error && ['ECONNREFUSED', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')
