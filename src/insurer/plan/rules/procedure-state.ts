import type { ProcedureStep } from '../../../law/insurer/plan-procedure.ts'

export interface ProcedureRecord {
  /** `YYYY-MM-DD` */
  on: string
  /** of the ordinance */
  number: string | null
}
export type ProcedureState = 'recorded' | 'missing' | 'later' | 'no-number'

/** Whether a step of the procedure is on record before a plan is decided; an ordinance needs its number too. */
export function procedureState(
  step: ProcedureStep,
  record: ProcedureRecord | null,
  decidedOn: string,
): ProcedureState {
  if (record === null) return 'missing'
  if (record.on > decidedOn) return 'later'
  return step === 'ordinance' && !record.number ? 'no-number' : 'recorded'
}
