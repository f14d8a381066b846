import type { FiscalYear } from '../../platform/calendar/index.ts'
import { cellAddress, columnLetters, type Refusal, readCount } from '../tabular/index.ts'
import {
  type AnnualCount,
  type AnnualGroup,
  type AnnualRow,
  type AnnualTable,
  LAYOUTS,
  plain,
} from './layout.ts'
import { prefectureNumbers } from './prefectures.ts'

export interface RawSheet {
  sheetName: string
  rows: Iterable<{ rowNumber: number; cells: string[] }>
}

/** What stands above the rows of a sheet. */
export interface SheetHead {
  sheet: string
  group: AnnualGroup
  /** cells above the header */
  above: string[]
  /** where each column of the table stands, from 0; in the order of the table's columns */
  places: number[]
  rows: { rowNumber: number; cells: string[] }[]
}

/** A sheet as it was read: the rows of insurers, and the printed row of the nation. */
export interface ReadSheet extends SheetHead {
  insurers: AnnualRow[]
  nation: AnnualRow | null
  refusals: Refusal[]
}

const NATION = '全国'
const HEADER_ROWS = 3

/** One cell of a workbook of several sheets, or the sheet as a whole. */
export function at(
  file: string,
  sheet: string,
  place: { row: number; column: number; heading: string; value: string } | null,
  [code, reason, remedy]: readonly [code: string, reason: string, remedy: string],
): Refusal {
  return {
    file,
    row: place?.row ?? null,
    column: place?.heading ?? null,
    cell: place === null ? sheet : `${sheet}!${cellAddress(place.row, place.column)}`,
    value: place?.value ?? null,
    code,
    reason,
    remedy,
  }
}

const CHOOSE = (table: AnnualTable) => `年報の「${LAYOUTS[table].name}」のファイルを選んでください。`

/** Finds the title and the columns; merged heading cells give their text to each row and column they cover. */
export function readHead(file: string, raw: RawSheet, table: AnnualTable): SheetHead | Refusal[] {
  const rows = [...raw.rows].filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const layout = LAYOUTS[table]
  const refuse = (...words: [string, string, string]) => [at(file, raw.sheetName, null, words)]
  const first = rows.findIndex(({ cells }) => plain(cells[0] ?? '') === '都道府県')
  const above = rows
    .slice(0, Math.max(first, 0))
    .flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ''))
  const title = above.find((cell) => layout.title.test(plain(cell)))
  if (title === undefined) {
    const found = above[0] ?? rows[0]?.cells.find((cell) => cell.trim() !== '')
    const words = found ? `表題は「${found.trim().slice(0, 60)}」で、` : ''
    return refuse(
      'sheet.other-table',
      `シート「${raw.sheetName}」の${words}読める表ではありません。`,
      CHOOSE(table),
    )
  }
  const begin = rows.findIndex(
    ({ cells }, n) =>
      n > first && (plain(cells[0] ?? '') === NATION || prefectureNumbers.has(plain(cells[0] ?? ''))),
  )
  if (begin < 0 || begin - first > HEADER_ROWS)
    return refuse(
      'sheet.no-rows',
      `シート「${raw.sheetName}」に、全国と保険者の行がありません。`,
      CHOOSE(table),
    )
  const header = rows.slice(first, begin)
  const { places, refusals } = findColumns(file, raw.sheetName, header, table)
  const upper = header.length > 1 ? (header[0]!.cells[places[0] ?? 0] ?? '') : ''
  const group = layout.groups.find(({ heading }) => heading === null || heading.test(plain(upper)))
  if (!group) {
    refusals.push(
      ...refuse(
        'sheet.unknown-group',
        `シート「${raw.sheetName}」の見出し「${upper.trim()}」は、この表にありません。`,
        CHOOSE(table),
      ),
    )
  }
  if (refusals.length > 0 || !group) return refusals
  return { sheet: raw.sheetName, group: group.group, above, places, rows: rows.slice(begin) }
}

