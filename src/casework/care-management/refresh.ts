import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { dueSettings, lawOn, modeOf } from './local.ts'
import { RECORD_FACTS, SELECT_COURSES, type StoredCourse } from './row.ts'
import {
  centreSlots,
  type Due,
  type Dues,
  duesOf,
  dueTitle,
  type RecordFacts,
  SLOTS,
  type Slot,
} from './rules/dues.ts'

interface OpenTask {
  id: string
  kind: string
  title: string
  dueOn: string
  postponedFrom: string | null
  holderId: string
  holderOrganisationId: string | null
  isOfCentre: boolean
}
interface Contract {
  organisationId: string
  contractorId: string | null
  from: string
  to: string | null
}
interface Options {
  /** 'record': what is no longer due was done by it · 'course': it moves or falls away */
  because: 'record' | 'course'
  /** the responsible worker before a change: their tasks follow */
  movedFrom?: string | null
}

const kindOf = (slot: Slot) => `care-management.${slot}`
const KINDS = SLOTS.map(kindOf)

/**
 * Brings due dates and tasks of a course in line with what is stored: in the transaction of every change of the course, of a
 * record or of a contract. Two at once wait for each other on the course's row.
 */
export async function refreshCourse(tx: Tx, work: Work, id: string, options: Options): Promise<void> {
  const { insurerId } = work.actor
  const locked = await tx.query(
    'select 1 from casework.care_management where insurer_id = $1 and id = $2 for update',
    [insurerId, id],
  )
  if (locked.length === 0) throw notFound()
  const [[course], [records], contracts, tasks, settings] = await Promise.all([
    tx.query<StoredCourse>(`${SELECT_COURSES} where m.insurer_id = $1 and m.id = $2`, [insurerId, id]),
    tx.query<RecordFacts>(RECORD_FACTS, [insurerId, id]),
    tx.query<Contract>(CONTRACTS, [insurerId, id]),
    tx.query<OpenTask>(OPEN_TASKS, [insurerId, id, KINDS, work.today]),
    dueSettings(tx, insurerId, work.today),
  ])
  if (!course || !records) throw notFound()
  const computed = duesOf(
    factsOf(course, settings.typeBMonths),
    records,
    settings,
    lawOn(work.today).interval,
  )
  await storeDues(tx, insurerId, id, computed)
  const worker = await workerOf(tx, work, course)
  const wanted = computed.dues.map((due) => ({ due, holder: holderOf(due, contracts, worker, work.today) }))
  await applyTasks(tx, work, course, wanted, tasks, options)
}

/** What the rule takes of a stored course. */
export const factsOf = (
  course: Pick<
    StoredCourse,
    | 'isPast'
    | 'state'
    | 'type'
    | 'startMonth'
    | 'mode'
    | 'modeMonths'
    | 'evaluationOn'
    | 'openedOn'
    | 'contract'
  >,
  localTypeBMonths: number | null,
) => ({
  state: course.isPast ? ('ended' as const) : course.state,
  type: course.type,
  startMonth: course.startMonth,
  mode: modeOf(course.mode, course.modeMonths),
  typeBMonths: course.modeMonths ?? localTypeBMonths,
  evaluationOn: course.evaluationOn,
  openedOn: course.openedOn,
  hasContract: course.contract.consentedOn !== null && course.contract.endedOn === null,
})

const CONTRACTS = `select organisation_id as "organisationId", contractor_staff_id as "contractorId", valid_from as "from",
    valid_to as "to"
  from casework.entrustment where insurer_id = $1 and course_id = $2 and received_at is not null and declined_at is null`

const OPEN_TASKS = `select t.id, t.kind, t.title, t.due_on as "dueOn", t.postponed_from as "postponedFrom", t.holder_id as "holderId",
    (select o.organisation_id from registers.post o where o.insurer_id = t.insurer_id and o.staff_id = t.holder_id
      and o.role = 'contractedCareManager' and o.valid_from <= $4 and (o.valid_to is null or o.valid_to >= $4) limit 1)
      as "holderOrganisationId",
    exists (select 1 from registers.post o where o.insurer_id = t.insurer_id and o.staff_id = t.holder_id
      and o.centre_id = t.centre_id and o.valid_from <= $4 and (o.valid_to is null or o.valid_to >= $4)) as "isOfCentre"
  from platform.task t
  where t.insurer_id = $1 and t.source_id = $2 and t.kind = any ($3::text[]) and t.state in ('open', 'waiting')
  order by t.due_on, t.id`

async function storeDues(tx: Tx, insurerId: number, id: string, { dues, gaps }: Dues): Promise<void> {
  const on = (slot: Slot) => dues.find((due) => due.slot === slot)?.dueOn ?? null
  const dates = [on('visit') ?? on('first-visit'), on('span'), on('contact'), on('evaluation')]
  const next = dates.filter((date) => date !== null).sort()[0] ?? null
  await tx.query(
    `update casework.care_management set visit_due_on = $3, span_due_on = $4, contact_due_on = $5, evaluation_due_on = $6,
       next_due_on = $7, gaps = $8
     where insurer_id = $1 and id = $2 and (visit_due_on, span_due_on, contact_due_on, evaluation_due_on, next_due_on, gaps)
       is distinct from ($3::date, $4::date, $5::date, $6::date, $7::date, $8::text[])`,
    [insurerId, id, ...dates, next, gaps],
  )
}

