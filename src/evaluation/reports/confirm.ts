import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, Problem } from '../../platform/errors/index.ts'
import { type CentreStateRow, centreStates, toCentreStates } from './centre-states.ts'
import { closingOf, waitingFor } from './closing.ts'
import { kindsOf, type Loaded, loadedFrom, statementsOf, submittedFacts } from './load.ts'
import { centreIdOf, countedUntil } from './reach.ts'
import { presentReport, readReport } from './read.ts'
import { rowOf } from './rules/fact.ts'
import { firstDay, type Month } from './rules/month.ts'
import { DEFINITION } from './rules/sections.ts'
import { confirmStep } from './rules/states.ts'
import type { MonthlyReport } from './schema.ts'
import type { StoredReport, SubmittedFigures } from './stored.ts'
import { afterConfirmation } from './tasks.ts'

interface Confirmation {
  /** version that the reader saw; 0: none */
  version: number
  /** required for a 訂正版 */
  reason?: string
}
export type LockedReport = Pick<StoredReport, 'id' | 'version' | 'state' | 'last_number'>

/**
 * 確定: what stands now is kept for good as the next version, with the values of the rows it was made from. Of a report that was
 * submitted before it is a 訂正版, which needs a reason.
 * @throws 404; 409 when somebody was first, the month runs on or (for the insurer) a centre is missing; 422 without a reason
 */
export async function confirmReport(
  work: Work,
  unit: string,
  month: Month,
  confirmation: Confirmation,
): Promise<MonthlyReport> {
  const centreId = centreIdOf(work, unit)
  countedUntil(work, month)
  await work.write((tx) => storeVersion(tx, work, centreId, month, confirmation))
  return readReport(work, unit, month)
}

async function storeVersion(
  tx: Tx,
  work: Work,
  centreId: string | null,
  month: Month,
  { version, reason }: Confirmation,
): Promise<void> {
  refuseBefore(waitingFor(work, month, null))
  const [loaded, centres] = await inputs(tx, work, centreId, month)
  const report = await lockedReport(tx, work, centreId, month)
  const states = centres && toCentreStates(loaded.centres, centres)
  if (!isSeen(report, version)) throw conflict(closingOf(work, month, centreId, report, states))
  refuseBefore(waitingFor(work, month, states))
  const step = confirmStep(report.state)
  if (step === 'corrected' && !reason) {
    throw invalid([
      { path: 'reason', code: 'missing', message: '訂正の理由を入力してください。市の担当者が読みます。' },
    ])
  }
  const made =
    centreId === null ? await togetherFrom(tx, work, loaded, centres ?? []) : { loaded, used: null }
  const number = report.last_number + 1
  const versionId = await insertVersion(tx, work, { report, centreId, number, step, reason, ...made })
  await tx.query(
    `update evaluation.monthly_report set state = 'confirmed', last_number = $3, last_version_id = $4
     where insurer_id = $1 and id = $2`,
    [work.actor.insurerId, report.id, number, versionId],
  )
  await insertStep(tx, work, { reportId: report.id, centreId, versionId, step, reason: reason ?? null })
  work.about('monthly-report', report.id, { month, number, step })
  await afterConfirmation(tx, work, { reportId: report.id, centreId, month, unitName: loaded.unitName })
}

function refuseBefore(waits: string | null): void {
  if (waits !== null)
    throw new Problem('monthly-report.not-yet', 409, 'まだ確定できません', { detail: waits })
}

/** The row was made with the first look at it, so version 0 means the same as an untouched draft. */
const isSeen = (report: LockedReport, version: number): boolean =>
  report.version === version || (version === 0 && report.state === 'draft' && report.last_number === 0)

/** In the writing transaction: the same statements as for the screen. */
async function inputs(
  tx: Tx,
  work: Work,
  centreId: string | null,
  month: Month,
): Promise<[Loaded, CentreStateRow[] | null]> {
  const statements = statementsOf(work, centreId, month)
  const states = centreId === null ? centreStates(work.actor.insurerId, month) : null
  // the centres' rows are locked, so that none is taken back while the insurer's report is made from them
  const answers = await Promise.all(
    [...(states ? [{ ...states, text: `${states.text} for share` }] : []), ...statements].map(
      ({ text, values }) => tx.query(text, values),
    ),
  )
  const centres = states ? (answers.shift() as CentreStateRow[]) : null
  return [loadedFrom(work, centreId, month, answers), centres]
}

