import { recordCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { ADDRESS_FIELDS, CONTACT_LABELS, PERSON_LABELS } from './rules/field-labels.ts'
import type { History, HistoryEntry, HistoryQuery } from './schema-sheet.ts'

type Values = Record<string, unknown>
interface HistoryRow {
  id: string
  table: string
  recordId: string
  version: number | null
  operation: 'update' | 'delete'
  before: Values
  /** the state that followed: the next kept row, else the row as it is now; null: removed */
  after: Values | null
  changedAt: string
  changedByName: string | null
}
interface NameRow {
  id: string
  name: string
}

/** "As it was": what stood in the person's record and contacts before each change, newest first. */
export async function personHistory(work: Work, id: string, query: HistoryQuery): Promise<History> {
  const { actor, today } = work
  work.about('person', id)
  const reach = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  const kept = recordCondition(actor, today, { alias: 'h', person: 'person_id', next: 4 })
  const [person, rows, names] = (await work.flight([
    {
      text: `select p.is_protected as "isProtected" from casework.person p where ${reach.sql} and p.id = $1`,
      values: [id, ...reach.values],
    },
    {
      text: `select h.id, h.table_name as "table", h.row_id as "recordId", h.version, h.operation, h.row as before,
          coalesce(
            (select l.row from platform.history l where l.insurer_id = h.insurer_id and l.table_name = h.table_name
               and l.row_id = h.row_id and (l.changed_at, l.id) > (h.changed_at, h.id) order by l.changed_at, l.id limit 1),
            case when h.operation = 'delete' then null
              when h.table_name = 'casework.person'
              then (select to_jsonb(n) from casework.person n where n.insurer_id = h.insurer_id and n.id = h.row_id)
              else (select to_jsonb(n) from casework.contact n where n.insurer_id = h.insurer_id and n.id = h.row_id)
            end) as after,
          h.changed_at as "changedAt", s.name as "changedByName"
        from platform.history h
        left join registers.staff s on s.insurer_id = h.insurer_id and s.id = h.changed_by
        where ${kept.sql} and h.person_id = $1 and h.table_name in ('casework.person', 'casework.contact')
          and ($2::uuid is null or (h.changed_at, h.id)
            < ((select b.changed_at from platform.history b where b.insurer_id = $4 and b.id = $2), $2))
        order by h.changed_at desc, h.id desc limit $3`,
      values: [id, query.cursor ?? null, query.limit + 1, ...kept.values],
    },
    {
      text: `select id, name from registers.centre where insurer_id = $1
        union all select id, name from registers.daily_life_area where insurer_id = $1
        union all select id, name from registers.town where insurer_id = $1
        union all select id, name from registers.staff where insurer_id = $1`,
      values: [actor.insurerId],
    },
  ])) as [{ isProtected: boolean }[], HistoryRow[], NameRow[]]
  if (!person[0]) throw notFound()
  work.touched(id)
  const nameOf = new Map(names.map((row) => [row.id, row.name]))
  const shown = rows.slice(0, query.limit)
  return {
    items: shown
      .map((row) => entryOf(row, person[0]?.isProtected ?? true, nameOf))
      .filter((entry) => entry.changes.length > 0 || entry.operation === 'delete'),
    nextCursor: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
  }
}

function entryOf(row: HistoryRow, isProtected: boolean, nameOf: ReadonlyMap<string, string>): HistoryEntry {
  const isPerson = row.table === 'casework.person'
  const labels = Object.entries(isPerson ? PERSON_LABELS : CONTACT_LABELS)
  const changes = labels
    .filter(([field]) => !(isPerson && isProtected && ADDRESS_FIELDS.has(field)))
    .filter(([field]) => row.after === null || (row.before[field] ?? null) !== (row.after[field] ?? null))
    .map(([field, label]) => ({
      field,
      label,
      before: shownAs(row.before[field], nameOf),
      after: row.after === null ? null : shownAs(row.after[field], nameOf),
    }))
  return {
    id: row.id,
    changedAt: row.changedAt,
    changedByName: row.changedByName,
    record: isPerson ? 'person' : 'contact',
    recordLabel: isPerson ? '利用者' : `連絡先（${String(row.before.name ?? '')}）`,
    recordId: row.recordId,
    operation: row.operation,
    version: row.version,
    changes,
  }
}

const words: Readonly<Record<string, string>> = {
  male: '男',
  female: '女',
  other: 'その他',
  unknown: '不明',
  known: '確か',
  'day-unknown': '日が不明',
  'month-unknown': '月日が不明',
  'year-unknown': '年月日が不明',
}

/** Ids of registers as their names; nothing as an empty text, which is neither 0 nor いいえ. */
function shownAs(value: unknown, nameOf: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ'
  const text = String(value)
  return nameOf.get(text) ?? words[text] ?? text
}
