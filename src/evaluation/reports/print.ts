import { formatDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { pdf } from '../../platform/documents/index.ts'
import { type PrintedReport, printedReport } from './edition.ts'
import { figureText, NO_FIGURE } from './rules/figure-text.ts'
import type { Month } from './rules/month.ts'
import { toldAt } from './rules/told.ts'
import type { Edition, ReportCell, ReportSection } from './schema.ts'

/** 月報の様式: everything but towns and days on one A4 page, whatever the number of rows. annex: 別表, as many pages as it needs. */
export type Part = 'form' | 'annex'

/** @throws 404 not within reach, or no such version; 422 a month to come */
export async function printReport(
  work: Work,
  unit: string,
  month: Month,
  { of, part }: { of: Edition; part: Part },
): Promise<Buffer> {
  const report = await printedReport(work, unit, month, of)
  const [[insurer]] = (await work.flight([
    {
      text: 'select is_sample, name from registers.insurer where insurer_id = $1',
      values: [work.actor.insurerId],
    },
  ])) as [[{ is_sample: boolean; name: string } | undefined]]
  work.about('monthly-report', undefined, { unit, month, of, printed: part })
  const now = work.clock.now()
  const { hour, minute } = now.toZonedDateTimeISO('Asia/Tokyo')
  return pdf(
    'evaluation/reports/documents/monthly-report.typ',
    {
      ...paperOf(report, part),
      insurerName: insurer?.name ?? '',
      made: `${formatDate(work.today)} ${hour}:${String(minute).padStart(2, '0')}`,
      sample: insurer?.is_sample ? '見本（人も数字も架空です）' : undefined,
    },
    now,
  )
}

/** What the template shows: texts only, the same letters as the screen. */
export function paperOf(report: PrintedReport, part: Part) {
  const sections = report.sections.filter(({ isOnForm }) => isOnForm === (part === 'form'))
  return {
    title: part === 'form' ? report.title : `${report.title} 別表`,
    unitName: report.unitName,
    edition: report.editionWords,
    isDraft: report.isDraft,
    isForm: part === 'form',
    sections: sections.map(tableOf),
    lines: sections.reduce((sum, { rows }) => sum + rows.length + 2, 0),
    notes: [
      '前月と前年同月は、延べ件数（延べ件数のない表では初めの数）です。—は数がないことを表し、0ではありません。',
      ...report.notes,
    ],
  }
}

/** Figures with the two other months of 延べ件数 (or of the first figure) beside them. */
function tableOf({ title, measures, rows }: ReportSection) {
  const told = toldAt(measures)
  const other = (cell: ReportCell | undefined, which: 'previous' | 'lastYear') =>
    cell?.[which] === undefined ? NO_FIGURE : figureText({ value: cell[which] }, measures[told] as Measure)
  return {
    title,
    headings: measures.map(({ heading, unit }) => [heading, unit]),
    /** of which figure 前月 and 前年同月 are given */
    told: measures[told]?.unit ?? '',
    rows: rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell, n) => figureText(cell, measures[n] as Measure)),
      other(cells[told], 'previous'),
      other(cells[told], 'lastYear'),
    ]),
  }
}

type Measure = ReportSection['measures'][number]
