import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { Problem } from '../errors/index.ts'
import { type AuditLine, insertLines } from './line.ts'

export interface ReadQueue {
  /**
   * Resolves when the line is committed: only then may the answer leave.
   * @throws Problem 503 `overloaded` when too many wait; the database's error when the line could not be stored
   */
  add(line: AuditLine): Promise<void>
  /** Stores what waits, then leaves. */
  end(): Promise<void>
}

export interface ReadQueueOptions {
  /** lines that may wait; default 10,000 */
  maxWaiting?: number
  /** lines in one insert; default 500 */
  maxBatch?: number
}

/** A line of fifty people stored alone costs 0.47 ms of the database, in a batch of fifty 0.06: under load a moment is waited. */
const GATHER_MS = 3

interface Waiting {
  line: AuditLine
  resolve(): void
  reject(error: unknown): void
}

/**
 * Lines of reads, stored over one connection of their own: while one batch is under way the next collects, so that
 * many answers share one commit.
 * @param appConfig connection of meguri_app
 */
export function createReadQueue(appConfig: pg.ClientConfig, options: ReadQueueOptions = {}): ReadQueue {
  const { maxWaiting = 10_000, maxBatch = 500 } = options
  const connection = reconnecting(appConfig)
  const waiting: Waiting[] = []
  let running: Promise<void> | undefined
  let hasEnded = false

  const run = async () => {
    while (waiting.length > 0) {
      if (waiting.length > 1 && waiting.length < maxBatch && !hasEnded) await setTimeout(GATHER_MS)
      await store(connection, waiting.splice(0, maxBatch))
    }
    running = undefined
  }
  return {
    add(line) {
      if (hasEnded) return Promise.reject(new Error('read queue has ended'))
      if (waiting.length >= maxWaiting) return Promise.reject(overloaded())
      return new Promise((resolve, reject) => {
        waiting.push({ line, resolve, reject })
        running ??= run()
      })
    },
    async end() {
      hasEnded = true
      await running
      await connection.end()
    },
  }
}

async function store(connection: Reconnecting, batch: Waiting[]): Promise<void> {
  try {
    const client = await connection.client()
    await client.query({
      name: 'audit_lines',
      ...insertLines(batch.map(({ line }) => line)),
    } as pg.QueryConfig)
    for (const { resolve } of batch) resolve()
  } catch (error) {
    // Refused by the database: nothing of the batch is stored, and one bad line must not cost the others their answer.
    // Anything else (a lost connection) may have been stored: never sent twice, the callers hear of it.
    if (batch.length > 1 && isRefusedContent(error)) for (const one of batch) await store(connection, [one])
    else for (const { reject } of batch) reject(error)
  }
}

/** Classes 22 (data exception) and 23 (constraint) of SQLSTATE. */
const isRefusedContent = (error: unknown) =>
  error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '')

const overloaded = () =>
  new Problem('overloaded', 503, 'ただいま混み合っています', {
    detail: '閲覧の記録が追いついていません。数秒待ってからもう一度お試しください。',
  })

interface Reconnecting {
  client(): Promise<pg.Client>
  end(): Promise<void>
}

/** A connection that is made when first needed and again after it broke. */
function reconnecting(config: pg.ClientConfig): Reconnecting {
  let current: pg.Client | undefined
  const drop = (client: pg.Client) => {
    if (current === client) current = undefined
  }
  return {
    async client() {
      if (current) return current
      const client = new pg.Client({
        connectionTimeoutMillis: 10_000,
        application_name: 'meguri audit queue',
        ...config,
      })
      client.on('error', () => drop(client))
      client.on('end', () => drop(client))
      await client.connect()
      current = client
      return client
    },
    async end() {
      await current?.end()
    },
  }
}
