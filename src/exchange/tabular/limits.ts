/** What a file may grow to before it is refused. */
export interface Limits {
  maxRows: number
  maxColumns: number
  /** UTF-16 units of one cell */
  maxCellLength: number
  /** sum of the inflated parts of a workbook, bytes */
  maxInflatedBytes: number
}

export const csvLimits: Limits = {
  maxRows: 5_000_000,
  maxColumns: 1_000,
  maxCellLength: 100_000,
  maxInflatedBytes: 0,
}
export const xlsxLimits: Limits = {
  maxRows: 200_000,
  maxColumns: 1_000,
  maxCellLength: 100_000,
  maxInflatedBytes: 64 * 1024 * 1024,
}
