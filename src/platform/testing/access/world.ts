import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '../../access/index.ts'
import type { TestDatabase } from '../../database/testing/database.ts'
import { anInsurer, type TestInsurer } from '../insurer.ts'
import type { PlaceRecords } from './example.ts'

export type PlaceName = 'own' | 'other' | 'foreign' | 'absent'

export interface AccessWorld {
  insurer: TestInsurer
  elsewhere: TestInsurer
  /** one connection of the tables' owner for thousands of records */
  owner: pg.Client
}

/** Marks that stand in every text of a place, so that a leak shows in any answer. */
export const MARKS: Record<Exclude<PlaceName, 'absent'>, string> = {
  own: 'ジブンノ印',
  other: 'トナリノ印',
  foreign: 'ヨソノ印',
}

export async function aWorld(database: TestDatabase): Promise<AccessWorld> {
  const owner = new pg.Client(database.client('owner'))
  await owner.connect()
  return { insurer: await anInsurer(database), elsewhere: await anInsurer(database), owner }
}

/** Fresh records of a place, as the actor would meet them. `absent` has ids that no row has. */
export async function recordsOf(world: AccessWorld, place: PlaceName, actor: Actor): Promise<PlaceRecords> {
  if (place === 'absent') return nothing(actor)
  const insurer = place === 'foreign' ? world.elsewhere : world.insurer
  const centreId = place === 'own' ? (actor.centreId ?? insurer.centres.a) : insurer.centres.b
  return store(world.owner, insurer.id, centreId, place, actor)
}

const nothing = (actor: Actor): PlaceRecords => ({
  insurerId: actor.insurerId,
  centreId: randomUUID(),
  staffId: randomUUID(),
  postId: randomUUID(),
  personId: randomUUID(),
  contactId: randomUUID(),
  consultationId: randomUUID(),
  referralId: randomUUID(),
  checklistId: randomUUID(),
  certificationId: randomUUID(),
  registrationId: randomUUID(),
  courseId: randomUUID(),
  monitoringId: randomUUID(),
  entrustmentId: randomUUID(),
  taskId: randomUUID(),
  importRunId: randomUUID(),
  jobId: randomUUID(),
})

