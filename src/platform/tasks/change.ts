import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import { recordCondition } from '../access/index.ts'
import type { Tx } from '../database/engine.ts'
import type { Work } from '../database/work.ts'
import { conflict, invalid, notFound } from '../errors/index.ts'
import { addTask } from './add-task.ts'
import { changeable, readTask } from './row.ts'
import type { DoneBody, NewTaskBody, PostponeBody, TaskRow } from './schema.ts'

/** Runs one change of an open task; a stale version or a task already done answers 409 with what is stored. */
async function change(
  work: Work,
  id: string,
  version: number,
  set: string,
  values: unknown[],
  check?: (tx: Tx, task: TaskRow) => Promise<void>,
): Promise<TaskRow> {
  work.about('task', id)
  return work.write(async (tx) => {
    const before = await readTask(tx, work, id)
    if (!before) throw notFound()
    work.touched(before.person?.id)
    await check?.(tx, before)
    const { sql, values: scope } = changeable(work.actor, work.today, 3 + values.length)
    const [changed] = await tx.query<{ id: string }>(
      `update platform.task t set ${set}
       where t.id = $1 and t.version = $2 and t.state in ('open', 'waiting') and ${sql} returning t.id`,
      [id, version, ...values, ...scope],
    )
    const after = await readTask(tx, work, id)
    if (!changed) throw conflict(after ?? before)
    return after ?? before
  })
}

export const finishTask = (work: Work, id: string, { version, note }: z.infer<typeof DoneBody>) =>
  change(work, id, version, `state = 'done', is_new = false, done_at = $3, done_by = $4, done_note = $5`, [
    work.clock.now().toString(),
    work.actor.staffId,
    note ?? null,
  ])

export const postponeTask = (work: Work, id: string, { version, to, reason }: z.infer<typeof PostponeBody>) =>
  change(
    work,
    id,
    version,
    'postponed_from = t.due_on, due_on = $3, postponed_reason = $4',
    [to, reason],
    async (_tx, task) => {
      if (to < work.today) throw badDay('過ぎた日には延期できません。今日かそれより後の日を選んでください。')
      if (to === task.dueOn) throw badDay('今の期限と同じ日です。別の日を選んでください。')
    },
  )

const badDay = (message: string) => invalid([{ path: 'to', code: 'day', message }])

/** 受領: the holder says that the task has arrived. */
export const receiveTask = (work: Work, id: string, version: number) =>
  change(
    work,
    id,
    version,
    'is_new = false, received_at = $3',
    [work.clock.now().toString()],
    async (_tx, task) => {
      if (task.holder.id !== work.actor.staffId) throw notFound()
    },
  )

/** A task of one's own; with a person, only one that the worker sees. */
export async function addOwnTask(work: Work, body: NewTaskBody): Promise<TaskRow> {
  const id = body.id ?? randomUUIDv7()
  work.about('task', id)
  work.touched(body.personId)
  if (body.dueOn < work.today) {
    throw invalid([
      { path: 'dueOn', code: 'day', message: '期限が過ぎた日です。今日かそれより後の日を選んでください。' },
    ])
  }
  return work.write(async (tx) => {
    const centreId = body.personId ? await centreOf(tx, work, body.personId) : work.actor.centreId
    await addTask(tx, work, {
      id,
      personId: body.personId ?? null,
      centreId,
      kind: 'own',
      title: body.title,
      dueOn: body.dueOn,
      source: { type: 'own', id },
    })
    const stored = await readTask(tx, work, id)
    if (!stored) throw notFound()
    return stored
  })
}

async function centreOf(tx: Tx, work: Work, personId: string): Promise<string | null> {
  const { sql, values } = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const [person] = await tx.query<{ centre_id: string | null }>(
    `select p.centre_id from casework.person p where p.id = $1 and ${sql}`,
    [personId, ...values],
  )
  if (!person) throw notFound()
  return person.centre_id
}

export { change }
