import { MARKS } from '../src/platform/testing/access/world.ts'
import { FOREIGN_BIRD, OTHER_BIRD } from './canaries.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export interface Known {
  /** ids of the foreign insurer's rows, and of the other centre's */
  foreign: Map<string, string>
  other: Map<string, string>
  /** numbers of theirs under which an attacker has made a record of its own: keys begin with the insurer, so it may */
  taken: Set<string>
}

/**
 * What stands in the text and must not. A canary may be broken over lines in a PDF, whose white space is gone already.
 * @param sent what the request itself said: an answer may repeat that
 * @param mayReadOther the reader reaches the other centre of the insurer by a right
 */
export function leaksIn(text: string, sent: string, mayReadOther: boolean, known: Known): string[] {
  const leaks: string[] = []
  const look = (marks: readonly string[], ids: Map<string, string>, whose: string) => {
    for (const mark of marks) {
      const at = sent.includes(mark) ? -1 : text.indexOf(mark)
      if (at >= 0) leaks.push(`${whose}の文: ${text.slice(at, at + 50)}`)
    }
    for (const id of new Set(text.match(UUID)))
      if (ids.has(id) && !sent.includes(id) && !known.taken.has(id))
        leaks.push(`${whose}の番号: ${ids.get(id)} の ${id}`)
  }
  look([MARKS.foreign, FOREIGN_BIRD], known.foreign, 'よその保険者')
  if (!mayReadOther) look([MARKS.other, OTHER_BIRD], known.other, 'となりのセンター')
  return leaks
}
