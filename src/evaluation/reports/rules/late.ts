import { type Fact, rowOf } from './fact.ts'

export type ChangedField =
  | 'day'
  | 'kind'
  | 'count'
  | 'minutes'
  | 'centre'
  | 'area'
  | 'town'
  | 'person'
  | 'worker'
  | 'contact'

/** What became of one piece of work since the report was submitted. */
export interface LateEntry {
  /** of the journal row */
  id: string
  sourceType: string
  sourceId: string
  kind: string
  day: string
  /** added: recorded since · removed: no longer of this month and centre · changed */
  change: 'added' | 'removed' | 'changed'
  /** of a changed one, in the order of the list above */
  fields: ChangedField[]
  personId: string | null
  /** of a changed one: the person it was counted for when it was submitted */
  formerPersonId: string | null
}

const FIELDS: readonly (readonly [ChangedField, (fact: Fact) => unknown])[] = [
  ['day', ({ day }) => day],
  ['kind', ({ kind, unit }) => [kind, unit]],
  ['count', ({ count }) => count],
  ['minutes', ({ minutes }) => minutes],
  ['centre', ({ centreId }) => centreId],
  ['area', ({ areaId }) => areaId],
  ['town', ({ townId }) => townId],
  ['person', ({ personId }) => personId],
  ['worker', ({ staffId, profession }) => [staffId, profession]],
  ['contact', (fact) => contentOf(fact)],
]

/** Codes of a consultation without regard to the order in which they were chosen. */
function contentOf(fact: Fact): unknown {
  const contact = rowOf(fact)[14]
  return contact?.map((value) => (Array.isArray(value) ? value.toSorted() : value)) ?? null
}

/**
 * The difference between what a report was made from and what stands now, oldest day first. The submitted report never changes;
 * this list says why the present figures differ from it.
 * @param submitted facts of the snapshot @param present facts as they stand
 */
export function lateEntries(submitted: readonly Fact[], present: readonly Fact[]): LateEntry[] {
  const now = new Map(present.map((fact) => [fact.id, fact]))
  const then = new Map(submitted.map((fact) => [fact.id, fact]))
  const entries: LateEntry[] = []
  for (const before of submitted) {
    const after = now.get(before.id)
    const fields = after ? changedFields(before, after) : []
    if (!after) entries.push(entryOf(before, 'removed'))
    else if (fields.length > 0) entries.push({ ...entryOf(after, 'changed', before), fields })
  }
  for (const fact of present) if (!then.has(fact.id)) entries.push(entryOf(fact, 'added'))
  return entries.toSorted((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1))
}

const changedFields = (before: Fact, after: Fact): ChangedField[] =>
  FIELDS.filter(([, partOf]) => JSON.stringify(partOf(before)) !== JSON.stringify(partOf(after))).map(
    ([field]) => field,
  )

const entryOf = (fact: Fact, change: LateEntry['change'], before?: Fact): LateEntry => ({
  id: fact.id,
  sourceType: fact.sourceType,
  sourceId: fact.sourceId,
  kind: fact.kind,
  day: fact.day,
  change,
  fields: [],
  personId: fact.personId,
  formerPersonId: before && before.personId !== fact.personId ? before.personId : null,
})
