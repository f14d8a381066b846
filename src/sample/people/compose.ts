import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { centreOfArea } from '../city/registers.ts'
import type { SampleStaff } from '../city/staff.ts'
import type { SampleTown } from '../city/towns.ts'
import { idMaker, midnight } from '../ids.ts'
import { longNames, type NameBook } from '../names.ts'
import { type Random, streamOf } from '../random.ts'
import { drawBirthday } from './ages.ts'
import type { SamplePerson, Standing } from './person.ts'
import { type Member, ScaledCount, settle } from './residents.ts'

export interface ComposeInput {
  seed: number
  scale: number
  anchor: IsoDate
  towns: readonly SampleTown[]
  staff: readonly SampleStaff[]
  names: NameBook
}

/** Of those who are not among the residents of the source: how many there are for 10,000 residents. Decided. */
const besideResidents: readonly (readonly [Standing, number])[] = [
  ['died', 420],
  ['movedOut', 120],
  ['exception', 60],
  ['second', 30],
]

/** How many of 1,000 people of an age the centre works with: decided, in the order of what centres report. */
function clientPerMille(age: number): number {
  if (age < 65) return 600
  if (age < 75) return 40
  if (age < 80) return 100
  if (age < 85) return 220
  return age < 90 ? 380 : 480
}

/** Everybody of the sample, residents first, town by town. */
export function composePeople(input: ComposeInput): SamplePerson[] {
  const { seed, scale, towns } = input
  const people: SamplePerson[] = []
  const scaled = new ScaledCount(scale)
  const byTown = streamOf(seed, 'households')
  const write = personWriter(input, people)
  let household = 0
  for (const town of towns) {
    const { members, households } = settle(town, scaled, byTown(town.at), household)
    household += households
    for (const member of members) write('resident', town.at, member)
  }
  const residents = people.length
  const others = streamOf(seed, 'others')(0)
  for (const [standing, perTenThousand] of besideResidents) {
    const count = Math.max(3, Math.round((residents * perTenThousand) / 10_000))
    for (let n = 0; n < count; n++) {
      const like = people[others.below(residents)]!
      const age = ageOf(standing, like, n, others)
      const townAt = standing === 'exception' ? -1 : like.townAt
      const member: Member = {
        sex: like.sex,
        age,
        household: household++,
        householdSize: 1,
        relationship: '世帯主',
      }
      write(standing, townAt, member)
    }
  }
  return people
}

/** The first two who died were born in 明治 (45 and 44 at the latest): the record must bear such birthdays. */
function ageOf(standing: Standing, like: SamplePerson, n: number, random: Random): number {
  if (standing === 'second') return random.between(41, 64)
  if (standing === 'died') return n < 2 ? 115 : Math.max(like.age, random.between(72, 96))
  return like.age
}

function personWriter({ seed, anchor, towns, staff, names }: ComposeInput, people: SamplePerson[]) {
  const makeId = idMaker(seed)
  const madeAt = midnight(addDays(anchor, -731))
  const stream = streamOf(seed, 'people')
  const byHousehold = streamOf(seed, 'surnames')
  const workers = workersByCentre(staff)
  return (standing: Standing, townAt: number, member: Member): void => {
    const n = people.length
    const random = stream(n)
    const areaAt = townAt < 0 ? -1 : towns[townAt]!.areaAt
    const centreAt = townAt < 0 ? -1 : centreOfArea(areaAt)
    const { sex, age } = member
    const isAlone = member.householdSize === 1
    const longNameAt =
      standing === 'resident' && random.below(400) === 0 ? random.below(longNames.length) : -1
    const isClient = random.chance(clientPerMille(age)) && standing !== 'exception'
    const own = workers.get(centreAt)
    people.push({
      n,
      id: makeId('person', madeAt, n + 1),
      standing,
      ...member,
      birthOn: drawBirthday(age, anchor, random),
      birthUncertainty: uncertainty(age, random),
      townAt,
      areaAt,
      centreAt,
      surnameAt: names.drawSurname(byHousehold(member.household)),
      givenAt: names.drawGiven(sex, random),
      longNameAt: longNameAt >= 0 && longNames[longNameAt]!.sex === sex ? longNameAt : -1,
      hasRegisterGlyph: random.chance(15),
      isProtected: standing === 'resident' && isAlone && random.chance(PROTECTED_OF_ALONE_PER_MILLE),
      isLocked: standing === 'resident' && random.below(1500) === 0,
      isClient,
      staffAt: isClient && own && (standing === 'resident' || standing === 'second') ? random.pick(own) : -1,
      endedOn:
        standing === 'died' || standing === 'movedOut' ? addDays(anchor, -random.between(3, 720)) : null,
    })
  }
}

/**
 * 支援措置 concern one person in a hundred of the sample. Only people who live alone are taken: who shares a household would
 * give the hidden address away. Two in five live alone here.
 */
const PROTECTED_OF_ALONE_PER_MILLE = 25

/** Older registers do not always know the day; almost never not even the year. */
function uncertainty(age: number, random: Random): SamplePerson['birthUncertainty'] {
  if (age < 80) return 'known'
  const drawn = random.below(1000)
  if (drawn < 6) return 'day-unknown'
  if (drawn < 9) return 'month-unknown'
  return drawn < 10 ? 'year-unknown' : 'known'
}

/** Who can be 主担当: staff and planners of the centre itself. */
function workersByCentre(staff: readonly SampleStaff[]): Map<number, number[]> {
  const result = new Map<number, number[]>()
  for (const { at, role, worksFor } of staff) {
    if (worksFor === null || !['centreStaff', 'coreCentreStaff', 'planner', 'centreManager'].includes(role))
      continue
    result.set(worksFor, [...(result.get(worksFor) ?? []), at])
  }
  return result
}
