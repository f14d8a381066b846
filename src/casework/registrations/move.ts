import { randomUUIDv7 } from 'node:crypto'
import type { Actor } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import {
  conflict,
  type FieldError,
  forbidden,
  invalid,
  notFound,
  Problem,
} from '../../platform/errors/index.ts'
import type { Registration } from './answers.ts'
import type { Office, RegistrationState } from './codes.ts'
import { labelOf, REGISTRATION_STATES } from './codes.ts'
import { abilitiesOn, type Course, courseIn, registrationIn } from './read.ts'
import { type MoveRefusal, moveTo, type RouteChoice } from './rules/transitions.ts'
import { type Change, courseStatement, updateStatement } from './store.ts'

/** For whom the actor acts. */
export const officeOf = ({ reach }: Actor): Office =>
  reach === 'insurer' ? 'municipality' : reach === 'centre' ? 'centre' : 'contractedOffice'

/** What to say and what to do, for each refusal of a transition. */
export const MOVE_TEXTS: Record<MoveRefusal, FieldError> = {
  notNext: {
    path: 'state',
    code: 'not-next',
    message: '状態: 今の状態からは進めません。画面を開き直して、次の手続きを確かめてください。',
  },
  personMissing: { path: 'by', code: 'missing', message: '行った人: サインインし直してください。' },
  reasonMissing: {
    path: 'reason',
    code: 'missing',
    message: '理由: 後から読む人に分かるように入力してください。',
  },
  beforeLastMove: {
    path: 'on',
    code: 'order',
    message: '日付: 前の手続きの日より前です。経過の日付を確かめてください。',
  },
  municipalityRegisters: {
    path: 'state',
    code: 'municipality',
    message: '登録は市町村が行います。登録の依頼として市町村へ引き継いでください。',
  },
  routeNotAsked: {
    path: 'wish',
    code: 'missing',
    message: '本人の希望: 認定申請と基本チェックリストのどちらを望むかを、本人に聞いて記録してください。',
  },
  consentMissing: {
    path: 'consent',
    code: 'consent',
    message: '本人の同意: 同意がないと進めません。説明して同意を得るか、取下げにしてください。',
  },
  notToldOfCertification: {
    path: 'isTold',
    code: 'not-told',
    message: '認定申請の説明: 認定申請がいつでもできることを本人に伝えてから進めてください。',
  },
}

export interface Step {
  to: RegistrationState
  on: string
  reason: string
  route?: RouteChoice
}

/**
 * Checks a transition by the rule and stores it with its row of registration_move.
 * @throws Problem 422 with every reason
 */
export async function step(
  tx: Tx,
  work: Work,
  course: Pick<Course, 'id' | 'personId' | 'centreId' | 'state' | 'lastMoveOn'>,
  { to, on, reason, route }: Step,
  change: Change = {},
): Promise<void> {
  if (on > work.today)
    throw invalid([
      { path: 'on', code: 'future', message: '日付: 先の日付です。その日が来てから記録してください。' },
    ])
  const moved = moveTo(course.state as RegistrationState, course.lastMoveOn, {
    to,
    by: work.actor.staffId,
    office: officeOf(work.actor),
    on,
    reason,
    route,
  })
  if (moved.outcome === 'refused') throw invalid(moved.reasons.map((one) => MOVE_TEXTS[one]))
  const update = updateStatement(work.actor.insurerId, course.id, { ...change, state: to, lastMoveOn: on })
  const stored = await tx.query(update.text, update.values)
  if (stored.length === 0) throw forbidden()
  await writeMove(tx, work, course, { to, on, reason, route })
}

export async function writeMove(
  tx: Tx,
  work: Work,
  course: Pick<Course, 'id' | 'personId' | 'centreId' | 'state'>,
  { to, on, reason, route }: Step,
): Promise<void> {
  const { actor } = work
  await tx.query(
    `insert into casework.registration_move (insurer_id, id, registration_id, person_id, centre_id, from_state, to_state, moved_on,
       staff_id, office, reason, wish, consent, is_told, asked_by, asked_on, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      actor.insurerId,
      randomUUIDv7(),
      course.id,
      course.personId,
      course.centreId,
      course.state,
      to,
      on,
      actor.staffId,
      officeOf(actor),
      reason,
      route?.wish ?? null,
      route?.consent ?? null,
      route?.toldOfCertification ?? null,
      route?.askedBy ?? null,
      route?.askedOn ?? null,
      work.clock.now().toString(),
    ],
  )
}

/**
 * One deed on a course: row locked, version and ability checked; the answer is the course as it then stands.
 * @throws 404 · 409 stale, or the state does not allow it · 422
 */
export async function deed(
  work: Work,
  id: string,
  version: number,
  ability: string,
  run: (tx: Tx, course: Course) => Promise<void>,
): Promise<Registration> {
  work.about('registration', id)
  return work.write(async (tx) => {
    const course = await lockedCourse(tx, work, id)
    work.touched(course.personId)
    if (course.version !== version) throw conflict(await registrationIn(tx, work, id))
    if (!abilitiesOn(course, work.actor).includes(ability)) throw notNow(course)
    await run(tx, course)
    return registrationIn(tx, work, id)
  })
}

export async function lockedCourse(tx: Tx, work: Work, id: string): Promise<Course> {
  const { text, values } = courseStatement(work.actor, work.today, id)
  const [seen] = await tx.query(text, values)
  if (!seen) throw notFound()
  await tx.query('select id from casework.registration where insurer_id = $1 and id = $2 for update', [
    work.actor.insurerId,
    id,
  ])
  return courseIn(tx, work, id)
}

export const notNow = ({ state }: Pick<Course, 'state'>) =>
  new Problem('registration.not-now', 409, '今の状態では、この手続きはできません', {
    detail: `今は「${labelOf(REGISTRATION_STATES, state)}」です。画面を開き直して、次の手続きを確かめてください。`,
  })
