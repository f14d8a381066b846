import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Duplex } from 'node:stream'
import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import { type Actor, holdersOf } from '../access/index.ts'
import { Problem } from '../errors/index.ts'
import { isLostConnection, isWaitOver } from './lost.ts'
import { valueTypes } from './types.ts'

/** One transaction as the service sees it. Statements are sent at once; await only what the next step needs. */
export interface Tx {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  run<Row>(query: CompiledQuery<Row>): Promise<Row[]>
}

export interface Statement {
  text: string
  values?: readonly unknown[]
}

export interface EngineOptions {
  /** connections; default cores × 2: more only adds waiting (stack notes) */
  size?: number
  /** requests that may wait for a connection before new ones are shed with 503 */
  maxWaiting?: number
  /** how long one may wait for a connection, or for a new one to be made */
  waitMs?: number
  /** connection that may store published statistics */
  reference?: pg.ClientConfig
}

/** PostgreSQL plans a named statement once per connection; under row-level security planning is the larger part. */
const names = new Map<string, string>()
/**
 * Left to itself PostgreSQL plans a list anew each time under row-level security: 1.27 ms of its processor for a page of fifty,
 * 0.45 ms with the plan kept. So a text says by its shape which index it wants, never by a value; a door whose plan does
 * hang on a value says `set plan_cache_mode` in its own definition.
 */
const PLAN_ONCE = '-c plan_cache_mode=force_generic_plan'
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `m${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`
    if (names.size > 5000) names.clear()
    names.set(text, name)
  }
  return name
}

/** A request that has stored something already is not sent away for want of a connection: it waits so many times. */
const PATIENCE = 6

/**
 * Runs requests against the database as the application role: begin and settings, statements and commit leave in one
 * flight where the caller lets them. Settings are written here and nowhere else.
 */
export class Engine {
  readonly #pool: pg.Pool
  readonly #maxWaiting: number
  readonly #config: pg.ClientConfig
  readonly #reference: pg.ClientConfig | undefined

