import type { Statement } from '../../platform/database/engine.ts'
import { firstDay, type Month } from './rules/month.ts'
import { type ReportState, stateLabel } from './rules/states.ts'
import type { CentreState } from './schema.ts'

export interface CentreStateRow {
  centre_id: string
  state: ReportState
  last_number: number
  last_version_id: string | null
}

/** Where the centres' reports of a month stand. */
export const centreStates = (insurerId: number, month: Month): Statement => ({
  text: `select centre_id, state, last_number, last_version_id from evaluation.monthly_report
    where insurer_id = $1 and month = $2::date and centre_id is not null`,
  values: [insurerId, firstDay(month)],
})

export const toCentreStates = (
  centres: readonly { id: string; name: string }[],
  rows: readonly CentreStateRow[],
): CentreState[] =>
  centres.map(({ id, name }) => {
    const row = rows.find(({ centre_id }) => centre_id === id)
    const state = row?.state ?? 'draft'
    return {
      centreId: id,
      name,
      state,
      stateLabel: stateLabel(state, false),
      lastNumber: row?.last_number ?? 0,
    }
  })
