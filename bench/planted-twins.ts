import { mistype } from './search-asks.ts'
import { type BenchPerson, pick, randomOf } from './search-people.ts'

/** One person recorded a second time by another hand: what differs. Number and telephone are those of the second record. */
type Change = (random: () => number, person: BenchPerson, other: BenchPerson) => Partial<BenchPerson>

const NEW_TO_OLD: Readonly<Record<string, string>> = { 沢: '澤', 崎: '﨑', 島: '嶋', 橋: '槗' }
const moved = { town: 0, n: 0 }
const given = (words: string) => words.split(' ')[1]!
const withOwn = (from: string, person: string) => `${from.split(' ')[0]} ${given(person)}`

function nearDay(random: () => number, day: string): string {
  for (;;) {
    const digits = [...day]
    digits[pick(random, [2, 3, 5, 6, 8, 9])] = String(Math.floor(random() * 10))
    const near = digits.join('')
    const time = Date.parse(`${near}T00:00:00Z`)
    // 02-30 is read as a day in March: not the one that was written
    if (near !== day && !Number.isNaN(time) && new Date(time).toISOString().startsWith(near)) return near
  }
}

/** As a registration by telephone differs from the record of the core system. */
export const KINDS: Readonly<Record<string, Change>> = {
  'one letter of the reading': (random, one) => ({ kana: mistypeInPlace(random, one.kana), phone: '' }),
  'one digit of the birth date': (random, one) => ({ birthOn: nearDay(random, one.birthOn), phone: '' }),
  'other form of a kanji, moved': (_, one) => ({
    name: [...one.name].map((letter) => NEW_TO_OLD[letter] ?? letter).join(''),
    phone: '',
    ...moved,
  }),
  'family name changed, same telephone, moved': (_, one, other) => ({
    name: withOwn(other.name, one.name),
    kana: withOwn(other.kana, one.kana),
    ...moved,
  }),
  'family name changed, same address': (_, one, other) => ({
    name: withOwn(other.name, one.name),
    kana: withOwn(other.kana, one.kana),
    phone: '',
  }),
  'moved, no telephone': () => ({ phone: '', ...moved }),
  'one digit of the birth date, moved, same telephone': (random, one) => ({
    birthOn: nearDay(random, one.birthOn),
    ...moved,
  }),
  'a letter of the reading and a digit of the birth date': (random, one) => ({
    kana: mistypeInPlace(random, one.kana),
    birthOn: nearDay(random, one.birthOn),
  }),
}

/** An error within the reading, the blank between the names where it was. */
function mistypeInPlace(random: () => number, kana: string): string {
  const [family, own] = kana.split(' ') as [string, string]
  return random() < 0.5 ? `${mistype(random, family)} ${own}` : `${family} ${mistype(random, own)}`
}

export interface Twin extends BenchPerson {
  kind: string
  /** number of the first record */
  of: string
}

/** @param people the first `count` spread over them get a second record, kinds in turn */
export function plantTwins(people: readonly BenchPerson[], count: number): Twin[] {
  const random = randomOf(29)
  const kinds = Object.entries(KINDS)
  const every = Math.floor(people.length / count)
  return Array.from({ length: count }, (_, at) => {
    const one = people[at * every]!
    const [kind, change] = kinds[at % kinds.length]!
    const other = pick(random, people)
    const changed = { ...one, insuredNumber: `9${one.insuredNumber.slice(1)}`, ...change(random, one, other) }
    // a move changes town and house number, never the sex, which follows from n
    if (changed.town === 0) changed.town = (one.town + 1 + Math.floor(random() * 298)) % 300
    if (changed.n === 0) changed.n = one.n + 2 * (1 + Math.floor(random() * 15))
    return { ...changed, kind, of: one.insuredNumber }
  })
}
