import { addDays } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { deciders } from './holders.ts'
import './words.ts'

/** Days until a request should be answered, and an act done: our own, no law. */
const ANSWER_DAYS = 7
const ACT_DAYS = 14

interface Place {
  id: string
  personId: string
  centreId: string | null
}
type Kind =
  | 'registration-decision'
  | 'registration-answer'
  | 'registration-returned'
  | 'registration-notification'
  | 'registration-card'
  | 'registration-kokuhoren'
  | 'registration-review'
  | 'registration-end-proposal'

/** Ends the open tasks of a course, of some kinds or of all. done: what they asked for has happened. */
export async function endTasks(
  tx: Tx,
  work: Work,
  courseId: string,
  kinds: readonly Kind[] | 'all',
  state: 'done' | 'withdrawn' = 'done',
): Promise<void> {
  await tx.query(
    `update platform.task set state = $5, is_new = false, done_at = $3, done_by = $4
     where insurer_id = $1 and source_id = $2 and state in ('open', 'waiting') and ($6::text[] is null or kind = any ($6))`,
    [
      work.actor.insurerId,
      courseId,
      work.clock.now().toString(),
      work.actor.staffId,
      state,
      kinds === 'all' ? null : kinds,
    ],
  )
}

const add = (
  tx: Tx,
  work: Work,
  place: Place,
  task: { kind: Kind; title: string; dueOn: string; holderId?: string; state?: 'open' | 'waiting' },
) =>
  addTask(tx, work, {
    personId: place.personId,
    centreId: place.centreId,
    source: { type: 'registration', id: place.id },
    ...task,
  })

/** 市へ登録を依頼: a task for everybody who may register, and 回答待ち for the one who asked. */
export async function askMunicipality(tx: Tx, work: Work, place: Place, centreName: string): Promise<void> {
  await endTasks(tx, work, place.id, ['registration-returned', 'registration-notification'])
  const dueOn = addDays(work.today, ANSWER_DAYS)
  const title = `事業対象者の登録の依頼（${centreName}）`
  for (const holderId of await deciders(tx, work.actor.insurerId, work.today)) {
    if (holderId === work.actor.staffId) continue
    await add(tx, work, place, { kind: 'registration-decision', title, dueOn, holderId })
  }
  if (work.actor.reach !== 'insurer')
    await add(tx, work, place, {
      kind: 'registration-answer',
      title: '市の登録を待つ（事業対象者）',
      dueOn,
      state: 'waiting',
    })
}

/** 届出待ち */
export const awaitNotification = (tx: Tx, work: Work, place: Place) =>
  add(tx, work, place, {
    kind: 'registration-notification',
    title: '届出書を受け取り、市へ登録を依頼する',
    dueOn: addDays(work.today, ACT_DAYS),
  })

/** 受領: one of the municipality has it; the others' tasks end, the own is no longer new. */
export async function takeOver(tx: Tx, work: Work, courseId: string): Promise<void> {
  const { actor } = work
  await tx.query(
    `update platform.task set state = 'withdrawn', is_new = false, done_at = $3, done_by = $4
     where insurer_id = $1 and source_id = $2 and kind = 'registration-decision' and state = 'open' and holder_id <> $4`,
    [actor.insurerId, courseId, work.clock.now().toString(), actor.staffId],
  )
  await tx.query(
    `update platform.task set is_new = false, received_at = $3
     where insurer_id = $1 and source_id = $2 and kind = 'registration-decision' and state = 'open' and holder_id = $4`,
    [actor.insurerId, courseId, work.clock.now().toString(), actor.staffId],
  )
}

/** 差戻し: back to who asked. */
export async function sendBack(
  tx: Tx,
  work: Work,
  place: Place,
  { reason, holderId }: { reason: string; holderId: string },
): Promise<void> {
  await endTasks(tx, work, place.id, ['registration-decision', 'registration-answer'])
  await add(tx, work, place, {
    kind: 'registration-returned',
    title: `登録の依頼が差し戻された: ${reason}`,
    dueOn: addDays(work.today, ANSWER_DAYS),
    holderId,
  })
}

/** 登録: the acts that are missing, and the next check if the municipality sets one. */
export async function followRegistration(
  tx: Tx,
  work: Work,
  place: Place,
  { reviewDue, workerId }: { reviewDue: string | null; workerId: string },
): Promise<void> {
  await endTasks(tx, work, place.id, 'all')
  const dueOn = addDays(work.today, ACT_DAYS)
  await add(tx, work, place, {
    kind: 'registration-card',
    title: '被保険者証を事業対象者として再交付する',
    dueOn,
  })
  await add(tx, work, place, {
    kind: 'registration-kokuhoren',
    title: '国保連へ事業対象者の登録を連絡する（初回の請求の前）',
    dueOn,
  })
  if (reviewDue !== null) await remindOfReview(tx, work, place, { reviewDue, workerId })
}

export const remindOfReview = (
  tx: Tx,
  work: Work,
  place: Place,
  { reviewDue, workerId }: { reviewDue: string; workerId: string },
) =>
  add(tx, work, place, {
    kind: 'registration-review',
    title: '事業対象者の再確認（基本チェックリスト）',
    dueOn: reviewDue < work.today ? work.today : reviewDue,
    holderId: workerId,
  })

/** 終了: nothing of the course is left to do but to tell 国保連. */
export async function followEnd(tx: Tx, work: Work, place: Place, isNotified: boolean): Promise<void> {
  await endTasks(tx, work, place.id, 'all', 'withdrawn')
  if (!isNotified) return
  await add(tx, work, place, {
    kind: 'registration-kokuhoren',
    title: '国保連へ事業対象者の終了を連絡する',
    dueOn: addDays(work.today, ACT_DAYS),
  })
}
