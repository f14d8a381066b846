import { formatDate } from '../../platform/calendar/index.ts'
import { type Loaded, type OtherMonth, presentFacts } from './load.ts'
import { addMonths, formatMonth, lastDay, type Month } from './rules/month.ts'
import { type Cell, figuresOf, monthlyReport, type ReportSection } from './rules/monthly-report.ts'
import type { Comparison, ReportCell } from './schema.ts'
import { readFigures } from './stored.ts'

/** Figures of another month by the id of the cell. */
export interface OtherFigures {
  about: Comparison
  figures: ReadonlyMap<string, Pick<Cell, 'value'>>
}

/** Residents are counted for the month itself only: a rate of another month stands beside it when it was submitted. */
const ONLY_SUBMITTED = new Set(['residents', 'per-thousand'])
/** The days of this month are not in another one. */
const NOT_COMPARED = new Set(['day'])

export const otherMonths = (loaded: Loaded, sections: readonly ReportSection[]) => ({
  previous: otherMonth(loaded, sections, loaded.previous, addMonths(loaded.month, -1), '前月'),
  lastYear: otherMonth(loaded, sections, loaded.lastYear, addMonths(loaded.month, -12), '前年同月'),
})

function otherMonth(
  loaded: Loaded,
  sections: readonly ReportSection[],
  { figures, number, facts }: OtherMonth,
  month: Month,
  label: string,
): OtherFigures {
  const about = (state: Comparison['state'], words: string): Comparison => ({ month, label, state, words })
  if (figures !== null) {
    return {
      about: about('submitted', `${label}（${formatMonth(month)}）は確定値（第${number}版）です。`),
      figures: figuresOf(readFigures(figures).sections),
    }
  }
  const { firstDay } = loaded
  if (facts === null || firstDay === null || firstDay > lastDay(month))
    return { about: about('none', `${label}の記録なし`), figures: new Map() }
  const begun = firstDay > `${month}-01` ? `記録は${formatDate(firstDay)}からです。` : ''
  const places = { ...loaded.places, month, until: lastDay(month), residents: null }
  const rows = Object.fromEntries(sections.map(({ id, rows }) => [id, rows.map(({ key }) => key)]))
  const counted = figuresOf(monthlyReport(presentFacts(facts, loaded.register), places, rows))
  for (const id of counted.keys()) {
    const [section = '', , measure = ''] = id.split('/')
    if (NOT_COMPARED.has(section) || ONLY_SUBMITTED.has(measure)) counted.delete(id)
  }
  return {
    about: about(
      'present',
      `${label}（${formatMonth(month)}）は確定前で、今の記録を数えたものです。${begun}`,
    ),
    figures: counted,
  }
}

/** A cell with the same cell of the two other months. */
export function compared(cell: Cell, previous: OtherFigures, lastYear: OtherFigures): ReportCell {
  const result: ReportCell = { id: cell.id, value: cell.value, missing: cell.missing }
  const before = previous.figures.get(cell.id)
  const yearBefore = lastYear.figures.get(cell.id)
  if (before) result.previous = before.value
  if (yearBefore) result.lastYear = yearBefore.value
  return result
}