async function store(
  client: pg.Client,
  insurerId: number,
  centreId: string,
  place: Exclude<PlaceName, 'absent'>,
  actor: Actor,
): Promise<PlaceRecords> {
  const mark = MARKS[place]
  const add = async (text: string, values: unknown[]) =>
    (await client.query<{ id: string }>(text, values)).rows[0]!.id
  const staffId = await add(
    `insert into registers.staff (insurer_id, staff_number, name, kana, profession, valid_from)
     values ($1, $2, $3, $3, 'socialWorker', '2020-04-01') returning id`,
    [insurerId, `x${randomUUID().slice(0, 18)}`, mark],
  )
  const postId = await add(
    `insert into registers.post (insurer_id, staff_id, role, centre_id, valid_from) values ($1, $2, 'centreStaff', $3, '2020-04-01') returning id`,
    [insurerId, staffId, centreId],
  )
  // what only its author sees is the actor's in the own place, somebody's elsewhere
  const holder = place === 'own' ? actor.staffId : staffId
  const personId = await add(
    `insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, birth_on, sex, source, address_rest, note)
     values ($1, $2, $3, $4, $3, $4, '1940-03-04', 'female', 'hand', $5, $5) returning id`,
    [insurerId, centreId, `見本 ${mark}`, 'ミホンシルシ', mark],
  )
  if (place === 'own' && actor.reach === 'assignment') {
    await client.query(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2026-01-01')`,
      [insurerId, personId, actor.organisationId],
    )
  }
  const contactId = await add(
    `insert into casework.contact (insurer_id, person_id, centre_id, name, relationship) values ($1, $2, $3, $4, '子') returning id`,
    [insurerId, personId, centreId, mark],
  )
  const consultationId = await add(
    `insert into casework.consultation (insurer_id, person_id, centre_id, recorded_centre_id, staff_id, profession, received_on,
       received_at, channel, continuity, caller, urgency, text, text_fold, created_by)
     values ($1, $2, $3, $3, $4, 'socialWorker', '2026-11-20', '2026-11-20T01:00:00Z', 'phone', 'new', 'self', 'normal', $5, $5, $4) returning id`,
    [insurerId, personId, centreId, holder, mark],
  )
  const referralId = await add(
    `insert into casework.referral (insurer_id, consultation_id, person_id, centre_id, to_kind, to_name, to_centre_id, to_staff_id, sent_on)
     values ($1, $2, $3, $4, 'other', $5, $4, $6, '2026-11-20') returning id`,
    [insurerId, consultationId, personId, centreId, mark, holder],
  )
  const checklistId = await add(
    `insert into casework.checklist (insurer_id, person_id, centre_id, staff_id, form_version, answered_on, method, coding, answers,
       judgement, met, undetermined, known_points, unknown_points, insured_type, note, source, created_at, created_by)
     values ($1, $2, $3, $4, '2015-04', '2026-11-20', 'visit', 'paperNumber', array_fill(null::text, array[25]), 'undetermined', '{}',
       '{overall,motor,nutrition,oral,seclusion,cognition,depression}', 0, 25, 'category1Insured', $5, 'form', now(), $4) returning id`,
    [insurerId, personId, centreId, holder, mark],
  )
  const certificationId = await add(
    `insert into casework.certification (insurer_id, person_id, centre_id, kind, state, basis, applied_on, note, created_by)
     values ($1, $2, $3, 'new', 'received', 'application', '2026-11-20', $4, $5) returning id`,
    [insurerId, personId, centreId, mark, holder],
  )
  const registrationId = await add(
    `insert into casework.registration (insurer_id, person_id, centre_id, recorded_centre_id, state, received_on, last_move_on,
       checklist_on, notification_on, notification_kind, card_place, requested_at, requested_by, request_note)
     values ($1, $2, $3, $3, 'notificationAccepted', '2026-11-18', '2026-11-20', '2026-11-19', '2026-11-20', 'new', 'attached',
       '2026-11-20T01:00:00Z', $4, $5) returning id`,
    [insurerId, personId, centreId, holder, mark],
  )
  const careManagement = await storeCareManagement(add, {
    insurerId,
    centreId,
    personId,
    holder,
    mark,
    place,
    actor,
  })
  // a post without reach over people has tasks of its own, without a person
  const isApart = place === 'own' && actor.reach === 'none'
  const taskId = await add(
    `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, source_type, source_id, created_by)
     values ($1, $2, $3, $4, 'own', $5, '2026-11-22', 'consultation', $6, $4) returning id`,
    [insurerId, ...(isApart ? [null, null] : [personId, centreId]), holder, mark, consultationId],
  )
  const importRunId = await add(
    `insert into platform.import_run (insurer_id, staff_id, kind, state, report) values ($1, $2, 'people', 'previewed', to_jsonb($3::text)) returning id`,
    [insurerId, holder, mark],
  )
  await client.query(
    `update platform.import_run set report = jsonb_build_object('note', $2::text) where id = $1`,
    [importRunId, mark],
  )
  const jobId = await add(
    `insert into platform.job (insurer_id, staff_id, kind, title, input, state, ended_at) values ($1, $2, 'import', $3, '{}', 'done', now()) returning id`,
    [insurerId, holder, mark],
  )
  return {
    insurerId,
    centreId,
    staffId,
    postId,
    personId,
    contactId,
    consultationId,
    referralId,
    checklistId,
    certificationId,
    registrationId,
    ...careManagement,
    taskId,
    importRunId,
    jobId,
  }
}

interface CareManagementPlace {
  insurerId: number
  centreId: string
  personId: string
  holder: string
  mark: string
  place: Exclude<PlaceName, 'absent'>
  actor: Actor
}

/** A course with one record and a contract that waits for its receipt: of the actor's office in the own place. */
async function storeCareManagement(
  add: (text: string, values: unknown[]) => Promise<string>,
  { insurerId, centreId, personId, holder, mark, place, actor }: CareManagementPlace,
): Promise<Pick<PlaceRecords, 'courseId' | 'monitoringId' | 'entrustmentId'>> {
  const courseId = await add(
    `insert into casework.care_management (insurer_id, person_id, centre_id, opened_on, type_reason, state, created_by)
     values ($1, $2, $3, '2026-09-10', $4, 'preparing', $5) returning id`,
    [insurerId, personId, centreId, mark, holder],
  )
  const isOwnOffice = place === 'own' && actor.organisationId !== null
  const monitoringId = await add(
    `insert into casework.monitoring (insurer_id, course_id, person_id, centre_id, subject, done_on, way, staff_id, organisation_id,
       result, change)
     values ($1, $2, $3, $4, 'monitoring', '2026-11-20', 'home', $5, $6, $7, 'none') returning id`,
    [insurerId, courseId, personId, centreId, holder, isOwnOffice ? actor.organisationId : null, mark],
  )
  const organisationId = isOwnOffice
    ? actor.organisationId
    : await add(
        `insert into registers.organisation (insurer_id, name, kind) values ($1, '見本の事業所', 'care-office') returning id`,
        [insurerId],
      )
  const entrustmentId = await add(
    `insert into casework.entrustment (insurer_id, course_id, person_id, centre_id, organisation_id, valid_from, hand_over,
       sent_at, sent_by)
     values ($1, $2, $3, $4, $5, '2026-11-01', $6, '2026-11-01T00:00:00Z', $7) returning id`,
    [insurerId, courseId, personId, centreId, organisationId, mark, holder],
  )
  return { courseId, monitoringId, entrustmentId }
}
