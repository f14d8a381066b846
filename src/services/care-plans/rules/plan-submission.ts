import { addMonths, lastDayOf, monthOf } from '../../../casework/care-management/rules/months.ts'
import type { CareLevelCode } from '../../../law/services/domestic-help-count.ts'
import type { UsableLevel } from '../../eligibility/rules/eligibility.ts'

/** required · notRequired · notApplicable: no 要介護 · undetermined: level or count is not known */
export type SubmissionState = 'required' | 'notRequired' | 'notApplicable' | 'undetermined'
export interface Submission {
  state: SubmissionState
  /** count from which the plan must be submitted; null: none for the level */
  threshold: number | null
  /** last day for it; null unless required */
  dueOn: string | null
}

/**
 * Must a plan be submitted for its 生活援助中心型 (CPL-02)?
 * @param level null: not known
 * @param monthlyCount planned a month; null: not known
 * @param madeOn day on which the plan was made or changed
 * @source 指定居宅介護支援等の事業の人員及び運営に関する基準第13条第18号の2
 */
export function planSubmission(
  { level, monthlyCount, madeOn }: { level: UsableLevel | null; monthlyCount: number | null; madeOn: string },
  counts: Readonly<Record<CareLevelCode, number>>,
  submissionMonths: number,
): Submission {
  if (level === null) return { state: 'undetermined', threshold: null, dueOn: null }
  if (!isCare(level, counts)) return { state: 'notApplicable', threshold: null, dueOn: null }
  const threshold = counts[level]
  if (monthlyCount === null) return { state: 'undetermined', threshold, dueOn: null }
  if (monthlyCount < threshold) return { state: 'notRequired', threshold, dueOn: null }
  return { state: 'required', threshold, dueOn: lastDayOf(addMonths(monthOf(madeOn), submissionMonths)) }
}

const isCare = (level: string, counts: object): level is CareLevelCode => Object.hasOwn(counts, level)
