import { type Actor, abilitiesOf, ROLES, recordCondition } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { standingOn } from '../registrations/index.ts'
import type { Course, CoursesOfPerson } from './answers.ts'
import { typeTable } from './local.ts'
import {
  SELECT_COURSES,
  SELECT_ENTRUSTMENTS,
  SELECT_RECORDS,
  type StoredCourse,
  type StoredEntrustment,
  type StoredRecord,
} from './row.ts'
import { courseShown, type StoredTaskOfCourse } from './shown.ts'

export interface StoredSubject {
  id: string
  name: string
  kana: string
  centreId: string | null
  centreName: string | null
  staffId: string | null
  areaId: string | null
  diedOn: string | null
  movedOutOn: string | null
  mergedInto: string | null
}

/** The person of a request, if the reader reaches it. @throws notFound */
export async function subjectIn(tx: Tx, { actor, today }: Work, personId: string): Promise<StoredSubject> {
  const { sql, values } = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  const [person] = await tx.query<StoredSubject>(
    `select p.id, p.name, p.kana, p.centre_id as "centreId", k.name as "centreName", p.staff_id as "staffId",
       p.area_id as "areaId", p.died_on as "diedOn", p.moved_out_on as "movedOutOn", p.merged_into as "mergedInto"
     from casework.person p
     left join registers.centre k on k.insurer_id = p.insurer_id and k.id = p.centre_id
     where p.id = $1 and ${sql}`,
    [personId, ...values],
  )
  if (!person) throw notFound()
  return person
}

/** All courses of a person, with records, contracts, tasks and what may be done. @throws notFound */
export function coursesOfPerson(work: Work, personId: string): Promise<CoursesOfPerson> {
  work.about('person', personId)
  return work.read(async (tx) => {
    const [person, courses, standing] = await Promise.all([
      subjectIn(tx, work, personId),
      coursesIn(tx, work, 'person', personId),
      standingOn(tx, work.actor.insurerId, personId, work.today),
    ])
    work.touched(personId)
    const { level, label, from, to } = standing
    return {
      person: { id: person.id, name: person.name, kana: person.kana },
      courses,
      standing: { level, label, from, to },
      abilities: abilitiesHere(work.actor, person),
      readers: readersOf(person),
    }
  })
}

/** One course. @throws notFound */
export function readCourse(work: Work, id: string): Promise<Course> {
  work.about('care-management', id)
  return work.read((tx) => courseIn(tx, work, id))
}

/** The same inside a transaction that changes it. @throws notFound */
export async function courseIn(tx: Tx, work: Work, id: string): Promise<Course> {
  const [course] = await coursesIn(tx, work, 'course', id)
  if (!course) throw notFound()
  work.touched(course.person.id)
  return course
}

const KEYS = {
  person: { m: 'm.person_id', r: 'r.person_id', e: 'e.person_id', t: 't.person_id' },
  course: { m: 'm.id', r: 'r.course_id', e: 'e.course_id', t: 't.source_id' },
} as const

async function coursesIn(tx: Tx, work: Work, by: keyof typeof KEYS, id: string): Promise<Course[]> {
  const { actor, today } = work
  const key = KEYS[by]
  const scope = (alias: string) => recordCondition(actor, today, { alias, person: 'person_id', next: 2 })
  const of = (alias: 'm' | 'r' | 'e' | 't') => `where ${key[alias]} = $1 and ${scope(alias).sql}`
  const values = [id, ...scope('m').values]
  const [courses, records, entrustments, tasks, types] = await Promise.all([
    tx.query<StoredCourse>(
      `${SELECT_COURSES} ${of('m')} order by m.opened_on desc, m.id desc limit 50`,
      values,
    ),
    tx.query<StoredRecord>(
      `${SELECT_RECORDS} ${of('r')} order by r.done_on desc, r.id desc limit 500`,
      values,
    ),
    tx.query<StoredEntrustment>(
      `${SELECT_ENTRUSTMENTS} ${of('e')} order by e.valid_from desc, e.id desc limit 100`,
      values,
    ),
    tx.query<StoredTaskOfCourse>(
      `select t.id, t.source_id as "courseId", t.kind, t.title, t.due_on as "dueOn", h.name as "holderName", t.state
       from platform.task t
       left join registers.staff h on h.insurer_id = t.insurer_id and h.id = t.holder_id
       ${of('t')} and t.source_type = 'care-management' and t.state in ('open', 'waiting') order by t.due_on, t.id limit 100`,
      values,
    ),
    typeTable(tx, actor.insurerId, today),
  ])
  return courses.map((course) => courseShown(course, { records, entrustments, tasks, types }, actor, today))
}

/** Rights of the role, less those that reach this person only by a grant: the contract is the centre's to give. */
function abilitiesHere(actor: Actor, person: StoredSubject): string[] {
  const isOwn = actor.reach === 'insurer' || actor.centreIds.includes(person.centreId ?? '')
  const isGone = person.mergedInto !== null
  return abilitiesOf(actor.role).filter(
    (right) => (right !== 'entrustment.send' || isOwn) && (right !== 'care-management.write' || !isGone),
  )
}

function readersOf({ centreName }: StoredSubject): string {
  const insurer = Object.values(ROLES)
    .filter((role) => role.reach === 'insurer')
    .map((role) => role.label)
  return `${centreName ? `${centreName}の職員` : '担当センターは未定'}、${insurer.join('・')}、委託の期間中の委託先`
}
