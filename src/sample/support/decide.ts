import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type Month,
  monthNumber,
  monthOf,
} from '../../casework/care-management/rules/months.ts'
import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { type Assignment, assignmentOf } from '../assignments.ts'
import type { SamplePerson } from '../people/person.ts'
import { type Random, streamOf, weighted } from '../random.ts'
import type { SampleWorld } from '../world.ts'

/** What a person of the sample is, for the records that follow from it. */
export interface Support {
  person: SamplePerson
  /** support 要支援 · care 要介護 · registered 事業対象者 · asked: the centre has asked for the registration · checked: a checklist only */
  standing: 'support' | 'care' | 'registered' | 'asked' | 'checked'
  /** of the 認定; null: none */
  certification: {
    level: string
    from: IsoDate
    to: IsoDate
    months: number
    renewsOn: IsoDate | null
  } | null
  /** days of checklists, oldest first */
  checklistsOn: IsoDate[]
  /** the course of care management; null: none */
  course: { openedOn: IsoDate; startMonth: Month; planFrom: IsoDate; planTo: IsoDate } | null
  assignment: Assignment | null
}

type Standing = Support['standing']
const drawStanding = weighted<Standing | null>([
  ['support', 270],
  ['registered', 150],
  ['care', 230],
  ['checked', 120],
  [null, 230],
])
const drawEntrusted = weighted<Standing>([
  ['support', 700],
  ['registered', 300],
])
const drawMonths = weighted<number>([
  [12, 30],
  [24, 40],
  [36, 20],
  [48, 10],
])

/** Requests that wait for the municipality, whatever the scale. */
const WAITING = 6

/** Everybody with records of support, in the order of people; the same at every call. */
export function* supports(world: SampleWorld): Generator<Support> {
  const stream = streamOf(world.options.seed, 'support')
  const entrusted = assignmentOf(world)
  let waiting = 0
  for (const person of world.people) {
    if (person.staffAt < 0 || person.standing !== 'resident') continue
    const random = stream(person.n)
    const assignment = entrusted.get(person.n) ?? null
    const drawn = assignment ? drawEntrusted(random) : drawStanding(random)
    if (drawn === null) continue
    const standing = drawn === 'checked' && waiting < WAITING ? 'asked' : drawn
    if (standing === 'asked') waiting += 1
    yield supportOf(world.options.anchor, { person, standing, assignment }, random)
  }
}

function supportOf(
  anchor: IsoDate,
  { person, standing, assignment }: Pick<Support, 'person' | 'standing' | 'assignment'>,
  random: Random,
): Support {
  const isCertified = standing === 'support' || standing === 'care'
  const openedOn = assignment
    ? addDays(assignment.from, -random.between(20, 60))
    : addDays(anchor, -random.between(40, 700))
  const hasCourse =
    assignment !== null || ((standing === 'support' || standing === 'registered') && random.chance(850))
  const startMonth = assignment ? monthOf(assignment.from) : monthOf(addDays(openedOn, random.between(5, 30)))
  return {
    person,
    standing,
    assignment,
    certification: isCertified ? certificationOf(anchor, standing, random) : null,
    checklistsOn: checklistDays(anchor, standing, openedOn, random),
    course: hasCourse ? { openedOn, startMonth, ...planOf(startMonth, anchor) } : null,
  }
}

/** In force on the anchor but for one in sixteen, which ended last month; whole months from the first of one (CRT-04). */
function certificationOf(
  anchor: IsoDate,
  standing: 'support' | 'care',
  random: Random,
): NonNullable<Support['certification']> {
  const months = drawMonths(random)
  const isPast = random.chance(60)
  const endMonth = addMonths(monthOf(anchor), isPast ? -1 : random.between(0, months - 2))
  const level =
    standing === 'support' ? random.pick(['12', '13']) : `2${random.pick([1, 1, 1, 2, 2, 3, 3, 4, 5])}`
  const soon = monthNumber(endMonth) - monthNumber(monthOf(anchor)) <= 1
  return {
    level,
    from: firstDayOf(addMonths(endMonth, 1 - months)),
    to: lastDayOf(endMonth),
    months,
    renewsOn: soon && random.chance(500) ? addDays(anchor, -random.between(1, 28)) : null,
  }
}

/** One before the beginning, and one a year after it for those who are watched. */
function checklistDays(anchor: IsoDate, standing: Standing, openedOn: IsoDate, random: Random): IsoDate[] {
  if (standing === 'care') return []
  if (standing === 'support' && !random.chance(400)) return []
  if (standing === 'asked') return [addDays(anchor, -random.between(6, 16))]
  if (standing === 'checked') return [addDays(anchor, -random.between(3, 400))]
  const first = addDays(openedOn, -random.between(14, 35))
  const years = [0, 365, 730].map((days) => addDays(first, days))
  return years.filter((day) => day < anchor)
}

/** The plan of twelve months that holds on the anchor. */
function planOf(startMonth: Month, anchor: IsoDate): { planFrom: IsoDate; planTo: IsoDate } {
  const passed = Math.max(0, monthNumber(monthOf(anchor)) - monthNumber(startMonth))
  const from = addMonths(startMonth, Math.floor(passed / 12) * 12)
  return { planFrom: firstDayOf(from), planTo: lastDayOf(addMonths(from, 11)) }
}
