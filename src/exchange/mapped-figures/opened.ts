import { headingsFound } from '../facilities/index.ts'
import {
  columnLetters,
  type FirstRows,
  isTotalName,
  readFirstRows,
  readTabular,
  type Table,
  type TabularSource,
} from '../tabular/index.ts'
import type { FiguresMapping } from './mapping.ts'
import { readPeriod } from './period.ts'

const SEARCHED_ROWS = 30
/** Sheets of 見える化 exports that hold the table; beside them stand ranks and pictures. */
const TABLE_SHEETS = ['表形式', '表']

/** The heading of a column; one without is known by its letter. */
export const headingOf = (heading: string, column: number): string =>
  heading.replace(/\s+/gu, ' ').trim() || `（${columnLetters(column)}列）`

export const headingsOf = (cells: readonly string[]): string[] => cells.map(headingOf)

/** The sheet that is asked for; else the one that by its name holds the table; null: the first. */
export const sheetOf = (asked: string | null, sheetNames: readonly string[]): string | null =>
  asked ?? TABLE_SHEETS.find((name) => sheetNames.includes(name)) ?? null

/** The top of a file, on the sheet that would be read. */
export async function topOf(
  source: TabularSource,
  asked: string | null,
): Promise<FirstRows & { sheet: string | null }> {
  const first = await readFirstRows(source, SEARCHED_ROWS, asked === null ? {} : { sheet: asked })
  const sheet = sheetOf(asked, first.sheetNames)
  if (sheet === asked) return { ...first, sheet }
  return { ...(await readFirstRows(source, SEARCHED_ROWS, sheet === null ? {} : { sheet })), sheet }
}

/** How many cells of a row head a period. */
const periodsIn = (cells: readonly string[]): number =>
  cells.filter((cell) => 'period' in readPeriod(cell, 'fiscal-year')).length

/** The row that looks most like headings: with two periods or more, else with the most different texts. */
export function likelyHeaderRow({ rows }: FirstRows): number {
  const counted = rows.map(({ rowNumber, cells }) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return {
      rowNumber,
      count: new Set(filled).size,
      periods: filled.some(isTotalName) ? 0 : periodsIn(filled),
    }
  })
  const across = counted.find(({ periods }) => periods >= 2)
  const most = Math.max(0, ...counted.map(({ count }) => count))
  return (across ?? counted.find(({ count }) => count >= most * 0.8))?.rowNumber ?? 1
}

/** Opens the table at the row that holds most of what the mapping reads; else at the row it was made with. */
export async function openFigures(source: TabularSource, mapping: FiguresMapping): Promise<Table> {
  const top = await topOf(source, mapping.sheet)
  const found = top.rows.map(({ rowNumber, cells }) => ({
    rowNumber,
    count: headingsFound(mapping, headingsOf(cells)) + (mapping.layout === 'periods' ? periodsIn(cells) : 0),
  }))
  const best = found.reduce((most, one) => (one.count > most.count ? one : most), { rowNumber: 0, count: 0 })
  const headerRow = best.count > 0 ? best.rowNumber : mapping.headerRow
  return readTabular(source, {
    ...(top.sheet === null ? {} : { sheet: top.sheet }),
    ...(headerRow === null ? {} : { headerRow }),
  })
}
