import { familyOf } from './search-fields.ts'
import { typingDistance } from './typing-distance.ts'

export type Matched = 'kana' | 'name' | 'alias' | 'number' | 'phone' | 'address' | 'similar'

/** What ranking has to know of a found person. */
export interface Found {
  id: string
  kana: string
  kanaFold: string
  nameFold: string
  birthOn: string | null
  own: boolean
  matched: Matched
}

/** How well a person answers the text; smaller is better. */
function placeOf(person: Found, typed: { kana: string | null; name: string | null }): number {
  if (person.matched === 'number') return 0
  if (person.matched === 'phone') return 1
  if (person.matched === 'similar') return 100 + similarity(person, typed.kana ?? '')
  if (person.matched === 'alias') return person.own ? 25 : 65
  const [key, asked] =
    person.matched === 'name' ? [person.nameFold, typed.name ?? ''] : [person.kanaFold, typed.kana ?? '']
  if (key === asked) return 2
  const place = person.matched === 'address' ? 30 : key.startsWith(asked) ? 10 : 20
  return person.own ? place : place + 40
}

/** The whole name one error away before a family name one error away before two errors. */
function similarity(person: Found, typed: string): number {
  const family = familyOf(person.kana)
  const whole = typingDistance(person.kanaFold, typed) * 2
  return Math.min(whole, family === null ? whole : typingDistance(family, typed) * 2 + 1)
}

/**
 * Orders what was found and puts namesakes together: exact names and numbers, then the own centre's (beginning, part,
 * address), then the others', then names with a typing error. Inside a name the own centre first, then by birth date.
 * @returns the people with `sameNames`: how many of those found share the written name and its reading, oneself included
 */
export function rankFound<P extends Found>(
  people: readonly P[],
  typed: { kana: string | null; name: string | null },
): (P & { sameNames: number })[] {
  const groups = new Map<string, { place: number; first: string; members: { person: P; place: number }[] }>()
  for (const person of people) {
    const name = `${person.kanaFold}\n${person.nameFold}`
    const place = placeOf(person, typed)
    const group = groups.get(name) ?? { place, first: name, members: [] }
    group.place = Math.min(group.place, place)
    group.members.push({ person, place })
    groups.set(name, group)
  }
  return [...groups.values()]
    .sort((a, b) => a.place - b.place || (a.first < b.first ? -1 : 1))
    .flatMap(({ members }) =>
      members
        .sort(
          (a, b) =>
            a.place - b.place ||
            Number(b.person.own) - Number(a.person.own) ||
            compare(a.person.birthOn ?? '9', b.person.birthOn ?? '9') ||
            compare(a.person.id, b.person.id),
        )
        .map(({ person }) => ({ ...person, sameNames: members.length })),
    )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