  constructor(config: pg.ClientConfig, options: EngineOptions = {}) {
    this.#config = config
    this.#reference = options.reference
    this.#maxWaiting = options.maxWaiting ?? 400
    this.#pool = new pg.Pool({
      ...config,
      options: `${config.options ?? ''} ${PLAN_ONCE}`,
      max: options.size ?? Math.max(4, availableParallelism() * 2),
      types: valueTypes,
      pipeline: true,
      connectionTimeoutMillis: options.waitMs ?? 5_000,
      idleTimeoutMillis: 0,
    } as pg.PoolConfig)
    this.#pool.on('error', () => {}) // an idle connection that broke is replaced at the next request
    // one that breaks while a request holds it rejects that request's statements; unheard, it would end the process
    this.#pool.on('connect', (client) => client.on('error', () => {}))
  }

  get waiting(): number {
    return this.#pool.waitingCount
  }

  /** for the metrics */
  get poolUse(): { limit: number; open: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount, options } = this.#pool
    return { limit: options.max ?? totalCount, open: totalCount, idle: idleCount, waiting: waitingCount }
  }

  /**
   * @param closing what a write stores last; its presence says that this is one
   * @param hasStored the request has stored something before: it is not shed
   * @throws Problem 503 when too many requests wait already, or when the connection broke before the commit was answered
   */
  async transaction<T>(
    actor: Actor,
    today: string,
    work: (tx: Tx) => Promise<T>,
    closing?: () => Statement | undefined,
    hasStored = false,
  ): Promise<T> {
    const client = await this.#connect(hasStored)
    let broken: Error | undefined
    let isCommitSent = false
    try {
      inOneWrite(client)
      const begun = client.query(beginAs(actor, today))
      begun.catch(() => {}) // reported by the first statement that follows
      const result = await work(transactionOn(client))
      const last = closing?.()
      const lastDone = last ? send(client, last) : undefined
      lastDone?.catch(() => {})
      isCommitSent = true
      const committed = await client.query('commit')
      await begun
      await lastDone
      // after an error inside a pipelined transaction, commit "succeeds" with the tag ROLLBACK
      if (committed.command !== 'COMMIT') throw new Error(`commit answered ${committed.command}`)
      return result
    } catch (error) {
      await client.query('rollback').catch((problem: Error) => {
        broken = problem
      })
      if (closing && isCommitSent && isLostConnection(error)) throw outcomeUnknown(error)
      throw error
    } finally {
      client.release(broken)
    }
  }

  /** Statements that do not depend on each other, in one flight: one round trip for the whole request. */
  async flight(
    actor: Actor,
    today: string,
    statements: Statement[],
    hasStored = false,
  ): Promise<unknown[][]> {
    const client = await this.#connect(hasStored)
    let broken: Error | undefined
    try {
      inOneWrite(client)
      const sent = [
        client.query(beginAs(actor, today)),
        ...statements.map((statement) => send(client, statement)),
        client.query('commit'),
      ]
      const results = await Promise.allSettled(sent)
      const failed = results.find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
      const answers = results.map((result) => (result as PromiseFulfilledResult<pg.QueryResult>).value)
      if (answers.at(-1)?.command !== 'COMMIT') throw new Error(`commit answered ${answers.at(-1)?.command}`)
      return answers.slice(1, -1).map((answer) => answer.rows)
    } catch (error) {
      await client.query('rollback').catch((problem: Error) => {
        broken = problem
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  async #connect(hasStored: boolean): Promise<pg.PoolClient> {
    if (!hasStored && this.#pool.waitingCount >= this.#maxWaiting) {
      throw new Problem('overloaded', 503, 'ただいま混み合っています', {
        detail: '数秒待ってからもう一度お試しください。入力した内容は画面に残っています。',
      })
    }
    for (let turn = 1; ; turn++) {
      try {
        return await this.#pool.connect()
      } catch (error) {
        if (!hasStored || turn >= PATIENCE || !isWaitOver(error)) throw error
      }
    }
  }

  /**
   * A long transaction with COPY on a connection of its own, outside the pool. `work` decides whether it is kept.
   * @param target 'tenant': under the actor's rights · 'reference': published statistics, no rights of an insurer
   */
  async bulk<T>(
    actor: Actor,
    today: string,
    target: 'tenant' | 'reference',
    work: (client: pg.Client) => Promise<{ keep: boolean; result: T }>,
  ): Promise<T> {
    const config = target === 'tenant' ? this.#config : this.#reference
    if (!config) throw new Error('this engine has no connection for published statistics')
    const client = new pg.Client({ ...config, types: valueTypes, statement_timeout: 600_000 })
    await client.connect()
    try {
      await client.query(target === 'tenant' ? beginAs(actor, today) : 'begin')
      const { keep, result } = await work(client)
      await client.query(keep ? 'commit' : 'rollback')
      return result
    } finally {
      await client.end() // ends an open transaction too
    }
  }

  /** A statement without a tenant: readiness, published statistics. */
  async plain<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>(text, [...values])).rows
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}

/** The only case in which nobody can say whether a write is there: said so, never "not saved". */
const outcomeUnknown = (cause: unknown) =>
  new Problem('outcome-unknown', 503, '保存できたかどうか、確かめられません', {
    detail:
      '保存の途中で、データベースとのつながりが切れました。入力した内容は画面に残っています。少し待って、記録があるかを確かめてから、もう一度お試しください。',
    cause,
  })

function transactionOn(client: pg.PoolClient): Tx {
  const query = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await send(client, { text, values })).rows as Row[]
  return { query, run: (compiled) => query(compiled.sql, compiled.parameters) }
}

const send = (client: pg.PoolClient, { text, values = [] }: Statement): Promise<pg.QueryResult> =>
  client.query({ name: nameOf(text), text, values: values as unknown[] })

/**
 * What is sent before this turn of the event loop ends leaves as one write: each write of its own is a system call, and wakes
 * the backend for a part of its work. Half of the server's time for a list went there.
 */
function inOneWrite(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection // not in the types of pg
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** `set local`, not set_config: under Citus only the former reaches the shards. Values are quoted by the driver. */
function beginAs(actor: Actor, today: string): string {
  const set = (name: string, value: string) => `set local meguri.${name} = ${pg.escapeLiteral(value)}`
  return [
    'begin',
    set('insurer', String(actor.insurerId)),
    set('staff', actor.staffId),
    set('scope', actor.reach),
    set('centres', `{${actor.reach === 'centre' ? actor.centreIds.join(',') : ''}}`),
    set('holders', `{${holdersOf(actor).join(',')}}`),
    set('today', today),
  ].join(';')
}
