import { type Rate, rateOf, roundTimes } from './rate.ts'

/** What a service had in the base year at one level, a month. */
export interface LevelBase {
  users: number
  /** tenths of 回 or 日 of all users; null: counted in 人 */
  timesTenths: number | null
  benefitYen: number
  /** for a service that nobody used in the base year: tenths of 回 or 日 for each user */
  newTimesPerUserTenths?: number | null
  /** the same: yen for each 回, 日 or person and month */
  newUnitYen?: number | null
}

/** Rates by which the users of one service and level become times and yearly benefit. */
export interface LevelRates {
  /** times (tenths) for each user; null: counted in 人 */
  timesPerUser: Rate | null
  /** yen a year for each tenth of a time, or for each user; null: nothing known to price it by */
  benefit: Rate | null
}

const MYRIAD = 10_000n
const TENTHS = 10
const MONTHS = 12

/** @param revisionPerMyriad 報酬改定率: 10159 means 1.0159 */
export function levelRates(base: LevelBase, revisionPerMyriad: number): LevelRates {
  const isTimed = base.timesTenths !== null
  const isNew = base.users === 0
  const perUser = isNew ? (base.newTimesPerUserTenths ?? null) : base.timesTenths
  const timesPerUser = perUser === null ? null : rateOf(perUser, isNew ? 1 : base.users)
  const year = (yen: number, count: number) =>
    rateOf(BigInt(yen) * BigInt(MONTHS * revisionPerMyriad), BigInt(count) * MYRIAD)
  if (!isNew) return { timesPerUser, benefit: year(base.benefitYen, base.timesTenths ?? base.users) }
  const unitYen = base.newUnitYen ?? null
  const isPriced = unitYen !== null && (!isTimed || timesPerUser !== null)
  return {
    timesPerUser: isTimed ? (timesPerUser ?? rateOf(0, 1)) : null,
    benefit: isPriced ? year(unitYen, isTimed ? TENTHS : 1) : null,
  }
}

/**
 * PRJ-005 施設: the users of the base year through the plan, then in proportion to certified from its last year on.
 * The last year stands with its change by hand, so that new beds stay.
 * @param end place of the last year of the plan in `certified`
 */
export function facilityUsers(
  baseUsers: number,
  certified: ArrayLike<number>,
  end: number,
  changeAtEnd: number,
): number[] {
  const rate = rateOf(Math.max(0, baseUsers + changeAtEnd), certified[end]!)
  return Array.from(certified, (one, year) => (year <= end ? baseUsers : roundTimes(one, rate)))
}

/**
 * Users by level brought down to a capacity, in proportion; what is left goes to the largest remainders, then to the lighter level.
 * @returns the same numbers when they fit
 */
export function capped(users: readonly number[], capacity: number): number[] {
  const total = users.reduce((sum, one) => sum + one, 0)
  if (total <= capacity) return [...users]
  const all = BigInt(total)
  const parts = users.map((one, level) => {
    const share = BigInt(one) * BigInt(capacity)
    return { level, rest: Number(share % all), whole: Number(share / all) }
  })
  const result = parts.map(({ whole }) => whole)
  const left = capacity - result.reduce((sum, one) => sum + one, 0)
  parts.sort((a, b) => b.rest - a.rest) // equal ones stay in the order of levels
  for (const { level } of parts.slice(0, left)) result[level]! += 1
  return result
}
