import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound, Problem } from '../../platform/errors/index.ts'
import { writeJournal } from '../../platform/journal/index.ts'
import { standingOn } from '../registrations/index.ts'
import type { Course } from './answers.ts'
import { checkCourse, courseTexts, refuseNumbers } from './checks.ts'
import type { CourseType, Level } from './codes.ts'
import { groupsOf, typeTable } from './local.ts'
import { courseIn, type StoredSubject, subjectIn } from './read.ts'
import { refreshCourse } from './refresh.ts'
import { careManagementType } from './rules/type.ts'
import type { CourseChange, NewCourse } from './schema.ts'

type Fields = Omit<CourseChange, 'version'>

/**
 * Opens a course: the record, its journal row and its first tasks in one transaction. A send repeated under the same id
 * stores nothing and answers the same.
 * @throws 422 fields · 404 person absent or not visible · 409 another course runs, or the id is taken
 */
export async function openCourse(work: Work, input: NewCourse): Promise<Course> {
  checkCourse(input, input.openedOn, work.today)
  refuseNumbers(work, courseTexts(input), input.notAnIndividualNumber)
  work.about('care-management', input.id)
  return work.write(async (tx) => {
    const person = await subjectIn(tx, work, input.personId)
    refusePast(person)
    await checkStaff(tx, work, person.centreId, input.staffId, null)
    if (await insertCourse(tx, work, input, person)) {
      await writeJournal(tx, work, {
        day: input.openedOn,
        kind: 'care-management-open',
        personId: person.id,
        areaId: person.areaId,
        minutes: null,
        unit: '件',
        count: 1,
        source: { type: 'care-management', id: input.id },
      })
      await refreshCourse(tx, work, input.id, { because: 'course' })
    } else await sameAsSent(tx, work, input)
    return courseIn(tx, work, input.id)
  })
}

function refusePast(person: StoredSubject): void {
  if (person.mergedInto === null && person.diedOn === null && person.movedOutOn === null) return
  throw new Problem('care-management.past', 409, 'この方には始められません', {
    detail: '死亡・転出・統合の記録がある方です。記録が違うときは、先に利用者の記録を確かめてください。',
  })
}

/** The responsible worker must have a post today at the centre that looks after the person. */
async function checkStaff(
  tx: Tx,
  { actor, today }: Work,
  centreId: string | null,
  staffId: string | null,
  before: string | null,
): Promise<void> {
  if (staffId === null || staffId === before) return
  const rows = await tx.query(
    `select 1 from registers.post o where o.insurer_id = $1 and o.staff_id = $2 and o.centre_id = $3
       and o.valid_from <= $4 and (o.valid_to is null or o.valid_to >= $4) limit 1`,
    [actor.insurerId, staffId, centreId, today],
  )
  if (rows.length === 0) {
    throw invalid([
      {
        path: 'staffId',
        code: 'staff',
        message: '責任者: 担当センターに今いる職員ではありません。一覧から選び直してください。',
      },
    ])
  }
}

async function insertCourse(tx: Tx, work: Work, input: NewCourse, person: StoredSubject): Promise<boolean> {
  const { actor } = work
  const running = await tx.query<{ id: string }>(
    `select id from casework.care_management where insurer_id = $1 and person_id = $2 and state <> 'ended'`,
    [actor.insurerId, person.id],
  )
  if (running.some(({ id }) => id !== input.id)) throw isRunning()
  const columns = await columnsOf(tx, work, input, person.id, null)
  const stored = await tx.query(
    `insert into casework.care_management (insurer_id, id, person_id, centre_id, opened_on, created_by, ${NAMES})
     values ($1, $2, $3, $4, $5, $6, ${NAMED(7)}) on conflict (insurer_id, id) do nothing returning id`,
    [actor.insurerId, input.id, person.id, person.centreId, input.openedOn, actor.staffId, ...columns],
  )
  return stored.length === 1
}

const isRunning = () =>
  new Problem('care-management.running', 409, 'この方のケアマネジメントは、もう始まっています', {
    detail: '画面を開き直して、今の内容を確かめてください。やり直すときは、先に今のものを終えてください。',
  })

