import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { ListItem, ListQuery } from './schema.ts'
import { listPeople } from './service-list.ts'

/** More than a person can work through in a file; the insurer's own lists come from the core system. */
const MOST_ROWS = 10_000
const SEXES = { male: '男', female: '女', other: 'その他', unknown: '不明' } as const

const COLUMNS: readonly SheetColumn[] = [
  { heading: '氏名', kind: 'text' },
  { heading: 'フリガナ', kind: 'text' },
  { heading: '生年月日', kind: 'date' },
  { heading: '年齢', kind: 'number', format: '0' },
  { heading: '性別', kind: 'text' },
  { heading: '被保険者番号', kind: 'text' },
  { heading: '町', kind: 'text' },
  { heading: '担当センター', kind: 'text' },
  { heading: '主担当', kind: 'text' },
]

/**
 * The list as it is filtered on the screen, in its order, as a file; every person in it stands in the audit line.
 * @throws Problem 422 when it has more rows than a file may hold
 */
export async function exportPeople(
  work: Work,
  query: Omit<ListQuery, 'limit'>,
  format: TableFormat,
): Promise<TableFile> {
  const items: ListItem[] = []
  let cursor: string | undefined
  do {
    const page = await listPeople(work, { ...query, cursor, limit: 200, total: undefined })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
    if (items.length > MOST_ROWS) throw tooMany()
  } while (cursor)
  work.about('person', undefined, { exported: items.length, format })
  return tableFile({ name: '利用者一覧', columns: COLUMNS, rows: items.map(rowOf) }, format, work.clock)
}

const rowOf = (item: ListItem): (string | number | null)[] => [
  item.name,
  item.kana,
  item.birthOn,
  item.ageYears,
  SEXES[item.sex],
  item.insuredNumber,
  item.townName,
  item.centreName,
  item.staffName,
]

const tooMany = () =>
  new Problem('export.too-many', 422, '一度に書き出せるのは1万人までです', {
    detail: 'センター・町・年齢などで絞ってから、もう一度書き出してください。',
  })
