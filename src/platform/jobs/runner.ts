import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Actor } from '../access/index.ts'
import { Work, type WorkTools } from '../database/work.ts'
import { Problem } from '../errors/index.ts'
import type { Log } from '../http/log.ts'
import { placeOf } from '../http/log.ts'
import { rarely } from '../http/log-rarely.ts'
import { connection, QUEUE, RETRIES, schema } from './install.ts'
import { JobCancelled, type JobKind } from './kind.ts'

interface Ticket {
  jobId: string
  actor: Actor
}

export interface Jobs {
  /** Stores the job under the actor and queues it. @returns its id, under which progress is read */
  start(work: Work, kind: string, title: string, input: unknown): Promise<string>
  /** @param isLost the database is gone: no job can end well, so none is waited for */
  stop(isLost?: boolean): Promise<void>
}

const PROGRESS_EVERY_MS = 250
/**
 * A process that was killed gives no sign any more: its job is taken up again after this long instead of after the hour that a job
 * may take. Long enough for a step that does not let the timers run.
 */
const SIGN_OF_LIFE_SECONDS = 30
const LOOK_EVERY_SECONDS = 10

/** Works the queue in this process, each job under the rights of who asked for it. */
export async function startJobs(
  config: pg.ClientConfig,
  tools: WorkTools,
  kinds: readonly JobKind[],
  log: Log,
): Promise<Jobs> {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]))
  const boss = new PgBoss({
    ...connection(config),
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: LOOK_EVERY_SECONDS,
    monitorIntervalSeconds: LOOK_EVERY_SECONDS,
    max: 4,
  })
  const complain = rarely(log) // the queue is asked twice a second, also while the database is away
  boss.on('error', (error) => complain({ level: 'warn', event: 'job-queue', error: placeOf(error) }))
  await boss.start()
  await boss.work<Ticket>(
    QUEUE,
    { pollingIntervalSeconds: 0.5, batchSize: 1, localConcurrency: 2 },
    async ([job]) => {
      if (job) await runOne(tools, byName, job.data, log, job.retryCount >= RETRIES)
    },
  )
  return {
    async start(work, kind, title, input) {
      if (!byName.has(kind)) throw new Error(`job kind ${kind} is not known`)
      const [row] = await work.write((tx) =>
        tx.query<{ id: string }>(
          `insert into platform.job (insurer_id, staff_id, kind, title, input) values ($1, $2, $3, $4, $5::jsonb) returning id`,
          [work.actor.insurerId, work.actor.staffId, kind, title, JSON.stringify(input)],
        ),
      )
      try {
        await boss.send(
          QUEUE,
          { jobId: row!.id, actor: work.actor },
          { heartbeatSeconds: SIGN_OF_LIFE_SECONDS },
        )
      } catch (error) {
        await notQueued(tools, work, row!.id)
        throw error
      }
      return row!.id
    },
    stop: (isLost = false) => boss.stop({ graceful: !isLost, timeout: 10_000, close: true }),
  }
}

/** Stored and not queued: nobody would ever run it, so it says so instead of waiting for ever. */
const notQueued = (tools: WorkTools, { actor, today }: Work, jobId: string) =>
  tools.engine.transaction(actor, today, (tx) =>
    tx.query(
      `update platform.job set state = 'failed', ended_at = now(), message = '処理を始められませんでした。もう一度お試しください。'
       where insurer_id = $1 and staff_id = $2 and id = $3 and state = 'queued'`,
      [actor.insurerId, actor.staffId, jobId],
    ),
  )

interface JobRow {
  kind: string
  input: unknown
  state: string
  is_cancel_requested: boolean
}

/** The last time that the queue hands a job out it is not tried again: who asked for it would wait for ever after one more end. */
const givenUp = () =>
  new Problem('job-given-up', 503, '処理の途中でサーバーが繰り返し止まったため、この処理をやめました', {
    detail: 'しばらくしてから、もう一度お試しください。続くときは、管理者に知らせてください。',
  })

async function runOne(
  tools: WorkTools,
  kinds: Map<string, JobKind>,
  { jobId, actor }: Ticket,
  log: Log,
  isLastTime: boolean,
): Promise<void> {
  const change = (set: string, values: unknown[]) =>
    tools.engine.transaction(actor, tools.clock.today().toString(), (tx) =>
      tx.query<JobRow>(
        `update platform.job set ${set} where insurer_id = $1 and staff_id = $2 and id = $3
         returning kind, input, state, is_cancel_requested`,
        [actor.insurerId, actor.staffId, jobId, ...values],
      ),
    )
  const [job] = await change(
    `state = case when state in ('queued', 'running') then 'running' else state end,
    started_at = coalesce(started_at, now())`,
    [],
  )
  if (job?.state !== 'running') return // done or cancelled before: running it again would double it
  const kind = kinds.get(job.kind)
  let storedAt = 0
  const progress = async (done: number, total: number | null, message?: string) => {
    if (performance.now() - storedAt < PROGRESS_EVERY_MS) return
    storedAt = performance.now()
    const [row] = await change('done_units = $4, total_units = $5, message = $6', [
      done,
      total,
      message ?? null,
    ])
    if (row?.is_cancel_requested) throw new JobCancelled()
  }
  const work = new Work(tools, actor, jobId, kind?.audit ?? 'job.run')
  try {
    if (!kind) throw new Error(`job kind ${job.kind} is not known`)
    if (isLastTime) throw givenUp()
    const result = await kind.run({ input: job.input as never, actor, work, progress })
    await work.finish('done')
    await change(
      `state = 'done', ended_at = now(), result = $4::jsonb, done_units = coalesce(total_units, done_units)`,
      [JSON.stringify(result)],
    )
  } catch (error) {
    await work.finish('failed') // what was read before it ended is on record too
    if (error instanceof JobCancelled) {
      await change(
        `state = 'cancelled', ended_at = now(), message = '中止しました。何も変わっていません。'`,
        [],
      )
      return
    }
    const isExpected = error instanceof Problem
    log({
      level: isExpected ? 'info' : 'error',
      event: 'job-failed',
      jobId,
      kind: job.kind,
      error: placeOf(error),
    })
    const message = isExpected
      ? [error.title, error.detail].filter(Boolean).join('。')
      : '処理を完了できませんでした。何も変わっていません。'
    await change(`state = 'failed', ended_at = now(), message = $4, result = $5::jsonb`, [
      message,
      JSON.stringify(isExpected ? { errors: error.errors, ...error.extra } : { jobId }),
    ])
  }
}
