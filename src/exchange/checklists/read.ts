import { cleanCode, cleanLine, findIndividualNumbers } from '../../platform/text/index.ts'
import {
  type CellValue,
  fileRefusal,
  type LayoutFile,
  type ReadOptions,
  type Refusal,
  RowCells,
  type RowReader,
  readDay,
  readLayout,
  type Table,
  type TabularRow,
  type TabularSource,
} from '../tabular/index.ts'
import {
  answerHeading,
  type ChecklistFileRow,
  CODING_HEADING,
  CODING_WORDS,
  type Column,
  columnNames,
  type FileCoding,
  METHOD_WORDS,
  questionNumbers,
  RESPONDENT_WORDS,
  readCoding,
} from './layout.ts'

export interface ChecklistFileOptions extends ReadOptions {
  /** days after this are refused; from the injected clock */
  notAfter?: string
}

/**
 * Reads a file of 基本チェックリスト. The file says itself how 0 and 1 are meant: in the column 記入方式, or in a line
 * `#記入方式,用紙の数字` above the headings. Without it, or with two of them, nothing of the file is taken.
 */
export function readChecklists(
  source: TabularSource,
  options: ChecklistFileOptions = {},
): Promise<LayoutFile<ChecklistFileRow>> {
  return readLayout<ChecklistFileRow, Column>(
    source,
    columnNames,
    (table, index) => sheetReader(table, index, options.notAfter),
    { ...options, checkHeader: codingDeclared },
  )
}

const REMEDY = `「${CODING_HEADING}」の列に「${CODING_WORDS.paperNumber}」か「${CODING_WORDS.yesNo}」と書いてください（ひな形にあります）。`

function codingDeclared(table: Table): Refusal[] {
  const above = table.metadata[CODING_HEADING]
  if (above !== undefined) {
    const coding = readCoding(above)
    if (coding !== undefined && coding !== 'blank') return []
    return [
      fileRefusal(
        table.file,
        'file.coding-unknown',
        `見出しの上の「#${CODING_HEADING}」が読めません。`,
        `「${CODING_WORDS.paperNumber}」か「${CODING_WORDS.yesNo}」にしてください。`,
      ),
    ]
  }
  if (table.header.includes(CODING_HEADING)) return []
  return [
    fileRefusal(
      table.file,
      'file.coding-not-declared',
      '0と1の意味（用紙で丸を付けた数字か、はい=1か）が、ファイルに書かれていません。読み違えると結果が逆になるため、推測では読み込みません。',
      REMEDY,
    ),
  ]
}

function sheetReader(
  table: Table,
  index: ReadonlyMap<Column, number>,
  notAfter: string | undefined,
): RowReader<ChecklistFileRow> {
  const above = readCoding(table.metadata[CODING_HEADING] ?? '')
  let declared = above === 'blank' ? undefined : above
  return (row) => {
    if (isUnfilled(row, index)) return []
    const cells = new RowCells<Column>(table, row, index)
    const coding = codingOf(cells, declared)
    declared ??= coding
    if (refuseIndividualNumbers(cells)) return refusedItems(cells)
    const sheet = coding && readSheet(cells, coding, notAfter)
    return sheet && cells.refusals.length === 0 ? [{ kind: 'row', row: sheet }] : refusedItems(cells)
  }
}

const refusedItems = (cells: RowCells<Column>) =>
  cells.refusals.map((refusal) => ({ kind: 'refused' as const, refusal }))

/** A row of the template that nobody filled in. */
const isUnfilled = (row: TabularRow, index: ReadonlyMap<Column, number>): boolean =>
  row.cells.every((cell, at) => at === index.get(CODING_HEADING) || cell.trim() === '')

/** The coding of the row, which is that of the file. A row may repeat it; another one refuses the file. */
function codingOf(cells: RowCells<Column>, declared: FileCoding | undefined): FileCoding | undefined {
  const stated = readCoding(cells.text(CODING_HEADING))
  if (stated === undefined) {
    cells.refuse(
      CODING_HEADING,
      'cell.coding',
      '記入方式が読めません。',
      `「${CODING_WORDS.paperNumber}」か「${CODING_WORDS.yesNo}」にしてください。`,
    )
    return declared
  }
  if (stated === 'blank') {
    if (declared) return declared
    cells.refuse(CODING_HEADING, 'cell.coding-missing', '記入方式が空です。推測では読み込みません。', REMEDY)
    return undefined
  }
  if (declared && stated !== declared) {
    cells.refuse(
      CODING_HEADING,
      'row.two-codings',
      `一つのファイルに二つの記入方式があります（初めは「${CODING_WORDS[declared]}」）。`,
      '記入方式ごとに、ファイルを分けてください。',
    )
  }
  return stated
}

/** Twelve digits that check as a 個人番号: their value is never shown. */
function refuseIndividualNumbers(cells: RowCells<Column>): boolean {
  const found = (['被保険者番号', '宛名番号', 'フリガナ', '備考', '職員番号'] as const).filter(
    (column) => findIndividualNumbers(cells.text(column)).length > 0,
  )
  cells.hidesValues = true
  for (const column of found) {
    cells.refuse(
      column,
      'cell.individual-number',
      '個人番号（マイナンバー）と思われる12けたの数字があります。値は表示も保存もしません。',
      'その欄から数字を除いて出し直してください。',
    )
  }
  cells.hidesValues = false
  return found.length > 0
}