async function sameAsSent(tx: Tx, { actor }: Work, { id, personId }: NewCourse): Promise<void> {
  const rows = await tx.query(
    `select 1 from casework.care_management where insurer_id = $1 and id = $2 and person_id = $3 and created_by = $4`,
    [actor.insurerId, id, personId, actor.staffId],
  )
  if (rows.length === 0) throw isRunning()
}

const FIELD_COLUMNS = [
  'level_code',
  'level_source',
  'certification_id',
  'registration_id',
  'services',
  'type_proposed',
  'type_decided',
  'type_decided_by',
  'type_decided_at',
  'type_reason',
  'staff_id',
  'contract_explained_on',
  'contract_explained_by',
  'contract_explained_to',
  'contract_version',
  'contract_medium',
  'contract_consented_on',
  'contract_ended_on',
  'contract_end_reason',
  'choices',
  'start_month',
  'mode',
  'mode_months',
  'mode_conditions',
  'mode_note',
  'plan_from',
  'plan_to',
  'evaluation_on',
  'state',
  'started_on',
] as const
const NAMES = FIELD_COLUMNS.join(', ')
const NAMED = (first: number) => FIELD_COLUMNS.map((_, at) => `$${first + at}`).join(', ')

/** What stays of the stored course: who decided the type and when, as long as it is the same. */
interface Decided {
  type: CourseType | null
  typeDecidedBy: string | null
  typeDecidedAt: string | null
  contractExplainedOn: string | null
  contractExplainedBy: string | null
  startedOn: string | null
}

async function columnsOf(
  tx: Tx,
  work: Work,
  fields: Fields,
  personId: string,
  before: Decided | null,
): Promise<unknown[]> {
  const { actor, today, clock } = work
  const [standing, types] = await Promise.all([
    standingOn(tx, actor.insurerId, personId, today),
    typeTable(tx, actor.insurerId, today),
  ])
  const proposed = careManagementType(groupsOf(fields.services), types).value
  const isSameType = before !== null && before.type === fields.type
  const { contract, mode } = fields
  const isSameTalk = before !== null && before.contractExplainedOn === contract.explainedOn
  const now = clock.now().toString()
  return [
    fields.level,
    ...levelSource(fields.level, standing),
    JSON.stringify(fields.services),
    proposed,
    fields.type,
    fields.type === null ? null : isSameType ? before.typeDecidedBy : actor.staffId,
    fields.type === null ? null : isSameType ? before.typeDecidedAt : now,
    fields.typeReason,
    fields.staffId,
    contract.explainedOn,
    contract.explainedOn === null ? null : isSameTalk ? before.contractExplainedBy : actor.staffId,
    contract.explainedTo,
    contract.version,
    contract.medium,
    contract.consentedOn,
    contract.endedOn,
    contract.endReason,
    JSON.stringify(fields.choices),
    fields.startMonth,
    mode.kind,
    mode.months,
    JSON.stringify(Object.fromEntries(mode.conditions.map((code) => [code, today]))),
    mode.note,
    fields.planFrom,
    fields.planTo,
    fields.evaluationOn,
    fields.state,
    fields.state === 'running' ? (before?.startedOn ?? today) : null,
  ]
}

/** A level that stands in the registers says so and keeps the id; any other is typed by hand. */
function levelSource(
  level: Level | null,
  standing: Awaited<ReturnType<typeof standingOn>>,
): [string | null, string | null, string | null] {
  if (level === null) return [null, null, null]
  if (standing.level !== level) return ['hand', null, null]
  const { certification, registration } = standing
  return certification
    ? ['certification', certification.id, registration?.id ?? null]
    : ['registration', null, registration?.id ?? null]
}

