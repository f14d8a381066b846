import type { Actor } from '../../platform/access/index.ts'
import { addDays, formatDate } from '../../platform/calendar/index.ts'
import type { Consequence, PersonEvent } from '../../platform/contributes/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import { deciders, workerOf } from './holders.ts'

type Departure = Extract<PersonEvent, { kind: 'died' | 'moved-out' }>

const WORDS = { died: '死亡', 'moved-out': '転出' } as const

/**
 * Death and moving out (CHK-05, 10): the end of a running registration is proposed to the municipality with the day, a course
 * under way to its worker. Nothing ends by itself: the event may be taken back, and the ledger is the municipality's.
 */
export const personLeft: Consequence = {
  id: 'registration-end-proposal',
  on: ['died', 'moved-out'],
  async run(tx, actor, event) {
    if (event.kind !== 'died' && event.kind !== 'moved-out') return
    for (const course of await coursesOf(tx, actor, event.personId)) await propose(tx, actor, event, course)
  },
  foresee: (actor, _today, event) => ({
    text: `select '事業対象者の登録の終了を、市の担当に提案します' as text, count(*)::int as count
      from casework.registration r where r.insurer_id = $1 and r.person_id = $2 and r.state = 'registered'
      union all
      select '登録の手続きの途中です。取下げを、担当者の予定に出します', count(*)::int
      from casework.registration r where r.insurer_id = $1 and r.person_id = $2
        and r.state not in ('registered', 'ended', 'withdrawn')`,
    values: [actor.insurerId, event.personId],
  }),
}

/** A death or moving away was taken back: so are the proposals that followed from it. */
export const personReturned: Consequence = {
  id: 'registration-end-proposal-withdrawn',
  on: ['returned'],
  async run(tx, actor, event) {
    if (event.kind !== 'returned') return
    await tx.query(
      `update platform.task set state = 'withdrawn', is_new = false, done_at = now(), done_by = $3
       where insurer_id = $1 and person_id = $2 and source_type = 'registration' and kind = 'registration-end-proposal'
         and state in ('open', 'waiting') and title like $4`,
      [actor.insurerId, event.personId, actor.staffId, `終了の案: ${WORDS[event.of]}%`],
    )
  },
}

interface Course {
  id: string
  state: string
  centreId: string | null
  requestedBy: string | null
  today: string
}

const coursesOf = (tx: Tx, actor: Actor, personId: string) =>
  tx.query<Course>(
    `select r.id, r.state, r.centre_id as "centreId", r.requested_by as "requestedBy",
       nullif(current_setting('meguri.today', true), '') as today
     from casework.registration r
     where r.insurer_id = $1 and r.person_id = $2 and r.state not in ('ended', 'withdrawn')`,
    [actor.insurerId, personId],
  )

async function propose(
  tx: Tx,
  actor: Actor,
  { kind, personId, on }: Departure,
  course: Course,
): Promise<void> {
  const isRegistered = course.state === 'registered'
  const word = WORDS[kind]
  const title = isRegistered
    ? `終了の案: ${word}（${formatDate(on)}）により、登録を終える`
    : `終了の案: ${word}（${formatDate(on)}）により、手続きの途中の登録を取り下げる`
  const { centreId, requestedBy, today } = course
  const holders = isRegistered
    ? await deciders(tx, actor.insurerId, today)
    : [await workerOf(tx, { actor, today }, { personId, centreId, staffId: requestedBy })]
  for (const holderId of holders) {
    await tx.query(
      `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, is_new, source_type,
         source_id, created_by)
       values ($1, $2, $3, $4, 'registration-end-proposal', $5, $6, $7, 'registration', $8, $9)`,
      [
        actor.insurerId,
        personId,
        centreId,
        holderId,
        title,
        addDays(today, 7),
        holderId !== actor.staffId,
        course.id,
        actor.staffId,
      ],
    )
  }
}
