import { type Sheet, type SheetColumn, writeXlsx } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { type PrintedReport, printedReport } from './edition.ts'
import { figureNumber, MISSING_WORDS } from './rules/figure-text.ts'
import type { Month } from './rules/month.ts'
import type { Edition, ReportCell, ReportSection } from './schema.ts'

type Measure = ReportSection['measures'][number]
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const formatOf = ({ decimals }: Measure) => (decimals === 0 ? '#,##0' : '#,##0.0')

/** The figures of the screen as a file: Excel with a sheet for each section, or CSV with a line for each figure. */
export async function exportReport(
  work: Work,
  unit: string,
  month: Month,
  { of, format }: { of: Edition; format: TableFormat },
): Promise<TableFile> {
  const report = await printedReport(work, unit, month, of)
  work.about('monthly-report', undefined, { unit, month, of, format })
  const name = `月報_${report.unitName}_${month}_${of === 'present' ? '下書き' : `確定第${of}版`}`
  if (format !== 'xlsx') {
    return tableFile({ name, columns: LINE_COLUMNS, rows: linesOf(report) }, format, work.clock)
  }
  const today = work.today
  const bytes = await writeXlsx(report.sections.map(sheetOf), {
    notes: [report.title, report.unitName, report.editionWords, `作成日 ${today}`, ...report.notes],
    createdAt: new Date(work.clock.now().epochMilliseconds),
  })
  return { name: `${name}_${today}.xlsx`, type: EXCEL, bytes: Uint8Array.from(bytes) }
}

/** Numbers as numbers; a figure that is missing is a blank cell with its reason in the last column. */
function sheetOf({ title, measures, rows }: ReportSection): Sheet {
  const number = (of: string, measure: Measure): SheetColumn => ({
    heading: `${of}${measure.heading}（${measure.unit}）`,
    kind: 'number',
    format: formatOf(measure),
  })
  return {
    name: title,
    columns: [
      { heading: '項目', kind: 'text' },
      ...measures.flatMap((measure) => [
        number('', measure),
        number('前月 ', measure),
        number('前年同月 ', measure),
      ]),
      { heading: '数のない理由', kind: 'text' },
    ],
    rows: rows.map(({ label, cells }) => [
      label,
      ...cells.flatMap((cell, n) => numbersOf(cell, measures[n] as Measure)),
      reasonsOf(cells),
    ]),
  }
}

const numbersOf = (cell: ReportCell, measure: Measure): (number | null)[] =>
  [cell.value, cell.previous ?? null, cell.lastYear ?? null].map((value) => figureNumber({ value }, measure))

const reasonsOf = (cells: readonly ReportCell[]): string =>
  [...new Set(cells.flatMap(({ missing }) => (missing ? [MISSING_WORDS[missing]] : [])))].join('、')

/** The unit stands in the line of its figure: lines of two units are never added. */
const LINE_COLUMNS: readonly SheetColumn[] = [
  { heading: '版', kind: 'text' },
  { heading: '月', kind: 'text' },
  { heading: 'センター', kind: 'text' },
  { heading: '区分', kind: 'text' },
  { heading: '項目', kind: 'text' },
  { heading: '数え方', kind: 'text' },
  { heading: '単位', kind: 'text' },
  { heading: '数', kind: 'number' },
  { heading: '数のない理由', kind: 'text' },
  { heading: '前月', kind: 'number' },
  { heading: '前年同月', kind: 'number' },
]

const linesOf = (report: PrintedReport): (string | number | null)[][] =>
  report.sections.flatMap(({ title, measures, rows }) =>
    rows.flatMap(({ label, cells }) =>
      cells.map((cell, n) => {
        const measure = measures[n] as Measure
        const [value, previous, lastYear] = numbersOf(cell, measure)
        const reason = cell.missing && MISSING_WORDS[cell.missing]
        return [
          ...[
            report.editionWords,
            report.title,
            report.unitName,
            title,
            label,
            measure.heading,
            measure.unit,
          ],
          ...[value ?? null, reason, previous ?? null, lastYear ?? null],
        ]
      }),
    ),
  )
