import { cellAddress } from '../tabular/refusal.ts'

/** Rows count from 1, columns from 0, as in `cellAddress`. */
export interface CellAt {
  row: number
  column: number
}
/** all four inclusive */
export interface Range {
  top: number
  left: number
  bottom: number
  right: number
}

export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

/** @returns undefined for what names no cell of a sheet */
export function parseCell(text: string): CellAt | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text) ?? []
  if (!letters || !digits) return undefined
  const column =
    [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const row = Number(digits)
  return row >= 1 && row <= MAX_ROWS && column < MAX_COLUMNS ? { row, column } : undefined
}

export function parseRange(text: string): Range | undefined {
  const [from, to = from] = text.split(':')
  const first = parseCell(from ?? '')
  const last = parseCell(to ?? '')
  if (!first || !last) return undefined
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  }
}

export const contains = ({ top, left, bottom, right }: Range, { row, column }: CellAt): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

export const addressOf = ({ row, column }: CellAt): string => cellAddress(row, column)
export const keyOf = ({ row, column }: CellAt): number => row * MAX_COLUMNS + column