function readSheet(
  cells: RowCells<Column>,
  coding: FileCoding,
  notAfter: string | undefined,
): ChecklistFileRow | null {
  const person = readPerson(cells)
  const answeredOn = readAnsweredOn(cells, notAfter)
  const method = readWord(cells, '実施方法', METHOD_WORDS)
  if (method === null && cells.text('実施方法') === '')
    cells.refuse(
      '実施方法',
      'cell.missing',
      '実施方法が空です。',
      `${METHOD_WORDS.join('・')}のどれかにしてください。`,
    )
  const sheet = {
    coding,
    ...person,
    respondent: readWord(cells, '回答者', RESPONDENT_WORDS),
    cells: Object.fromEntries(questionNumbers.map((no) => [no, readAnswer(cells, no, coding)])),
    height: cells.value('身長（cm）', (cell) => readHundredths(cell, 'cm', '156.0')),
    weight: cells.value('体重（kg）', (cell) => readHundredths(cell, 'kg', '45.5')),
    minutes: cells.value('所要時間（分）', readMinutes),
    note: cleanLine(cells.text('備考')) || null,
    staffNumber: cleanLine(cells.text('職員番号')) || null,
    rowNumber: cells.rowNumber,
  }
  if (Object.values(sheet.cells).every((cell) => cell === ''))
    cells.refuse(
      'No.1',
      'row.no-answers',
      '回答が一つもありません。',
      '用紙を見て入れるか、この行を消してください。',
    )
  return answeredOn !== null && method !== null ? { ...sheet, answeredOn, method } : null
}

function readPerson(cells: RowCells<Column>) {
  const insuredNumber = cells.value('被保険者番号', readInsuredNumber)
  const residentNumber = cleanCode(cells.text('宛名番号')) || null
  const birthOn = cells.value('生年月日', readDay)
  const kana = cleanLine(cells.text('フリガナ')) || null
  if (cells.text('被保険者番号') === '' && residentNumber === null)
    cells.refuse(
      '被保険者番号',
      'row.person-missing',
      '被保険者番号も宛名番号もありません。',
      'どちらかを入れてください。',
    )
  if (cells.text('生年月日') === '' && kana === null)
    cells.refuse(
      '生年月日',
      'row.check-missing',
      '生年月日もフリガナもないため、別の方の用紙でないか確かめられません。',
      'どちらかを入れてください。',
    )
  return { insuredNumber, residentNumber, birthOn, kana }
}

function readAnsweredOn(cells: RowCells<Column>, notAfter: string | undefined): string | null {
  const before = cells.refusals.length
  const day = cells.value('実施日', readDay)
  if (day === null && cells.refusals.length === before)
    cells.refuse(
      '実施日',
      'cell.missing',
      '実施日が空です。',
      '「2026-11-22」か「R8.11.22」の形で入れてください。',
    )
  if (day === null || notAfter === undefined || day <= notAfter) return day
  cells.refuse('実施日', 'cell.future', '実施日が先の日付です。', '用紙の日付を確かめてください。')
  return null
}

/** NUM-03: ten digits, or H and nine; leading zeros are not put back by guess. */
function readInsuredNumber(cell: string): CellValue<string> {
  const number = cleanCode(cell)
  if (number === '') return { state: 'missing', why: 'blank' }
  if (/^(?:\d{10}|H\d{9})$/.test(number)) return { state: 'value', value: number }
  return {
    state: 'wrong',
    code: 'cell.insured-number',
    reason: '被保険者番号が10けたの数字（またはHと9けたの数字）になっていません。',
    remedy: '先頭の0が落ちていないか確かめてください。',
  }
}

function readWord<const W extends string>(
  cells: RowCells<Column>,
  column: Column,
  words: readonly W[],
): W | null {
  const text = cleanLine(cells.text(column)).normalize('NFKC')
  if (text === '') return null
  const found = words.find((word) => word === text)
  if (found === undefined)
    cells.refuse(
      column,
      'cell.not-in-list',
      `「${column}」が様式の語にありません。`,
      `${words.join('・')}のどれかにしてください。`,
    )
  return found ?? null
}

const DECLINED = '回答拒否'

/** A cell as it stands, in half width; what it means follows from the coding. */
function readAnswer(cells: RowCells<Column>, no: number, coding: FileCoding): string {
  const column = answerHeading(no) as Column
  const text = cells.text(column).normalize('NFKC').trim()
  if (text === '' || text === '0' || text === '1' || text === DECLINED) return text
  const isWord = text === 'はい' || text === 'いいえ'
  if (isWord && coding === 'yesNo') return text
  if (isWord)
    cells.refuse(
      column,
      'cell.word-in-paper-number',
      '記入方式が「用紙の数字」なのに、はい・いいえの語があります。',
      '丸を付けた数字にするか、ファイル全体の記入方式を「はい=1」にしてください。',
    )
  else
    cells.refuse(
      column,
      'cell.answer',
      '回答として読めません。',
      `0・1・空欄・${DECLINED}（記入方式が「はい=1」のときは、はい・いいえも）のどれかにしてください。`,
    )
  return ''
}

/** '１５６．５' → 15650 */
function readHundredths(cell: string, unit: string, example: string): CellValue<number> {
  const text = cell.normalize('NFKC').trim()
  if (text === '') return { state: 'missing', why: 'blank' }
  const parts = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text)
  if (parts)
    return { state: 'value', value: Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) }
  return {
    state: 'wrong',
    code: 'cell.measured',
    reason: `${unit}の数字として読めません。`,
    remedy: `小数は第2位までの数字にしてください（例 ${example}）。`,
  }
}

function readMinutes(cell: string): CellValue<number> {
  const text = cell.normalize('NFKC').trim()
  if (text === '') return { state: 'missing', why: 'blank' }
  if (/^\d{1,4}$/.test(text) && Number(text) <= 1440) return { state: 'value', value: Number(text) }
  return {
    state: 'wrong',
    code: 'cell.minutes',
    reason: '所要時間が0～1440分の整数になっていません。',
    remedy: '分を整数で入れてください。',
  }
}
