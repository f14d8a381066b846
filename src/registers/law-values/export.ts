import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { valueText } from '../../platform/text/index.ts'
import { wholeLawValues } from './service.ts'
import { MARKS, STATUSES } from './words.ts'

const text = (heading: string): SheetColumn => ({ heading, kind: 'text' })
const COLUMNS: readonly SheetColumn[] = [
  text('階'),
  text('分野'),
  text('番号'),
  text('制度の数値'),
  text('単位'),
  text('適用日'),
  text('最後の日'),
  { heading: '値（数）', kind: 'number', format: 'General' },
  text('値'),
  text('確かさ'),
  text('仮置き・案'),
  text('出典'),
  text('出典のアドレス'),
  text('注'),
  text('出典を確かめた日'),
  text('保険者の確認（氏名）'),
  text('保険者の確認（日）'),
  text('保険者が見た出典'),
  text('見た場所'),
  text('使う計算'),
]

/** All legal numbers, one row for each value by date, with what this insurer confirmed. */
export async function exportLawValues(work: Work, format: TableFormat): Promise<TableFile> {
  const { insurer, items } = await wholeLawValues(work)
  const rows = items.flatMap((one) =>
    one.history.map((entry) => [
      one.floor,
      one.groups.join('、'),
      one.id,
      one.title,
      one.unit,
      entry.from,
      entry.to,
      typeof entry.value === 'number' ? entry.value : null,
      valueText(entry.value, one.labels),
      entry.mark === 'confirmed' ? `${insurer}が確認` : MARKS[entry.mark],
      entry.status ? STATUSES[entry.status] : null,
      entry.source.text,
      entry.source.url ?? null,
      entry.note,
      one.checkedOn,
      entry.confirmation?.confirmedBy ?? null,
      entry.confirmation ? dayInJapan(entry.confirmation.confirmedAt) : null,
      entry.confirmation?.source ?? null,
      entry.confirmation?.seenIn ?? null,
      one.rules.map(({ id }) => id).join('、'),
    ]),
  )
  return tableFile({ name: '制度の数値', columns: COLUMNS, rows }, format, work.clock)
}

const dayInJapan = (at: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString()
