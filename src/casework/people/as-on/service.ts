import { mayRole, recordCondition } from '../../../platform/access/index.ts'
import { type AsOnSource, allContributes } from '../../../platform/contributes/index.ts'
import type { Work } from '../../../platform/database/work.ts'
import { invalid, notFound } from '../../../platform/errors/index.ts'
import {
  type AsOn,
  endOfDay,
  type FoundRow,
  fieldChange,
  isSame,
  readAsOn,
  rowsAsOnStatement,
} from '../../../platform/history/index.ts'
import type { AsOnSection, PersonAsOn } from './schema.ts'
import { OWN_SOURCES } from './sources.ts'
import { valueWord } from './words.ts'

interface PersonRow {
  isProtected: boolean
  createdAt: string
}

/**
 * A person as the record stood at the end of a day, with what differs from today. One round trip; addresses of people under
 * 支援措置 are never in it. @throws notFound · invalid for a day to come
 */
export async function personAsOn(
  work: Work,
  id: string,
  on: string,
  given?: readonly AsOnSource[],
): Promise<PersonAsOn> {
  const { actor, today } = work
  work.about('person', id, { on })
  if (on > today) {
    throw invalid([
      {
        path: 'on',
        code: 'future',
        message: '日付: 今日より先の日です。今日か、それより前の日を入力してください。',
      },
    ])
  }
  const sources = [...OWN_SOURCES, ...(given ?? (await allContributes()).asOn)]
    .filter(({ may }) => may === undefined || mayRole(actor.role, may))
    .sort((a, b) => a.order - b.order)
  const reach = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  const [people, names, ...answers] = await work.flight([
    {
      text: `select p.is_protected as "isProtected", p.created_at as "createdAt" from casework.person p where ${reach.sql} and p.id = $1`,
      values: [id, ...reach.values],
    },
    {
      text: `select id, name from registers.centre where insurer_id = $1
        union all select id, name from registers.daily_life_area where insurer_id = $1
        union all select id, name from registers.town where insurer_id = $1
        union all select id, name from registers.staff where insurer_id = $1`,
      values: [actor.insurerId],
    },
    ...sources.map((source) => rowsAsOnStatement(actor, today, { ...source, personId: id, day: on })),
  ])
  const [person] = people as PersonRow[]
  if (!person) throw notFound()
  work.touched(id)
  const nameOf = new Map((names as { id: string; name: string }[]).map((row) => [row.id, row.name]))
  const isRegistered = Temporal.Instant.compare(person.createdAt, endOfDay(on)) < 0
  const sections = sources.map((source, n) =>
    sectionOf(
      source,
      readAsOn((answers[n] ?? []) as FoundRow[], { ...source, personId: id, day: on }),
      person.isProtected,
      nameOf,
    ),
  )
  return { on, today, isRegistered, createdAt: person.createdAt, sections: isRegistered ? sections : [] }
}

function sectionOf(
  source: AsOnSource,
  rows: readonly AsOn[],
  isProtected: boolean,
  nameOf: ReadonlyMap<string, string>,
): AsOnSection {
  const hidden = new Set(isProtected ? source.protectedColumns : [])
  const fields = source.fields.filter(({ column }) => !hidden.has(column))
  const stood = rows.filter((row) => row.stood !== null)
  return {
    table: source.table,
    title: source.title,
    rows: stood.map((row) => {
      const shown = fields.map((field) => fieldOf(row, field, nameOf))
      const titled = source.rowTitle?.(row.stood ?? {}) ?? shown[0]?.stood ?? ''
      const state = row.now === null ? 'gone' : shown.some(({ differs }) => differs) ? 'changed' : 'same'
      return { id: row.id, title: titled, state, fields: shown }
    }),
    addedLater: rows.filter((row) => row.stood === null && row.now !== null).length,
  }
}

function fieldOf(row: AsOn, field: AsOnSource['fields'][number], nameOf: ReadonlyMap<string, string>) {
  const { column, label } = field
  const before = row.stood?.[column]
  const differs = row.now === null || !isSame(before, row.now[column])
  const change = differs ? fieldChange(row, column) : null
  return {
    column,
    label,
    stood: valueWord(before, field, nameOf),
    now: row.now === null ? null : valueWord(row.now[column], field, nameOf),
    differs,
    changedAt: change?.at ?? null,
    changedByName: change?.by ?? null,
  }
}