/** Who does it at the centre. A centre without anybody leaves it with who acts. */
async function workerOf(tx: Tx, { actor, today }: Work, course: StoredCourse): Promise<string> {
  const [row] = await tx.query<{ worker: string | null }>(
    'select casework.worker_of_centre($1, $2, $3, $4, $5) as worker',
    [actor.insurerId, course.centreId, course.staffId, course.personStaffId, today],
  )
  return row?.worker ?? course.staffId ?? actor.staffId
}

interface Holder {
  id: string
  /** null: of the centre */
  organisationId: string | null
}

/** The contractor for what falls into its time; what is past belongs to whoever is responsible today. */
function holderOf(
  { slot, dueOn }: Due,
  contracts: readonly Contract[],
  worker: string,
  today: string,
): Holder {
  const day = dueOn > today ? dueOn : today
  const contract = centreSlots.includes(slot)
    ? undefined
    : contracts.find(({ from, to }) => from <= day && (to === null || to >= day))
  return contract?.contractorId
    ? { id: contract.contractorId, organisationId: contract.organisationId }
    : { id: worker, organisationId: null }
}

/** A task that somebody handed to a colleague of the same office stays with the colleague. */
const isWith = (task: OpenTask, holder: Holder, movedFrom: string | null | undefined): boolean => {
  if (task.holderId === holder.id) return true
  if (task.holderId === movedFrom) return false
  return holder.organisationId === null
    ? task.isOfCentre
    : task.holderOrganisationId === holder.organisationId
}

type Wanted = { due: Due; holder: Holder }

async function applyTasks(
  tx: Tx,
  work: Work,
  course: StoredCourse,
  wanted: readonly Wanted[],
  tasks: readonly OpenTask[],
  { because, movedFrom }: Options,
): Promise<void> {
  const kept = new Set<string>()
  for (const { due, holder } of wanted) {
    const title = dueTitle(due)
    const task = tasks.find(({ kind, id }) => kind === kindOf(due.slot) && !kept.has(id))
    // a record that moves the date did what the old task asked for
    const isNext = because === 'record' && task !== undefined && task.title !== title
    if (!task || isNext) {
      await addDue(tx, work, course, due, holder.id)
      continue
    }
    kept.add(task.id)
    const dueOn = task.postponedFrom !== null && isUnchanged(course, due) ? task.dueOn : due.dueOn
    const stays = isWith(task, holder, movedFrom)
    if (task.title !== title || task.dueOn !== dueOn) await moveDue(tx, work, task.id, title, dueOn)
    if (!stays) await giveTo(tx, work, task.id, holder.id)
  }
  const left = tasks.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (left.length > 0) await closeTasks(tx, work, left, because === 'record' ? 'done' : 'withdrawn')
}

/** Whether the date is the one that stood before this change: a postponement then still holds. */
const isUnchanged = (course: StoredCourse, { slot, dueOn }: Due): boolean => {
  const before: Partial<Record<Slot, string | null>> = {
    visit: course.visitDueOn,
    span: course.spanDueOn,
    contact: course.contactDueOn,
    evaluation: course.evaluationDueOn,
  }
  return !(slot in before) || before[slot] === dueOn
}

const addDue = (tx: Tx, work: Work, course: StoredCourse, due: Due, holderId: string) =>
  addTask(tx, work, {
    personId: course.personId,
    centreId: course.centreId,
    holderId,
    kind: kindOf(due.slot),
    title: dueTitle(due),
    dueOn: due.dueOn,
    source: { type: 'care-management', id: course.id },
  })

const moveDue = (tx: Tx, { actor }: Work, id: string, title: string, dueOn: string) =>
  tx.query(
    `update platform.task set title = $3, due_on = $4, postponed_from = null, postponed_reason = null
     where insurer_id = $1 and id = $2`,
    [actor.insurerId, id, title, dueOn],
  )

const giveTo = (tx: Tx, { actor, clock }: Work, id: string, holderId: string) =>
  tx.query(
    `update platform.task set holder_id = $3, is_new = $3::uuid <> $4::uuid, handed_by = $4, handed_at = $5, received_at = null,
       handed_reason = '担当の変更'
     where insurer_id = $1 and id = $2`,
    [actor.insurerId, id, holderId, actor.staffId, clock.now().toString()],
  )

const closeTasks = (tx: Tx, { actor, clock }: Work, ids: string[], state: 'done' | 'withdrawn') =>
  tx.query(
    `update platform.task set state = $3, is_new = false, done_at = $4, done_by = $5
     where insurer_id = $1 and id = any ($2::uuid[])`,
    [actor.insurerId, ids, state, clock.now().toString(), actor.staffId],
  )
