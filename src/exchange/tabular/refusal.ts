/**
 * One thing that is wrong with a file, for people. `code` is for programs and tests. Values that may be personal are left out by
 * the layout that refuses.
 */
export interface Refusal {
  file: string
  /** as a spreadsheet counts, from 1; null: the file as a whole */
  row: number | null
  /** heading, or the letter where there is none */
  column: string | null
  /** `B12` */
  cell: string | null
  /** as it stands in the file */
  value: string | null
  code: string
  reason: string
  remedy: string
}

/** The file, or the rest of it, cannot be read. */
export class TabularRefused extends Error {
  override readonly name = 'TabularRefused'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`${refusal.code} in row ${refusal.row ?? '-'}`)
    this.refusal = refusal
  }
}

export function fileRefusal(file: string, code: string, reason: string, remedy: string): Refusal {
  return { file, row: null, column: null, cell: null, value: null, code, reason, remedy }
}

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return letters
}

/** @param row from 1 @param column from 0: `cellAddress(12, 1)` is `B12` */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}
