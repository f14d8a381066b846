import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { type CentreStateRow, centreStates, toCentreStates } from './centre-states.ts'
import { closingOf } from './closing.ts'
import { compared, otherMonths } from './compare.ts'
import { type Loaded, loadedFrom, statementsOf, submittedFacts } from './load.ts'
import { notesOf } from './notes.ts'
import { centreIdOf, INSURER, isInProgress } from './reach.ts'
import { lateEntries } from './rules/late.ts'
import { firstDay, formatMonth, lastDay, type Month } from './rules/month.ts'
import { type Cell, figuresOf, type MoreRows, monthlyReport, rowsOf } from './rules/monthly-report.ts'
import { STEP_LABELS } from './rules/states.ts'
import type { MonthlyReport, ReportSection, SubmittedReport, Version } from './schema.ts'
import { readFigures, type StoredVersion, type SubmittedFigures } from './stored.ts'
import './words.ts'

/**
 * The report of a month as it stands now (現在値), and beside each figure what was submitted (確定値).
 * @param unit a centre's id or 'insurer' @throws 404 not within reach; 422 a month to come
 */
export async function readReport(work: Work, unit: string, month: Month): Promise<MonthlyReport> {
  const centreId = centreIdOf(work, unit)
  work.about('monthly-report', undefined, { unit, month })
  const answers = await work.flight([
    ...statementsOf(work, centreId, month),
    ...(centreId === null ? [centreStates(work.actor.insurerId, month)] : []),
  ])
  const loaded = loadedFrom(work, centreId, month, answers)
  const states = answers[12] as CentreStateRow[] | undefined
  const centres = states ? toCentreStates(loaded.centres, states) : null
  const { report } = loaded
  const submitted = report?.figures ? readFigures(report.figures) : null
  const frozen = report?.facts ? submittedFacts(report.facts) : null
  const { sections, comparisons, notes } = presentReport(loaded, submitted)
  return {
    ...headOf(work, loaded),
    comparisons,
    notes,
    sections: submitted && frozen ? beside(sections, submitted, loaded, frozen) : sections,
    closing: closingOf(work, month, centreId, report, centres),
    versions: loaded.versions.map(toVersion),
    steps: loaded.steps.map((step) => ({ ...step, label: STEP_LABELS[step.step] })),
    centres,
    lateCount: frozen && lateEntries(frozen, loaded.facts).length,
  }
}

const headOf = (work: Work, { centreId, unitName, month, places, firstDay: first }: Loaded) => ({
  unit: { id: centreId ?? INSURER, name: unitName },
  month,
  monthLabel: formatMonth(month),
  until: places.until,
  isInProgress: isInProgress(work, month),
  isBeforeRecords: first === null || first > lastDay(month),
})

/** Present figures with the other months beside them. @param also a report whose rows shall stand there too */
export function presentReport(loaded: Loaded, also: Pick<SubmittedFigures, 'sections'> | null = null) {
  const rows: MoreRows = also ? rowsOf(also.sections) : {}
  const counted = monthlyReport(loaded.facts, loaded.places, rows)
  const { previous, lastYear } = otherMonths(loaded, counted)
  const sections: ReportSection[] = counted.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => compared(cell, previous, lastYear)),
    })),
  }))
  const comparisons = { previous: previous.about, lastYear: lastYear.about }
  return { sections, comparisons, notes: notesOf(loaded.places, Object.values(comparisons)) }
}

/** 確定値 beside 現在値. A row that did not stand in the submitted report is counted from what it was made from. */
function beside(
  sections: ReportSection[],
  submitted: SubmittedFigures,
  loaded: Loaded,
  frozen: Loaded['facts'],
): ReportSection[] {
  const then: ReadonlyMap<string, Pick<Cell, 'value' | 'missing'>> = figuresOf(submitted.sections)
  const rest = figuresOf(
    monthlyReport(frozen, { ...loaded.places, until: submitted.until }, rowsOf(sections)),
  )
  return sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const before = then.get(cell.id) ?? rest.get(cell.id)
        return before ? { ...cell, submitted: { value: before.value, missing: before.missing } } : cell
      }),
    })),
  }))
}

export const toVersion = (row: StoredVersion): Version => ({
  number: row.number,
  step: row.step,
  reason: row.reason,
  confirmedAt: row.confirmed_at,
  confirmedBy: row.confirmed_by,
  factCount: row.fact_count,
  sha256: row.sha256,
})

/** A version as it was submitted. @throws 404 */
export async function readSubmitted(
  work: Work,
  unit: string,
  month: Month,
  number: number,
): Promise<SubmittedReport> {
  const centreId = centreIdOf(work, unit)
  work.about('monthly-report', undefined, { unit, month, number })
  const row = await submittedRow(work, centreId, month, number)
  const { definition: _, unitName, centres: __, ...figures } = readFigures(row.figures)
  return {
    ...figures,
    unit: { id: unit, name: unitName },
    month,
    monthLabel: formatMonth(month),
    isInProgress: false,
    isBeforeRecords: false,
    version: toVersion(row),
  }
}

export type SubmittedRow = StoredVersion & { id: string; figures: string; facts: string }

/** @throws 404 absent or out of reach */
export async function submittedRow(
  work: Work,
  centreId: string | null,
  month: Month,
  number: number,
): Promise<SubmittedRow> {
  const [rows] = (await work.flight([
    {
      text: `select v.id, v.number, v.step, v.reason, v.confirmed_at, coalesce(s.name, '') as confirmed_by, v.fact_count, v.sha256,
          v.figures, v.facts
        from evaluation.monthly_report r
        join evaluation.monthly_report_version v on v.insurer_id = r.insurer_id and v.report_id = r.id
        left join registers.staff s on s.insurer_id = v.insurer_id and s.id = v.confirmed_by
        where r.insurer_id = $1 and (r.centre_id = $2 or ($2::uuid is null and r.centre_id is null)) and r.month = $3::date
          and v.number = $4`,
      values: [work.actor.insurerId, centreId, firstDay(month), number],
    },
  ])) as [SubmittedRow[]]
  const [row] = rows
  if (!row) throw notFound()
  return row
}

/** Which unit and month a report is of, for links that know its id alone. @throws 404 */
export async function placeOfReport(work: Work, id: string): Promise<{ unit: string; month: Month }> {
  work.about('monthly-report', id)
  const [rows] = (await work.flight([
    {
      text: `select r.centre_id, r.month from evaluation.monthly_report r where r.insurer_id = $1 and r.id = $2
        and ($3 = 'insurer' or r.centre_id = any ($4::uuid[]))`,
      values: [work.actor.insurerId, id, work.actor.reach, work.actor.centreIds],
    },
  ])) as [{ centre_id: string | null; month: string }[]]
  const [row] = rows
  if (!row) throw notFound()
  return { unit: row.centre_id ?? INSURER, month: row.month.slice(0, 7) }
}
