import type pg from 'pg'
import type { Actor } from '../access/index.ts'
import { type AuditLine, insertLines, lineOf } from '../audit/line.ts'
import type { Clock } from '../clock.ts'
import { Problem } from '../errors/index.ts'
import type { Engine, Statement, Tx } from './engine.ts'
import { isLostConnection, isWaitOver } from './lost.ts'

export interface WorkTools {
  engine: Engine
  clock: Clock
  /** resolves when the line is committed; the answer waits for it */
  readQueue: { add(line: AuditLine): Promise<void> }
}

/**
 * What one request does, for its actor, under one audit word. A service gets this and nothing else of the platform.
 * `write` carries its audit line in the same transaction; what was only read is reported by `finish`.
 */
export class Work {
  readonly actor: Actor
  readonly clock: Clock
  readonly today: string
  readonly #tools: WorkTools
  readonly #line: AuditLine
  /** people named in a line that is committed; undefined: nothing is */
  #said: ReadonlySet<string> | undefined

  constructor(tools: WorkTools, actor: Actor, requestId: string, action: string) {
    this.#tools = tools
    this.actor = actor
    this.clock = tools.clock
    this.today = tools.clock.today().toString()
    this.#line = lineOf(actor, requestId, action, tools.clock.now().toString())
  }

  /** Names the people whose records the answer shows; they stand in the audit line. */
  touched(...personIds: (string | null | undefined)[]): void {
    const known = this.#line.personIds ?? []
    this.#line.personIds = [...new Set([...known, ...personIds.filter((id): id is string => Boolean(id))])]
  }

  /** Names the record that the request is about, and facts that are not personal (counts, field names, reason). */
  about(recordType: string, recordId: string | undefined, detail?: Record<string, unknown>): void {
    this.#line.recordType = recordType
    this.#line.recordId = recordId
    if (detail) this.#line.detail = { ...this.#line.detail, ...detail }
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { actor, today } = this
    return this.#afterSaving(
      this.#tools.engine.transaction(actor, today, work, undefined, this.#said !== undefined),
    )
  }

  /** Independent statements in one round trip. */
  flight(statements: Statement[]): Promise<unknown[][]> {
    return this.#afterSaving(
      this.#tools.engine.flight(this.actor, this.today, statements, this.#said !== undefined),
    )
  }

  /** One transaction that stores; its audit line goes with it or not at all. */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let named: readonly string[] = []
    const closing = () => {
      named = this.#line.personIds ?? []
      return insertLines([this.#line])
    }
    const { engine } = this.#tools
    const result = await engine.transaction(this.actor, this.today, work, closing, this.#said !== undefined)
    this.#said = new Set(named)
    return result
  }

  /** What cannot be read or put on record any more after a write was stored must not be told as "not saved". */
  async #afterSaving<T>(step: Promise<T>): Promise<T> {
    const hasSaved = this.#said !== undefined
    try {
      return await step
    } catch (error) {
      const isShed = error instanceof Problem && error.status === 503
      if (hasSaved && (isShed || isLostConnection(error) || isWaitOver(error))) throw savedUnshown(error)
      throw error
    }
  }

  /** A long transaction with COPY; see Engine.bulk. Its audit line is written by `finish`. */
  bulk<T>(
    target: 'tenant' | 'reference',
    work: (client: pg.Client) => Promise<{ keep: boolean; result: T }>,
  ): Promise<T> {
    return this.#tools.engine.bulk(this.actor, this.today, target, work)
  }

  /**
   * Called once by http before the answer leaves: reads and refusals are on record before anyone sees the result, and so
   * are people whom the answer names though the write did not.
   */
  async finish(outcome: AuditLine['outcome']): Promise<void> {
    const isSaid = (this.#line.personIds ?? []).every((id) => this.#said?.has(id))
    if (this.#said && isSaid && outcome === 'done') return
    await this.#afterSaving(this.#tools.readQueue.add({ ...this.#line, outcome }))
  }
}

const savedUnshown = (cause: unknown) =>
  new Problem('saved-unshown', 503, '保存しましたが、結果を表示できません', {
    detail: '記録は保存されています。少し待ってから、画面を開き直して確かめてください。',
    cause,
  })
