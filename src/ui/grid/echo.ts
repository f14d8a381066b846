import type { ReactNode } from 'react'
import type { SheetRow } from './sheet.ts'

/**
 * What the page says of a row, beside its number: computed, never typed, pasted or selected (the name behind a number, a
 * result). Give the same array as long as nothing but the rows changed, so that only changed rows are drawn again.
 */
export type Echo = {
  id: string
  header: string
  /** in rem */
  width: number
  /** null: nothing to say, for example of a blank row */
  of: (row: SheetRow) => ReactNode
}
