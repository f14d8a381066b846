import { refuseCell } from './columns.ts'
import type { Table, TabularRow } from './read-tabular.ts'
import type { Refusal } from './refusal.ts'
import type { CellValue } from './values.ts'

/** The named cells of one row; what is wrong with them gathers in `refusals`. */
export class RowCells<Name extends string = string> {
  readonly refusals: Refusal[] = []
  readonly rowNumber: number
  /** values of this row must not stand in a refusal (支援措置, 個人番号) */
  hidesValues = false
  readonly #table: Table
  readonly #row: TabularRow
  readonly #index: ReadonlyMap<Name, number>

  constructor(table: Table, row: TabularRow, index: ReadonlyMap<Name, number>) {
    this.#table = table
    this.#row = row
    this.#index = index
    this.rowNumber = row.rowNumber
  }

  text(heading: Name): string {
    return (this.#row.cells[this.#index.get(heading) ?? -1] ?? '').trim()
  }

  refuse(heading: Name, code: string, reason: string, remedy: string): void {
    const column = this.#index.get(heading) ?? 0
    const value = this.hidesValues ? null : undefined
    this.refusals.push(refuseCell(this.#table, this.#row, column, { code, reason, remedy, value }))
  }

  /** null when missing; refused when wrong */
  value<T>(heading: Name, read: (cell: string) => CellValue<T>): T | null {
    const cell = read(this.text(heading))
    if (cell.state === 'wrong') this.refuse(heading, cell.code, cell.reason, cell.remedy)
    return cell.state === 'value' ? cell.value : null
  }
}
