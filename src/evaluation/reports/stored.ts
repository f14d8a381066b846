import type { ReportState, Step } from './rules/states.ts'
import type { Comparison, ReportSection } from './schema.ts'

/** evaluation.monthly_report with its newest version. */
export interface StoredReport {
  id: string
  version: number
  state: ReportState
  last_number: number
  last_version_id: string | null
  figures: string | null
  facts: string | null
}
export interface StoredVersion {
  number: number
  step: 'confirmed' | 'corrected'
  reason: string | null
  confirmed_at: string
  confirmed_by: string
  fact_count: number
  sha256: string
}
export interface StoredStep {
  step: Step
  number: number
  at: string
  by: string
  reason: string | null
}

/** What stands in `figures` of a version: everything that screen and paper show of it. */
export interface SubmittedFigures {
  definition: number
  unitName: string
  until: string
  sections: ReportSection[]
  comparisons: { previous: Comparison; lastYear: Comparison }
  notes: string[]
  /** of the insurer's report: the versions it was put together from */
  centres: { centreId: string; number: number }[] | null
}

export const readFigures = (text: string): SubmittedFigures => JSON.parse(text) as SubmittedFigures
