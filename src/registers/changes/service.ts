import { ROLES } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import type { Change, ChangesBody } from './schema.ts'
import { fieldWords, valueWords } from './words.ts'

interface Row {
  at: string
  staff_name: string | null
  operation: 'update' | 'delete'
  row_before: Record<string, unknown>
  row_after: Record<string, unknown> | null
}

const NAMES = `
  select id, name from registers.centre where insurer_id = $1
  union all select id, name from registers.organisation where insurer_id = $1
  union all select id, code || ' ' || name from registers.daily_life_area where insurer_id = $1
  union all select id, name from registers.town where insurer_id = $1
  union all select id, staff_number || ' ' || name from registers.staff where insurer_id = $1`
const CHANGES = 'select * from registers.changes_of($1, coalesce($2::timestamptz, $3::timestamptz), $4)'

const roles: Record<string, { label: string }> = ROLES

/** Changes of one register, the newest first; ids stand as the names of today. */
export async function changesOf(
  work: Work,
  { register, before, limit }: ChangesBody,
): Promise<{ items: Change[]; nextBefore: string | null }> {
  const table = `registers.${register}`
  const [rows, names] = (await work.flight([
    { text: CHANGES, values: [table, before, '9999-12-31T00:00:00Z', limit + 1] },
    { text: NAMES, values: [work.actor.insurerId] },
  ])) as [Row[], { id: string; name: string }[]]
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  const shown = rows.slice(0, limit)
  work.about('register-changes', undefined, { register, count: shown.length })
  return {
    items: shown.map((row) => changeOf(row, nameOf)),
    nextBefore: rows.length > limit ? (shown.at(-1)?.at ?? null) : null,
  }
}

function changeOf(row: Row, nameOf: ReadonlyMap<string, string>): Change {
  const { row_before: before, row_after: after } = row
  const word = (value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return null
    const text = String(value)
    return nameOf.get(text) ?? roles[text]?.label ?? valueWords[text] ?? text
  }
  const named = ['name', 'staff_id', 'town_id', 'area_id', 'centre_id']
    .map((key) => word(before[key]))
    .filter(Boolean)
  const fields = Object.keys(fieldWords)
    .filter((key) => key in before && (after === null || String(before[key]) !== String(after[key])))
    .map((key) => ({
      label: fieldWords[key] ?? key,
      before: word(before[key]),
      after: after ? word(after[key]) : null,
    }))
  return {
    at: row.at,
    staffName: row.staff_name,
    operation: row.operation,
    title: named.slice(0, 2).join(' ／ '),
    fields,
  }
}
