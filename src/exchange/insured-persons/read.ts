import { cleanLine, findIndividualNumbers } from '../../platform/text/index.ts'
import {
  type CellValue,
  cellAddress,
  type Item,
  type LayoutFile,
  type ReadOptions,
  type Refusal,
  RowCells,
  type RowReader,
  readLayout,
  refusedFile,
  type Table,
  type TabularSource,
} from '../tabular/index.ts'
import {
  readBirth,
  readChangeReason,
  readFlag,
  readHistoryNumber,
  readInsuredNumber,
  readKeyNumber,
  readOptionalDay,
  readPostalCode,
  readSex,
  readTimestamp,
} from './cells.ts'
import { type InsuredPersonsFileName, parseFileName } from './file-name.ts'
import { type Column, columns, type InsuredPersonRow } from './record.ts'

export type InsuredPersonsFile = LayoutFile<InsuredPersonRow> & {
  /** absent when the name is not of the layout; the file is refused then */
  about?: InsuredPersonsFileName
}

/** Reads a full list or a difference file; everything wrong comes as an item. `source.name` is the file name of the layout. */
export async function readInsuredPersons(
  source: TabularSource,
  options: ReadOptions = {},
): Promise<InsuredPersonsFile> {
  const name = parseFileName(source.name)
  if (!name.ok) return refusedFile(name.refusal)
  const createReader = (table: Table, index: ReadonlyMap<Column, number>) =>
    personReader(table, index, name.value.createdOn)
  const file = await readLayout(source, { required: columns }, createReader, {
    ...options,
    hideValues: true,
    checkHeader,
  })
  return { ...file, about: name.value }
}

/** A column of 個人番号 refuses the file; a file without headings is refused without showing its first person. */
function checkHeader(table: Table): Refusal[] {
  const row = table.headerRowNumber
  const at = table.header.findIndex((heading) =>
    /個人番号|マイナンバー|MY[\s_-]*NUMBER/iu.test(heading.normalize('NFKC')),
  )
  const base = { file: table.file, row, value: null }
  if (at >= 0) {
    const reason = '個人番号（マイナンバー）の列があります。このシステムは個人番号を受け取りません。'
    const remedy =
      '基幹システムの出力項目から個人番号を外して、出し直してください。受け取ったファイルは消してください。'
    return [
      {
        ...base,
        column: '個人番号',
        cell: cellAddress(row, at),
        code: 'header.individual-number',
        reason,
        remedy,
      },
    ]
  }
  if (table.header.includes('宛名番号') && table.header.includes('履歴番号')) return []
  const reason = '見出しの行がないか、様式の見出しではありません。'
  return [
    {
      ...base,
      column: null,
      cell: null,
      code: 'header.absent',
      reason,
      remedy: '1行目に様式どおりの見出しを付けて出し直してください。',
    },
  ]
}

function personReader(
  table: Table,
  index: ReadonlyMap<Column, number>,
  createdOn: string,
): RowReader<InsuredPersonRow> {
  return (row) => {
    const cells = new RowCells<Column>(table, row, index)
    const holdsIndividualNumber = refuseIndividualNumbers(cells)
    // unless the row clearly says 'not protected', nothing of it may stand in a report
    cells.hidesValues = holdsIndividualNumber || cells.text('支援措置対象者区分') !== '0'
    const person = cells.refusals.length > 0 ? undefined : readPerson(cells)
    if (person) checkPerson(cells, person, createdOn)
    return person && cells.refusals.length === 0
      ? [{ kind: 'row', row: person }]
      : cells.refusals.map((refusal): Item<InsuredPersonRow> => ({ kind: 'refused', refusal }))
  }
}

function refuseIndividualNumbers(cells: RowCells<Column>): boolean {
  const found = columns.filter((column) => findIndividualNumbers(cells.text(column)).length > 0)
  cells.hidesValues = true
  for (const column of found) {
    cells.refuse(
      column,
      'cell.individual-number',
      '個人番号（マイナンバー）と思われる12けたの数字があります。値は表示も保存もしません。',
      column.endsWith('番号') && column !== '電話番号'
        ? '個人番号でなければ、前に0を付けて15けたにして出し直してください。'
        : 'その欄から数字を除いて出し直してください。',
    )
  }
  return found.length > 0
}

function readPerson(cells: RowCells<Column>): InsuredPersonRow {
  const text = (column: Column) => cleanLine(cells.text(column)) || null
  const must = <T>(column: Column, read: (cell: string) => CellValue<T>, fallback: T): T =>
    required(cells, column, read, fallback)
  return {
    residentNumber: must('宛名番号', readKeyNumber, ''),
    historyNumber: must('履歴番号', readHistoryNumber, 0),
    householdNumber: cells.value('世帯番号', readKeyNumber),
    insuredNumber: cells.value('被保険者番号', readInsuredNumber),
    name: must('氏名', readName, ''),
    nameKana: text('氏名カナ'),
    birth: must('生年月日', (cell) => readBirth(cell, cells.text('生年月日不詳区分')), {
      state: 'year-unknown',
    }),
    sex: must('性別', readSex, 'unknown'),
    relationship: text('続柄'),
    postalCode: cells.value('郵便番号', readPostalCode),
    town: text('町字名'),
    lot: text('番地'),
    building: text('方書'),
    phone: text('電話番号'),
    changeReason: cells.value('異動事由', readChangeReason),
    changedOn: cells.value('異動年月日', readOptionalDay),
    qualifiedOn: cells.value('資格取得日', readOptionalDay),
    disqualifiedOn: cells.value('資格喪失日', readOptionalDay),
    isResidentException: must('住所地特例', readFlag, false),
    isProtected: must('支援措置対象者区分', readFlag, true),
    isDeleted: must('削除区分', readFlag, false),
    updatedAt: must('最終更新日時', readTimestamp, ''),
    rowNumber: cells.rowNumber,
  }
}

function readName(cell: string): CellValue<string> {
  const name = cleanLine(cell)
  return name === '' ? { state: 'missing', why: 'blank' } : { state: 'value', value: name }
}

/** A missing cell is refused too; `fallback` only completes the type, such a row is never handed on. */
function required<T>(
  cells: RowCells<Column>,
  column: Column,
  read: (cell: string) => CellValue<T>,
  fallback: T,
): T {
  const before = cells.refusals.length
  const value = cells.value(column, read)
  if (value !== null) return value
  if (cells.refusals.length === before) {
    cells.refuse(
      column,
      'cell.missing',
      `「${column}」が空です。`,
      '必ず入れる欄です。基幹システムの出力項目を確かめてください。',
    )
  }
  return fallback
}

function checkPerson(cells: RowCells<Column>, person: InsuredPersonRow, createdOn: string): void {
  const { birth, qualifiedOn, disqualifiedOn } = person
  if (birth.state === 'known' && birth.date > createdOn) {
    cells.refuse(
      '生年月日',
      'cell.future',
      '生年月日がファイルの作成日より後です。',
      '生年月日か、ファイル名の作成日を直してください。',
    )
  }
  if (qualifiedOn !== null && disqualifiedOn !== null && disqualifiedOn < qualifiedOn) {
    cells.refuse(
      '資格喪失日',
      'row.dates',
      '資格喪失日が資格取得日より前です。',
      '二つの日付を確かめてください。',
    )
  }
}
