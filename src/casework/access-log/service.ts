import { ROLES, type RoleName } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { actionLabel } from '../../platform/http/index.ts'
import type { ByStaff, Line, LinesQuery } from './schema.ts'

const PEOPLE_SHOWN = 10

interface StoredLine {
  id: string
  at: string
  staff_id: string | null
  role: string | null
  request_id: string
  action: string
  outcome: Line['outcome']
  record_type: string | null
  person_ids: string[]
  detail: Record<string, unknown> | null
}
type Staff = NonNullable<Line['staff']>

/** Lines of a period, newest first. Who stands in them stands in the line of this look, too. */
export async function findLines(work: Work, query: LinesQuery) {
  const { from, until, personId, staffId, action, limit } = query
  const after = readCursor(query.cursor)
  const found = await work.read(async (tx) => {
    const rows = await tx.query<StoredLine>(
      `select id, at, staff_id, role, request_id, action, outcome, record_type, person_ids, detail
       from audit.lines_of($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        personId,
        staffId,
        action,
        startOf(from),
        startOf(dayAfter(until)),
        after?.at ?? null,
        after?.id ?? null,
        limit,
      ],
    )
    const shownIds = [...new Set(rows.flatMap(({ person_ids }) => shownOf(person_ids, personId)))]
    const people = await tx.query<{ id: string; name: string; kana: string }>(
      'select id, name, kana from casework.names_for_audit($1)',
      [shownIds],
    )
    return { rows, people, staff: await staffOf(tx, work.actor.insurerId) }
  })
  const people = new Map(found.people.map((person) => [person.id, person]))
  work.touched(...people.keys())
  work.about('access-log', undefined, { from, until, byPerson: personId !== null, staff: staffId, action })
  const items = found.rows.map((row) => toLine(row, people, found.staff, personId))
  const last = found.rows.at(-1)
  return { items, nextCursor: found.rows.length === limit && last ? `${last.at} ${last.id}` : null }
}

/** The person asked for stands first; of a long list the first ten. */
const shownOf = (ids: string[], asked: string | null): string[] => [
  ...new Set([...ids.filter((id) => id === asked), ...ids].slice(0, PEOPLE_SHOWN)),
]

function toLine(
  row: StoredLine,
  people: ReadonlyMap<string, { id: string; name: string; kana: string }>,
  staff: ReadonlyMap<string, Staff>,
  asked: string | null,
): Line {
  const reason = row.detail?.reason
  return {
    id: row.id,
    at: row.at,
    staff: row.staff_id ? (staff.get(row.staff_id) ?? null) : null,
    roleLabel: row.role ? (ROLES[row.role as RoleName]?.label ?? row.role) : null,
    action: row.action,
    actionLabel: actionLabel(row.action),
    outcome: row.outcome,
    recordType: row.record_type,
    people: shownOf(row.person_ids, asked).flatMap((id) => people.get(id) ?? []),
    peopleCount: row.person_ids.length,
    reason: typeof reason === 'string' ? reason : null,
    requestId: row.request_id,
  }
}

/** The person of a number. An auditor asks about somebody; there is no list to browse. */
export async function findPeople(work: Work, number: string) {
  const items = await work.read((tx) =>
    tx.query<{ id: string; name: string; kana: string; birthOn: string | null }>(
      'select id, name, kana, birth_on as "birthOn" from casework.person_for_audit($1)',
      [number.normalize('NFKC').toUpperCase()],
    ),
  )
  work.touched(...items.map(({ id }) => id))
  return { items }
}

/** Per member of staff: how much was looked at, and what is unusual. Sorted by the most people in one day. */
export async function looksByStaff(
  work: Work,
  { from, until }: { from: string; until: string },
): Promise<ByStaff> {
  const { rows, staff, places } = await work.read(async (tx) => ({
    rows: await tx.query<Omit<ByStaff['items'][number], 'staff' | 'place'> & { staffId: string }>(
      `select staff_id as "staffId", lines, people, most_people_a_day as "mostPeopleADay",
         outside_hours as "outsideHours", refused, exported from casework.looks_by_staff($1, $2)`,
      [startOf(from), startOf(dayAfter(until))],
    ),
    staff: await staffOf(tx, work.actor.insurerId),
    places: await tx.query<{ staffId: string; place: string }>(
      `select distinct on (p.staff_id) p.staff_id as "staffId", coalesce(c.name, o.name) as place
       from registers.post p
       left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
       left join registers.organisation o on o.insurer_id = p.insurer_id and o.id = p.organisation_id
       where p.insurer_id = $1 and p.valid_from <= $2 order by p.staff_id, p.valid_from desc`,
      [work.actor.insurerId, until],
    ),
  }))
  const placeOf = new Map(places.map(({ staffId, place }) => [staffId, place]))
  work.about('access-log', undefined, { from, until, summary: 'by-staff' })
  const items = rows
    .map(({ staffId, ...row }) => ({
      ...row,
      staff: staff.get(staffId) ?? null,
      place: placeOf.get(staffId) ?? null,
    }))
    .sort((a, b) => b.mostPeopleADay - a.mostPeopleADay || b.lines - a.lines)
  return { items }
}

async function staffOf(
  tx: { query<R extends object>(text: string, values: unknown[]): Promise<R[]> },
  insurerId: number,
): Promise<ReadonlyMap<string, Staff>> {
  const rows = await tx.query<Staff>(
    'select id, name, staff_number as "staffNumber" from registers.staff where insurer_id = $1 order by staff_number',
    [insurerId],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What can be filtered by: everybody who ever worked here, and every purpose that a screen states. */
export async function choicesOf(work: Work, actions: readonly { action: string; label: string }[]) {
  const staff = await work.read((tx) => staffOf(tx, work.actor.insurerId))
  return { actions: [...actions], staff: [...staff.values()] }
}

/** Midnight of Tokyo, where no clock is ever moved. */
export const startOf = (day: string): string => `${day}T00:00:00+09:00`
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

function readCursor(cursor: string | null): { at: string; id: string } | null {
  if (cursor === null) return null
  const parts = /^(\S+Z) ([0-9a-f-]{36})$/.exec(cursor)
  if (!parts || Number.isNaN(Date.parse(parts[1]!)))
    throw invalid([
      { path: 'cursor', code: 'cursor', message: '続きの位置が読めません。一覧を開き直してください。' },
    ])
  return { at: parts[1]!, id: parts[2]! }
}
