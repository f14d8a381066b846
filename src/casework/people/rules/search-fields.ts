import {
  deletionNeighbours,
  foldAddress,
  foldDigits,
  foldKana,
  foldName,
} from '../../../platform/text/index.ts'

/** What the keys of a person are made from, as stored: the name as written, family and given name parted by a blank or not. */
export interface SearchSource {
  name: string
  kana: string
  townName: string | null
  addressRest: string | null
  building: string | null
  phone: string | null
  /** 支援措置: address and telephone give no keys, whatever stands in the other fields */
  isProtected: boolean
}

/** Columns of casework.person, and the rows of casework.person_key. */
export interface SearchFields {
  nameFold: string
  kanaFold: string
  addressFold: string
  phoneFold: string
  keys: string[]
}

const readingOnly = /^[\p{Script=Hiragana}\p{Script=Katakana}ー゛゜・\s]+$/u

/** Key of 通称: as a written name, and once more as a reading when it is one; '' without. */
export function aliasFold(alias: string | null): string {
  if (alias === null || alias.trim() === '') return ''
  const written = foldName(alias)
  return readingOnly.test(alias.normalize('NFKC')) ? `${written} ${foldKana(alias)}` : written
}

/** Behind a key of the family name alone, so that it never meets a key of a whole name. */
export const FAMILY_MARK = '|'
/** Deletions of a shorter family name are two letters or one: they would meet every tenth person. */
const SHORTEST_FAMILY = 3

/** The search keys of a person: what registering, import and sample store beside the record. */
export function searchFields(person: SearchSource): SearchFields {
  const kanaFold = foldKana(person.kana)
  const address = [person.townName, person.addressRest, person.building].filter(Boolean).join(' ')
  return {
    nameFold: foldName(person.name),
    kanaFold,
    addressFold: person.isProtected ? '' : foldAddress(address),
    phoneFold: person.isProtected ? '' : foldDigits(person.phone ?? ''),
    keys: [...deletionNeighbours(kanaFold), ...familyKeys(person.kana)],
  }
}

/** Folded family name: what stands before the first blank; null when kana has no blank. */
export function familyOf(kana: string): string | null {
  const [family, given] = kana.trim().split(/\s+/u)
  return family && given ? foldKana(family) : null
}

function familyKeys(kana: string): string[] {
  const family = familyOf(kana)
  if (family === null || [...family].length < SHORTEST_FAMILY) return []
  return deletionNeighbours(family).map((key) => key + FAMILY_MARK)
}

/** Keys to look a typed reading up with: as a whole name, and as a family name. */
export function keysOfTyped(kanaFold: string): string[] {
  if ([...kanaFold].length < SHORTEST_FAMILY) return []
  const keys = deletionNeighbours(kanaFold)
  return [...keys, ...keys.map((key) => key + FAMILY_MARK)]
}
