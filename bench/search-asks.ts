import { foldKana } from '../src/platform/text/index.ts'
import { type BenchPerson, LETTERS, pick } from './search-people.ts'

/** What somebody types to find a person. */
export type Ask = (random: () => number, person: BenchPerson) => { text: string; birthYear?: number }

export const yearOf = (person: BenchPerson) => Number(person.birthOn.slice(0, 4))
const familyOf = (person: BenchPerson) => person.kana.split(' ')[0] ?? ''

/** One typing error: a letter exchanged, left out, added, or swapped with its neighbour; never the same key again. */
export function mistype(random: () => number, kana: string): string {
  const letters = [...kana]
  const at = Math.floor(random() * letters.length)
  const kind = Math.floor(random() * 4)
  if (kind === 0) letters[at] = pick(random, LETTERS)
  else if (kind === 1) letters.splice(at, 1)
  else if (kind === 2) letters.splice(at, 0, pick(random, LETTERS))
  else if (at > 0) [letters[at - 1], letters[at]] = [letters[at]!, letters[at - 1]!]
  const wrong = letters.join('')
  return wrong === kana ? mistype(random, kana) : wrong
}

/** The ways of finding. */
export const ASKS: Record<string, Ask> = {
  prefixOfTwo: (_, person) => ({ text: person.kanaFold.slice(0, 2) }),
  prefixOfFour: (_, person) => ({ text: person.kanaFold.slice(0, 4) }),
  wholeKana: (_, person) => ({ text: person.kana }),
  part: (random, person) => {
    const at = 1 + Math.floor(random() * Math.max(1, person.kanaFold.length - 4))
    return { text: person.kanaFold.slice(at, at + 3) }
  },
  oneError: (random, person) => ({ text: mistype(random, person.kanaFold) }),
  familyOneErrorAndYear: (random, person) => ({
    text: mistype(random, foldKana(familyOf(person))),
    birthYear: yearOf(person),
  }),
  phoneLastFour: (_, person) => ({ text: person.phone.slice(-4) }),
  phoneWhole: (_, person) => ({ text: person.phone }),
  insuredNumber: (_, person) => ({ text: person.insuredNumber }),
  writtenName: (_, person) => ({ text: person.name }),
  writtenFamily: (_, person) => ({ text: person.name.split(' ')[0] ?? '' }),
  address: (_, person) => ({ text: `見本${person.town + 1}町${1 + (person.n % 40)}` }),
}
