import type { IsoDate } from '../../../platform/calendar/index.ts'
import type { Coding } from '../codes.ts'

/** What the draft holds: the coding and what rows fall back on travel with the cells. */
export interface BulkKept {
  /** the same grid sent again stores nothing a second time */
  batchId: string
  /** null: not said yet */
  coding: Coding | null
  answeredOn: IsoDate | null
  method: string
  /** the filled rows of the grid */
  texts: string[][]
}

export const blankBulk = (batchId: string, today: IsoDate): BulkKept => ({
  batchId,
  coding: null,
  answeredOn: today,
  method: '',
  texts: [],
})
