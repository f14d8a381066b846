import { cleanCode, corporateCheckDigit, modulus10CheckDigit } from '../../platform/text/index.ts'
import type { RowCells } from '../tabular/index.ts'
import { type ColumnName, type OfficeWarning, type OpenDay, openDays } from './layout.ts'

type Cells = RowCells<ColumnName>

export const textOrNull = (cells: Cells, column: ColumnName): string | null => cells.text(column) || null

/** Ten characters, the third may be a letter. A check digit that does not fit is a warning: 21 of 3,822 published ones. */
export function readOfficeNumber(cells: Cells, warnings: OfficeWarning[]): string {
  const number = cleanCode(cells.text('事業所番号'))
  if (!/^\d{2}[0-9A-HJ-NPR-Z]\d{7}$/.test(number)) {
    cells.refuse(
      '事業所番号',
      'cell.office-number',
      '事業所番号が10けた（3けた目だけは英字もあり、I・O・Qは使わない）になっていません。',
      '先頭の0が落ちていないか、指数表記になっていないか確かめてください。',
    )
    return ''
  }
  if (cleanCode(cells.text('No')) !== number) {
    cells.refuse(
      'No',
      'row.numbers-differ',
      `No と事業所番号（${number}）がちがいます。どちらが正しいか分かりません。`,
      '公表サイトから受け取り直してください。',
    )
  }
  if (number.at(-1) !== String(modulus10CheckDigit(number.slice(0, 9)))) warnings.push('office-number')
  return number
}

/** As typed; a length or check digit that does not fit is a warning. */
export function readCorporateNumber(cells: Cells, warnings: OfficeWarning[]): string | null {
  const number = cleanCode(cells.text('法人番号'))
  if (number === '') return null
  const isRight = /^\d{13}$/.test(number) && Number(number[0]) === corporateCheckDigit(number.slice(1))
  if (!isRight) warnings.push('corporate-number')
  return number
}

/** 0 and empty both say that there is no capacity. */
export function readCapacity(cells: Cells): number | null {
  const text = cells.text('定員').normalize('NFKC')
  if (/^\d{0,6}$/.test(text)) return Number(text) || null
  const remedy = '0以上の整数に直すか、空欄にしてください。'
  cells.refuse('定員', 'cell.not-a-number', '定員が数として読めません。', remedy)
  return null
}

export function readDays(cells: Cells): OpenDay[] {
  const words = cells
    .text('利用可能曜日')
    .split(/[,、]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const isDay = (word: string): word is OpenDay => (openDays as readonly string[]).includes(word)
  const other = words.find((word) => !isDay(word))
  if (other !== undefined) {
    const reason = `「${other}」は、この様式の曜日（${openDays.join('、')}）にありません。`
    cells.refuse('利用可能曜日', 'cell.days', reason, '様式どおりの言葉に直してください。')
  }
  return words.filter(isDay)
}

interface Place {
  latitude: number | null
  longitude: number | null
}
const nowhere: Place = { latitude: null, longitude: null }

/** Degrees; empty is none, a place outside Japan is none with a warning. */
export function readPlace(cells: Cells, warnings: OfficeWarning[]): Place {
  const latitude = readDegrees(cells, '緯度')
  const longitude = readDegrees(cells, '経度')
  if (latitude === null || longitude === null) return nowhere
  // a mistaken order or a zero puts a Japanese place outside these bounds
  if (latitude > 20 && latitude < 46 && longitude > 122 && longitude < 154) return { latitude, longitude }
  warnings.push('place')
  return nowhere
}

function readDegrees(cells: Cells, column: '緯度' | '経度'): number | null {
  const text = cells.text(column).normalize('NFKC')
  if (text === '') return null
  if (/^-?\d{1,3}(?:\.\d+)?$/.test(text)) return Number(text)
  const remedy = '「34.340000」のような度の数に直すか、空欄にしてください。'
  cells.refuse(column, 'cell.location', `${column}が数として読めません。`, remedy)
  return null
}
