import { recordCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import type { ChecklistHistory } from './answers.ts'

type Row = Record<string, unknown>
interface StoredVersion {
  row: Row
  version: number
  changed_at: string | null
  changed_by: string | null
  changed_by_name: string | null
}

/** Columns of the machinery, not something a person wrote or decided. */
const HIDDEN = new Set(['version', 'insurer_id', 'id', 'person_id', 'centre_id', 'recorded_centre_id'])

/** Who changed what, newest first: each previous row is compared with the one that followed it. */
export async function historyOf(work: Work, id: string): Promise<ChecklistHistory> {
  work.about('checklist', id)
  const now = recordCondition(work.actor, work.today, { alias: 'c', person: 'person_id', next: 2 })
  const before = recordCondition(work.actor, work.today, { alias: 'h', person: 'person_id', next: 2 })
  const [current, previous] = (await work.flight([
    {
      text: `select to_jsonb(c) as row, c.version, null as changed_at, null as changed_by, null as changed_by_name
        from casework.checklist c where c.id = $1 and ${now.sql}`,
      values: [id, ...now.values],
    },
    {
      text: `select h.row, h.version, h.changed_at, h.changed_by, s.name as changed_by_name from platform.history h
        left join registers.staff s on s.insurer_id = h.insurer_id and s.id = h.changed_by
        where h.table_name = 'casework.checklist' and h.row_id = $1 and ${before.sql}
        order by h.version desc limit 200`,
      values: [id, ...before.values],
    },
  ])) as [StoredVersion[], StoredVersion[]]
  const [newest] = current
  if (!newest) throw notFound()
  work.touched(String(newest.row.person_id))
  const versions = [newest, ...previous]
  return {
    id,
    changes: previous.map((old, at) => ({
      version: old.version + 1,
      changedAt: old.changed_at ?? '',
      changedBy: old.changed_by ? { id: old.changed_by, name: old.changed_by_name ?? '' } : null,
      fields: differences(old.row, versions[at]?.row ?? {}),
    })),
  }
}

const differences = (before: Row, after: Row) =>
  Object.keys(after)
    .filter(
      (column) => !HIDDEN.has(column) && JSON.stringify(before[column]) !== JSON.stringify(after[column]),
    )
    .map((column) => ({
      field: column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      before: before[column] ?? null,
      after: after[column] ?? null,
    }))
