import type { Work } from '../../platform/database/work.ts'
import { conflict, notFound } from '../../platform/errors/index.ts'
import { closingOf } from './closing.ts'
import { insertStep } from './confirm.ts'
import { centreIdOf } from './reach.ts'
import { readReport } from './read.ts'
import { firstDay, type Month } from './rules/month.ts'
import { canBeDecided } from './rules/states.ts'
import type { MonthlyReport } from './schema.ts'
import type { StoredReport } from './stored.ts'
import { afterDecision } from './tasks.ts'

interface Decision {
  step: 'accepted' | 'returned'
  /** version that the reader saw */
  version: number
  /** required for 差戻し */
  reason: string | null
}
type Row = Pick<StoredReport, 'id' | 'version' | 'state' | 'last_number' | 'last_version_id'> & {
  name: string
  confirmed_by: string | null
}

/**
 * 受理・差戻し of a centre's confirmed report. The submitted version stays as it is, whatever is decided.
 * @throws 404 no such centre; 409 when there is nothing to decide or somebody was first
 */
export async function decideReport(
  work: Work,
  unit: string,
  month: Month,
  decision: Decision,
): Promise<MonthlyReport> {
  const centreId = centreIdOf(work, unit)
  if (centreId === null) throw notFound()
  await work.write(async (tx) => {
    const [centre] = await tx.query<{ name: string }>(
      'select name from registers.centre where insurer_id = $1 and id = $2',
      [work.actor.insurerId, centreId],
    )
    if (!centre) throw notFound()
    const [report] = await tx.query<Row>(
      `select r.id, r.version, r.state, r.last_number, r.last_version_id, (select v.confirmed_by
         from evaluation.monthly_report_version v where v.insurer_id = r.insurer_id and v.id = r.last_version_id) as confirmed_by
       from evaluation.monthly_report r where r.insurer_id = $1 and r.centre_id = $2 and r.month = $3::date for update`,
      [work.actor.insurerId, centreId, firstDay(month)],
    )
    const isOpen = report && report.version === decision.version && canBeDecided(report.state)
    if (!isOpen || !report.last_version_id) throw conflict(closingOf(work, month, centreId, report, null))
    work.about('monthly-report', report.id, { month, number: report.last_number, step: decision.step })
    await tx.query('update evaluation.monthly_report set state = $3 where insurer_id = $1 and id = $2', [
      work.actor.insurerId,
      report.id,
      decision.step,
    ])
    const { step, reason } = decision
    await insertStep(tx, work, {
      reportId: report.id,
      centreId,
      versionId: report.last_version_id,
      step,
      reason,
    })
    await afterDecision(tx, work, {
      reportId: report.id,
      centreId,
      month,
      unitName: centre.name,
      isReturned: step === 'returned',
      managerId: report.confirmed_by,
    })
  })
  return readReport(work, unit, month)
}
