import { allOf, anyOf, type Known, negated } from './three-valued.ts'

export interface TargetFacts {
  ageYears: number | null
  isAtHome: Known
  /** a diagnosis does as well, whatever is said here */
  isDementiaSuspected: Known
  hasDiagnosis: Known
  /** 医療・介護: none, broken off, running */
  services: 'none' | 'brokenOff' | 'running' | null
  hasContinuousMedicalCare: Known
  hasFittingCareService: Known
  isBpsdHard: Known
}

export interface Target {
  /** 受けていない・中断, with a reason of the four */
  withoutServices: Known
  /** running, and the symptoms too marked to cope with */
  despiteServices: Known
  isTarget: Known
}

/**
 * 認知症初期集中支援の対象 (DEM-01). What nobody knows leaves the answer open, unless the rest decides it.
 * @source 地域支援事業実施要綱（認知症初期集中支援推進事業）
 */
export function initialTeamTarget(facts: TargetFacts, leastAgeYears: number): Target {
  const { services, hasDiagnosis } = facts
  const isOldEnough = facts.ageYears === null ? null : facts.ageYears >= leastAgeYears
  const hasBrokenOff = services === null ? null : services === 'brokenOff'
  const isRunning = services === null ? null : services === 'running'
  const reason = anyOf(
    negated(hasDiagnosis),
    negated(facts.hasContinuousMedicalCare),
    negated(facts.hasFittingCareService),
    allOf(hasBrokenOff, hasDiagnosis),
  )
  const withoutServices = allOf(negated(isRunning), reason)
  const despiteServices = allOf(isRunning, facts.isBpsdHard)
  const isTarget = allOf(
    isOldEnough,
    facts.isAtHome,
    anyOf(facts.isDementiaSuspected, hasDiagnosis),
    anyOf(withoutServices, despiteServices),
  )
  return { withoutServices, despiteServices, isTarget }
}
