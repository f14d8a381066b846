import { landline, mobile, postalCode } from '../numbers.ts'
import { type Random, streamOf } from '../random.ts'
import type { SampleWorld } from '../world.ts'
import type { SamplePerson } from './person.ts'

export interface SampleAddress {
  townAt: number
  postalCode: string
  rest: string
  building: string | null
  phone: string | null
}

const buildings = [
  '見本マンション',
  'コーポ例示',
  'ハイツ仮名',
  'メゾン架空',
  'サンプル荘',
  'レジデンス試作',
  '見本団地',
]
const facilities = ['特別養護老人ホーム見本の里', '介護付き有料老人ホーム例示苑', 'ケアハウス仮名の家']

/** Where somebody lives: the same for a whole household. */
export function addressBook({ options, towns }: SampleWorld): (person: SamplePerson) => SampleAddress {
  const byHousehold = streamOf(options.seed, 'addresses')
  const byPerson = streamOf(options.seed, 'mobiles')
  return (person) => {
    const random = byHousehold(person.household)
    const place = person.townAt < 0 ? elsewhere(random) : inTown(towns[person.townAt]!.at, random)
    return { ...place, phone: phoneOf(random, byPerson(person.n)) }
  }
}

function inTown(townAt: number, random: Random): Omit<SampleAddress, 'phone'> {
  const rest = `${random.between(1, 48)}番地${random.between(1, 30)}`
  const building = random.chance(240)
    ? `${random.pick(buildings)}${random.between(1, 5)}0${random.between(1, 8)}号室`
    : null
  return { townAt, postalCode: postalCode(townAt), rest, building }
}

/** 住所地特例: in a home of another, invented city. */
function elsewhere(random: Random): Omit<SampleAddress, 'phone'> {
  return {
    townAt: -1,
    postalCode: postalCode(999),
    rest: `となり市（架空）しおさい町${random.between(1, 30)}番地`,
    building: random.pick(facilities),
  }
}

/** Three in four have a landline, one in five a mobile, the rest nothing that we know of. */
function phoneOf(household: Random, person: Random): string | null {
  const kind = household.below(100)
  if (kind < 75) return landline(household.below(10_000))
  return kind < 95 ? mobile(person.below(10_000)) : null
}
