import { type Actor, abilitiesOf, mayRole, recordCondition } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { insuredTypeOn } from '../certifications/index.ts'
import type { Move, Registration, RegistrationSheet } from './answers.ts'
import { type Assessed, assess, type LocalRules, localRules } from './assess.ts'
import { endProposals } from './end-proposals.ts'
import { standingOn } from './index.ts'
import { criteriaWords } from './rules/words.ts'
import { CHECKLISTS, courseStatement, movesStatement } from './store.ts'

const READERS = '担当センターと保険者の職員、この方を委託・許可された職員'

export interface Checklist {
  id: string
  answeredOn: string
  judgement: 'target' | 'notTarget' | 'undetermined' | 'notApplicable'
  isConfirmed: boolean
  met: string[]
}

/** A course as the statement gives it. */
export type Course = Omit<
  Registration,
  | 'moves'
  | 'steps'
  | 'refusals'
  | 'preview'
  | 'checklists'
  | 'endProposals'
  | 'localClasses'
  | 'localClassLabel'
  | 'metWords'
  | 'abilities'
  | 'today'
  | 'readers'
> & { personId: string; centreId: string | null; requestedBy: string | null }

export async function courseIn(tx: Tx, { actor, today }: Work, id: string): Promise<Course> {
  const { text, values } = courseStatement(actor, today, id)
  const [course] = await tx.query<Course>(text, values)
  if (!course) throw notFound()
  return course
}

export const checklistsIn = (tx: Tx, insurerId: number, personId: string): Promise<Checklist[]> =>
  tx.query<Checklist>(CHECKLISTS, [insurerId, personId])

/** One course with its steps, what is next, and why not. @throws 404 */
export async function readRegistration(work: Work, id: string): Promise<Registration> {
  work.about('registration', id)
  const found = await work.read((tx) => registrationIn(tx, work, id))
  work.touched(found.person.id)
  return found
}

/** The same inside the transaction that changes it. */
export async function registrationIn(tx: Tx, work: Work, id: string): Promise<Registration> {
  const { actor, today } = work
  const course = await courseIn(tx, work, id)
  const moves = movesStatement(actor, today, id)
  const [steps, checklists, local, ending] = await Promise.all([
    tx.query<Move>(moves.text, moves.values),
    checklistsIn(tx, actor.insurerId, course.personId),
    localRules(tx, actor.insurerId, course.decidedOn ?? today),
    endProposals(tx, actor.insurerId, course),
  ])
  const assessed = await assess(tx, work, course, local)
  return shown(course, steps, checklists, local, assessed, ending, work)
}

function shown(
  course: Course,
  moves: Move[],
  checklists: Checklist[],
  local: LocalRules,
  assessed: Assessed,
  proposals: Registration['endProposals'],
  { actor, today }: Work,
): Registration {
  const { personId: _, centreId: __, requestedBy: ___, ...rest } = course
  return {
    ...rest,
    metWords: criteriaWords(course.met, course.checklistOn),
    localClassLabel: local.classes.find(({ code }) => code === course.localClass)?.label ?? course.localClass,
    moves,
    steps: assessed.steps,
    refusals: assessed.refusals,
    preview: assessed.preview,
    checklists: checklists.map(({ met: ____, ...one }) => one),
    endProposals: proposals,
    localClasses: local.classes,
    abilities: abilitiesOn(course, actor),
    today,
    readers: READERS,
  }
}

const BEFORE_REGISTRATION = [
  'received',
  'certificationRoute',
  'checklistRoute',
  'criteriaMet',
  'awaitingNotification',
  'notificationAccepted',
  'returned',
]

/** What the reader may do now: the right of the role and the state of the course. */
export function abilitiesOn(
  { state, receivedAt }: Pick<Course, 'state' | 'receivedAt'>,
  { role }: Actor,
): string[] {
  const may: string[] = []
  if (mayRole(role, 'registration.propose')) {
    if (['received', 'certificationRoute', 'checklistRoute'].includes(state)) may.push('fork')
    if (['criteriaMet', 'awaitingNotification', 'returned'].includes(state)) may.push('fork')
    if (state === 'checklistRoute') may.push('checklist')
    if (['criteriaMet', 'awaitingNotification', 'returned'].includes(state)) may.push('request')
    if (BEFORE_REGISTRATION.includes(state)) may.push('withdraw')
  }
  if (mayRole(role, 'registration.decide')) {
    if (state === 'notificationAccepted') {
      if (receivedAt === null) may.push('receive')
      may.push('return', 'register')
    }
    if (state === 'registered') may.push('act', 'review', 'end')
    if (state === 'ended') may.push('act')
  }
  return may
}

/** Courses of a person, and whether a new one may begin. @throws 404 */
export async function registrationSheet(work: Work, personId: string): Promise<RegistrationSheet> {
  work.about('person', personId)
  work.touched(personId)
  const { actor, today } = work
  return work.read(async (tx) => {
    const person = await personIn(tx, work, personId)
    const { sql, values } = recordCondition(actor, today, { alias: 'r', person: 'person_id', next: 2 })
    const [items, standing, checklists, insuredType] = await Promise.all([
      tx.query<RegistrationSheet['items'][number]>(
        `select r.id, r.state, r.occasion, r.received_on as "receivedOn", r.checklist_on as "checklistOn",
           r.starts_on as "startsOn", r.ended_on as "endedOn", r.end_reason as "endReason", r.review_due as "reviewDue"
         from casework.registration r where r.person_id = $1 and ${sql}
         order by r.received_on desc, r.id desc limit 100`,
        [personId, ...values],
      ),
      standingOn(tx, actor.insurerId, personId, today),
      checklistsIn(tx, actor.insurerId, personId),
      insuredTypeOn(tx, actor.insurerId, personId, today),
    ])
    const { centreId: _, staffId: __, areaId: ___, diedOn, movedOutOn, mergedInto, ...shownPerson } = person
    return {
      today,
      person: shownPerson,
      insuredType,
      standing: { level: standing.level, label: standing.label, from: standing.from, to: standing.to },
      items,
      checklists: checklists.map(({ met: ____, ...one }) => one),
      mayBegin:
        diedOn === null &&
        movedOutOn === null &&
        mergedInto === null &&
        !items.some(({ state }) => isUnderWay(state)),
      abilities: abilitiesOf(actor.role).filter((right) => right.startsWith('registration.')),
      readers: READERS,
    }
  })
}

/** 認定申請 is a parked course: it does not keep a new one from beginning. */
export const isUnderWay = (state: string): boolean =>
  BEFORE_REGISTRATION.includes(state) && state !== 'certificationRoute'

export interface Person {
  id: string
  name: string
  kana: string
  birthOn: string | null
  insuredNumber: string | null
  centreId: string | null
  staffId: string | null
  areaId: string | null
  diedOn: string | null
  movedOutOn: string | null
  mergedInto: string | null
}

export async function personIn(tx: Tx, { actor, today }: Work, id: string): Promise<Person> {
  const { sql, values } = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  const [person] = await tx.query<Person>(
    `select p.id, p.name, p.kana, p.birth_on as "birthOn", p.insured_number as "insuredNumber", p.centre_id as "centreId",
       p.staff_id as "staffId", p.area_id as "areaId", p.died_on as "diedOn", p.moved_out_on as "movedOutOn",
       p.merged_into as "mergedInto"
     from casework.person p where p.id = $1 and ${sql}`,
    [id, ...values],
  )
  if (!person) throw notFound()
  return person
}
