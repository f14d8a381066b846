import { searchFields } from '../../casework/people/rules/search-fields.ts'
import { addDays, attainsAgeOn, type IsoDate } from '../../platform/calendar/index.ts'
import { foldAddress, foldDigits, foldKana, foldName } from '../../platform/text/index.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import { longNames, withRegisterGlyph } from '../names.ts'
import { householdNumber, insuredNumber, residentNumber } from '../numbers.ts'
import { type Random, streamOf } from '../random.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { addressBook } from './address.ts'
import type { SamplePerson } from './person.ts'

export interface WrittenName {
  name: string
  kana: string
  alias: string | null
  nameFold: string
  kanaFold: string
}

/** The name of a person as registered, and its keys. */
export function nameOf({ names }: SampleWorld, person: SamplePerson): WrittenName {
  const long = longNames[person.longNameAt]
  if (long) {
    const { name, kana, alias } = long
    return { name, kana, alias, nameFold: foldName(name), kanaFold: foldKana(kana) }
  }
  const surname = names.surname(person.surnameAt)
  const given = names.givenName(person.sex, person.givenAt)
  const write = person.hasRegisterGlyph ? withRegisterGlyph : (text: string) => text
  const name = `${write(surname.kanji)}　${write(given.kanji)}`
  const kanaFold = surname.kanaFold + given.kanaFold
  const nameFold = person.hasRegisterGlyph ? foldName(name) : surname.kanjiFold + given.kanjiFold
  return { name, kana: `${surname.kana} ${given.kana}`, alias: null, nameFold, kanaFold }
}

/** Births of which the day, month or year is unknown keep the known part; the rest counts as the first (年 unknown: none). */
function birthOf(person: SamplePerson): IsoDate | null {
  const { birthOn, birthUncertainty } = person
  if (birthUncertainty === 'day-unknown') return `${birthOn.slice(0, 7)}-01`
  if (birthUncertainty === 'month-unknown') return `${birthOn.slice(0, 4)}-01-01`
  return birthUncertainty === 'year-unknown' ? null : birthOn
}

function insuredDates(
  person: SamplePerson,
  random: Random,
  anchor: IsoDate,
): { from: IsoDate; to: IsoDate | null } {
  const born = person.birthOn
  if (person.standing === 'second') return { from: addDays(anchor, -random.between(60, 900)), to: null }
  return { from: attainsAgeOn(born, 65), to: person.endedOn }
}

function lastEvent(person: SamplePerson, random: Random, anchor: IsoDate) {
  if (person.standing === 'died') return { kind: 'death', on: person.endedOn }
  if (person.standing === 'movedOut') return { kind: 'moved-out', on: person.endedOn }
  if (random.chance(30)) return { kind: 'moved-in', on: addDays(anchor, -random.between(10, 1500)) }
  return { kind: null, on: null }
}

const notes = [
  '耳が遠いので、ゆっくり話す。',
  '電話は午前中がつながりやすい。',
  '訪問の前に家族へ一報する。',
  '玄関ではなく勝手口から声をかける。',
]

/** Whom a centre entered before the core system knew them. @param random the stream of the person's row, at its beginning */
export const wasEnteredByHand = (person: SamplePerson, random: Random): boolean =>
  person.standing === 'second' && random.chance(150)

/** Rows of casework.person, in the order of the people. */
export function* personRows(world: SampleWorld): Generator<Row<'casework.person'>> {
  const { options, ids, towns } = world
  const stream = streamOf(options.seed, 'person-rows')
  const addressOf = addressBook(world)
  const updatedAt = instantOf(addDays(options.anchor, -1), 4 * 60)
  const createdAt = instantOf(addDays(options.anchor, -731), 4 * 60)
  for (const person of world.people) {
    const random = stream(person.n)
    const { name, kana, alias, nameFold, kanaFold } = nameOf(world, person)
    const home = addressOf(person)
    const shown = person.isProtected ? null : home
    const town = shown && person.townAt >= 0 ? towns[person.townAt]!.name : ''
    const byHand = wasEnteredByHand(person, random)
    const insured = insuredDates(person, random, options.anchor)
    const event = lastEvent(person, random, options.anchor)
    const historyNumber = random.between(1, 4)
    yield {
      insurer_id: MEGURI,
      id: person.id,
      centre_id: ids.centres[person.centreAt] ?? null,
      area_id: ids.areas[person.areaAt] ?? null,
      town_id: shown ? (ids.towns[person.townAt] ?? null) : null,
      staff_id: ids.staff[person.staffAt] ?? null,
      resident_number: byHand ? null : residentNumber(person.n + 1),
      resident_history_number: byHand ? null : historyNumber,
      household_number: householdNumber(person.household + 1),
      insured_number: byHand ? null : insuredNumber(person.n + 1),
      name,
      kana,
      alias,
      name_fold: nameFold,
      kana_fold: kanaFold,
      birth_on: birthOf(person),
      birth_uncertainty: person.birthUncertainty,
      sex: person.sex,
      relationship: person.relationship,
      postal_code: shown?.postalCode ?? null,
      address_rest: shown?.rest ?? null,
      building: shown?.building ?? null,
      address_fold: shown ? foldAddress([town, shown.rest, shown.building].filter(Boolean).join(' ')) : '',
      phone: shown?.phone ?? null,
      phone_fold: shown?.phone ? foldDigits(shown.phone) : '',
      is_protected: person.isProtected,
      is_locked: person.isLocked,
      insured_from: byHand ? null : insured.from,
      insured_to: insured.to,
      is_resident_exception: person.standing === 'exception',
      last_event: event.kind,
      last_event_on: event.on,
      moved_out_on: person.standing === 'movedOut' ? person.endedOn : null,
      died_on: person.standing === 'died' ? person.endedOn : null,
      source: byHand ? 'hand' : 'core-system',
      core_updated_at: byHand ? null : updatedAt,
      note: person.isClient && random.chance(120) ? random.pick(notes) : null,
      created_at: createdAt,
      updated_at: updatedAt,
    }
  }
}

/** Rows of casework.person_protected: the only place of these addresses and telephones. */
export function* protectedRows(world: SampleWorld): Generator<Row<'casework.person_protected'>> {
  const stream = streamOf(world.options.seed, 'protected')
  const addressOf = addressBook(world)
  for (const person of world.people) {
    if (!person.isProtected) continue
    const home = addressOf(person)
    yield {
      insurer_id: MEGURI,
      person_id: person.id,
      postal_code: home.postalCode,
      town_id: world.ids.towns[person.townAt] ?? null,
      address_rest: home.rest,
      building: home.building,
      phone: home.phone,
      protected_from: addDays(world.options.anchor, -stream(person.n).between(20, 340)),
    }
  }
}

/** Rows of casework.person_key: what a reading with one typing error is found by. */
export function* keyRows(world: SampleWorld): Generator<Row<'casework.person_key'>> {
  const nowhere = { townName: null, addressRest: null, building: null, phone: null }
  for (const person of world.people) {
    const { name, kana } = nameOf(world, person)
    const { keys } = searchFields({ name, kana, ...nowhere, isProtected: person.isProtected })
    for (const key of new Set(keys)) yield { insurer_id: MEGURI, person_id: person.id, key }
  }
}
