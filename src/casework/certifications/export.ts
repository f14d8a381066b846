import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { RenewalRow } from './answers.ts'
import { BASES, labelOf, levelLabel } from './codes.ts'
import { listRenewals } from './renewals.ts'
import type { RenewalFilter } from './schema.ts'

const MOST_ROWS = 20_000
export const RENEWAL_LABELS: Record<RenewalRow['state'], string> = {
  later: '期間中',
  soon: '意向の確認',
  open: '更新申請の受付中',
  expired: '期間満了',
}

const COLUMNS: readonly SheetColumn[] = [
  { heading: '氏名', kind: 'text' },
  { heading: 'フリガナ', kind: 'text' },
  { heading: '生年月日', kind: 'date' },
  { heading: '要介護状態区分', kind: 'text' },
  { heading: '有効期間の始まり', kind: 'date' },
  { heading: '有効期間の終わり', kind: 'date' },
  { heading: '残り日数', kind: 'number', format: '0' },
  { heading: '更新申請の受付開始', kind: 'date' },
  { heading: '状態', kind: 'text' },
  { heading: '申請', kind: 'text' },
  { heading: '申請の受付日', kind: 'date' },
  { heading: '担当センター', kind: 'text' },
  { heading: '主担当', kind: 'text' },
  { heading: '根拠', kind: 'text' },
]

/** The renewal list as it is filtered on the screen, as a file; everyone named in it stands in the audit line. */
export async function exportRenewals(
  work: Work,
  filter: Omit<RenewalFilter, 'cursor' | 'limit' | 'withTotal'>,
  format: TableFormat,
): Promise<TableFile> {
  const rows: RenewalRow[] = []
  let cursor: string | undefined
  do {
    const page = await listRenewals(work, { ...filter, cursor, limit: 200, withTotal: false })
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
    if (rows.length > MOST_ROWS)
      throw new Problem('export.too-many', 422, '一度に書き出せるのは2万件までです', {
        detail: 'センターや区分で絞ってから、もう一度書き出してください。',
      })
  } while (cursor)
  work.about('certification', undefined, { exported: rows.length, format })
  return tableFile({ name: '更新対象者一覧', columns: COLUMNS, rows: rows.map(cellsOf) }, format, work.clock)
}

const cellsOf = (row: RenewalRow): (string | number | null)[] => [
  row.person.name,
  row.person.kana,
  row.person.birthOn,
  levelLabel(row.level),
  row.validFrom,
  row.validTo,
  row.daysLeft,
  row.opensOn,
  RENEWAL_LABELS[row.state],
  row.isApplied ? '申請中' : null,
  row.appliedOn,
  row.centreName,
  row.staffName,
  labelOf(BASES, row.basis),
]
