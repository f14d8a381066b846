import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { RegistrationRow } from './answers.ts'
import { CARD_PLACES, END_REASONS, labelOf, REGISTRATION_STATES, WISHES } from './codes.ts'
import { listRegistrations } from './list.ts'
import { consentWord } from './rules/words.ts'
import type { RegistrationFilter } from './schema.ts'

const MOST_ROWS = 20_000

/** The ledger of CHK-05, 5 */
const COLUMNS: readonly SheetColumn[] = [
  { heading: '氏名', kind: 'text' },
  { heading: 'フリガナ', kind: 'text' },
  { heading: '被保険者番号', kind: 'text' },
  { heading: '生年月日', kind: 'date' },
  { heading: '状態', kind: 'text' },
  { heading: '相談受付日', kind: 'date' },
  { heading: '本人の希望', kind: 'text' },
  { heading: '同意', kind: 'text' },
  { heading: 'チェックリスト実施日', kind: 'date' },
  { heading: '該当した基準', kind: 'text', width: 40 },
  { heading: '届出受理日', kind: 'date' },
  { heading: '被保険者証', kind: 'text' },
  { heading: '担当センター', kind: 'text' },
  { heading: '登録決定日', kind: 'date' },
  { heading: '登録した職員', kind: 'text' },
  { heading: '事業対象者の開始日', kind: 'date' },
  { heading: '市独自の区分', kind: 'text' },
  { heading: '再確認の期限', kind: 'date' },
  { heading: '被保険者証の再交付日', kind: 'date' },
  { heading: '国保連への連絡月', kind: 'text' },
  { heading: '終了日', kind: 'date' },
  { heading: '終了の理由', kind: 'text' },
]

/** The ledger as the screen filters it, as a file; everyone named in it stands in the audit line. */
export async function exportRegistrations(
  work: Work,
  filter: Omit<RegistrationFilter, 'cursor' | 'limit' | 'withTotal'>,
  format: TableFormat,
): Promise<TableFile> {
  const rows: RegistrationRow[] = []
  let cursor: string | undefined
  do {
    const page = await listRegistrations(work, { ...filter, cursor, limit: 200, withTotal: false })
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
    if (rows.length > MOST_ROWS)
      throw new Problem('export.too-many', 422, '一度に書き出せるのは2万件までです', {
        detail: 'センターや期間で絞ってから、もう一度書き出してください。',
      })
  } while (cursor)
  work.about('registration', undefined, { exported: rows.length, format })
  return tableFile(
    { name: '事業対象者登録台帳', columns: COLUMNS, rows: rows.map(cellsOf) },
    format,
    work.clock,
  )
}

const cellsOf = (row: RegistrationRow): (string | number | null)[] => [
  row.person.name,
  row.person.kana,
  row.person.insuredNumber,
  row.person.birthOn,
  labelOf(REGISTRATION_STATES, row.state),
  row.receivedOn,
  row.wish && labelOf(WISHES, row.wish),
  consentWord(row.consent),
  row.checklistOn,
  row.metWords,
  row.notificationOn,
  row.cardPlace && labelOf(CARD_PLACES, row.cardPlace),
  row.notificationCentreName ?? row.centreName,
  row.decidedOn,
  row.decidedByName,
  row.startsOn,
  row.localClass,
  row.reviewDue,
  row.cardReissuedOn,
  row.kokuhorenMonth?.slice(0, 7) ?? null,
  row.endedOn,
  row.endReason && labelOf(END_REASONS, row.endReason),
]
