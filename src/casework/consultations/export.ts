import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { ConsultationRow } from './answers.ts'
import { CALLERS, CHANNELS, CONTINUITIES, labelOf, TOPICS, UNNAMED_AGE_BANDS, URGENCIES } from './codes.ts'
import { listConsultations } from './list.ts'
import type { ConsultationFilter } from './schema.ts'

/** A year of a busy centre; more is a matter of reports. */
const MOST_ROWS = 10_000

const COLUMNS: readonly SheetColumn[] = [
  { heading: '受付日', kind: 'date' },
  { heading: '対象者', kind: 'text' },
  { heading: 'フリガナ', kind: 'text' },
  { heading: '相談方法', kind: 'text' },
  { heading: '新規・継続', kind: 'text' },
  { heading: '相談者', kind: 'text' },
  { heading: '相談内容の分類', kind: 'text' },
  { heading: '緊急度', kind: 'text' },
  { heading: '所要時間（分）', kind: 'number', format: '0' },
  { heading: '相談の内容（初め）', kind: 'text', width: 60 },
  { heading: '次の対応', kind: 'text' },
  { heading: '期限', kind: 'date' },
  { heading: '記録した職員', kind: 'text' },
  { heading: '担当センター', kind: 'text' },
  { heading: '取り下げ', kind: 'text' },
]

/**
 * The list as it is filtered on the screen, newest first, as a file; everyone named in it stands in the audit line.
 * Minutes that were not recorded are blank, never 0. @throws Problem 422 when it has more rows than a file may hold
 */
export async function exportConsultations(
  work: Work,
  filter: ConsultationFilter,
  format: TableFormat,
): Promise<TableFile> {
  const rows: ConsultationRow[] = []
  let cursor: string | undefined
  do {
    const page = await listConsultations(work, { ...filter, cursor, limit: 200, withTotal: false })
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
    if (rows.length > MOST_ROWS) throw tooMany()
  } while (cursor)
  work.about('consultation', undefined, { exported: rows.length, format })
  return tableFile({ name: '相談記録', columns: COLUMNS, rows: rows.map(cellsOf) }, format, work.clock)
}

const cellsOf = (row: ConsultationRow): (string | number | null)[] => [
  row.receivedOn,
  row.person?.name ?? `氏名不明（${labelOf(UNNAMED_AGE_BANDS, row.unnamed?.ageBand ?? 'unknown')}）`,
  row.person?.kana ?? null,
  labelOf(CHANNELS, row.channel),
  labelOf(CONTINUITIES, row.continuity),
  labelOf(CALLERS, row.caller),
  row.topics.map((topic) => labelOf(TOPICS, topic)).join('、') || '不明',
  labelOf(URGENCIES, row.urgency),
  row.minutes,
  row.excerpt,
  row.nextAction,
  row.dueOn,
  row.staffName,
  row.centreName,
  row.withdrawnAt === null ? null : '取り下げ',
]

const tooMany = () =>
  new Problem('export.too-many', 422, '一度に書き出せるのは1万件までです', {
    detail: '期間やセンターで絞ってから、もう一度書き出してください。',
  })