/** The row of the report, made when there is none, locked until the end of the transaction: of two who confirm, one waits. */
export async function lockedReport(
  tx: Tx,
  work: Work,
  centreId: string | null,
  month: Month,
): Promise<LockedReport> {
  const values = [work.actor.insurerId, centreId, firstDay(month)]
  await tx.query(
    `insert into evaluation.monthly_report (insurer_id, centre_id, month) values ($1, $2, $3)
     on conflict (insurer_id, centre_id, month) do nothing`,
    values,
  )
  const [row] = await tx.query<LockedReport>(
    `select r.id, r.version, r.state, r.last_number from evaluation.monthly_report r
     where r.insurer_id = $1 and (r.centre_id = $2 or ($2::uuid is null and r.centre_id is null)) and r.month = $3::date for update`,
    values,
  )
  if (!row) throw new Error('the row of a monthly report is not visible to who confirms it')
  return row
}

/**
 * The insurer's report is put together from what the centres submitted and the city accepted, and from the work of the city itself as
 * it stands: so its figures are those that were signed, and 実人数 is counted over all of them anew.
 */
async function togetherFrom(tx: Tx, work: Work, loaded: Loaded, states: readonly CentreStateRow[]) {
  const rows = await tx.query<{ centre_id: string; number: number; facts: string }>(
    `select centre_id, number, facts from evaluation.monthly_report_version where insurer_id = $1 and id = any ($2::uuid[])`,
    [work.actor.insurerId, states.flatMap(({ last_version_id }) => last_version_id ?? [])],
  )
  const submitted = rows.flatMap(({ facts }) => submittedFacts(facts))
  const facts = [...loaded.facts.filter(({ centreId }) => centreId === null), ...submitted]
  const used = rows.map(({ centre_id, number }) => ({ centreId: centre_id, number }))
  return { loaded: { ...loaded, facts, places: { ...loaded.places, kinds: kindsOf(facts) } }, used }
}

interface NewVersion {
  report: LockedReport
  centreId: string | null
  number: number
  step: 'confirmed' | 'corrected'
  reason: string | undefined
  loaded: Loaded
  used: SubmittedFigures['centres']
}

async function insertVersion(
  tx: Tx,
  work: Work,
  { report, centreId, number, step, reason, loaded, used }: NewVersion,
): Promise<string> {
  const figures = JSON.stringify({
    definition: DEFINITION,
    unitName: loaded.unitName,
    until: loaded.places.until,
    ...presentReport(loaded),
    centres: used,
  } satisfies SubmittedFigures)
  const facts = JSON.stringify(loaded.facts.map(rowOf))
  const [row] = await tx.query<{ id: string }>(
    `insert into evaluation.monthly_report_version (insurer_id, report_id, centre_id, number, step, reason, definition, figures,
       facts, sha256, fact_count, confirmed_at, confirmed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      work.actor.insurerId,
      report.id,
      centreId,
      number,
      step,
      reason ?? null,
      DEFINITION,
      figures,
      facts,
      createHash('sha256').update(figures).update(facts).digest('hex'),
      loaded.facts.length,
      work.clock.now().toString(),
      work.actor.staffId,
    ],
  )
  if (!row) throw new Error('a version was not stored')
  return row.id
}

export const insertStep = (
  tx: Tx,
  { actor, clock }: Work,
  step: {
    reportId: string
    centreId: string | null
    versionId: string
    step: 'confirmed' | 'corrected' | 'accepted' | 'returned'
    reason: string | null
  },
) =>
  tx.query(
    `insert into evaluation.monthly_report_step (insurer_id, report_id, centre_id, version_id, step, at, staff_id, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      actor.insurerId,
      step.reportId,
      step.centreId,
      step.versionId,
      step.step,
      clock.now().toString(),
      actor.staffId,
      step.reason,
    ],
  )
