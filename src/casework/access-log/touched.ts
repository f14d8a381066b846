import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { TouchedPeople, TouchedQuery } from './schema.ts'
import { dayAfter, startOf } from './service.ts'

export type Touched = TouchedPeople['items'][number]

const SHOWN = 200
const MOST_ROWS = 200_000

export const TOUCHED_COLUMNS: readonly SheetColumn[] = [
  { heading: '被保険者番号', kind: 'text' },
  { heading: '氏名', kind: 'text' },
  { heading: 'フリガナ', kind: 'text' },
  { heading: '生年月日', kind: 'text' },
  { heading: '初め', kind: 'text' },
  { heading: '終わり', kind: 'text' },
  { heading: '見た（回）', kind: 'number', format: '0' },
  { heading: '書いた（回）', kind: 'number', format: '0' },
  { heading: '書き出した（回）', kind: 'number', format: '0' },
  { heading: '印刷した（回）', kind: 'number', format: '0' },
  { heading: '内部の番号', kind: 'text' },
]

/** The columns of a person, for the door and for the operator's command. */
export const TOUCHED_FIELDS = `person_id as id, name, kana, birth_on::text as "birthOn", insured_number as "insuredNumber",
  first_at as "firstAt", last_at as "lastAt", viewed, written, exported, printed`

async function touchedOf(work: Work, { staffId, from, until }: TouchedQuery, limit: number) {
  const rows = await work.read((tx) =>
    tx.query<Touched & { total: number }>(
      `select ${TOUCHED_FIELDS}, total from casework.people_touched($1, $2, $3, $4)`,
      [staffId, startOf(from), startOf(dayAfter(until)), limit],
    ),
  )
  work.about('staff', staffId, { from, until, people: rows[0]?.total ?? 0 })
  return { items: rows.map(({ total: _, ...item }) => item), total: rows[0]?.total ?? 0 }
}

/** The people whom an account touched last, and how many there are. Who is shown stands in the line of this look, too. */
export async function findTouched(work: Work, query: TouchedQuery): Promise<TouchedPeople> {
  const found = await touchedOf(work, query, SHOWN)
  work.touched(...found.items.map(({ id }) => id))
  return found
}

/** All of them. @throws Problem 422 when there are more than a file may hold */
export async function exportTouched(
  work: Work,
  query: TouchedQuery,
  format: TableFormat,
): Promise<TableFile> {
  const { items, total } = await touchedOf(work, query, MOST_ROWS)
  if (total > items.length)
    throw new Problem('export.too-many', 422, '一度に書き出せるのは20万人までです', {
      detail: '期間を分けて、もう一度書き出してください。',
    })
  for (let at = 0; at < items.length; at += 10_000)
    work.touched(...items.slice(at, at + 10_000).map(({ id }) => id))
  return tableFile(
    { name: '触れた人', columns: TOUCHED_COLUMNS, rows: items.map(touchedRow) },
    format,
    work.clock,
  )
}

export const touchedRow = (one: Touched): (string | number | null)[] => [
  one.insuredNumber,
  one.name ?? '（記録はもうありません）',
  one.kana,
  one.birthOn,
  tokyo(one.firstAt),
  tokyo(one.lastAt),
  one.viewed,
  one.written,
  one.exported,
  one.printed,
  one.id,
]

const tokyo = (at: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO('Asia/Tokyo')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')
