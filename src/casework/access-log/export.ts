import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { Line, LinesQuery } from './schema.ts'
import { findLines } from './service.ts'

const MOST_ROWS = 10_000

export const outcomeWords = { done: '実施', refused: '拒否', failed: '失敗' } as const

const COLUMNS: readonly SheetColumn[] = [
  { heading: '日時', kind: 'text' },
  { heading: '職員番号', kind: 'text' },
  { heading: '職員', kind: 'text' },
  { heading: '役割', kind: 'text' },
  { heading: '目的', kind: 'text' },
  { heading: '結果', kind: 'text' },
  { heading: '見られた人（先頭10人）', kind: 'text' },
  { heading: '人数', kind: 'number', format: '0' },
  { heading: '理由', kind: 'text' },
  { heading: '照合番号', kind: 'text' },
]

/** The lines as they are filtered on the screen. @throws Problem 422 when there are more than a file may hold */
export async function exportLines(
  work: Work,
  query: Omit<LinesQuery, 'cursor' | 'limit'>,
  format: TableFormat,
): Promise<TableFile> {
  const items: Line[] = []
  let cursor: string | null = null
  do {
    const page = await findLines(work, { ...query, cursor, limit: 200 })
    items.push(...page.items)
    cursor = page.nextCursor
    if (items.length > MOST_ROWS)
      throw new Problem('export.too-many', 422, '一度に書き出せるのは1万件までです', {
        detail: '期間・職員・目的で絞ってから、もう一度書き出してください。',
      })
  } while (cursor)
  return tableFile({ name: '閲覧の記録', columns: COLUMNS, rows: items.map(rowOf) }, format, work.clock)
}

const rowOf = (line: Line): (string | number | null)[] => [
  tokyo(line.at),
  line.staff?.staffNumber ?? null,
  line.staff?.name ?? null,
  line.roleLabel,
  line.actionLabel,
  outcomeWords[line.outcome],
  line.people.map(({ name }) => name).join('、'),
  line.peopleCount,
  line.reason,
  line.requestId,
]

const tokyo = (at: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO('Asia/Tokyo')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ')
