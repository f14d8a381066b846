import { addDays, type IsoDate } from '../platform/calendar/index.ts'
import { assignedPeople } from './assignments.ts'
import { MEGURI } from './city/registers.ts'
import type { SampleStaff } from './city/staff.ts'
import { newChargeTitles, ownTitles, regularTitles } from './consultations/phrases/answers.ts'
import { consultationTasks } from './consultations/tasks.ts'
import { instantOf, midnight } from './ids.ts'
import { officeDayFrom } from './office-days.ts'
import type { SamplePerson } from './people/person.ts'
import { type Random, streamOf, weighted } from './random.ts'
import { supportTasks } from './support/follow.ts'
import { type Draft, FIRST_OTHER_TASK, type TaskRow, taskKinds } from './task-row.ts'
import type { SampleWorld } from './world.ts'

/** Rows of platform.task: from consultations, from referrals, the regular looks, and what makes everybody's Today. */
export function* taskRows(world: SampleWorld): Generator<TaskRow> {
  let n = FIRST_OTHER_TASK
  const finish = (task: Draft): TaskRow => ({
    insurer_id: MEGURI,
    is_new: false,
    postponed_from: null,
    postponed_reason: null,
    handed_by: null,
    handed_at: null,
    received_at: null,
    done_at: null,
    done_by: null,
    done_note: null,
    ...task,
    id: task.id ?? world.makeId('task', midnight(String(task.created_at).slice(0, 10)), ++n),
  })
  for (const task of consultationTasks(world)) yield finish(task)
  for (const task of regularTasks(world)) yield finish(task)
  for (const task of tasksOfToday(world)) yield finish(task)
  for (const task of supportTasks(world)) yield finish(task)
}

/** Days from the anchor: some overdue, most of it spread over the next three months. */
const drawDistance = weighted<readonly [number, number]>([
  [[-20, -1], 70],
  [[0, 0], 15],
  [[1, 14], 260],
  [[15, 90], 655],
])

/** For four in five people of a worker's own list the next regular look; a few of them are new in the list. */
function* regularTasks(world: SampleWorld): Generator<Draft> {
  const { anchor, seed } = world.options
  const stream = streamOf(seed, 'regular-tasks')
  for (const person of world.people) {
    if (person.staffAt < 0) continue
    const random = stream(person.n)
    const staff = world.staff[person.staffAt]!
    if (random.chance(820)) {
      const [least, most] = drawDistance(random)
      const day = addDays(anchor, random.between(least, most))
      const due = least > 0 ? officeDayFrom(day) : day
      yield {
        ...ofPerson(world, person, staff, addDays(anchor, -90)),
        kind: taskKinds.statusCheck,
        title: random.pick(regularTitles),
        due_on: due,
        state: 'open',
      }
    }
    if (random.chance(22)) yield newCharge(world, person, staff, random)
  }
}

function ofPerson(world: SampleWorld, person: SamplePerson, staff: SampleStaff, createdOn: IsoDate) {
  return {
    person_id: person.id,
    centre_id: world.ids.centres[person.centreAt] ?? null,
    holder_id: world.ids.staff[staff.at]!,
    source_type: 'person',
    source_id: person.id,
    created_at: instantOf(createdOn, 9 * 60),
    created_by: world.ids.staff[staff.at]!,
  }
}

function newCharge(world: SampleWorld, person: SamplePerson, staff: SampleStaff, random: Random): Draft {
  const { anchor } = world.options
  const manager = world.staff.find(
    ({ role, centreAt }) => role === 'centreManager' && centreAt === (staff.worksFor ?? person.centreAt),
  )
  const givenOn = addDays(anchor, -random.between(1, 4))
  const by = manager && manager.at !== staff.at ? world.ids.staff[manager.at]! : null
  return {
    ...ofPerson(world, person, staff, givenOn),
    kind: taskKinds.newCharge,
    title: random.pick(newChargeTitles),
    due_on: officeDayFrom(addDays(anchor, random.between(1, 7))),
    state: 'open',
    is_new: true,
    handed_by: by,
    handed_at: by ? instantOf(givenOn, 17 * 60) : null,
  }
}

const todayRoles = [
  'centreStaff',
  'centreManager',
  'planner',
  'clerk',
  'coreCentreStaff',
  'contractedCareManager',
  'dementiaPromoter',
  'officer',
  'districtNurse',
  'certificationOfficer',
]

/** Whatever the scale, everybody who works with people finds something in each of the four lists of Today. */
function* tasksOfToday(world: SampleWorld): Generator<Draft> {
  const { anchor, seed } = world.options
  const stream = streamOf(seed, 'today')
  const assigned = assignedPeople(world)
  for (const staff of world.staff) {
    const random = stream(staff.at)
    if (staff.role === 'coordinator') yield* ownTasks(world, staff, random)
    if (!todayRoles.includes(staff.role)) continue
    const pool = poolOf(world, staff, assigned)
    if (pool.length === 0) continue
    const task = (due: number, state: string, title: string, kind: string): Draft => ({
      ...ofPerson(world, random.pick(pool), staff, addDays(anchor, -random.between(6, 30))),
      kind,
      title,
      due_on: addDays(anchor, due),
      state,
    })
    for (let n = 0; n < 2; n++) yield newCharge(world, random.pick(pool), staff, random)
    for (let n = 0; n < 3; n++) yield task(0, 'open', random.pick(regularTitles), taskKinds.statusCheck)
    for (let n = 0; n < 2; n++)
      yield task(-random.between(1, 5), 'open', random.pick(regularTitles), taskKinds.statusCheck)
    for (let n = 0; n < 2; n++)
      yield task(random.between(1, 9), 'waiting', '見本総合病院（架空）からの回答', taskKinds.reply)
    for (let n = 0; n < 2; n++)
      yield task(random.between(1, 6), 'open', random.pick(regularTitles), taskKinds.statusCheck)
  }
}

/** A coordinator keeps no records of people: what is to do is one's own. */
function* ownTasks(world: SampleWorld, staff: SampleStaff, random: Random): Generator<Draft> {
  const id = world.ids.staff[staff.at]!
  for (const due of [-2, 0, 0, 3, 9]) {
    yield {
      person_id: null,
      centre_id: null,
      holder_id: id,
      kind: taskKinds.own,
      title: random.pick(ownTitles),
      due_on: addDays(world.options.anchor, due),
      state: 'open',
      source_type: 'own',
      source_id: id,
      created_at: instantOf(addDays(world.options.anchor, -10), 9 * 60),
      created_by: id,
    }
  }
}

/** Whom a worker may have to do with: those assigned to the office, one's own list, the centre's people, or anybody. */
function poolOf(
  { people }: SampleWorld,
  staff: SampleStaff,
  assigned: ReadonlyMap<number, SamplePerson[]>,
): SamplePerson[] {
  const { organisationAt } = staff.posts.at(-1)!
  if (staff.role === 'contractedCareManager') return assigned.get(organisationAt) ?? []
  const there = (person: SamplePerson) => person.standing === 'resident' && person.centreAt >= 0
  const own = people.filter((person) => there(person) && person.staffAt === staff.at)
  if (own.length >= 5) return own
  return people.filter(
    (person) =>
      there(person) && (staff.worksFor === null ? person.isClient : person.centreAt === staff.worksFor),
  )
}
