import { csvSafe } from '../../platform/text/index.ts'
import { encodeCp932 } from './cp932.ts'
import { cellAddress } from './refusal.ts'

export interface CsvOptions {
  /** UTF-8 comes with a BOM: Excel on Japanese Windows needs it */
  encoding: 'UTF-8+BOM' | 'CP932'
  /** keeps a spreadsheet from running cells as formulas; off for fixed layouts between systems */
  formulaGuard?: boolean
  /** quotes around every cell, or only where needed */
  quote?: 'all' | 'needed'
}

/** A cell holds a character the encoding lacks. The caller shows `message`; nothing was written as `?`. */
export class UnencodableCharacter extends Error {
  override readonly name = 'UnencodableCharacter'
  readonly cell: string
  readonly character: string
  readonly codePoint: string

  constructor(cell: string, character: string, codePoint: string) {
    super(
      `${cell} の「${character}」（${codePoint}）は Shift_JIS にない文字です。UTF-8 で出力するか、相手先と代わりの字を決めてください。`,
    )
    this.cell = cell
    this.character = character
    this.codePoint = codePoint
  }
}

/** @yields one line at a time, CRLF @throws UnencodableCharacter */
export function* writeCsv(rows: Iterable<readonly string[]>, options: CsvOptions): Generator<Uint8Array> {
  const { encoding, formulaGuard = true, quote = 'needed' } = options
  if (encoding === 'UTF-8+BOM') yield Uint8Array.of(0xef, 0xbb, 0xbf)
  let rowNumber = 0
  for (const row of rows) {
    rowNumber++
    const cells = row.map((cell) => quoted(formulaGuard ? csvSafe(cell) : cell, quote))
    // a lone empty cell would look like a blank line
    const line = `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`
    yield encoding === 'CP932' ? toCp932(line, row, rowNumber) : new TextEncoder().encode(line)
  }
}

/** All lines in one piece, for answers of moderate size. @throws UnencodableCharacter */
export function csvBytes(rows: Iterable<readonly string[]>, options: CsvOptions): Uint8Array {
  return Buffer.concat([...writeCsv(rows, options)])
}

function quoted(cell: string, quote: 'all' | 'needed'): string {
  return quote === 'all' || /[",\r\n\t]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function toCp932(line: string, row: readonly string[], rowNumber: number): Uint8Array {
  const encoded = encodeCp932(line)
  if (encoded.ok) return encoded.bytes
  const column = row.findIndex((cell) => !encodeCp932(cell).ok)
  throw new UnencodableCharacter(
    cellAddress(rowNumber, Math.max(column, 0)),
    encoded.character,
    encoded.codePoint,
  )
}
