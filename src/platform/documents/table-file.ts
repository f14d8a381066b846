import type { Context } from 'hono'
import { csvBytes, type SheetColumn, UnencodableCharacter, writeXlsx } from '../../exchange/tabular/index.ts'
import type { Clock } from '../clock.ts'
import { invalid } from '../errors/index.ts'

export type TableFormat = 'csv' | 'csv-cp932' | 'xlsx'

export interface TableFile {
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  'csv-cp932': 'text/csv; charset=shift_jis',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

interface TableInput {
  /** file and sheet name, without ending */
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  /** attribution, conditions; the day of making is added */
  notes?: readonly string[]
}

/**
 * What a screen shows, as a file: the same cells as Excel (real types) or CSV (UTF-8 with BOM, or Shift_JIS; formulas made
 * harmless). @throws Problem 422 when a character has no place in Shift_JIS, with its cell
 */
export async function tableFile(
  { name, columns, rows, notes = [] }: TableInput,
  format: TableFormat,
  clock: Clock,
): Promise<TableFile> {
  const today = clock.today().toString()
  const bytes =
    format === 'xlsx'
      ? await writeXlsx([{ name, columns, rows }], {
          notes: [...notes, `作成日 ${today}`],
          createdAt: new Date(clock.now().epochMilliseconds),
        })
      : csvOf([columns.map(({ heading }) => heading), ...rows.map((row) => row.map(textOf))], format)
  const ending = format === 'xlsx' ? 'xlsx' : 'csv'
  return { name: `${name}_${today}.${ending}`, type: TYPES[format], bytes: Uint8Array.from(bytes) }
}

function csvOf(rows: readonly string[][], format: 'csv' | 'csv-cp932'): Uint8Array {
  try {
    return csvBytes(rows, { encoding: format === 'csv' ? 'UTF-8+BOM' : 'CP932' })
  } catch (error) {
    if (!(error instanceof UnencodableCharacter)) throw error
    const message = `ファイルの ${error.message.replace(/UTF-8 で.*$/, 'CSV（UTF-8）か Excel を選んでください。')}`
    throw invalid([{ path: 'format', code: 'unencodable', message }])
  }
}

const textOf = (value: string | number | null): string => (value === null ? '' : String(value))

/** Answers with a file to be stored. The name holds no personal word. */
export function answerFile(c: Context, { name, type, bytes }: TableFile): Response {
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  return c.body(bytes, 200)
}
