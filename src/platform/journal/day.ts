import type { Work } from '../database/work.ts'
import { taskSourceLink } from '../tasks/index.ts'
import { journalKindLabel } from './kinds.ts'
import type { JournalDay } from './schema.ts'

interface StoredEntry {
  id: string
  kind: string
  person_id: string | null
  person_name: string | null
  person_kana: string | null
  minutes: number | null
  unit: '回' | '件' | '人' | '分'
  count: number
  source_type: string
  source_id: string
}

/** 業務日誌: what the worker did on a day. */
export async function ownDay(work: Work, day: string = work.today): Promise<JournalDay> {
  const [stored] = (await work.flight([
    {
      text: `select j.id, j.kind, j.person_id, p.name as person_name, p.kana as person_kana, j.minutes, j.unit, j.count,
          j.source_type, j.source_id
        from platform.journal j
        left join casework.person p on p.insurer_id = j.insurer_id and p.id = j.person_id
        where j.insurer_id = $1 and j.staff_id = $2 and j.day = $3
          and (j.centre_id is null or $4::uuid is null or j.centre_id = $4)
        order by j.id limit 1000`,
      values: [work.actor.insurerId, work.actor.staffId, day, work.actor.centreId],
    },
  ])) as [StoredEntry[]]
  work.touched(...stored.map((row) => row.person_id))
  return { day, rows: stored.map(toRow), totals: totalsOf(stored) }
}

const toRow = (row: StoredEntry): JournalDay['rows'][number] => ({
  id: row.id,
  kind: row.kind,
  kindLabel: journalKindLabel(row.kind),
  person:
    row.person_id && row.person_name !== null
      ? { id: row.person_id, name: row.person_name, kana: row.person_kana ?? '' }
      : null,
  minutes: row.minutes,
  unit: row.unit,
  count: row.count,
  sourceType: row.source_type,
  sourceId: row.source_id,
  sourceLink: taskSourceLink(row.source_type, row.source_id),
})

function totalsOf(stored: StoredEntry[]): JournalDay['totals'] {
  const totals = new Map<string, JournalDay['totals'][number]>()
  for (const { kind, unit, count, minutes } of stored) {
    const key = `${kind} ${unit}`
    const total = totals.get(key) ?? {
      kind,
      kindLabel: journalKindLabel(kind),
      unit,
      count: 0,
      minutes: 0,
      minutesNotRecorded: 0,
    }
    total.count += count
    total.minutes += minutes ?? 0
    total.minutesNotRecorded += minutes === null ? 1 : 0
    totals.set(key, total)
  }
  return [...totals.values()]
}
