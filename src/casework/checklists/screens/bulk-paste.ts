import {
  answerHeading,
  CODING_HEADING,
  headings,
  questionNumbers,
  readCoding,
} from '../../../exchange/checklists/layout.ts'
import type { Coding } from '../codes.ts'

/** Headings of a template or an export, in the order of the grid's columns. */
const GRID_HEADINGS: readonly string[] = [
  '被保険者番号',
  '生年月日',
  'フリガナ',
  '実施日',
  '実施方法',
  ...questionNumbers.slice(0, 11).map(answerHeading),
  '身長（cm）',
  '体重（kg）',
  ...questionNumbers.slice(11).map(answerHeading),
]
const KNOWN: ReadonlySet<string> = new Set(headings)
/** columns of a file that the grid does not have */
const LEFT_OUT = headings.filter((one) => one !== CODING_HEADING && !GRID_HEADINGS.includes(one))

export type PlacedPaste =
  /** rows in the grid's order; `leftOut`: headings whose cells hold something and are not taken */
  | { outcome: 'placed'; rows: string[][]; leftOut: string[] }
  /** the table says itself that its 0 and 1 mean something else */
  | { outcome: 'otherCoding'; declared: Coding }

/**
 * A block that comes with the headings of our template or export, or with its declared coding in front, is put under the
 * grid's columns by heading. A declared coding that contradicts the grid's takes nothing.
 * @returns null for any other block: it is pasted cell by cell
 */
export function placePaste(block: readonly (readonly string[])[], coding: Coding): PlacedPaste | null {
  const head = headOf(block)
  if (!head) return null
  const at = (name: string) => head.names.indexOf(name)
  const filled = block
    .slice(head.firstRow)
    .filter((row) => row.some((cell, i) => i !== at(CODING_HEADING) && cell.trim() !== ''))
  const declared = [head.above ?? '', ...filled.map((row) => row[at(CODING_HEADING)] ?? '')]
  for (const cell of declared) {
    const read = readCoding(cell)
    if (read !== undefined && read !== 'blank' && read !== coding)
      return { outcome: 'otherCoding', declared: read }
  }
  const cellOf = (row: readonly string[], name: string) => row[at(name)] ?? ''
  return {
    outcome: 'placed',
    rows: filled.map((row) => GRID_HEADINGS.map((name) => cellOf(row, name))),
    leftOut: LEFT_OUT.filter((name) => filled.some((row) => cellOf(row, name).trim() !== '')),
  }
}

interface Head {
  names: string[]
  firstRow: number
  /** the coding declared in a line above the headings */
  above: string | null
}

/** The headings within the first lines; without them, our own order when the first cell declares a coding. */
function headOf(block: readonly (readonly string[])[]): Head | null {
  const place = block.slice(0, 6).findIndex((row) => row.filter((cell) => KNOWN.has(cell.trim())).length >= 3)
  if (place >= 0) {
    const line = block.slice(0, place).find(([first]) => first?.trim() === `#${CODING_HEADING}`)
    const names = block[place]?.map((cell) => cell.trim()) ?? []
    return { names, firstRow: place + 1, above: line?.[1] ?? null }
  }
  const read = readCoding(block[0]?.[0] ?? '')
  return read === undefined || read === 'blank' ? null : { names: [...headings], firstRow: 0, above: null }
}
