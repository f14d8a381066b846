import { addressOf, type CellAt, parseCell, parseRange } from './reference.ts'
import { applyEdits, attributesOf, type Edit, encode, type Tag, tags } from './xml-tags.ts'

interface Written extends CellAt {
  value: number | string
}

/** Where the scan stands, and what is still to be written. */
interface Walk {
  xml: string
  edits: Edit[]
  prefix: string
  /** rows still to come, ascending */
  rows: [row: number, cells: Written[]][]
  /** cells of the present row still to come, ascending */
  cells: Written[]
  rowStyle: string | undefined
  columns: { min: number; max: number; style: string }[]
}

/** A sheet's XML with these cells in it; every other byte stays. Rows and cells that are not there are made, in their order. */
export function writeCells(xml: string, writes: readonly Written[]): string {
  const byRow = Map.groupBy(writes, ({ row }) => row)
  for (const [row, cells] of byRow)
    if (new Set(cells.map(({ column }) => column)).size < cells.length)
      throw new RangeError(`two values for one cell of row ${row}`)
  const walk: Walk = {
    xml,
    edits: [],
    prefix: '',
    rows: [...byRow]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => [row, cells.toSorted((a, b) => a.column - b.column)]),
    cells: [],
    rowStyle: undefined,
    columns: [],
  }
  let at: CellAt = { row: 0, column: -1 }
  let replaced: { tag: Tag; write: Written } | null = null
  for (const tag of tags(xml)) {
    if (tag.name === 'dimension' && tag.kind !== 'close') widenDimension(walk, tag, writes)
    else if (tag.name === 'col' && tag.kind !== 'close') rememberColumn(walk, tag)
    else if (tag.name === 'sheetData') sheetData(walk, tag)
    else if (tag.name === 'row') {
      if (tag.kind === 'close') insertCells(walk, tag.start, Number.POSITIVE_INFINITY)
      else at = beginRow(walk, tag, at.row)
    } else if (tag.name === 'c') {
      if (tag.kind !== 'close') {
        const { r } = attributesOf(xml, tag)
        at = (r === undefined ? undefined : parseCell(r)) ?? { row: at.row, column: at.column + 1 }
        insertCells(walk, tag.start, at.column)
        if (walk.cells[0]?.column === at.column) replaced = { tag, write: walk.cells.shift()! }
      }
      if (tag.kind !== 'open' && replaced) {
        const { s } = attributesOf(xml, replaced.tag)
        walk.edits.push({ start: replaced.tag.start, end: tag.end, text: cellXml(walk, replaced.write, s) })
        replaced = null
      }
    }
  }
  if (walk.rows.length > 0) throw new RangeError('a worksheet has its data')
  return applyEdits(xml, walk.edits)
}

function sheetData(walk: Walk, tag: Tag): void {
  walk.prefix = tag.prefix
  if (tag.kind === 'open') return
  const rows = newRows(walk, Number.POSITIVE_INFINITY)
  if (tag.kind === 'close') walk.edits.push({ start: tag.start, end: tag.start, text: rows })
  else {
    const name = `${tag.prefix}sheetData`
    walk.edits.push({ start: tag.start, end: tag.end, text: `<${name}>${rows}</${name}>` })
  }
}

function beginRow(walk: Walk, tag: Tag, last: number): CellAt {
  const { r, s, customFormat, spans } = attributesOf(walk.xml, tag)
  const row = r === undefined ? last + 1 : Number(r)
  const text = newRows(walk, row)
  if (text !== '') walk.edits.push({ start: tag.start, end: tag.start, text })
  if (walk.rows[0]?.[0] !== row) return { row, column: -1 }
  walk.cells = walk.rows.shift()![1]
  walk.rowStyle = customFormat === '1' || customFormat === 'true' ? s : undefined
  const opening = widenSpans(walk.xml.slice(tag.start, tag.end), spans, walk.cells)
  if (tag.kind === 'empty') {
    const cells = cellsXml(walk, walk.cells)
    walk.cells = []
    const begin = opening.replace(/\s*\/>$/, '>')
    walk.edits.push({ start: tag.start, end: tag.end, text: `${begin}${cells}</${tag.prefix}row>` })
  } else if (opening !== walk.xml.slice(tag.start, tag.end))
    walk.edits.push({ start: tag.start, end: tag.end, text: opening })
  return { row, column: -1 }
}

/** Cells that stand before a column, which the row does not have yet. */
function insertCells(walk: Walk, place: number, before: number): void {
  const count = walk.cells.findIndex(({ column }) => column >= before)
  const cells = walk.cells.splice(0, count < 0 ? walk.cells.length : count)
  if (cells.length > 0) walk.edits.push({ start: place, end: place, text: cellsXml(walk, cells) })
}

function newRows(walk: Walk, before: number): string {
  let text = ''
  while (walk.rows[0] && walk.rows[0][0] < before) {
    const [row, cells] = walk.rows.shift()!
    walk.rowStyle = undefined
    text += `<${walk.prefix}row r="${row}">${cellsXml(walk, cells)}</${walk.prefix}row>`
  }
  return text
}

const cellsXml = (walk: Walk, cells: readonly Written[]): string =>
  cells.map((cell) => cellXml(walk, cell, walk.rowStyle ?? columnStyle(walk, cell.column))).join('')

const columnStyle = ({ columns }: Walk, column: number): string | undefined =>
  columns.find(({ min, max }) => column + 1 >= min && column + 1 <= max)?.style

function cellXml({ prefix: p }: Walk, { value, ...at }: Written, style: string | undefined): string {
  const begin = `<${p}c r="${addressOf(at)}"${style === undefined ? '' : ` s="${encode(style)}"`}`
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a cell holds no such number')
    return `${begin}><${p}v>${value}</${p}v></${p}c>`
  }
  return `${begin} t="inlineStr"><${p}is><${p}t xml:space="preserve">${encode(value)}</${p}t></${p}is></${p}c>`
}

function rememberColumn(walk: Walk, tag: Tag): void {
  const { min, max, style } = attributesOf(walk.xml, tag)
  if (style !== undefined) walk.columns.push({ min: Number(min), max: Number(max), style })
}

/** `spans` tells a reader where the cells of a row end: it must not be told too little. */
function widenSpans(opening: string, spans: string | undefined, cells: readonly Written[]): string {
  const [, first, last] = /^(\d+):(\d+)$/.exec(spans ?? '') ?? []
  if (first === undefined || last === undefined) return opening
  const from = Math.min(Number(first), ...cells.map(({ column }) => column + 1))
  const to = Math.max(Number(last), ...cells.map(({ column }) => column + 1))
  return opening.replace(/(\sspans\s*=\s*["'])[^"']*/, `$1${from}:${to}`)
}

function widenDimension(walk: Walk, tag: Tag, writes: readonly Written[]): void {
  const range = parseRange(attributesOf(walk.xml, tag).ref ?? '')
  if (!range) return
  const top = Math.min(range.top, ...writes.map(({ row }) => row))
  const left = Math.min(range.left, ...writes.map(({ column }) => column))
  const bottom = Math.max(range.bottom, ...writes.map(({ row }) => row))
  const right = Math.max(range.right, ...writes.map(({ column }) => column))
  if (top === range.top && left === range.left && bottom === range.bottom && right === range.right) return
  const ref = `${addressOf({ row: top, column: left })}:${addressOf({ row: bottom, column: right })}`
  const old = walk.xml.slice(tag.start, tag.end)
  walk.edits.push({
    start: tag.start,
    end: tag.end,
    text: old.replace(/(\sref\s*=\s*["'])[^"']*/, `$1${ref}`),
  })
}
