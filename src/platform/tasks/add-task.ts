import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../database/engine.ts'
import type { Work } from '../database/work.ts'

export interface NewTask {
  /** default: a new one */
  id?: string
  personId: string | null
  /** centre that looks after the person; never from the browser */
  centreId: string | null
  /** staff who has to do it; default: the actor */
  holderId?: string
  /** stated by `stateTaskKinds` */
  kind: string
  title: string
  /** 'YYYY-MM-DD' */
  dueOn: string
  /** 'waiting': somebody else has to answer (回答待ち) */
  state?: 'open' | 'waiting'
  source: { type: string; id: string }
}

/**
 * Adds a task inside the transaction of its source. Given to somebody else, it is 新規担当 until received.
 * @returns the task's id, known before the statement has run: a caller with several statements need not wait
 */
export async function addTask(tx: Tx, work: Work, task: NewTask): Promise<string> {
  const { actor } = work
  const id = task.id ?? randomUUIDv7()
  const holderId = task.holderId ?? actor.staffId
  await tx.query(
    `insert into platform.task (insurer_id, id, person_id, centre_id, holder_id, kind, title, due_on, state, is_new,
       source_type, source_id, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (insurer_id, id) do nothing`,
    [
      actor.insurerId,
      id,
      task.personId,
      task.centreId,
      holderId,
      task.kind,
      task.title,
      task.dueOn,
      task.state ?? 'open',
      holderId !== actor.staffId,
      task.source.type,
      task.source.id,
      actor.staffId,
      work.clock.now().toString(),
    ],
  )
  return id
}

/** Ends the open tasks of a source that ended itself (withdrawn record, closed case). */
export async function withdrawTasksOf(tx: Tx, work: Work, sourceId: string): Promise<void> {
  await tx.query(
    `update platform.task set state = 'withdrawn', is_new = false, done_at = $3, done_by = $4
     where insurer_id = $1 and source_id = $2 and state in ('open', 'waiting')`,
    [work.actor.insurerId, sourceId, work.clock.now().toString(), work.actor.staffId],
  )
}
