import { addDays } from '../../platform/calendar/index.ts'
import { foldDigits } from '../../platform/text/index.ts'
import { CITY_NAME } from '../city/insurers.ts'
import { MEGURI } from '../city/registers.ts'
import { midnight } from '../ids.ts'
import { landline, mobile } from '../numbers.ts'
import type { Sex } from '../population.ts'
import { type Random, streamOf, weighted } from '../random.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import type { SamplePerson } from './person.ts'
import { nameOf } from './rows.ts'

type Tie = readonly [relationship: string, sex: Sex, sameSurnamePerMille: number]

const drawTie = weighted<Tie>([
  [['長男', 'male', 1000], 27],
  [['長女', 'female', 350], 28],
  [['次男', 'male', 1000], 10],
  [['次女', 'female', 320], 9],
  [['長男の妻', 'female', 1000], 7],
  [['妹', 'female', 250], 4],
  [['弟', 'male', 800], 4],
  [['姪', 'female', 200], 3],
  [['甥', 'male', 400], 2],
  [['孫', 'female', 500], 3],
  [['知人', 'female', 0], 2],
  [['成年後見人', 'male', 0], 1],
])

const drawCount = weighted<number>([
  [0, 6],
  [1, 44],
  [2, 36],
  [3, 14],
])

/** Rows of casework.contact: spouse of the household first, then family and others; about 1.6 for each person. */
export function* contactRows(world: SampleWorld): Generator<Row<'casework.contact'>> {
  const stream = streamOf(world.options.seed, 'contacts')
  const spouseOf = spouses(world.people)
  const madeAt = midnight(addDays(world.options.anchor, -730))
  let n = 0
  for (const person of world.people) {
    const random = stream(person.n)
    const count = drawCount(random)
    for (let nth = 0; nth < count; nth++) {
      const spouse = nth === 0 ? spouseOf(person) : undefined
      const contact = spouse
        ? spouseContact(world, person, spouse, random)
        : otherContact(world, person, nth, random)
      const id = world.makeId('contact', madeAt, ++n)
      const { phone } = contact
      yield {
        insurer_id: MEGURI,
        id,
        person_id: person.id,
        centre_id: world.ids.centres[person.centreAt] ?? null,
        phone_fold: phone ? foldDigits(phone) : '',
        ...contact,
      }
    }
  }
}

type Contact = Omit<
  Row<'casework.contact'>,
  'insurer_id' | 'id' | 'person_id' | 'centre_id' | 'phone_fold' | 'phone'
> & {
  phone: string | null
}

function spouseContact(
  world: SampleWorld,
  person: SamplePerson,
  spouse: SamplePerson,
  random: Random,
): Contact {
  const { name, kana } = nameOf(world, spouse)
  return {
    name,
    kana,
    relationship: person.sex === 'male' ? '妻' : '夫',
    phone: random.chance(500) ? mobile(random.below(10_000)) : null,
    address: '同居',
    is_key_person: true,
    is_emergency: true,
    is_caller_warning: false,
    note: null,
  }
}

/** Nobody of a person under 支援措置 is written with an address, and the one to fear is flagged. */
function otherContact(world: SampleWorld, person: SamplePerson, nth: number, random: Random): Contact {
  const [relationship, sex, sameSurname] = drawTie(random)
  const surnameAt = random.chance(sameSurname) ? person.surnameAt : world.names.drawSurname(random)
  const surname = world.names.surname(surnameAt)
  const given = world.names.givenName(sex, world.names.drawGiven(sex, random))
  const isWarning = person.isProtected && nth === 0
  const town = world.towns[random.below(world.towns.length)]!
  const address = random.chance(350)
    ? `${CITY_NAME}${town.name}${random.between(1, 48)}番地${random.between(1, 30)}`
    : null
  return {
    name: `${surname.kanji}　${given.kanji}`,
    kana: `${surname.kana} ${given.kana}`,
    relationship,
    phone: isWarning
      ? null
      : random.chance(850)
        ? mobile(random.below(10_000))
        : landline(random.below(10_000)),
    address: person.isProtected ? null : address,
    is_key_person: nth === 0 && !isWarning,
    is_emergency: nth <= 1 && !isWarning,
    is_caller_warning: isWarning,
    note: isWarning
      ? '本人の居所や連絡先を伝えない。'
      : random.chance(60)
        ? '平日の日中は仕事。夕方以降に電話する。'
        : null,
  }
}

/** Finds the other one of a couple; children who live with a parent are not spouses. */
function spouses(people: readonly SamplePerson[]): (person: SamplePerson) => SamplePerson | undefined {
  const first = new Map<number, SamplePerson>()
  const other = new Map<number, SamplePerson>()
  for (const person of people) {
    if (person.householdSize !== 2) continue
    const known = first.get(person.household)
    if (!known) first.set(person.household, person)
    else other.set(person.household, person)
  }
  return (person) => {
    if (person.householdSize !== 2) return undefined
    const one = first.get(person.household)
    const two = other.get(person.household)
    const isCouple = one?.relationship === '妻' || two?.relationship === '妻'
    if (!isCouple) return undefined
    return one === person ? two : one
  }
}
