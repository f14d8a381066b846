import { formatDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { pdf } from '../../platform/documents/index.ts'

/** Everything on the page, as texts and drawings that are ready: nothing is computed for paper alone. */
export interface IndicatorSheet {
  title: string
  place: string
  /** 令和6年3月31日現在 */
  asOf: string
  /** 速報, 確定 or 改訂 */
  release: string
  /** 「21.4」, or the word that stands for it */
  figure: string
  unit: string
  reading: readonly { text: string; evidence: string }[]
  /** two beside each other, a wide one alone in its row; three rows fill the page */
  pictures: readonly { title: string; description: string; svg: string; isWide: boolean }[]
  table: {
    title: string
    headings: readonly string[]
    rows: readonly { cells: readonly string[]; isOwn: boolean }[]
  }
  definition: readonly (readonly [string, string])[]
  /** 出典 and what to mind, one line each */
  notes: readonly string[]
}

/** An indicator of a place on one A4 page, with the pictures of its screen. */
export async function printIndicator(work: Work, sheet: IndicatorSheet): Promise<Buffer> {
  const now = work.clock.now()
  const { hour, minute } = now.toZonedDateTimeISO('Asia/Tokyo')
  const made = `${formatDate(work.today)} ${hour}:${String(minute).padStart(2, '0')}`
  return pdf('evaluation/indicators/documents/indicator-sheet.typ', { ...sheet, made }, now)
}
