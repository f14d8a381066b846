import { addDays, type IsoDate } from '../platform/calendar/index.ts'
import { CARE_OFFICES_AT, MEGURI } from './city/registers.ts'
import { instantOf, midnight } from './ids.ts'
import type { SamplePerson } from './people/person.ts'
import { type Random, shuffled, streamOf } from './random.ts'
import type { Row } from './tables.ts'
import type { SampleWorld } from './world.ts'

export interface Assignment {
  person: SamplePerson
  /** the same number as in the id of the access */
  n: number
  organisationAt: number
  from: IsoDate
  to: IsoDate | null
}

/** People for each contracted office at scale 1, and never fewer than the second number. */
const PER_OFFICE = 150
const LEAST = 12

/** Who is entrusted to which office: four in five today, the rest until yesterday or earlier. */
function assignments(world: SampleWorld): Assignment[] {
  const { scale, seed, anchor } = world.options
  const random = streamOf(seed, 'assignments')(0)
  const fit = world.people.filter(
    (person) => person.isClient && person.standing === 'resident' && !person.isLocked,
  )
  const drawn = shuffled(fit, random)
  const count = Math.max(LEAST, Math.round(PER_OFFICE * scale))
  return CARE_OFFICES_AT.flatMap((organisationAt, office) =>
    drawn.slice(office * count, (office + 1) * count).map((person, at) => ({
      person,
      n: office * count + at + 1,
      organisationAt,
      ...period(at, anchor, random),
    })),
  )
}

function period(at: number, anchor: IsoDate, random: Random): { from: IsoDate; to: IsoDate | null } {
  const from = addDays(anchor, -random.between(120, 700))
  if (at % 10 === 8) return { from, to: addDays(anchor, -1) }
  return { from, to: at % 10 === 9 ? addDays(anchor, -random.between(10, 100)) : null }
}

export const accessId = (world: SampleWorld, { n, from }: Pick<Assignment, 'n' | 'from'>): string =>
  world.makeId('access', midnight(from), n)

/** Every assignment by the number of its person; nobody has two. */
export const assignmentOf = (world: SampleWorld): Map<number, Assignment> =>
  new Map(assignments(world).map((assignment) => [assignment.person.n, assignment]))

/** People entrusted to an office on the anchor, by organisation. */
export function assignedPeople(world: SampleWorld): Map<number, SamplePerson[]> {
  const result = new Map<number, SamplePerson[]>()
  for (const { person, organisationAt, to } of assignments(world)) {
    if (to === null) result.set(organisationAt, [...(result.get(organisationAt) ?? []), person])
  }
  return result
}

/** Rows of platform.person_access: held by the organisation, not by one of its people. */
export function* accessRows(world: SampleWorld): Generator<Row<'platform.person_access'>> {
  for (const { person, n, organisationAt, from, to } of assignments(world)) {
    const manager = world.staff.find(
      ({ role, centreAt }) => role === 'centreManager' && centreAt === person.centreAt,
    )
    yield {
      insurer_id: MEGURI,
      id: accessId(world, { n, from }),
      person_id: person.id,
      holder_id: world.ids.organisations[organisationAt]!,
      kind: 'assignment',
      valid_from: from,
      valid_to: to,
      reason: '介護予防支援・介護予防ケアマネジメントの委託',
      granted_by: manager ? world.ids.staff[manager.at]! : null,
      granted_at: instantOf(from, 9 * 60),
    }
  }
}
