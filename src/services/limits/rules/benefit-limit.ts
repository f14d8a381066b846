import { isHeavier } from '../../../casework/certifications/rules/levels.ts'
import type { BenefitLimits, PlannedKind } from '../../../law/services/benefit-limit-units.ts'

export type LimitLevel = keyof BenefitLimits

export interface PlannedLine {
  kind: PlannedKind
  /** of the month; null: not known yet */
  units: number | null
}

export interface LimitLaw {
  limits: BenefitLimits
  outside: readonly PlannedKind[]
}

export interface BenefitLimit {
  /** the level whose limit holds; null: none is valid in the month */
  level: LimitLevel | null
  limitUnits: number | null
  countedUnits: number | null
  notCountedUnits: number | null
  /** up to the limit: paid by the insurance but for the user's share */
  coveredUnits: number | null
  /** beyond it: paid 10割 by the user */
  overUnits: number | null
}

/**
 * The limit of a calendar month and what lies over it (LIM-01). The month is whole, never by days; of several levels the
 * heavier one's limit holds. Nothing is judged without a level or with units that are not known.
 * @param levels valid at any time of the month, in any order
 * @param programmeUnits the municipality's own limit for 事業対象者; null: the national yardstick
 * @source 介護保険法第43条・第55条; 平成12年厚生省告示第33号
 */
export function benefitLimit(
  levels: readonly LimitLevel[],
  lines: readonly PlannedLine[],
  programmeUnits: number | null,
  { limits, outside }: LimitLaw,
): BenefitLimit {
  const limitOf = (level: LimitLevel) => (level === '06' ? (programmeUnits ?? limits[level]) : limits[level])
  const level = heaviest(levels, limitOf)
  const limitUnits = level === null ? null : limitOf(level)
  const isOutside = ({ kind }: PlannedLine) => outside.includes(kind)
  const countedUnits = sum(lines.filter((line) => !isOutside(line)))
  const isOpen = limitUnits === null || countedUnits === null
  return {
    level,
    limitUnits,
    countedUnits,
    notCountedUnits: sum(lines.filter(isOutside)),
    coveredUnits: isOpen ? null : Math.min(countedUnits, limitUnits),
    overUnits: isOpen ? null : Math.max(countedUnits - limitUnits, 0),
  }
}

/**
 * Of two equally heavy ones (事業対象者 and 要支援1) the one with the higher limit; where that is the same too, the certified one,
 * whose limit it is: the other only borrows it.
 */
function heaviest(levels: readonly LimitLevel[], limitOf: (level: LimitLevel) => number): LimitLevel | null {
  let found: LimitLevel | null = null
  for (const level of levels) {
    if (found === null || isHeavier(level, found) === true) found = level
    else if (isHeavier(found, level) === false) {
      const more = limitOf(level) - limitOf(found)
      if (more > 0 || (more === 0 && found === '06')) found = level
    }
  }
  return found
}

const sum = (lines: readonly PlannedLine[]): number | null =>
  lines.reduce<number | null>((all, { units }) => (all === null || units === null ? null : all + units), 0)
