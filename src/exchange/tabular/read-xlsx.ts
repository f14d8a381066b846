import type ExcelJS from 'exceljs'
import { type Limits, xlsxLimits } from './limits.ts'
import type { RawRow } from './read-csv.ts'
import { tooManyRows } from './read-csv.ts'
import { fileRefusal, TabularRefused } from './refusal.ts'
import { allBytes, type TabularSource } from './source.ts'
import { tamed } from './tame-workbook.ts'
import { inspectZip } from './workbook-guard.ts'

export interface OpenedSheet {
  sheetName: string
  /** sheets with content, in the order of the tabs */
  sheetNames: string[]
  rows: Iterable<RawRow>
}

/** @param sheet name of the sheet to read; else the first visible one with content @throws TabularRefused */
export async function openWorkbook(
  source: TabularSource,
  limits: Limits,
  sheet?: string,
): Promise<OpenedSheet> {
  const filled = await filledSheets(source, limits)
  const chosen =
    sheet === undefined
      ? (filled.find((ws) => ws.state === 'visible') ?? filled[0])
      : filled.find((ws) => ws.name === sheet)
  if (chosen === undefined) throw new TabularRefused(noSheet(source.name, sheet))
  return {
    sheetName: chosen.name,
    sheetNames: filled.map((ws) => ws.name),
    rows: rowsOf(source.name, chosen, limits),
  }
}

/** Every sheet with content in the order of the tabs, for workbooks whose sheets belong together. @throws TabularRefused */
export async function openSheets(
  source: TabularSource,
  limits: Limits = xlsxLimits,
): Promise<{ sheetName: string; rows: Iterable<RawRow> }[]> {
  const filled = await filledSheets(source, limits)
  if (filled.length === 0) throw new TabularRefused(noSheet(source.name, undefined))
  return filled.map((ws) => ({ sheetName: ws.name, rows: rowsOf(source.name, ws, limits) }))
}

async function filledSheets(source: TabularSource, limits: Limits): Promise<ExcelJS.Worksheet[]> {
  const bytes = await allBytes(source)
  const state = inspectZip(bytes, limits.maxInflatedBytes)
  if (state !== 'ok') throw new TabularRefused(refuseZip(source.name, state, limits))
  const tame = tamed(bytes)
  if (typeof tame === 'string') throw new TabularRefused(refuseZip(source.name, tame, limits))
  // loaded when the first workbook is met: a third of the time of a start, for what most starts never need
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  try {
    await workbook.xlsx.load(Uint8Array.from(tame).buffer)
  } catch {
    throw new TabularRefused(refuseZip(source.name, 'broken', limits))
  }
  return workbook.worksheets.filter((ws) => ws.actualRowCount > 0)
}

function* rowsOf(file: string, sheet: ExcelJS.Worksheet, limits: Limits): Generator<RawRow> {
  if (sheet.rowCount > limits.maxRows) throw new TabularRefused(tooManyRows(file, limits.maxRows))
  for (let rowNumber = 1; rowNumber <= sheet.rowCount; rowNumber++) {
    const row = sheet.findRow(rowNumber)
    const cells: string[] = []
    for (let column = 1; column <= (row?.cellCount ?? 0); column++) {
      if (column > limits.maxColumns)
        throw new TabularRefused(tooManyColumns(file, rowNumber, limits.maxColumns))
      cells.push(cellText(row?.findCell(column)?.value ?? null))
    }
    yield { rowNumber, cells }
  }
}

/** Text of a cell: dates as ISO, formulas by their stored result, an error as `#REF!`. */
export function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateText(value)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('error' in value) return value.error
  if ('hyperlink' in value) return typeof value.text === 'string' ? value.text : cellText(value.text)
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result ?? null)
  return ''
}

/** A workbook's day has no zone: exceljs puts it at midnight UTC. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '#VALUE!'
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

function refuseZip(file: string, state: 'too-large' | 'broken', limits: Limits) {
  return state === 'too-large'
    ? fileRefusal(
        file,
        'file.too-large',
        `展開すると上限の${Math.floor(limits.maxInflatedBytes / 1024 / 1024)}MBを超えるか、結合したセルが多すぎるため、開きませんでした。`,
        '書式だけの行、セルの結合、画像を消すか、CSV で出し直してください。',
      )
    : fileRefusal(
        file,
        'file.broken-workbook',
        'Excel ファイル（.xlsx）として開けません。壊れているか、パスワードが付いています。',
        'Excel で開いてパスワードなしで保存し直すか、CSV で出し直してください。',
      )
}

function noSheet(file: string, sheet: string | undefined) {
  return sheet === undefined
    ? fileRefusal(
        file,
        'file.empty',
        'データのあるシートがありません。',
        'ファイルを開いて中身を確かめてください。',
      )
    : fileRefusal(
        file,
        'file.no-sheet',
        `シート「${sheet}」がないか、空です。`,
        'シートの名前を確かめてください。',
      )
}

function tooManyColumns(file: string, row: number, max: number) {
  return {
    ...fileRefusal(
      file,
      'file.too-many-columns',
      `列数が上限の${max}列を超えています。`,
      '不要な列や書式だけの列を消してください。',
    ),
    row,
  }
}
