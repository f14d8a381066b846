import { CsvBroken, CsvRecords } from './csv-records.ts'
import { decode, type TextEncodingName } from './encoding.ts'
import type { Limits } from './limits.ts'
import { type Refusal, TabularRefused } from './refusal.ts'
import type { TabularSource } from './source.ts'

/** A row as the file has it. */
export interface RawRow {
  rowNumber: number
  cells: string[]
}

/** U+FFFD, and what the user area of CP932 (F040–F9FC) and its byte 0x80 become. */
export const DAMAGE = /[\uFFFD\uE000-\uF8FF\u0080]/u

/** A row that knows whether the text around it was free of damage: a long list is looked through once, not cell by cell. */
export class CsvRow implements RawRow {
  rowNumber: number
  cells: string[]
  readonly #isSound: boolean

  constructor(rowNumber: number, cells: string[], isSound: boolean) {
    this.rowNumber = rowNumber
    this.cells = cells
    this.#isSound = isSound
  }

  static isSound(row: RawRow): boolean {
    return #isSound in row && row.#isSound
  }
}

/** @yields every record, blank ones too, many at once @throws TabularRefused at broken quotes or a passed limit */
export async function* csvBatches(
  source: TabularSource,
  encoding: TextEncodingName,
  limits: Limits,
): AsyncGenerator<RawRow[]> {
  let records: CsvRecords | undefined
  let rowNumber = 0
  let isBegunSound = true // of the record that began in an earlier part
  const numbered = (found: string[][], isSound: boolean): RawRow[] =>
    found.map((cells, at) => new CsvRow(++rowNumber, cells, isSound && (at > 0 || isBegunSound)))
  try {
    for await (const text of decode(source, encoding)) {
      if (text === '') continue
      records ??= new CsvRecords({ ...limits, delimiter: delimiterOf(text) })
      const isSound = !DAMAGE.test(text)
      const rows = numbered(records.push(text), isSound)
      isBegunSound = isSound && (rows.length > 0 || isBegunSound)
      yield rows
      if (rowNumber > limits.maxRows) throw new TabularRefused(tooManyRows(source.name, limits.maxRows))
    }
    yield numbered(records?.end() ?? [], isBegunSound)
  } catch (error) {
    if (error instanceof CsvBroken) throw new TabularRefused(broken(source.name, error, limits))
    throw error
  }
}

/** Tab where the first lines hold more tabs than commas. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4_000).replace(/"[^"]*"/g, '')
  const count = (c: string) => head.split(c).length
  return count('\t') > count(',') ? '\t' : ','
}

export function tooManyRows(file: string, maxRows: number): Refusal {
  return {
    file,
    row: maxRows + 1,
    column: null,
    cell: null,
    value: null,
    code: 'file.too-many-rows',
    reason: `行数が上限の${maxRows.toLocaleString('en')}行を超えています。`,
    remedy: '不要な行や書式だけの行を消すか、ファイルを分けてください。',
  }
}

function broken(file: string, { code, record }: CsvBroken, limits: Limits): Refusal {
  const words: Record<CsvBroken['code'], [string, string]> = {
    quote: [
      '引用符（"）で閉じたあとに文字が続いています。',
      '値の中の引用符を「""」と二つ重ねて出し直してください。',
    ],
    'open-quote': [
      '引用符（"）が閉じられないまま、ファイルが終わっています。',
      'この行からあとの引用符を確かめて、出し直してください。',
    ],
    columns: [
      `列数が上限の${limits.maxColumns}列を超えています。`,
      '区切り文字を確かめ、不要な列を消してください。',
    ],
    'cell-length': [
      `一つの欄が上限の${limits.maxCellLength.toLocaleString('en')}字を超えています。`,
      '閉じられていない引用符（"）がないか確かめてください。',
    ],
  }
  const [reason, remedy] = words[code]
  return { file, row: record, column: null, cell: null, value: null, code: `csv.${code}`, reason, remedy }
}