/** Corrects a course; its tasks follow. @throws 404 · 409 with the stored course · 422 */
export async function changeCourse(work: Work, id: string, change: CourseChange): Promise<Course> {
  refuseNumbers(work, courseTexts(change), change.notAnIndividualNumber)
  work.about('care-management', id)
  return work.write(async (tx) => {
    const stored = await lockedCourse(tx, work, id, change.version)
    if (stored.state === 'ended') throw hasEnded()
    checkCourse(change, stored.openedOn, work.today)
    const before = stored.staff?.id ?? null
    await checkStaff(tx, work, stored.centre?.id ?? null, change.staffId, before)
    const decided = await decidedOf(tx, work, id)
    const columns = await columnsOf(tx, work, change, stored.person.id, decided)
    await tx.query(
      `update casework.care_management set (${NAMES}) = (${NAMED(3)}) where insurer_id = $1 and id = $2`,
      [work.actor.insurerId, id, ...columns],
    )
    const movedFrom = before !== change.staffId ? before : null
    await refreshCourse(tx, work, id, { because: 'course', movedFrom })
    return courseIn(tx, work, id)
  })
}

const hasEnded = () =>
  new Problem('care-management.ended', 409, '終わったケアマネジメントです', {
    detail: '直すには、先に「終了を取り消す」で実施中に戻してください。',
  })

async function decidedOf(tx: Tx, { actor }: Work, id: string): Promise<Decided> {
  const [row] = await tx.query<Decided>(
    `select type_decided as type, type_decided_by as "typeDecidedBy", type_decided_at as "typeDecidedAt",
       contract_explained_on as "contractExplainedOn", contract_explained_by as "contractExplainedBy", started_on as "startedOn"
     from casework.care_management where insurer_id = $1 and id = $2`,
    [actor.insurerId, id],
  )
  if (!row) throw notFound()
  return row
}

/** The course under a lock, in the version that was seen. @throws 404 · 409 with the stored course */
export async function lockedCourse(tx: Tx, work: Work, id: string, version: number): Promise<Course> {
  await tx.query('select 1 from casework.care_management where insurer_id = $1 and id = $2 for update', [
    work.actor.insurerId,
    id,
  ])
  const stored = await courseIn(tx, work, id)
  if (stored.version !== version) throw conflict(stored)
  return stored
}

/** Ends a course with its last day and reason; a contract that runs must be ended first, so that nobody keeps an access. */
export async function endCourse(
  work: Work,
  id: string,
  { version, endedOn, reason }: { version: number; endedOn: string; reason: string },
): Promise<Course> {
  work.about('care-management', id)
  return work.write(async (tx) => {
    const stored = await lockedCourse(tx, work, id, version)
    if (stored.state === 'ended') throw hasEnded()
    if (endedOn < stored.openedOn) {
      throw invalid([
        { path: 'endedOn', code: 'day', message: '終了日: 始めた日より前です。日付を確かめてください。' },
      ])
    }
    const open = stored.entrustments.find((one) => !one.declinedAt && (one.to === null || one.to > endedOn))
    if (open) {
      throw new Problem('care-management.entrusted', 409, '委託が続いています', {
        detail: `先に${open.organisation.name}への委託の最終日を、終了日までの日に決めてください。`,
      })
    }
    await tx.query(
      `update casework.care_management set state = 'ended', ended_on = $3, end_reason = $4 where insurer_id = $1 and id = $2`,
      [work.actor.insurerId, id, endedOn, reason],
    )
    await refreshCourse(tx, work, id, { because: 'course' })
    return courseIn(tx, work, id)
  })
}

/** Takes an end back; its reason stands where that of the end stood, and history keeps the latter. */
export async function reopenCourse(
  work: Work,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Course> {
  work.about('care-management', id)
  return work.write(async (tx) => {
    const stored = await lockedCourse(tx, work, id, version)
    if (stored.state !== 'ended') return stored
    const others = await tx.query(
      `select 1 from casework.care_management where insurer_id = $1 and person_id = $2 and state <> 'ended'`,
      [work.actor.insurerId, stored.person.id],
    )
    if (others.length > 0) throw isRunning()
    await tx.query(
      `update casework.care_management set state = case when started_on is null then 'preparing' else 'running' end,
         ended_on = null, end_reason = $3
       where insurer_id = $1 and id = $2`,
      [work.actor.insurerId, id, `終了の取消: ${reason}`],
    )
    await refreshCourse(tx, work, id, { because: 'course' })
    return courseIn(tx, work, id)
  })
}
