import type { SampleEvent } from './consultations/event.ts'
import type { Row } from './tables.ts'
import type { SampleWorld } from './world.ts'

/** Kinds of tasks that the sample holds; the first three as src/casework/consultations makes them. */
export const taskKinds = {
  followUp: 'consultation-follow-up',
  reply: 'referral-receipt',
  abuse: 'abuse-first-response',
  newCharge: 'new-charge',
  statusCheck: 'status-check',
  /** of src/platform/tasks: without a person */
  own: 'own',
} as const

export type TaskRow = Row<'platform.task'>
export type OptionalColumn =
  | 'is_new'
  | 'postponed_from'
  | 'postponed_reason'
  | 'handed_by'
  | 'handed_at'
  | 'received_at'
  | 'done_at'
  | 'done_by'
  | 'done_note'

/** A task as its maker says it; what is left out is false or null. `id`: where another row must name it. */
export type Draft = Omit<TaskRow, 'insurer_id' | 'id' | OptionalColumn> &
  Partial<Pick<TaskRow, OptionalColumn | 'id'>>

/** Tasks of one consultation have numbers of their own, so that the referral can name its 回答待ち. */
export function eventTaskId(
  world: SampleWorld,
  event: SampleEvent,
  which: 'followUp' | 'reply' | 'abuse',
): string {
  const place = which === 'followUp' ? 0 : which === 'reply' ? 1 : 2
  const time = Date.parse(`${event.day}T00:00:00+09:00`) + event.minuteOfDay * 60_000
  return world.makeId('task', time, event.n * 4 + place)
}

/** Behind every number that a task of a consultation can have. */
export const FIRST_OTHER_TASK = 2 ** 40
