import type { Ratio } from '../../../platform/exact/index.ts'
import type { CertifiedLevel } from './levels.ts'

const GROUPS: Readonly<Record<CertifiedLevel, 'support' | 'light' | 'heavy'>> = {
  '12': 'support',
  '13': 'support',
  '21': 'light',
  '22': 'light',
  '23': 'heavy',
  '24': 'heavy',
  '25': 'heavy',
}

/** 軽度 is 要介護1–2 here, 中重度 3–5; 要支援 belongs to neither. */
export const levelGroupOf = (level: CertifiedLevel) => GROUPS[level]

export interface MeanChange {
  /** mean(t1) − mean(t0) in hundredths of a point, exact; null when nobody has a level at t1 */
  changed: Ratio | null
  persons: number
  /** certified at t0 and not at t1 */
  without: number
}

/** Change of the mean score of a cohort, over those with a level at both ends. */
export function meanChange(
  cohort: readonly { levelAtStart: CertifiedLevel; levelAtEnd: CertifiedLevel | null }[],
  scores: Readonly<Record<string, number>>,
): MeanChange {
  const changes = cohort.flatMap(({ levelAtStart, levelAtEnd }) =>
    levelAtEnd === null ? [] : [scores[levelAtEnd]! - scores[levelAtStart]!],
  )
  const sum = changes.reduce((all, one) => all + one, 0)
  return {
    changed: changes.length === 0 ? null : { over: sum * 100, under: changes.length },
    persons: changes.length,
    without: cohort.length - changes.length,
  }
}
