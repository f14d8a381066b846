import { formatDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { readReport, readSubmitted } from './read.ts'
import type { Month } from './rules/month.ts'
import type { Comparison, Edition, ReportSection } from './schema.ts'

/** A report as files and paper show it: the figures of the screen, and which edition they are. */
export interface PrintedReport {
  title: string
  unitName: string
  /** 下書き（…現在） or 確定 第2版（…） */
  editionWords: string
  isDraft: boolean
  sections: ReportSection[]
  comparisons: { previous: Comparison; lastYear: Comparison }
  notes: string[]
}

/** @throws 404 not within reach, or no such version; 422 a month to come */
export async function printedReport(
  work: Work,
  unit: string,
  month: Month,
  of: Edition,
): Promise<PrintedReport> {
  if (of === 'present') {
    const report = await readReport(work, unit, month)
    return { ...printed(report), editionWords: draftWords(work, report.until), isDraft: true }
  }
  const report = await readSubmitted(work, unit, month, of)
  const { number, step, confirmedAt, confirmedBy } = report.version
  const on = Temporal.Instant.from(confirmedAt).toZonedDateTimeISO('Asia/Tokyo').toPlainDate().toString()
  const word = step === 'corrected' ? '訂正版' : '確定'
  return {
    ...printed(report),
    editionWords: `${word} 第${number}版（${formatDate(on)} ${confirmedBy}）`,
    isDraft: false,
  }
}

const printed = (
  report: Pick<PrintedReport, 'sections' | 'comparisons' | 'notes'> & {
    monthLabel: string
    unit: { name: string }
  },
) => ({
  title: `${report.monthLabel} 月報`,
  unitName: report.unit.name,
  sections: report.sections,
  comparisons: report.comparisons,
  notes: report.notes,
})

const draftWords = ({ clock }: Work, until: string): string => {
  const { hour, minute } = clock.now().toZonedDateTimeISO('Asia/Tokyo')
  return `下書き（${formatDate(until)}までの記録、${hour}時${String(minute).padStart(2, '0')}分現在）`
}
