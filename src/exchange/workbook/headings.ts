import { isPlaceholder } from './fill.ts'
import { type CellAt, keyOf, type Range } from './reference.ts'
import type { Sheet } from './sheet.ts'

/** Where a cell stands, in the words of its sheet. Outermost heading first. */
export interface Place {
  sheet: string
  /** nearest line above that spans the table or stands alone; tells tables of the same headings apart */
  title: string | null
  rowPath: string[]
  columnPath: string[]
}

/** A text of the sheet that can head rows or columns. */
export interface Heading {
  text: string
  range: Range
  isMerged: boolean
  /** of the label in its cell: leading spaces and steps of indentation */
  indent: number
}

export interface HeadingReader {
  sheet: Sheet
  /** each once */
  all: readonly Heading[]
  /** top left cell of the merged range a cell lies in; else the cell */
  anchorOf(at: CellAt): CellAt
  placeOf(at: CellAt): Place
}

/** cells of merged ranges together: a range over a whole sheet says nothing and costs everything */
const MAX_MERGED = 500_000
/** columns that are looked through for a heading: wider than any form, and an end for a file made to cost time */
const REACH = 400
/** headings over one another, or beside: a column of words is no heading of its last cell */
const MAX_LEVELS = 8
/** lines that explain and name nothing */
const NOTE = /^\s*[（(]?(※|注|備考|単位|＊|\*)/
/** what belongs to the line above it: わが国の表の「うち」 */
const PART = /^[（(]?(うち|内訳|内数)/

/** Reads headings of a sheet; everything is remembered, so that a thousand cells cost little more than one. */
export function readHeadings(sheet: Sheet): HeadingReader {
  const merged = mergedCells(sheet)
  const byAnchor = new Map<number, Heading>()
  for (const cell of sheet.cells.values()) {
    if ((cell.kind !== 'text' && cell.kind !== 'date') || isPlaceholder(cell.text)) continue
    const merge = merged.get(keyOf(cell))
    if (merge && (merge.top !== cell.row || merge.left !== cell.column)) continue
    const { row, column } = cell
    byAnchor.set(keyOf(cell), {
      text: cell.text,
      range: merge ?? { top: row, left: column, bottom: row, right: column },
      isMerged: merge !== undefined,
      indent: cell.style.indent + leadingSpaces(cell.text) + (PART.test(cell.text.trim()) ? 0.5 : 0),
    })
  }
  const anchorOf = (at: CellAt): CellAt => {
    const merge = merged.get(keyOf(at))
    return merge ? { row: merge.top, column: merge.left } : { row: at.row, column: at.column }
  }
  const at = (row: number, column: number) => byAnchor.get(keyOf(anchorOf({ row, column })))
  const columns = rowsByColumn(byAnchor.values())
  const scan: Scan = { sheet, at, above: (row, column) => lastBelow(columns.get(column) ?? [], row) }
  return { sheet, all: [...byAnchor.values()], anchorOf, placeOf: (cell) => placeOf(scan, anchorOf(cell)) }
}

interface Scan {
  sheet: Sheet
  at(row: number, column: number): Heading | undefined
  /** the nearest row above with a heading over the column; 0: none */
  above(row: number, column: number): number
}

function placeOf(scan: Scan, at: CellAt): Place {
  const label = innermostLabel(scan, at)
  const { path, top, bottom, banner } = columnHeadings(scan, at, label)
  return {
    sheet: scan.sheet.name,
    title: banner ?? titleAbove(scan, top, at.column),
    rowPath: rowHeadings(scan, at, label, bottom),
    columnPath: path,
  }
}

/** The nearest text to the left in the row. */
function innermostLabel({ at }: Scan, { row, column }: CellAt): Heading | undefined {
  for (let c = column - 1; c >= Math.max(0, column - REACH); c--) {
    const heading = at(row, c)
    if (heading) return heading
  }
  return undefined
}

function columnHeadings(scan: Scan, { row, column }: CellAt, label: Heading | undefined) {
  const isBanner = ({ range }: Heading) => label !== undefined && range.left <= label.range.right
  let banner: string | null = null
  let r = scan.above(row, column)
  for (let heading = scan.at(r, column); heading && isBanner(heading); heading = scan.at(r, column)) {
    banner ??= heading.text
    r = scan.above(heading.range.top, column)
  }
  const path: string[] = []
  const bottom = scan.at(r, column)?.range.bottom ?? 0
  let top = r === 0 ? row : r
  while (r > 0 && path.length < MAX_LEVELS) {
    const heading = scan.at(r, column) ?? groupToTheLeft(scan, r, column, label)
    if (!heading || isBanner(heading)) {
      if (heading) banner ??= heading.text
      break
    }
    if (path.length > 0 || heading.range.top <= r) path.unshift(heading.text)
    top = heading.range.top
    r = heading.range.top - 1
  }
  return { path, top, bottom, banner }
}

/** A group that was written once and not merged: it heads the blank cells to its right. */
function groupToTheLeft({ at }: Scan, row: number, column: number, label: Heading | undefined) {
  const stub = label?.range.right ?? -1
  for (let c = column - 1; c > Math.max(stub, column - REACH); c--) {
    const heading = at(row, c)
    if (heading) return heading.isMerged ? undefined : heading
  }
  return undefined
}

function rowHeadings(
  scan: Scan,
  { row, column }: CellAt,
  label: Heading | undefined,
  headBottom: number,
): string[] {
  if (!label) return numberLabels(scan.sheet, row, column)
  const path: string[] = [label.text]
  path.unshift(...parents(scan, label, row, headBottom))
  for (
    let c = label.range.left - 1;
    c >= Math.max(0, label.range.left - REACH) && path.length < MAX_LEVELS;
    c--
  ) {
    const heading = scan.at(row, c) ?? groupAbove(scan, row, c, headBottom)
    if (!heading) continue
    path.unshift(heading.text)
    c = heading.range.left
  }
  return path
}

/** Labels above it in its column that are less indented, outermost first. */
function parents(scan: Scan, label: Heading, row: number, headBottom: number): string[] {
  const found: string[] = []
  let { indent } = label
  const column = label.range.left
  for (let r = scan.above(label.range.top, column); r > headBottom && indent > 0; ) {
    const heading = scan.at(r, column)
    if (!heading || r >= row) break
    if (heading.range.left === column && heading.indent < indent) {
      found.unshift(heading.text)
      indent = heading.indent
    }
    r = scan.above(heading.range.top, column)
  }
  return found
}

/** A group that was written once above its rows: the nearest text of the column below the headings of columns. */
function groupAbove(scan: Scan, row: number, column: number, headBottom: number): Heading | undefined {
  const r = scan.above(row, column)
  return r > headBottom ? scan.at(r, column) : undefined
}

/** Rows that are told by numbers (ages, codes). */
function numberLabels(sheet: Sheet, row: number, column: number): string[] {
  const found: string[] = []
  for (let c = 0; c < Math.min(column, REACH); c++) {
    const cell = sheet.cells.get(keyOf({ row, column: c }))
    if (cell?.kind === 'number' && cell.formula === null) found.push(cell.text)
  }
  return found.slice(0, 1)
}

/** A line above the table that has no other text beside it. */
function titleAbove({ sheet, at, above }: Scan, top: number, column: number): string | null {
  const left = sheet.used?.left ?? 0
  for (let r = Math.max(above(top, column), above(top, left)); r > 0; r--) {
    const texts = new Set<Heading>()
    for (let c = left; c <= Math.min(sheet.used?.right ?? 0, left + REACH) && texts.size < 2; c++) {
      const heading = at(r, c)
      if (heading) texts.add(heading)
    }
    const [only] = texts
    if (only && texts.size === 1 && !NOTE.test(only.text)) return only.text
    if (top - r > 20) break
  }
  return null
}

function mergedCells({ merges, used }: Sheet): Map<number, Range> {
  const merged = new Map<number, Range>()
  for (const { top, left, bottom, right } of merges) {
    const range = {
      top,
      left,
      bottom: Math.min(bottom, used?.bottom ?? top),
      right: Math.min(right, used?.right ?? left),
    }
    for (let row = range.top; row <= range.bottom; row++)
      for (let column = range.left; column <= range.right; column++) {
        if (merged.size > MAX_MERGED) return merged
        merged.set(keyOf({ row, column }), range)
      }
  }
  return merged
}

function rowsByColumn(headings: Iterable<Heading>): Map<number, number[]> {
  const columns = new Map<number, number[]>()
  for (const { range } of headings)
    for (let column = range.left; column <= range.right; column++) {
      const rows = columns.get(column)
      if (rows) rows.push(range.bottom)
      else columns.set(column, [range.bottom])
    }
  for (const rows of columns.values()) rows.sort((a, b) => a - b)
  return columns
}

function lastBelow(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return ascending[low - 1] ?? 0
}

const leadingSpaces = (text: string): number => {
  const spaces = /^[ \u3000]*/.exec(text)?.[0] ?? ''
  return [...spaces].reduce((sum, space) => sum + (space === '\u3000' ? 1 : 0.5), 0)
}
