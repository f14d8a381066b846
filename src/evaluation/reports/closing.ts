import { mayRole } from '../../platform/access/index.ts'
import { addDays, formatDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { isInProgress } from './reach.ts'
import { closingDue, formatMonth, lastDay, type Month } from './rules/month.ts'
import { canBeDecided, confirmStep, type ReportState, stateLabel } from './rules/states.ts'
import type { CentreState, Closing } from './schema.ts'
import type { StoredReport } from './stored.ts'

/** Where the closing stands and what this reader may do with it now. */
export function closingOf(
  work: Work,
  month: Month,
  centreId: string | null,
  report: Pick<StoredReport, 'id' | 'version' | 'state' | 'last_number'> | undefined,
  centres: readonly CentreState[] | null,
): Closing {
  const state: ReportState = report?.state ?? 'draft'
  const waitsFor = waitingFor(work, month, centres)
  const mayConfirm =
    waitsFor === null &&
    mayRole(work.actor.role, centreId === null ? 'monthly-report.decide' : 'monthly-report.confirm')
  const isFirst = confirmStep(state) === 'confirmed'
  return {
    reportId: report?.id ?? null,
    version: report?.version ?? 0,
    state,
    stateLabel: stateLabel(state, centreId === null),
    lastNumber: report?.last_number ?? 0,
    dueOn: closingDue(month),
    may: {
      confirm: mayConfirm && isFirst,
      correct: mayConfirm && !isFirst,
      decide: centreId !== null && canBeDecided(state) && mayRole(work.actor.role, 'monthly-report.decide'),
    },
    waitsFor,
  }
}

/** Why the month cannot be confirmed yet, in a sentence. */
export function waitingFor(work: Work, month: Month, centres: readonly CentreState[] | null): string | null {
  if (isInProgress(work, month)) {
    return `${formatMonth(month)}はまだ終わっていません。${formatDate(addDays(lastDay(month), 1))}から確定できます。`
  }
  const missing = centres?.filter(({ state }) => state !== 'accepted') ?? []
  if (missing.length === 0) return null
  return `受理していないセンターがあります: ${missing.map(({ name, stateLabel: at }) => `${name}（${at}）`).join('、')}`
}