function findColumns(
  file: string,
  sheet: string,
  header: readonly { rowNumber: number; cells: string[] }[],
  table: AnnualTable,
): { places: number[]; refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const last = header.at(-1)!
  const width = Math.max(...header.map(({ cells }) => cells.length))
  // the lowest heading that is not empty names the column
  const headings = Array.from(
    { length: width },
    (_, n) => header.findLast(({ cells }) => plain(cells[n] ?? ''))?.cells[n] ?? '',
  )
  const place = (column: number) => ({
    row: last.rowNumber,
    column,
    heading: headings[column]?.trim() || columnLetters(column),
    value: headings[column] ?? '',
  })
  if (plain(headings[1] ?? '') !== '保険者')
    refusals.push(
      at(file, sheet, place(1), [
        'header.unknown',
        '2列目の見出しが「保険者」ではありません。',
        CHOOSE(table),
      ]),
    )
  const { columns } = LAYOUTS[table]
  headings.forEach((heading, n) => {
    if (n < 2 || plain(heading) === '' || columns.some((column) => column.heading === plain(heading))) return
    const words = `見出し「${heading.trim()}」は、この表にありません。`
    refusals.push(
      at(file, sheet, place(n), ['header.unknown', words, '公表されたままのファイルを使ってください。']),
    )
  })
  const places = columns.map((column) => {
    const found = headings.flatMap((heading, n) => (n > 1 && plain(heading) === column.heading ? [n] : []))
    if (found.length !== 1) {
      const words = `見出し「${column.heading}」の列が${found.length === 0 ? 'ありません' : '二つあります'}。`
      refusals.push(
        at(file, sheet, null, ['header.missing', words, '公表されたままのファイルを使ってください。']),
      )
    }
    return found[0] ?? 0
  })
  return { places, refusals }
}

/** Rows of insurers; notes below the table (※, 注) are left out, everything else that is no insurer is refused. */
export function readRows(file: string, head: SheetHead, table: AnnualTable, year: FiscalYear): ReadSheet {
  const read: ReadSheet = { ...head, insurers: [], nation: null, refusals: [] }
  const seen = new Map<string, number>()
  for (const { rowNumber, cells } of head.rows) {
    const [prefectureName = '', insurer = ''] = cells.map((cell) => cell.trim())
    if (
      /^(?:※|\(?注|資料)/u.test(plain(prefectureName)) &&
      cells.slice(1).every((cell) => cell.trim() === '')
    )
      continue
    const name = plain(prefectureName)
    const prefecture = prefectureNumbers.get(name)
    const refuse = (column: number, heading: string, ...words: [string, string, string]) =>
      read.refusals.push(
        at(file, head.sheet, { row: rowNumber, column, heading, value: cells[column] ?? '' }, words),
      )
    const counts = readCounts(head, cells, table, refuse)
    const row = {
      fiscalYear: year,
      group: head.group,
      prefecture: prefecture ?? '00',
      prefectureName: name,
      insurer,
      counts,
    }
    if (name === NATION && insurer === '') {
      if (read.nation)
        refuse(0, '都道府県', 'row.duplicate', '全国の行が二つあります。', '一つだけにしてください。')
      read.nation = { ...row, sheet: head.sheet, rowNumber }
      continue
    }
    if (!prefecture) {
      refuse(
        0,
        '都道府県',
        'cell.prefecture',
        '都道府県の名前として読めません。',
        '公表されたままのファイルを使ってください。',
      )
      continue
    }
    if (insurer === '' || /^(?:総数|総計|合計|小計|計)$/u.test(plain(insurer))) {
      refuse(
        1,
        '保険者',
        'row.total',
        '保険者の名前がない行、または計の行です。',
        'この行を消してください。二重に数えてしまいます。',
      )
      continue
    }
    const key = `${prefecture} ${plain(insurer)}`
    const first = seen.get(key)
    if (first !== undefined)
      refuse(
        1,
        '保険者',
        'row.duplicate',
        `同じ保険者の行が${first}行目にもあります。`,
        'どちらか正しい一行だけにしてください。',
      )
    else seen.set(key, rowNumber)
    read.insurers.push({ ...row, sheet: head.sheet, rowNumber })
  }
  return read
}

function readCounts(
  { places }: SheetHead,
  cells: readonly string[],
  table: AnnualTable,
  refuse: (column: number, heading: string, ...words: [string, string, string]) => void,
): AnnualCount[] {
  const { columns } = LAYOUTS[table]
  return places.map((place, n) => {
    const text = cells[place] ?? ''
    const heading = columns[n]!.heading
    if (text.includes('\uFFFD')) {
      refuse(
        place,
        heading,
        'cell.damaged',
        'ファイルが作られた時点で文字が失われています。',
        '公表元から取り直してください。',
      )
      return { missing: 'blank' }
    }
    const cell = readCount(text)
    if (cell.state === 'value') return cell.value
    if (cell.state === 'missing') return { missing: cell.why }
    refuse(place, heading, cell.code, cell.reason, cell.remedy)
    return { missing: 'blank' }
  })
}
