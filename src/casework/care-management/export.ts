import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { CourseRow } from './answers.ts'
import { COURSE_TYPES, LEVELS, labelOf, STATES } from './codes.ts'
import { listCourses } from './list.ts'
import { CourseFilter } from './schema.ts'

/** Every course of a large city; more is a matter of reports. */
const MOST_ROWS = 20_000

const COLUMNS: readonly SheetColumn[] = [
  { heading: '氏名', kind: 'text' },
  { heading: 'フリガナ', kind: 'text' },
  { heading: '要介護度', kind: 'text' },
  { heading: '類型', kind: 'text' },
  { heading: '状態', kind: 'text' },
  { heading: '責任者', kind: 'text' },
  { heading: '委託先', kind: 'text' },
  { heading: '委託先の担当', kind: 'text' },
  { heading: '次の期限', kind: 'date' },
  { heading: '次にすること', kind: 'text' },
  { heading: '最後の訪問', kind: 'date' },
  { heading: '評価期間の終わり', kind: 'date' },
  { heading: '契約の同意', kind: 'text' },
  { heading: '確認待ちの記録（件）', kind: 'number', format: '0' },
  { heading: '計算できない理由', kind: 'text', width: 40 },
  { heading: '担当センター', kind: 'text' },
]

/** The list as it is filtered and sorted on the screen; everyone in it stands in the audit line. @throws Problem 422 */
export async function exportCourses(
  work: Work,
  filter: Omit<CourseFilter, 'cursor' | 'limit' | 'withTotal'>,
  format: TableFormat,
): Promise<TableFile> {
  const rows: CourseRow[] = []
  let cursor: string | undefined
  do {
    const page = await listCourses(work, CourseFilter.parse({ ...filter, cursor, limit: 200 }))
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
    if (rows.length > MOST_ROWS) throw tooMany()
  } while (cursor)
  work.about('care-management', undefined, { exported: rows.length, format })
  return tableFile(
    { name: 'ケアマネジメント一覧', columns: COLUMNS, rows: rows.map(cellsOf) },
    format,
    work.clock,
  )
}

const cellsOf = (row: CourseRow): (string | number | null)[] => [
  row.person.name,
  row.person.kana,
  row.level === null ? '不明' : labelOf(LEVELS, row.level),
  row.type === null ? '未決定' : labelOf(COURSE_TYPES, row.type),
  labelOf(STATES, row.state),
  row.staffName,
  row.entrusted === 'waiting' ? `${row.organisationName}（受領待ち）` : row.organisationName,
  row.contractorName,
  row.nextDueOn,
  row.nextDueLabel,
  row.lastHomeVisitOn,
  row.evaluationOn,
  row.hasContract ? 'あり' : 'なし',
  row.unconfirmed,
  row.gaps.map(({ label }) => label).join('、') || null,
  row.centreName,
]

const tooMany = () =>
  new Problem('export.too-many', 422, '一度に書き出せるのは2万件までです', {
    detail: 'センター・担当・期限などで絞ってから、もう一度書き出してください。',
  })
