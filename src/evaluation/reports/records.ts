import { recordCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, notFound } from '../../platform/errors/index.ts'
import { journalKindLabel } from '../../platform/journal/index.ts'
import { taskSourceLink } from '../../platform/tasks/index.ts'
import { AREA_TOWNS, FACTS, presentFacts, submittedFacts } from './load.ts'
import { centreIdOf, countedUntil } from './reach.ts'
import { submittedRow } from './read.ts'
import { type AreaTown, byTown } from './rules/area-of-work.ts'
import type { Fact } from './rules/fact.ts'
import { firstDay, type Month } from './rules/month.ts'
import { factsBehind, placeOf } from './rules/monthly-report.ts'
import type { Edition, RecordRow, RecordsQuery } from './schema.ts'

/**
 * The pieces of work behind a figure, by day. A name is shown only of people within the reader's reach; everyone whose record is
 * listed stands in the audit line. @throws 404; 422 a cursor that is none
 */
export async function recordsOf(work: Work, unit: string, month: Month, query: RecordsQuery) {
  const centreId = centreIdOf(work, unit)
  const { section, row, of, limit, cursor } = query
  const facts = factsBehind(await factsOf(work, centreId, month, of), section, row)
  const after = cursor === undefined ? '' : readCursor(cursor)
  const page = facts.filter((fact) => placeOf(fact) > after).slice(0, limit + 1)
  const shown = page.slice(0, limit)
  const last = shown.at(-1)
  work.about('monthly-report', undefined, { unit, month, section, row, of, count: shown.length })
  work.touched(...shown.map(({ personId }) => personId))
  return {
    rows: await rowsFor(work, shown),
    total: facts.length,
    nextCursor: page.length > limit && last ? Buffer.from(placeOf(last)).toString('base64url') : null,
  }
}

async function factsOf(work: Work, centreId: string | null, month: Month, of: Edition): Promise<Fact[]> {
  if (of !== 'present') {
    const { facts } = await submittedRow(work, centreId, month, of)
    return submittedFacts(facts)
  }
  const { insurerId } = work.actor
  const [[{ facts }], areaTowns, centres] = (await work.flight([
    { text: FACTS, values: [centreId, firstDay(month), countedUntil(work, month)] },
    { text: AREA_TOWNS, values: [insurerId] },
    {
      text: 'select id from registers.centre where insurer_id = $1 and id = $2',
      values: [insurerId, centreId],
    },
  ])) as [[{ facts: string }], AreaTown[], { id: string }[]]
  if (centreId !== null && centres.length === 0) throw notFound()
  return presentFacts(facts, byTown(areaTowns))
}

function readCursor(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString()
  if (/^\d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/.test(place)) return place
  throw invalid([
    { path: 'cursor', code: 'cursor', message: '続きの場所を読めません。一覧を初めから開き直してください。' },
  ])
}

interface Named {
  id: string
  name: string
}

/** What the reader may see of the sources; asked for the page only, in one flight. */
export async function rowsFor(work: Work, facts: readonly Fact[]): Promise<RecordRow[]> {
  const { actor, today } = work
  const seen = (alias: string, person: string) => recordCondition(actor, today, { alias, person, next: 2 })
  const [ofPerson, ofSource] = [seen('p', 'id'), seen('c', 'person_id')]
  const ids = (of: (fact: Fact) => string | null) => [...new Set(facts.map(of).filter((id) => id !== null))]
  const [people, consultations, staff, centres] = (await work.flight([
    {
      text: `select p.id, p.name from casework.person p where p.id = any ($1::uuid[]) and ${ofPerson.sql}`,
      values: [ids(({ personId }) => personId), ...ofPerson.values],
    },
    {
      text: `select c.id, '' as name from casework.consultation c where c.id = any ($1::uuid[]) and ${ofSource.sql}`,
      values: [ids(({ contact, sourceId }) => (contact ? sourceId : null)), ...ofSource.values],
    },
    {
      text: 'select id, name from registers.staff where insurer_id = $1 and id = any ($2::uuid[])',
      values: [actor.insurerId, ids(({ staffId }) => staffId)],
    },
    {
      text: 'select id, short_name as name from registers.centre where insurer_id = $1 and id = any ($2::uuid[])',
      values: [actor.insurerId, ids(({ centreId }) => centreId)],
    },
  ])) as [Named[], Named[], Named[], Named[]]
  const nameOf = (rows: readonly Named[], id: string | null) => rows.find((row) => row.id === id)?.name
  return facts.map((fact) => {
    const name = nameOf(people, fact.personId)
    const isOpen = fact.contact ? nameOf(consultations, fact.sourceId) !== undefined : true
    const isNamed = fact.personId !== null && name !== undefined
    return {
      journalId: fact.id,
      day: fact.day,
      kind: fact.kind,
      kindLabel: journalKindLabel(fact.kind),
      person: isNamed ? { id: fact.personId as string, name } : null,
      personWords: name ?? (fact.personId === null ? '氏名不明・対象者なし' : '今は担当していない方'),
      worker: nameOf(staff, fact.staffId) ?? '',
      centre: nameOf(centres, fact.centreId) ?? null,
      minutes: fact.minutes,
      unit: fact.unit,
      count: fact.count,
      link:
        isOpen && (isNamed || fact.personId === null) ? taskSourceLink(fact.sourceType, fact.sourceId) : null,
    }
  })
}
