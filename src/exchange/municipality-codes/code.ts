import { cleanCode, localGovernmentCheckDigit } from '../../platform/text/index.ts'
import type { CellValue } from '../tabular/index.ts'

const isInPrefecture = (code: string) => Number(code.slice(0, 2)) >= 1 && Number(code.slice(0, 2)) <= 47
const isWhole = (six: string) => localGovernmentCheckDigit(six.slice(0, 5)) === Number(six[5])

/**
 * Every six-digit code that a cell can mean: 372013 itself, 37201 with its check digit, 10006 also as 010006 that lost its
 * zero; a four-digit 1100 is 01100 without both. Empty: none.
 */
export function codeReadings(cell: string): string[] {
  const text = cleanCode(cell)
  if (!/^\d{4,6}$/.test(text)) return []
  const complete = (five: string) => `${five}${localGovernmentCheckDigit(five)}`
  const readings =
    text.length === 6 ? [text] : text.length === 5 ? [complete(text), `0${text}`] : [complete(`0${text}`)]
  return readings.filter((code) => isInPrefecture(code) && isWhole(code))
}

/** @param prefecture two digits of the prefecture that the row names: it decides between two readings */
export function readCode(cell: string, prefecture: string): CellValue<string> {
  if (cleanCode(cell) === '') return { state: 'missing', why: 'blank' }
  const readings = codeReadings(cell)
  const fitting = readings.find((code) => code.startsWith(prefecture))
  if (fitting !== undefined) return { state: 'value', value: fitting }
  return {
    state: 'wrong',
    code: readings.length > 0 ? 'cell.other-prefecture' : 'cell.municipality-code',
    reason:
      readings.length > 0
        ? `このコードは、行の都道府県（${prefecture}）のものではありません。`
        : '全国地方公共団体コードとして読めません。6けたの最後の検査数字が合わないか、けた数が違います。',
    remedy: 'コードを6けたで確かめてください（先頭の0が落ちていませんか）。',
  }
}
